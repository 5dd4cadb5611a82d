"""Reading one full citation: who, what, in what, where, when."""

import re

from footnotes.parse.anonymous import match_anonymous
from footnotes.parse.archives import opens_with_repository
from footnotes.parse.bare_imprints import match_bare_imprint
from footnotes.parse.conclusions import conclude_draft
from footnotes.parse.dates import read_year
from footnotes.parse.draft import Draft
from footnotes.parse.head_starts import strip_entry_word
from footnotes.parse.heads import find_names_end
from footnotes.parse.idem import is_idem
from footnotes.parse.imprint_starts import find_imprint_start
from footnotes.parse.imprints import read_imprint
from footnotes.parse.landmarks import Stretch
from footnotes.parse.letters import match_letter
from footnotes.parse.names.inverted import read_inverted_list
from footnotes.parse.names.lists import drop_others
from footnotes.parse.names.parts import is_doubtful
from footnotes.parse.names.reading import add_others, read_names, shift_name
from footnotes.parse.parts import recognise, scan_parts
from footnotes.parse.periods import is_dated_behind
from footnotes.parse.readings import Reading
from footnotes.parse.role_words import strip_role
from footnotes.parse.take import take_part
from footnotes.parse.titles import FoundTitle, read_title, trim_end
from footnotes.parse.vocabulary import load_words
from footnotes.text.fold import fold_case

_IDENTIFYING = {"imprint", "url", "doi", "access", "date", "year", "volume"}
# What follows a container as well as a title, and so does not show that all before it is the title.
_LOOSE = {"url", "doi", "access", "date", "year", "end"}
# What a title holds too, wherever the imprint is found behind it.
_IN_TITLES = {"year", "locator"}
_BRACKETED = {"medium", "series"}
"""What a bracket behind a title may hold besides an imprint."""
_TITLE_END = re.compile(r"[,.?!:]\s+|[(\[]|\s(?=//?\s)")
_FULL_STOP = re.compile(r"\.\s+(?=[^\W\d_])")
_LONGEST_EDITION = 3
"""How many years a work came out in at most, part by part."""
_PERIOD = re.compile(r"(?:1\d|20)\d\d\s?[-–—/]\s?(?:\d\d|(?:1\d|20)\d\d)")
_ANY_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
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
        if not take_part(draft, part):
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
    if match_anonymous(head.landmarks.text, head.start, head.end + 1) is not None:
        return
    names, role = strip_role(strip_entry_word(head.text).rstrip(" ,:"))
    if is_idem(names):
        draft.idem = names.strip()
        return
    names = _drop_contribution(draft, names, head.start)
    found = read_inverted_list(drop_others(names)) or read_names(names)
    draft.state_names(role or "author", [shift_name(one, head.start) for one in add_others(names, found)])
    draft.loose += any(is_doubtful(names[one.start : one.end]) for one in found)


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
    text = draft.landmarks.text
    return read_title(text, "plain", first, trim_end(text, first, last))


def _find_title_end(stretch: Stretch) -> int:
    """The end of an unmarked title: at the imprint if there is one, else at the first piece with a role."""
    text = stretch.landmarks.text
    first_comma, imprint = None, find_imprint_start(stretch)
    for match in _TITLE_END.finditer(text, stretch.start, stretch.end):
        at = match.start()
        if text[at] in "([":
            found = stretch.find(stretch.landmarks.brackets, at)
            inner = text[at + 1 : found[1] - 1] if found else ""
            ends = bool(inner) and (read_imprint(inner) or recognise(stretch.cut(at)) in _BRACKETED)
            if found and ends and not _is_period(inner, text[found[1] : stretch.end]):
                return at
        elif stretch.landmarks.is_open(at):
            rest = stretch.cut(match.end())
            if rest.start == imprint:
                return at
            kind = recognise(rest) if rest.start < stretch.end else "end"
            if text[at] == ":" and kind != "thesis":
                continue
            if kind == "period" or (kind in _IN_TITLES and _is_dated(kind, rest, imprint)):
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


def _is_dated(kind: str, rest: Stretch, imprint: int | None) -> bool:
    """Whether what `rest` begins with belongs to the title, since the imprint stands behind it."""
    if imprint is not None or _find_stop_imprint(rest):
        # "La quiebra de la monarquía, 1814-1820, Barcelona, Ariel, 1971": years of the title.
        return True
    return kind == "year" and is_dated_behind(rest)


def _find_stop_imprint(rest: Stretch) -> bool:
    """Whether an imprint stands behind a full stop in `rest`: `Economy, 1850–1917. London: Foo, 1986`."""
    text = rest.landmarks.text
    return any(
        match_bare_imprint(text, stop.end(), rest.end)
        for stop in _FULL_STOP.finditer(text, rest.start, rest.end)
    )


def _is_period(inner: str, rest: str) -> bool:
    """Whether the bracket `inner` holds the years that a title is about: another year stands behind it.

    `Le origini (1585-1647), Roma-Bari, Laterza, 1967`; a work in volumes has no second year.
    """
    match = _PERIOD.fullmatch(inner)
    years = read_year(inner) if match else None
    if years is None or years[2].end is None or _ANY_YEAR.search(rest) is None:
        return False
    # "Middlemarch (1871–72), ed. by …": so few years are those in which a work first came out.
    return years[2].end.year - years[2].start.year > _LONGEST_EDITION
