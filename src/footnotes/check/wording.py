"""The words of the sentences: what is quoted, how a work is called, how things are listed and counted."""

from collections.abc import Sequence

from footnotes.model import AnyName, Date, LiteralName, Reference
from footnotes.text.subtitles import cut_subtitle

_LONGEST = 60
"""How many characters of the paper a sentence quotes."""
_NAMED = 5
"""How many things a sentence lists before it counts the others."""


def quote(text: str) -> str:
    """The words of the paper in quotation marks, cut where they are long."""
    return f"“{shorten(text)}”"


def shorten(text: str) -> str:
    """`text`, with an ellipsis for what is too long to quote."""
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST else f"{folded[: _LONGEST - 1].rstrip()}…"


def name_work(work: Reference) -> str:
    """A work as a short form names it: the surname and the title without subtitle."""
    title = quote(cut_subtitle(work.title)) if work.title else None
    parts = [name_person(work.creators[0]) if work.creators else None, title]
    named = ", ".join(part for part in parts if part)
    return named or shorten(work.archive_location or work.container_title or work.url or work.key)


def name_person(name: AnyName) -> str:
    """The surname of a person with the particle that stays with it, or an institution as it stands."""
    if isinstance(name, LiteralName):
        return shorten(name.literal)
    return " ".join(part for part in (name.non_dropping_particle, name.family) if part)


def spell_person(name: AnyName) -> str:
    """A person in full, given name first."""
    if isinstance(name, LiteralName):
        return name.literal
    parts = (name.given, name.dropping_particle, name.non_dropping_particle, name.family, name.suffix)
    return " ".join(part for part in parts if part)


def spell_date(date: Date) -> str:
    """The first day of a date as exactly as it is known: `2023-01-05`, `2023-01`, `2023`."""
    start = date.start
    parts = [f"{start.year:04}", *(f"{part:02}" for part in (start.month, start.day) if part)]
    return "-".join(parts)


def join_words(words: Sequence[str], last: str = "and") -> str:
    """`a, b and c`; what is beyond the first few is counted."""
    listed = [*words]
    if len(listed) > _NAMED + 1:
        listed = [*listed[:_NAMED], f"{len(listed) - _NAMED} more"]
    if len(listed) < 2:  # noqa: PLR2004 - one word needs no link
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def count(number: int, thing: str) -> str:
    """`1 note`, `2 notes`."""
    return f"{number} {thing}{'s'[: number != 1]}"
