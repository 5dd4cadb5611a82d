"""Reading one unit of a note: which part of it is a cite, and of what kind."""

import re
from collections.abc import Callable, Iterator

from footnotes.model import CiteForm
from footnotes.parse.back_references import read_back_reference
from footnotes.parse.bare_addresses import read_address
from footnotes.parse.courts import read_decision
from footnotes.parse.declarations import match_declared
from footnotes.parse.fonds import read_fond
from footnotes.parse.full import read_full
from footnotes.parse.head_starts import find_start, strip_entry_word
from footnotes.parse.heads import find_names_end
from footnotes.parse.holdings import read_holding
from footnotes.parse.interviews import read_interview
from footnotes.parse.known_works import KnownWorks
from footnotes.parse.landmarks import Range, Stretch, find_closing
from footnotes.parse.legislation import read_statute
from footnotes.parse.letters import match_letter, read_quoted_source
from footnotes.parse.plain import read_plain
from footnotes.parse.readings import FoundCite, lead
from footnotes.parse.reviews import read_review
from footnotes.parse.role_words import strip_role
from footnotes.parse.short_titles import read_short_title
from footnotes.parse.shorts import FoundShort, match_short
from footnotes.parse.signals import find_signals, match_signal
from footnotes.parse.titles import FoundTitle, list_titles
from footnotes.parse.vocabulary import load_words
from footnotes.text.fold import fold_case

# "and in Smith, ..."; but "in 't Veld" is a name.
_JOINT = re.compile(r"\A(?:and\s)?(?:in\s(?=[^\W\d_a-z]))?")
_IN_VOLUME = re.compile(r",\s(?:printed\s|reprinted\s|published\s)?in:?\s")
Reader = Callable[[Stretch, KnownWorks], FoundCite | None]


def _read_printed_letter(stretch: Stretch) -> FoundCite | None:
    """A letter that a volume prints, whatever marks the title of the volume."""
    if match_letter(stretch) is None or _IN_VOLUME.search(stretch.text) is None:
        return None
    reading = read_full(stretch, None)
    in_volume = "container_title" in reading.variables and "issued" in reading.variables
    return FoundCite(CiteForm.FULL, reading, None, "medium") if in_volume else None


_SHAPED = (
    read_decision,
    read_interview,
    read_statute,
    read_fond,
    read_quoted_source,
    read_holding,
    _read_printed_letter,
    read_review,
)
"""Sources whose whole shape tells what they are."""


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
            read = read_address
        stretch = stretch.cut(found.reading.end)


def _read_next(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    signal, stretch = _read_signal(_skip_joint(stretch))
    back = read_back_reference(stretch)
    if back is not None:
        return lead(back, signal)
    short = _match_declared(stretch, known) or match_short(stretch, known)
    if short is not None:
        return FoundCite(short.form, short.reading, signal)
    shaped = next((found for read in _SHAPED if (found := read(stretch)) is not None), None)
    if shaped is not None:
        return lead(shaped, signal) if shaped.reading.start == stretch.start else shaped
    for title in list_titles(stretch):
        found = _read_titled(stretch, title, known)
        if found is not None:
            leads = found.signal is None and found.reading.start == stretch.start
            return lead(found, signal) if leads else found
    plain = read_plain(stretch, known)
    if plain is None:
        return read_address(stretch, known)
    leads = plain.signal is None and plain.reading.start == stretch.start
    return lead(plain, signal) if leads else plain


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
    close = find_closing(rest)
    reading = read_full(rest if close is None else rest.cut(rest.start, close), title)
    leads = reading.start == stretch.start
    if reading.identified:
        form = CiteForm.IDEM if reading.idem else CiteForm.FULL
        return FoundCite(form, reading, signal if leads else None, "high" if reading.certain else "medium")
    short = read_short_title(stretch, reading, title, known)
    if short is None or not (leads or reading.idem or short.confidence == "high"):
        return None
    return FoundCite(short.form, short.reading, signal if leads else None, short.confidence)


def _has_unmarked_title(stretch: Stretch, title: FoundTitle) -> bool:
    """Whether names and then words stand before a quotation: it is part of a title that nothing marks."""
    head = stretch.cut(stretch.start, title.outer_start)
    end = find_names_end(stretch.cut(stretch.start, title.outer_end)) if title.mark == "quoted" else None
    words = (
        strip_role(strip_entry_word(head.cut(end).text).strip(" ,:"))[0].split() if end is not None else []
    )
    return any(word[:1].isalpha() and fold_case(word) not in load_words("contributions") for word in words)


def _is_quoted_sentence(stretch: Stretch, title: FoundTitle) -> bool:
    """Whether a quotation is what somebody said, not a title: `as she says, "... themselves."`."""
    ending = stretch.landmarks.text[title.outer_end - 2 : title.outer_end + 1]
    return title.mark == "quoted" and ending[0] in ".!?" and not ending.endswith(",")
