"""Notes to cites: what the author wrote, field by field, each with its place in the source.

    note ──landmarks──▶ segments ──▶ units ──▶ full, plain, short and back-references ──▶ cites
                                                    │
                           heads, titles ──▶ parts ─┴─take──▶ draft ──▶ conclusions

What is recognised before anything is understood are the `landmarks`. `segments` cuts the note and `units`
asks what each piece is. A full citation is read from its head on: the names and the title, then the `parts`
behind it, of which each states something in the `draft`; `conclusions` says what they amount to. The words
of all languages are tables in `vocabulary`, names have a package of their own, and what rules leave open in
a reference list the `tagger` settles.
"""

from collections.abc import Sequence

from footnotes.model import Note
from footnotes.parse.cites import ParsedNotes, parse_cites

__all__ = ["ParsedNotes", "parse_cites", "parse_references"]


def parse_references(entries: Sequence[Note]) -> ParsedNotes:
    """Read the entries of a reference list, each as one full citation."""
    from footnotes.parse import entries as reader  # noqa: PLC0415 - only a list needs the tagger

    return reader.parse_references(entries)
