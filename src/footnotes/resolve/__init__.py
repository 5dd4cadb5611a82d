"""Cites to resolutions: which work each cite means, by which rule, and how sure that is."""

from footnotes.resolve.chain import RULES, resolve_cites
from footnotes.resolve.profiles import PROFILES

__all__ = ["PROFILES", "RULES", "resolve_cites"]
