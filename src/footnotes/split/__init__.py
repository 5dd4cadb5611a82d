"""Source documents to notes and markers: found, numbered by position, repaired."""

from footnotes.split.notes import FoundNotes, find_notes

__all__ = ["FoundNotes", "find_notes"]
