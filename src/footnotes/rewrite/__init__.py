"""Apparatus -> the notes written out: every back-reference in one form, all else to the letter."""

from footnotes.rewrite.edits import Edit, LeftCite, Rewriting, WrittenForm, apply_edits
from footnotes.rewrite.trial import rewrite_cites

__all__ = ["Edit", "LeftCite", "Rewriting", "WrittenForm", "apply_edits", "rewrite_cites"]
