"""Reading one unit of a note: which part of it is a cite, and of what kind."""

from collections.abc import Iterator

from attrs import evolve, frozen

from footnotes.model import CiteForm
from footnotes.parse.forms import FoundForm, match_form
from footnotes.parse.full import Reading, find_start, read_full
from footnotes.parse.landmarks import Range, Stretch
from footnotes.parse.prose import is_prose
from footnotes.parse.shorts import KnownNames, match_short, read_short_title
from footnotes.parse.signals import find_signals, match_signal
from footnotes.parse.titles import FoundTitle, list_titles

_NEAR = 3
"""How many characters may stand between an address and its access date."""


@frozen
class FoundCite:
    """A cite in the text of a note, with the signal that leads to it."""

    form: CiteForm
    reading: Reading
    signal: Range | None = None
    confidence: str = "high"


def read_unit(stretch: Stretch, known: KnownNames) -> Iterator[FoundCite]:
    """The cites in `stretch`, in order; what they leave is commentary."""
    while stretch.start < stretch.end:
        found = _read_next(stretch, known)
        if found is None:
            return
        yield found
        stretch = stretch.cut(found.reading.end)


def _read_next(stretch: Stretch, known: KnownNames) -> FoundCite | None:
    signal, stretch = _read_signal(_skip_joint(stretch))
    form = match_form(stretch.landmarks.text, stretch.start, stretch.end)
    if form is not None:
        return FoundCite(form.form, _read_form(form), signal)
    short = match_short(stretch, known)
    if short is not None:
        return FoundCite(short.form, short.reading, signal)
    for title in list_titles(stretch):
        found = _read_titled(stretch, title, known)
        if found is not None:
            leads = found.signal is None and found.reading.start == stretch.start
            return evolve(found, signal=signal) if leads else found
    plain = _read_plain(stretch)
    return evolve(plain, signal=signal) if plain else _read_address(stretch)


def _skip_joint(stretch: Stretch) -> Stretch:
    """Past what joins a cite to the one before it."""
    text = stretch.text
    rest = text.lstrip(" ,;.").removeprefix("and ")
    return stretch.cut(stretch.start + len(text) - len(rest))


def _read_signal(stretch: Stretch) -> tuple[Range | None, Stretch]:
    """The signals at the start as one (they may stack), and what follows them."""
    signal, at = None, stretch.start
    while (match := match_signal(stretch.landmarks.text, at, stretch.end)) is not None:
        signal, at = (stretch.start, match[0]), match[1]
    return signal, stretch.cut(at)


def _read_form(found: FoundForm) -> Reading:
    places = (("locator", found.locator_start, found.locator_end),) if found.locator else ()
    return Reading("", {}, places, found.locator, found.start, found.end)


def _read_titled(stretch: Stretch, title: FoundTitle, known: KnownNames) -> FoundCite | None:
    """The citation with `title`, full or short; a signal before it in the sentence leads to it."""
    found = find_signals(stretch.landmarks.text, stretch.start, title.outer_start)
    inner = [one for one in found if stretch.landmarks.is_open(one[0])]
    signal = (inner[-1][0], inner[-1][1]) if inner else None
    stretch = stretch.cut(inner[-1][2]) if inner else stretch
    start = find_start(stretch, title)
    if start is None and _is_quoted_sentence(stretch, title):
        return None
    reading = read_full(stretch.cut(title.outer_start if start is None else start), title)
    leads = reading.start == stretch.start
    if reading.identified:
        return FoundCite(
            CiteForm.FULL, reading, signal if leads else None, "high" if reading.certain else "medium"
        )
    short = read_short_title(stretch, reading, title, known) if leads else None
    return FoundCite(short.form, short.reading, signal, short.confidence) if short else None


def _is_quoted_sentence(stretch: Stretch, title: FoundTitle) -> bool:
    """Whether a quotation is what somebody said, not a title: `as she says, "... themselves."`."""
    ending = stretch.landmarks.text[title.outer_end - 2 : title.outer_end + 1]
    return title.mark == "quoted" and ending[0] in ".!?" and not ending.endswith(",")


def _read_plain(stretch: Stretch) -> FoundCite | None:
    """A citation in which nothing is marked as the title: it must have an imprint or an address."""
    strong = [at for at, _ in (*stretch.landmarks.urls, *stretch.landmarks.brackets)]
    strong = [at for at in strong if stretch.start < at < stretch.end]
    if not strong or is_prose(stretch.cut(stretch.start, min(strong)).text.split(",")[0]):
        return None
    reading = read_full(stretch, None)
    has_source = {"url", "doi", "publisher", "publisher_place"} & reading.variables.keys()
    return FoundCite(CiteForm.FULL, reading, None, "medium") if reading.identified and has_source else None


def _read_address(stretch: Stretch) -> FoundCite | None:
    """An address in a sentence: all that is known of the source, but enough to look at it."""
    found = next(iter(stretch.list_inside(stretch.landmarks.urls)), None)
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
