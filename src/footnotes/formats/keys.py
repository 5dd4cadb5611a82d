"""Citation keys that every program reads, each once in a file."""

import re

NO_KEY = "work"
"""The key of an entry that has none."""

_NOT_IN_KEYS = re.compile(r"[^\w.:+/*-]+")


def make_key(key: str, taken: dict[str, int]) -> str:
    """The key in signs that every program reads (letters, digits, `. : + / * - _`), and unique.

    `taken` is as for `number_key`.
    """
    return number_key(_NOT_IN_KEYS.sub("_", key) or NO_KEY, taken)


def number_key(key: str, taken: dict[str, int]) -> str:
    """The key, or the key with the first number behind it that makes it unique.

    `taken` holds the keys given so far, each with the last number that was put behind it.
    """
    unique, count = key, taken.get(key, 1)
    while unique in taken:
        count += 1
        unique = f"{key}-{count}"
    taken[key] = count
    taken.setdefault(unique, 1)
    return unique
