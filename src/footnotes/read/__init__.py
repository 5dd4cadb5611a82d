"""Files to source documents: one file per kind of file, and the table of kinds."""

from footnotes.read.documents import READERS, read_document

__all__ = ["READERS", "read_document"]
