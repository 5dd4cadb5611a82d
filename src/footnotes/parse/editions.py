"""Which edition of a work it is: `2nd ed.`, `3., erw. Aufl.`, `rev. ed.`."""

import re

from attrs import evolve

from footnotes.parse.imprint_fields import ImprintField

EDITION = re.compile(
    r"(?:(?P<number>\d{1,3})(?:st|nd|rd|th|\.?[ªº°]|\.|e|a|ème|-е|-ое)?,?\s*"
    r"(?:(?:rev(?:ised|\.)?|anniversary|international|student)\s+"
    r"|(?:[^\W\d_]{3,}\.?,?\s(?:(?:u\.|und)\s)?){1,3}(?=Aufl))?"
    r"|(?P<named>(?:rev|enl|exp|new|revised|enlarged|expanded|updated|illustrated|abridged|unabridged|annotated|corrected)\b\.?(?:\s(?:and|&)\s\w+\.?)?)\s+)"
    r"(?:ed(?:itio)?n?\b\.?|edn\b|Aufl(?:age|\.)|éd\.|ed\.|изд\.(?:,\s(?:испр|доп|перераб|стер)\.(?:\sи\s(?:испр|доп|перераб)\.)?)?|baskı|basım|nəşr|wyd\.)",
    re.IGNORECASE,
)


def match_edition(text: str, start: int, end: int) -> ImprintField | None:
    """The edition at `start` of `text` (`2nd ed.`, `rev. ed.`), its number or name as value."""
    match = EDITION.match(text, start, end)
    return evolve(make_edition(match), start=match.start(), end=match.end()) if match else None


def make_edition(match: re.Match[str]) -> ImprintField:
    """The field that a `match` of `EDITION` states: its number if it has one, else its name."""
    printed = "number" if match["number"] else "named"
    return ImprintField("edition", match[printed], *match.span(printed))
