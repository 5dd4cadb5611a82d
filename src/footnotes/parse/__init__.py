"""Notes to cites: what the author wrote, field by field, each with its place in the source."""

from collections.abc import Sequence

from footnotes.model import Note
from footnotes.parse.cites import ParsedNotes, parse_cites

__all__ = ["ParsedNotes", "parse_cites", "parse_references"]


def parse_references(entries: Sequence[Note]) -> ParsedNotes:
    """Read the entries of a reference list, each as one full citation."""
    from footnotes.parse import entries as reader  # noqa: PLC0415 - only a list needs the tagger

    return reader.parse_references(entries)
