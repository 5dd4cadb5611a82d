"""Reviews: `Jane Roe, review of *Salt*, by Ann Bell, *Past & Present* 50 (1971): 233`."""

import functools
import re

from attrs import evolve, frozen

from footnotes.model import CiteForm
from footnotes.parse.conclusions import conclude_draft
from footnotes.parse.draft import Draft
from footnotes.parse.landmarks import Range, Stretch
from footnotes.parse.names.lists import are_persons, find_joined_end
from footnotes.parse.names.reading import FoundName, read_all_names, shift_name
from footnotes.parse.parts import scan_parts
from footnotes.parse.readings import FoundCite, Reading
from footnotes.parse.roles import match_role
from footnotes.parse.take import take_part
from footnotes.parse.titles import FoundTitle, read_title
from footnotes.parse.vocabulary import load_words

_BY = re.compile(r",?\s(?:by|von|de|par|di|por)\s(?=\S)")
_COMMA = re.compile(r",\s")
_EDGE = " ,.:"
_LONGEST_TITLE = 250
"""How far behind "review of" the author of the work is looked for, in characters."""
_ARTICLES = {"article-journal", "article-magazine", "article-newspaper", "article", "document", "webpage"}


@frozen
class _Reviewed:
    """The work reviewed: its title, who wrote it, and where the words about it end."""

    title: FoundTitle
    names: tuple[FoundName, ...]
    end: int


@functools.cache
def _leads() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(load_words("reviews"), key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{words}):?\s+", re.IGNORECASE)


@functools.lru_cache(maxsize=64)
def _may_hold_lead(text: str) -> bool:
    """Whether words that lead to a work reviewed are in `text` at all; few notes have them."""
    lowered = text.lower()
    return any(words.lower() in lowered for words in load_words("reviews"))


def read_review(stretch: Stretch) -> FoundCite | None:
    """The review that `stretch` begins with, under its own title or that of the work reviewed; or None.

    A review without a title of its own is titled by its words (`review of Salt, by Ann Bell`): as a work
    by Bell it would be another's.
    """
    text = stretch.landmarks.text
    lead = _leads().search(text, stretch.start, stretch.end) if _may_hold_lead(text) else None
    if lead is None or not stretch.landmarks.is_open(lead.start()):
        return None
    head = _split_head(stretch.cut(stretch.start, lead.start()))
    reviewed = _match_reviewed(stretch.cut(lead.end()))
    if head is None or reviewed is None:
        return None
    draft = Draft(stretch.landmarks, reviewed.end)
    names, quoted = head
    draft.state_names("author", [shift_name(one, names.start) for one in read_all_names(names.text)])
    if quoted is None:
        title = read_title(stretch.landmarks.text, "plain", lead.start(), reviewed.end)
        draft.take_title(evolve(title, mark="quoted"))
    else:
        draft.take_title(read_title(stretch.landmarks.text, "quoted", *quoted))
        draft.state("reviewed_title", reviewed.title.text, reviewed.title.start, reviewed.title.end)
        draft.state_names("reviewed_author", reviewed.names)
    return _read_rest(draft, stretch, reviewed)


def _read_rest(draft: Draft, stretch: Stretch, reviewed: _Reviewed) -> FoundCite | None:
    draft.end = reviewed.end
    for part in scan_parts(stretch.cut(reviewed.end)):
        if not take_part(draft, part):
            break
    kind, locator = conclude_draft(draft)
    if "container_title" not in draft.variables or not {"issued", "volume", "url"} & draft.variables.keys():
        return None
    reading = Reading(
        type="review-book" if kind in _ARTICLES else kind,
        variables=draft.variables,
        places=tuple(draft.places),
        locator=locator,
        start=stretch.start,
        end=draft.end,
        identified=True,
        certain=draft.loose == 0 and reviewed.title.mark != "plain",
    )
    return FoundCite(CiteForm.FULL, reading, confidence="high" if reading.certain else "medium")


def _split_head(stretch: Stretch) -> tuple[Stretch, Range | None] | None:
    """The reviewer, and the title of the review if it has one; None if other words stand there."""
    text = stretch.text.rstrip(_EDGE)
    quotations = stretch.list_inside(stretch.landmarks.quotations)
    quoted = next((one for one in quotations if one[1] >= stretch.start + len(text)), None)
    names = stretch.cut(stretch.start, quoted[0] if quoted else stretch.start + len(text))
    names = names.cut(names.start, names.start + len(names.text.rstrip(_EDGE)))
    return (names, quoted) if not names.text or are_persons(names.text) else None


def _match_reviewed(stretch: Stretch) -> _Reviewed | None:
    """The title at the start of `stretch` and its authors or editors: `*Salt*, by Ann Bell`."""
    marked = _match_marked(stretch)
    if marked is not None:
        return marked
    text, landmarks = stretch.landmarks.text, stretch.landmarks
    stop = min(stretch.end, stretch.start + _LONGEST_TITLE)
    places = [*_BY.finditer(text, stretch.start, stop), *_COMMA.finditer(text, stretch.start, stop)]
    for match in sorted(places, key=re.Match.start):
        by = _match_names(stretch, match.start()) if landmarks.is_open(match.start()) else None
        if by is not None:
            return _Reviewed(read_title(text, "plain", stretch.start, match.start()), *by)
    return None


def _match_marked(stretch: Stretch) -> _Reviewed | None:
    """A marked title with its names behind it, or before it: `review of Ann Bell, *Salt*`."""
    text, landmarks = stretch.landmarks.text, stretch.landmarks
    marks = [("quoted", *one) for one in stretch.list_inside(landmarks.quotations)]
    marks += [("emphasised", *one) for one in stretch.list_inside(landmarks.emphases)]
    first = min(marks, key=lambda one: one[1], default=None)
    if first is None:
        return None
    before = stretch.cut(stretch.start, first[1]).text.rstrip(_EDGE)
    if before and not are_persons(before):
        return None
    names = [shift_name(one, stretch.start) for one in read_all_names(before)]
    by = _match_names(stretch, first[2]) or (tuple(names), first[2])
    return _Reviewed(read_title(text, *first), *by)


def _match_names(stretch: Stretch, at: int) -> tuple[tuple[FoundName, ...], int] | None:
    """The names behind "by" or the word of a role at `at`, and their end."""
    text = stretch.landmarks.text
    by = _BY.match(text, at, stretch.end)
    comma = _COMMA.match(text, at, stretch.end)
    role = match_role(stretch.cut(comma.end())) if comma else None
    start = by.end() if by else role.names[0].start if role else None
    stop = stretch.landmarks.find_next(start or at, stretch.end)
    end = find_joined_end(text, start, stop) if start is not None else None
    if start is None or end is None:
        return None
    return tuple(shift_name(one, start) for one in read_all_names(text[start:end])), end
