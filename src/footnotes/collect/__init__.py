"""Cites and resolutions to a library: one reference for each work, with a stable key."""

from footnotes.collect.identity import is_same_work
from footnotes.collect.works import collect_library, keep_certain, link_resolutions, merge_libraries

__all__ = ["collect_library", "is_same_work", "keep_certain", "link_resolutions", "merge_libraries"]
