"""Reading one unit of a note: which part of it is a cite, and of what kind."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice

from attrs import evolve

from footnotes.model import CiteForm
from footnotes.parse.archives import holds_documents
from footnotes.parse.back_references import read_back_reference, read_lone
from footnotes.parse.courts import read_decision
from footnotes.parse.declarations import match_declared
from footnotes.parse.fonds import read_fond
from footnotes.parse.full import read_full
from footnotes.parse.heads import find_head_end, find_names_end, find_start
from footnotes.parse.interviews import read_interview
from footnotes.parse.known_works import KnownWorks
from footnotes.parse.landmarks import Range, Stretch
from footnotes.parse.legislation import read_statute
from footnotes.parse.letters import read_quoted_source
from footnotes.parse.prose import is_prose
from footnotes.parse.readings import FoundCite, Reading
from footnotes.parse.roles import strip_role
from footnotes.parse.shorts import FoundShort, match_short, match_short_title, read_short_title
from footnotes.parse.signals import find_signals, match_signal
from footnotes.parse.titles import FoundTitle, list_titles
from footnotes.parse.vocabulary import load_words
from footnotes.text.fold import fold_case

_NAME_START = re.compile(
    r"(?:(?<=\s)|(?<=\())(?P<initials>(?:[^\W\d_]\.[-\s]?)+)?[^\W\d_a-z][\w'’-]+"
    r"(?:\s(?:u\.|und|and)\s[\w'’ -]+)?[,:]\s"
)
# "and in Smith, ..."; but "in 't Veld" is a name.
_JOINT = re.compile(r"\A(?:and\s)?(?:in\s(?=[^\W\d_a-z]))?")
Reader = Callable[[Stretch, KnownWorks], FoundCite | None]
_SHAPED = (read_decision, read_interview, read_statute, read_fond, read_quoted_source)
"""Sources whose whole shape tells what they are."""
_YEAR_OR_ADDRESS = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|://|www\.|\b10\.\d{4}")
_IN_VOLUME = re.compile(r"\b(?:in|In|dans|w):?\s")
_DIGIT = re.compile(r"\d")
_MOST_STARTS = 20
"""At how many signals of a sentence a citation without marks is looked for."""
_NEAR = 3
"""How many characters may stand between an address and its access date."""


def read_unit(stretch: Stretch, known: KnownWorks) -> Iterator[FoundCite]:
    """The cites in `stretch`, in order; what they leave is commentary."""
    read: Reader = _read_next
    while stretch.start < stretch.end:
        found = read(stretch, known)
        if found is None:
            return
        yield found
        if found.confidence == "low" and "url" in found.reading.variables:
            # Where all else failed once, only addresses are left: a list of them is read in one go.
            read = _read_address
        stretch = stretch.cut(found.reading.end)


def _read_next(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    signal, stretch = _read_signal(_skip_joint(stretch))
    back = read_back_reference(stretch)
    if back is not None:
        return _lead(back, signal)
    short = _match_declared(stretch, known) or match_short(stretch, known)
    if short is not None:
        return FoundCite(short.form, short.reading, signal)
    shaped = next((found for read in _SHAPED if (found := read(stretch)) is not None), None)
    if shaped is not None:
        return _lead(shaped, signal) if shaped.reading.start == stretch.start else shaped
    for title in list_titles(stretch):
        found = _read_titled(stretch, title, known)
        if found is not None:
            leads = found.signal is None and found.reading.start == stretch.start
            return _lead(found, signal) if leads else found
    plain = _read_plain(stretch, known)
    if plain is None:
        return _read_address(stretch, known)
    leads = plain.signal is None and plain.reading.start == stretch.start
    return _lead(plain, signal) if leads else plain


def _lead(found: FoundCite, signal: Range | None) -> FoundCite:
    """`found` with the signal that leads to it."""
    return evolve(found, signal=signal) if signal else found


def _match_declared(stretch: Stretch, known: KnownWorks) -> FoundShort | None:
    reading = match_declared(stretch, known.declared)
    return FoundShort(CiteForm.DECLARED_SHORT, reading) if reading else None


def _skip_joint(stretch: Stretch) -> Stretch:
    """Past what joins a cite to the one before it."""
    text = stretch.text
    rest = _JOINT.sub("", text.lstrip(" ,;."), count=1)
    return stretch.cut(stretch.start + len(text) - len(rest))


def _read_signal(stretch: Stretch) -> tuple[Range | None, Stretch]:
    """The signals at the start as one (they may stack), and what follows them."""
    signal, at = None, stretch.start
    while (match := match_signal(stretch.landmarks.text, at, stretch.end)) is not None:
        signal, at = (stretch.start, match[0]), match[1]
    return signal, stretch.cut(at)


def _read_titled(stretch: Stretch, title: FoundTitle, known: KnownWorks) -> FoundCite | None:
    """The citation with `title`, full or short; a signal before it in the sentence leads to it."""
    found = find_signals(stretch.landmarks.signals, stretch.start, title.outer_start)
    inner = [one for one in found if stretch.landmarks.is_open(one[0])]
    signal = (inner[-1][0], inner[-1][1]) if inner else None
    stretch = stretch.cut(inner[-1][2]) if inner else stretch
    if _has_unmarked_title(stretch, title):
        return None
    start = find_start(stretch, title)
    if (
        start in {None, title.outer_start}
        and title.outer_start > stretch.start
        and _is_quoted_sentence(stretch, title)
    ):
        return None
    rest = stretch.cut(title.outer_start if start is None else start)
    close = _find_closing(rest)
    reading = read_full(rest if close is None else rest.cut(rest.start, close), title)
    leads = reading.start == stretch.start
    if reading.identified:
        form = CiteForm.IDEM if reading.idem else CiteForm.FULL
        return FoundCite(form, reading, signal if leads else None, "high" if reading.certain else "medium")
    short = read_short_title(stretch, reading, title, known)
    if short is None or not (leads or short.confidence == "high"):
        return None
    return FoundCite(short.form, short.reading, signal if leads else None, short.confidence)


def _has_unmarked_title(stretch: Stretch, title: FoundTitle) -> bool:
    """Whether names and then words stand before a quotation: it is part of a title that nothing marks."""
    head = stretch.cut(stretch.start, title.outer_start)
    end = find_names_end(stretch.cut(stretch.start, title.outer_end)) if title.mark == "quoted" else None
    words = strip_role(head.cut(end).text.strip(" ,:"))[0].split() if end is not None else []
    return any(word[:1].isalpha() and fold_case(word) not in load_words("contributions") for word in words)


def _is_quoted_sentence(stretch: Stretch, title: FoundTitle) -> bool:
    """Whether a quotation is what somebody said, not a title: `as she says, "... themselves."`."""
    ending = stretch.landmarks.text[title.outer_end - 2 : title.outer_end + 1]
    return title.mark == "quoted" and ending[0] in ".!?" and not ending.endswith(",")


def _read_plain(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    """A citation in which nothing is marked as the title: at the start, or inside a sentence."""
    evident = _holds_evidence(stretch)
    for signal, start in islice(_list_starts(stretch), _MOST_STARTS):
        rest = stretch.cut(start)
        full = _read_unmarked(rest) if evident else None
        if full is not None:
            return FoundCite(CiteForm.IDEM if full.idem else CiteForm.FULL, full, signal, "medium")
        back = _read_pointing(rest, known) if signal else None
        if back is not None:
            return _lead(back, signal)
        short = match_short_title(rest, known)
        if short is not None:
            return FoundCite(short.form, short.reading, signal, short.confidence)
    return _read_inside(stretch, known) or _read_bracketed(stretch, known) or read_lone(stretch)


def _read_pointing(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    """The back-reference or short form that a signal in the middle of a sentence leads to."""
    back = read_back_reference(stretch)
    if back is not None:
        return back
    short = match_short(stretch, known)
    return FoundCite(short.form, short.reading, None, short.confidence) if short else None


def _read_bracketed(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    """A back-reference or short form that is all that a bracket holds: `(ibid., 15)`."""
    for start, end in stretch.list_inside(stretch.landmarks.brackets):
        inner = stretch.cut(start + 1, end - 1)
        found = _read_pointing(inner, known)
        if found is not None and not inner.cut(found.reading.end).text.strip(" .,"):
            return found
    return None


def _read_inside(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    """A citation in the middle of a sentence: it shows by initials or by a known name and its title."""
    for match in _NAME_START.finditer(stretch.landmarks.text, stretch.start + 1, stretch.end):
        rest = stretch.cut(match.start())
        if stretch.landmarks.text[match.start() - 1] == "(" and (close := _find_closing(rest)):
            rest = rest.cut(rest.start, close)
        full = (
            _read_unmarked(rest) if match["initials"] and stretch.landmarks.is_open(match.start()) else None
        )
        if full is not None:
            return FoundCite(CiteForm.FULL, full, None, "medium")
        short = match_short_title(rest, known)
        if short is not None and short.confidence == "high":
            return FoundCite(short.form, short.reading)
    return None


def _find_closing(stretch: Stretch) -> int | None:
    """Where the bracket that was opened just before `stretch` closes."""
    found = next((one for one in stretch.landmarks.brackets if one[0] == stretch.start - 1), None)
    return found[1] - 1 if found else None


def _list_starts(stretch: Stretch) -> Iterator[tuple[Range | None, int]]:
    """Where an unmarked citation may begin: first of all where the stretch does."""
    signals = find_signals(stretch.landmarks.signals, stretch.start, stretch.end)
    inner = [one for one in signals if stretch.landmarks.is_open(one[0]) and one[0] > stretch.start]
    leads = [((start, end), after) for start, end, after in inner]
    # "On the rivalry, see J. Best, ..." is a sentence; "J. Best, ..., quoted in ..." is a citation.
    named = find_names_end(stretch) is not None
    yield from [(None, stretch.start), *leads] if named or not leads else [*leads, (None, stretch.start)]


def _read_unmarked(stretch: Stretch) -> Reading | None:
    """A full citation without marks: it must have an imprint or an address, or stand in a volume."""
    if not _holds_evidence(stretch) or is_prose(stretch.text[: find_head_end(stretch)]):
        return None
    reading = read_full(stretch, None)
    has_source = {"url", "doi", "publisher", "publisher_place", "archive"} & reading.variables.keys()
    in_volume = (
        reading.shares_container or "container_title" in reading.variables
    ) and "author" in reading.variables
    return reading if reading.identified and (has_source or in_volume) else None


def _holds_evidence(stretch: Stretch) -> bool:
    """Whether there is anything that could make a citation of the stretch: most sentences end here."""
    text = stretch.landmarks.text
    if _YEAR_OR_ADDRESS.search(text, stretch.start, stretch.end):
        return True
    inside = _IN_VOLUME.search(text, stretch.start, stretch.end)
    if inside and _DIGIT.search(text, inside.end(), stretch.end):
        return True
    return holds_documents(stretch.text)


def _read_address(stretch: Stretch, _known: KnownWorks) -> FoundCite | None:
    """An address in a sentence: all that is known of the source, but enough to look at it."""
    urls = stretch.landmarks.urls
    at = bisect_left(urls, (stretch.start, 0))
    found = urls[at] if at < len(urls) and urls[at][1] <= stretch.end else None
    if found is None:
        return None
    reading = Reading(
        type="webpage",
        variables={"url": stretch.cut(*found).text},
        places=(("url", *found),),
        locator=None,
        start=found[0],
        end=found[1],
        identified=True,
        certain=False,
    )
    for access in stretch.landmarks.accesses:
        if found[1] <= access.start < found[1] + _NEAR and access.end <= stretch.end:
            accessed = ("accessed", access.date_start, access.date_end)
            variables = reading.variables | {"accessed": access.date}
            reading = evolve(
                reading, variables=variables, places=(*reading.places, accessed), end=access.end
            )
    return FoundCite(CiteForm.FULL, reading, None, "low")
