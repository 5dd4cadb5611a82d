"""Cues: words that tell what stands near them, from the tables of the parser and from `cues.tsv`."""

import functools
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files

from footnotes.parse.names.persons import is_organisation
from footnotes.parse.vocabulary import load_words
from footnotes.text.dates import load_months
from footnotes.text.fold import fold_marks

_TABLES = ("signals", "locators", "roles", "access", "media", "genres", "seasons", "forms")


def find_cues(word: str) -> tuple[str, ...]:
    """The names of the cues that `word` (without punctuation around it) is among, in order."""
    found = _load_cues().get(fold_marks(word), ())
    return (*found, "organisation") if is_organisation(word) else found


@functools.cache
def _load_cues() -> dict[str, tuple[str, ...]]:
    """Each folded word with its cues; loaded with the first reference, since the months take a while."""
    cues = defaultdict[str, set[str]](set)
    for cue, word in (*_list_own(), *_list_tables()):
        cues[word].add(cue)
    return {word: tuple(sorted(found)) for word, found in cues.items()}


def _list_own() -> Iterator[tuple[str, str]]:
    text = files(__package__).joinpath("cues.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        cue, _, words = line.partition("\t")
        if not line.startswith("#"):
            yield from ((cue, word) for word in words.split())


def _list_tables() -> Iterator[tuple[str, str]]:
    for table in _TABLES:
        for spelling in load_words(table):
            if " " not in spelling:
                yield table, fold_marks(spelling).strip(".")
    yield from (("month", fold_marks(month)) for month in load_months())
    yield from (("particle", word) for spelling in load_words("particles") for word in spelling.split())
