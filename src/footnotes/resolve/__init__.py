"""Cites to resolutions: which work each cite means, by which rule, and how sure that is."""

from footnotes.resolve.chain import RULES, resolve_cites
from footnotes.resolve.profiles import PROFILES, guess_profile
from footnotes.resolve.seen import know_no_context

__all__ = ["PROFILES", "RULES", "guess_profile", "know_no_context", "resolve_cites"]
