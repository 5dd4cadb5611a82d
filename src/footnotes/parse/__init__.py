"""Notes to cites: what the author wrote, field by field, each with its place in the source."""

from footnotes.parse.cites import ParsedNotes, parse_cites

__all__ = ["ParsedNotes", "parse_cites"]
