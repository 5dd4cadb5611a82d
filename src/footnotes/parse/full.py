"""Reading one full citation: who, what, in what, where, when."""

import re

from footnotes.parse.archives import opens_with_repository
from footnotes.parse.conclusions import conclude_draft
from footnotes.parse.draft import Draft
from footnotes.parse.heads import find_names_end
from footnotes.parse.idem import is_idem
from footnotes.parse.imprints import read_imprint
from footnotes.parse.inverted_names import read_inverted_list
from footnotes.parse.landmarks import Stretch
from footnotes.parse.letters import match_letter
from footnotes.parse.names import read_names, shift_name
from footnotes.parse.parts import recognise, scan_parts
from footnotes.parse.periods import is_dated_behind
from footnotes.parse.readings import Reading
from footnotes.parse.roles import strip_role
from footnotes.parse.titles import FoundTitle, read_title
from footnotes.parse.vocabulary import load_words
from footnotes.text.fold import fold_case

_IDENTIFYING = {"imprint", "url", "doi", "access", "date", "year", "volume"}
# What follows a container as well as a title, and so does not show that all before it is the title.
_LOOSE = {"url", "doi", "access", "date", "year", "end"}
_TITLE_END = re.compile(r"[,.?!]\s+|[(\[]|\s(?=//?\s)")
_SKIP = re.compile(r"[,.:\s]+")


def read_full(stretch: Stretch, title: FoundTitle | None) -> Reading:
    """Read `stretch` as a citation with `title`, or with the words before the imprint as one."""
    draft = Draft(stretch.landmarks, stretch.start)
    if title is None:
        title = _read_head(draft, stretch)
    else:
        _take_names(draft, stretch.cut(stretch.start, title.outer_start))
    draft.take_title(title)
    for part in scan_parts(stretch.cut(title.outer_end)):
        if not draft.take(part):
            break
    kind, locator = conclude_draft(draft)
    volume_named = "container_title" in draft.variables or draft.shares_container
    in_volume = "in" in draft.kinds and volume_named and bool(draft.locators)
    return Reading(
        type=kind,
        variables=draft.variables,
        places=tuple(draft.places),
        locator=locator,
        start=stretch.start,
        end=draft.end,
        idem=bool(draft.idem),
        idem_word=draft.idem or None,
        shares_container=draft.shares_container,
        identified=bool(draft.kinds & _IDENTIFYING) or in_volume or "archive" in draft.variables,
        certain=draft.loose == 0 and title.mark != "plain",
    )


def _take_names(draft: Draft, head: Stretch) -> None:
    names, role = strip_role(head.text.rstrip(" ,:"))
    if is_idem(names):
        draft.idem = names.strip()
        return
    names = _drop_contribution(draft, names, head.start)
    found = read_inverted_list(names) or read_names(names)
    draft.state_names(role or "author", [shift_name(one, head.start) for one in found])


def _drop_contribution(draft: Draft, names: str, start: int) -> str:
    """`names` without words at the end that say what the contribution is: `D. Stafford, Review Article`."""
    head, comma, last = names.rpartition(", ")
    words = last.split()
    if comma and words and all(fold_case(word) in load_words("contributions") for word in words):
        draft.state("genre", last, start + len(names) - len(last), start + len(names))
        return head
    return names


def _read_head(draft: Draft, stretch: Stretch) -> FoundTitle:
    """Without marks the leading names are the authors, and the title is what follows them."""
    first = stretch.start
    letter = match_letter(stretch)
    if letter is not None:
        # Writer and recipient are the title of a letter in a catalogue.
        draft.state_letter(letter)
        return read_title(draft.landmarks.text, "plain", stretch.start, letter.end)
    if opens_with_repository(stretch.text):
        # What an archive holds has a place in it and often no title.
        return FoundTitle("", first, first, "plain", first, first)
    names_end = find_names_end(stretch)
    if names_end is not None:
        _take_names(draft, stretch.cut(stretch.start, names_end))
        skipped = _SKIP.match(draft.landmarks.text, names_end, stretch.end)
        first = skipped.end() if skipped else names_end
    last = _find_title_end(stretch.cut(first))
    return read_title(
        draft.landmarks.text, "plain", first, first + len(stretch.cut(first, last).text.rstrip(" ,."))
    )


def _find_title_end(stretch: Stretch) -> int:
    """The end of an unmarked title: at the imprint if there is one, else at the first piece with a role."""
    text = stretch.landmarks.text
    first_comma = None
    for match in _TITLE_END.finditer(text, stretch.start, stretch.end):
        at = match.start()
        if text[at] in "([":
            found = stretch.find(stretch.landmarks.brackets, at)
            if found and (
                read_imprint(text[at + 1 : found[1] - 1]) or recognise(stretch.cut(at)) == "medium"
            ):
                return at
        elif stretch.landmarks.is_open(at):
            rest = stretch.cut(match.end())
            kind = recognise(rest) if rest.start < stretch.end else "end"
            if kind == "period" or (kind == "year" and is_dated_behind(rest)):
                # "The Village Labourer, 1760-1832, 2nd ed. (London: Longmans, 1921)": a title goes on.
                continue
            if kind is not None and text[at] in "?!":
                return at + 1
            if kind is not None:
                return first_comma if kind in _LOOSE and first_comma is not None else at
            first_comma = at if first_comma is None and text[at] == "," else first_comma
    return (
        first_comma if first_comma is not None else stretch.landmarks.find_next(stretch.start, stretch.end)
    )
