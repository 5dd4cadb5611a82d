"""Resolving alone: how long the cites of many notes take, from 10,000 notes to 100,000.

    python benchmarks/resolving.py

The cites are made, not read: in each ten notes two works are introduced, and cited again in eight forms, by
names that occur once and by names that a hundred works share. CPU time; the last column must not grow.
"""

import time
from collections.abc import Iterator

import footnotes
from footnotes.model import (
    Cite,
    CiteForm,
    Date,
    Locator,
    Name,
    Note,
    NoteKind,
    Origin,
    PartialDate,
    Reference,
    Span,
)

SIZES = (10_000, 20_000, 50_000, 100_000)
SHARED = 100
"""How many works have an author of the same surname."""
BLOCK = 10
SYLLABLES = (
    *("bar", "cel", "dim", "for", "gul", "han", "jek", "kil", "lom", "mur"),
    *("nas", "pet", "quin", "rod", "sum", "tav", "vel", "wis", "xor", "zub"),
)
Form = tuple[CiteForm, Reference | None, str | None]


def make_cites(count: int) -> Iterator[Cite]:
    """A cite for each of `count` notes, but for one note in ten, which is commentary."""
    for number in range(1, count + 1):
        block, place = divmod(number - 1, BLOCK)
        if place < BLOCK - 1:
            form, stated, points_to = _list_forms(block, number)[place]
            yield Cite(
                note=number,
                index=1,
                form=form,
                text="",
                span=Span(0, 1),
                stated=stated,
                locator=Locator("page", str(number % 400 + 1)),
                points_to=points_to,
            )


def _spell_name(number: int) -> str:
    """A surname of four syllables that no other number below 160,000 has."""
    scrambled = number * 7919 % len(SYLLABLES) ** 4
    digits = (scrambled // len(SYLLABLES) ** place % len(SYLLABLES) for place in range(4))
    return "".join(SYLLABLES[digit] for digit in digits).capitalize()


def _list_forms(block: int, number: int) -> tuple[Form, ...]:
    name, shared = Name(_spell_name(2 * block), "Ann"), Name(_spell_name(2 * (block // SHARED) + 1), "Carl")
    year = Date(PartialDate(1800 + block % 200))
    full = Reference(type="book", author=(name,), title=f"The Ports of Region {block}", issued=year)
    other = Reference(type="book", author=(shared,), title=f"On Ships and Harbours {block}", issued=year)
    short = Reference(type="book", author=(name,), title=f"Region {block}")
    return (
        (CiteForm.FULL, full, None),
        (CiteForm.IBID, None, None),
        (CiteForm.SHORT_AUTHOR_PAGE, Reference(type="book", author=(name,)), None),
        (CiteForm.FULL, other, None),
        (CiteForm.SHORT_AUTHOR_TITLE, short, None),
        (CiteForm.SHORT_AUTHOR_PAGE, Reference(type="book", author=(shared,)), None),
        (CiteForm.NOTE_REF, Reference(type="book", author=(name,)), str(max(1, number - 6))),
        (
            CiteForm.OP_CIT,
            Reference(type="book", author=(Name(_spell_name(2 * block).replace("a", "o", 1)),)),
            None,
        ),
        (CiteForm.SHORT_TITLE, Reference(type="book", title=f"Harbours {block}"), None),
    )


def make_notes(count: int) -> list[Note]:
    """The notes that the cites stand in."""
    return [
        Note(
            number=number,
            label=str(number),
            printed_label=str(number),
            kind=NoteKind.FOOTNOTE,
            text="As was said in those days.",
            span=Span(0, 1),
            origin=Origin(()),
            label_span=Span(0, 0),
        )
        for number in range(1, count + 1)
    ]


def main() -> None:
    """Print a line for each size."""
    print(f"{'notes':>8} {'CPU seconds':>12} {'µs a note':>10} {'resolved':>9}")
    for count in SIZES:
        cites, notes = list(make_cites(count)), make_notes(count)
        start = time.process_time()
        resolutions = footnotes.resolve_cites(cites, notes)
        seconds = time.process_time() - start
        found = sum(one.target is not None for one in resolutions)
        each = seconds / count * 1e6
        print(f"{count:8,} {seconds:12.2f} {each:10.0f} {found / len(cites):9.0%}")


if __name__ == "__main__":
    main()
