"""Source documents to notes and markers: found, numbered by position, repaired."""

from footnotes.split.contexts import make_context_finder
from footnotes.split.found import FoundNotes
from footnotes.split.notes import find_notes
from footnotes.split.references import find_references

__all__ = ["FoundNotes", "find_notes", "find_references", "make_context_finder"]
