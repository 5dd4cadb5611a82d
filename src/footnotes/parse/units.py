"""Reading one unit of a note: which part of it is a cite, and of what kind."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from footnotes.model import CiteForm
from footnotes.parse.forms import FoundForm, find_named_form, match_form
from footnotes.parse.full import (
    Reading,
    find_head_end,
    find_names_end,
    find_single_name_end,
    find_start,
    read_full,
)
from footnotes.parse.landmarks import Range, Stretch
from footnotes.parse.names import read_names, shift_name
from footnotes.parse.prose import is_prose
from footnotes.parse.roles import strip_role
from footnotes.parse.shorts import KnownWorks, match_short, match_short_title, read_short_title
from footnotes.parse.signals import find_signals, match_signal
from footnotes.parse.titles import FoundTitle, list_titles, read_title

_NAME_START = re.compile(
    r"(?:(?<=\s)|(?<=\())(?P<initials>(?:[^\W\d_]\.[-\s]?)+)?[^\W\d_a-z][\w'’-]+"
    r"(?:\s(?:u\.|und|and)\s[\w'’ -]+)?[,:]\s"
)
_NEAR = 3
"""How many characters may stand between an address and its access date."""


@frozen
class FoundCite:
    """A cite in the text of a note, with the signal that leads to it."""

    form: CiteForm
    reading: Reading
    signal: Range | None = None
    confidence: str = "high"


def read_unit(stretch: Stretch, known: KnownWorks) -> Iterator[FoundCite]:
    """The cites in `stretch`, in order; what they leave is commentary."""
    while stretch.start < stretch.end:
        found = _read_next(stretch, known)
        if found is None:
            return
        yield found
        stretch = stretch.cut(found.reading.end)


def _read_next(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    signal, stretch = _read_signal(_skip_joint(stretch))
    form = match_form(stretch.landmarks.text, stretch.start, stretch.end)
    if form is not None:
        return FoundCite(form.form, _read_form(form), signal)
    named = _read_named_form(stretch)
    if named is not None:
        return evolve(named, signal=signal)
    short = match_short(stretch, known)
    if short is not None:
        return FoundCite(short.form, short.reading, signal)
    for title in list_titles(stretch):
        found = _read_titled(stretch, title, known)
        if found is not None:
            leads = found.signal is None and found.reading.start == stretch.start
            return evolve(found, signal=signal) if leads else found
    plain = _read_plain(stretch, known)
    if plain is None:
        return _read_address(stretch)
    leads = plain.signal is None and plain.reading.start == stretch.start
    return evolve(plain, signal=signal) if leads else plain


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


def _read_named_form(stretch: Stretch) -> FoundCite | None:
    """An op. cit. that names its author, and perhaps the title: `Levi, L'osteria, cit., p. 133`."""
    form = find_named_form(stretch.landmarks.text, stretch.start, stretch.end)
    form = form if form and stretch.landmarks.is_open(form.start) else None
    head = stretch.cut(stretch.start, form.start) if form else stretch
    names_end = find_names_end(head) if form else None
    names_end = find_single_name_end(head) if form and names_end is None else names_end
    if form is None or names_end is None or form.locator_start < form.start:
        return None
    names = [shift_name(one, head.start) for one in read_names(head.cut(head.start, names_end).text)]
    variables: dict[str, object] = {"author": tuple(one.name for one in names)}
    places = [("author", one.start, one.end) for one in names]
    titles = list_titles(head.cut(names_end))
    words = head.cut(names_end).text.strip(" ,")
    if titles or words:
        at = head.start + head.text.rfind(words)
        title = titles[0] if titles else read_title(head.landmarks.text, "plain", at, at + len(words))
        variables["title"] = title.text
        places.append(("title", title.start, title.end))
    form_reading = _read_form(form)
    reading = evolve(
        form_reading,
        type="book",
        variables=variables,
        places=(*places, *form_reading.places),
        start=head.start,
    )
    return FoundCite(form.form, reading)


def _read_titled(stretch: Stretch, title: FoundTitle, known: KnownWorks) -> FoundCite | None:
    """The citation with `title`, full or short; a signal before it in the sentence leads to it."""
    found = find_signals(stretch.landmarks.text, stretch.start, title.outer_start)
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
    reading = read_full(stretch.cut(title.outer_start if start is None else start), title)
    leads = reading.start == stretch.start
    if reading.identified:
        return FoundCite(
            CiteForm.FULL, reading, signal if leads else None, "high" if reading.certain else "medium"
        )
    short = read_short_title(stretch, reading, title, known) if leads else None
    return FoundCite(short.form, short.reading, signal, short.confidence) if short else None


def _has_unmarked_title(stretch: Stretch, title: FoundTitle) -> bool:
    """Whether names and then words stand before a quotation: it is part of a title that nothing marks."""
    head = stretch.cut(stretch.start, title.outer_start)
    end = find_names_end(stretch.cut(stretch.start, title.outer_end)) if title.mark == "quoted" else None
    return (
        end is not None
        and end < head.end
        and any(map(str.isalpha, strip_role(head.cut(end).text.strip(" ,:"))[0]))
    )


def _is_quoted_sentence(stretch: Stretch, title: FoundTitle) -> bool:
    """Whether a quotation is what somebody said, not a title: `as she says, "... themselves."`."""
    ending = stretch.landmarks.text[title.outer_end - 2 : title.outer_end + 1]
    return title.mark == "quoted" and ending[0] in ".!?" and not ending.endswith(",")


def _read_plain(stretch: Stretch, known: KnownWorks) -> FoundCite | None:
    """A citation in which nothing is marked as the title: at the start, or inside a sentence."""
    for signal, start in _list_starts(stretch):
        rest = stretch.cut(start)
        full = _read_unmarked(rest)
        if full is not None:
            return FoundCite(CiteForm.FULL, full, signal, "medium")
        short = match_short_title(rest, known)
        if short is not None:
            return FoundCite(short.form, short.reading, signal, short.confidence)
    return _read_inside(stretch, known)


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
    signals = find_signals(stretch.landmarks.text, stretch.start, stretch.end)
    inner = [one for one in signals if stretch.landmarks.is_open(one[0]) and one[0] > stretch.start]
    leads = [((start, end), after) for start, end, after in inner]
    # "On the rivalry, see J. Best, ..." is a sentence; "J. Best, ..., quoted in ..." is a citation.
    named = find_names_end(stretch) is not None
    yield from [(None, stretch.start), *leads] if named or not leads else [*leads, (None, stretch.start)]


def _read_unmarked(stretch: Stretch) -> Reading | None:
    """A full citation without marks: it must have an imprint or an address, or stand in a volume."""
    if is_prose(stretch.text[: find_head_end(stretch)]):
        return None
    reading = read_full(stretch, None)
    has_source = {"url", "doi", "publisher", "publisher_place", "archive"} & reading.variables.keys()
    in_volume = "container_title" in reading.variables and "author" in reading.variables
    return reading if reading.identified and (has_source or in_volume) else None


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
