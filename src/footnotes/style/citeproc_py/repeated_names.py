"""What stands in a bibliography for names that the entry before has too (CSL 1.0.2: Reference Grouping)."""

from collections.abc import Sequence
from typing import Any


def count_repeated(people: Sequence[Any], before: Sequence[Any], rule: str) -> int:
    """How many of the names, from the first on, are replaced by this rule."""
    same = 0
    for one, other in zip(people, before, strict=False):
        if one != other:
            break
        same += 1
    if rule in {"complete-all", "complete-each"}:
        return same if same == len(people) == len(before) else 0
    return min(same, 1) if rule == "partial-first" else same
