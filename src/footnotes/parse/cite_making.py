"""A cite of the model from what was read."""

from collections.abc import Iterator, Sequence

from footnotes.model import Cite, FieldPlace, Note, Reference
from footnotes.parse.readings import FoundCite
from footnotes.text.ranges import carries_range


def make_reference(found: FoundCite) -> Reference:
    """What a cite states as a work; one of no known type is a document."""
    return Reference(type=found.reading.type or "document", **found.reading.variables)  # type: ignore[arg-type]  # variables are those of Reference by name


def make_cite(note: Note, index: int, found: FoundCite, via: str | None = None) -> Cite:
    """The cite number `index` of `note`, its places counted in the source.

    `via` is the id of the cite of the work that was consulted for it.
    """
    reading = found.reading
    places = sorted(reading.places, key=lambda place: place[1:])
    return Cite(
        note=note.number,
        index=index,
        form=found.form,
        text=note.text[reading.start : reading.end],
        span=note.origin.locate(reading.start, reading.end),
        stated=make_reference(found) if reading.variables else None,
        locator=reading.locator,
        points_to=reading.points_to,
        via=via,
        declares=found.declares,
        idem=reading.idem_word,
        shares_container=reading.shares_container,
        flags=(*reading.flags, *_list_oddities(note.text, places)),
        signal=note.text[slice(*found.signal)] if found.signal else None,
        places=tuple(FieldPlace(name, note.origin.locate(start, end)) for name, start, end in places),
        confidence=found.confidence,
        section=note.section,
    )


def _list_oddities(text: str, places: Sequence[tuple[str, int, int]]) -> Iterator[str]:
    """What is odd about how the place cited is printed: `199-02` needs a ten to be carried."""
    if any(name == "locator" and carries_range(text[start:end]) for name, start, end in places):
        yield "range_repaired"
