"""Cites to resolutions: which work each cite means, by which rule, and how sure that is."""

from footnotes.resolve.chain import RULES, resolve_cites

__all__ = ["RULES", "resolve_cites"]
