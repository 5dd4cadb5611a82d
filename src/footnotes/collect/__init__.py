"""Cites and resolutions to a library: one reference for each work, with a stable key.

`find_duplicates` and `join_libraries` do the same for libraries of any origin, `rekey_library` gives
keys by a pattern.
"""

from footnotes.collect.duplicates import find_duplicates, merge_duplicates
from footnotes.collect.evidence import Bearing, Evidence, Pair
from footnotes.collect.identity import is_same_work
from footnotes.collect.joined_libraries import Joining, join_libraries
from footnotes.collect.joining import Conflict
from footnotes.collect.key_patterns import KeyPattern, parse_key_pattern
from footnotes.collect.rekeying import rekey_library
from footnotes.collect.works import collect_library, keep_certain, link_resolutions, merge_libraries

__all__ = [
    "Bearing",
    "Conflict",
    "Evidence",
    "Joining",
    "KeyPattern",
    "Pair",
    "collect_library",
    "find_duplicates",
    "is_same_work",
    "join_libraries",
    "keep_certain",
    "link_resolutions",
    "merge_duplicates",
    "merge_libraries",
    "parse_key_pattern",
    "rekey_library",
]
