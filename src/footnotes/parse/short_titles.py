"""Short forms that name a title: `Kennedy, Rise of the Antagonism, p. 467`."""

import re

from attrs import evolve

from footnotes.model import CiteForm
from footnotes.parse.known_works import KnownWorks
from footnotes.parse.landmarks import Stretch
from footnotes.parse.locators import FoundLocator, match_locator
from footnotes.parse.names.family_first import match_family_first
from footnotes.parse.names.reading import OTHERS, FoundName, read_names, shift_name
from footnotes.parse.prose import is_prose
from footnotes.parse.readings import Reading
from footnotes.parse.shorts import GAP, LONGEST, FoundShort, add_locator
from footnotes.parse.titles import FoundTitle, read_title
from footnotes.parse.towns import is_book_town
from footnotes.parse.vocabulary import load_words
from footnotes.parse.volumes import match_volume
from footnotes.text.fold import fold_case, fold_marks

_AFTER_TITLE = re.compile(r"[\s.…]*,?:?\s*(?=\S)")
_LEAD = re.compile(r"(?P<names>[^\d;:()\[\]“”\"]{2,80}?)(?:,|:|\.\.)\s+(?=\S)")


def read_short_title(
    stretch: Stretch, reading: Reading, title: FoundTitle, known: KnownWorks
) -> FoundShort | None:
    """A reading without publication data as author-title or title form; None if it is neither.

    A title that a sentence goes on after is only mentioned, and so is one without name and place.
    """
    author = reading.variables.get("author")
    if isinstance(author, tuple) and author:
        persons = tuple(name for name in author if name != OTHERS)
        known_title = known.know(persons) and known.know_title(author[0], title.text)
    else:
        known_title = known.hold_title(title.text)
    rest = stretch.cut(reading.end).text.strip(" .,;")
    # "“First Draft of an Outline,” HMBP": the collection is named by what was declared for it.
    named = str(reading.variables.get("container_title", "")).rstrip(".")
    declared = named in known.declared
    if declared:
        reading = _cut_container(reading, named)
    stated = reading.variables.keys() - ({"container_title"} if declared else set())
    if (rest and rest[0] not in "()[]" and not known_title) or stated - {"author", "title"}:
        return None
    if reading.idem:
        return FoundShort(CiteForm.SHORT_AUTHOR_TITLE, reading, _rate(known.hold_title(title.text)))
    if not author:
        placed = reading.locator is not None or (declared and known_title)
        starts = title.outer_start == reading.start and placed
        return FoundShort(CiteForm.SHORT_TITLE, reading, _rate(known_title)) if starts else None
    return FoundShort(CiteForm.SHORT_AUTHOR_TITLE, reading, _rate(known_title))


def _cut_container(reading: Reading, named: str) -> Reading:
    """`reading` with the container `named` alone, without the full stop of the note."""
    start = next(start for variable, start, _ in reading.places if variable == "container_title")
    end = start + len(named)
    places = [one for one in reading.places if one[0] != "container_title"]
    places.append(("container_title", start, end))
    variables = reading.variables | {"container_title": named}
    return evolve(
        reading, variables=variables, places=tuple(places), end=max(end, *(one[2] for one in places))
    )


def _rate(known_title: bool) -> str:  # noqa: FBT001 - a rating of one fact
    return "high" if known_title else "medium"


def match_short_title(stretch: Stretch, known: KnownWorks) -> FoundShort | None:
    """An author-title form in which nothing marks the title: `Kennedy, Rise of the Antagonism, p. 467`.

    The words after a known name are a title if they stand together in one of that name; then a place
    may follow. Words that do not are a title only if a place follows that is labelled or ends it all,
    and doubtfully.
    """
    text = stretch.landmarks.text
    # "Нефедов С. А. О причинах голода. С. 157": nothing but a space parts the name from the title.
    dotted = text.find(". ", stretch.start, min(stretch.end, stretch.start + LONGEST)) > 0
    named = match_family_first(text, stretch.start, stretch.end) if dotted else None
    if named is not None:
        names = [shift_name(one, stretch.start) for one in read_names(text[stretch.start : named])]
        found = (
            _read_known_title(stretch.cut(named + 1), names, known)
            if known.know(tuple(one.name for one in names))
            else None
        )
        if found is not None:
            return found
    for lead in _LEAD.finditer(text, stretch.start, min(stretch.end, stretch.start + 90)):
        if lead.start() != stretch.start:
            return None
        names = [shift_name(one, stretch.start) for one in read_names(lead["names"])]
        if known.know(tuple(one.name for one in names)):
            return _read_known_title(stretch.cut(lead.end()), names, known)
    return None


def _may_be_title(rest: Stretch, end: int, page: FoundLocator, known: KnownWorks) -> bool:
    """Whether words of no known title are one: a page with a label follows them, or ends it all.

    Before a bare page stand parts of a work too, and names and towns.
    """
    text = rest.landmarks.text
    words = text[rest.start : end]
    if not text[rest.start].isupper() or is_prose(words):
        return False
    if page.labelled:
        return True
    telling = [fold_case(word.strip(".")) for word in words.split()]
    is_part = match_volume(text, rest.start, end) or match_locator(text, rest.start, end)
    is_other = is_part or is_book_town(words) or any(one in load_words("contributions") for one in telling)
    named = all(fold_marks(word) in known.last_words for word in telling)
    return not is_other and not named and not text[page.end : rest.end].strip(" .,")


def _read_known_title(rest: Stretch, names: list[FoundName], known: KnownWorks) -> FoundShort | None:
    text = rest.landmarks.text
    whole = text[rest.start : rest.end]
    cuts = [match.start() for match in re.finditer(r",\s|[.;(]|$", whole)]
    ends = [rest.start + len(whole[:cut].rstrip(" .…")) for cut in reversed(cuts)]
    # "Wehler, Gesellschaftsgeschichte, Bd. 1, S. 70": known words are a title rather than longer ones.
    sure = [end for end in ends if known.know_title(names[0].name, text[rest.start : end])]
    for title_end in sure or ends:
        gap = (_AFTER_TITLE if sure else GAP).match(text, title_end, rest.end)
        page = match_locator(text, gap.end(), rest.end) if gap else None
        known_title = known.know_title(names[0].name, text[rest.start : title_end])
        if known_title or (page is not None and _may_be_title(rest, title_end, page, known)):
            title = read_title(text, "plain", rest.start, title_end)
            reading = Reading(
                type="book",
                variables={"author": tuple(one.name for one in names), "title": title.text},
                places=(
                    *(("author", one.start, one.end) for one in names),
                    ("title", title.start, title.end),
                ),
                locator=None,
                start=names[0].start,
                end=title_end,
            )
            reading = add_locator(reading, page) if page else reading
            form = CiteForm.SHORT_AUTHOR_TITLE
            return FoundShort(form, reading, _rate(known_title))
    return None
