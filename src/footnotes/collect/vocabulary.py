"""The word lists of words.toml."""

import tomllib
from functools import cache
from importlib.resources import files


def load_words(name: str) -> frozenset[str]:
    """The words of the list `name`."""
    return frozenset(_read_lists()[name].split())


@cache
def _read_lists() -> dict[str, str]:
    return tomllib.loads(files("footnotes.collect").joinpath("words.toml").read_text(encoding="utf-8"))
