"""A value for a format whose values end with their line."""

import re

_SIGNS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+|[\ud800-\udfff]")


def fold_value(value: str) -> str:
    """The value on one line."""
    return _SIGNS.sub(" ", value).strip()
