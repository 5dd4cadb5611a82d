"""Theses that no bracket marks: `thèse de doctorat, Université Lyon 2, 1979`, `дис. ... д-ра ист. наук`."""

import functools
import re

from footnotes.parse.vocabulary import load_table

# "дис. ... д-ра ист. наук": the degree is that of a doctor or candidate of some sciences.
_DEGREE = (
    r"(?:\s?(?:\.{3}|…))?\s(?:на соиск\.\s(?:учен\.\s)?степ\.\s)?"
    r"(?:канд(?:\.|идата)|д-ра|докт?(?:\.|ора))\s(?:[\w-]+\.?\s){1,2}наук"
)
_ACADEMIC_YEAR = re.compile(
    r"(?:a\.\s?a\.|anno accademico|année universitaire|curso(?: académico)?)\s(?=(?:1[89]|20)\d\d)",
    re.IGNORECASE,
)


@functools.cache
def _pattern() -> re.Pattern[str]:
    kinds, adjectives = (_alternatives(kind) for kind in ("kind", "adjective"))
    return re.compile(
        rf"(?:(?:{adjectives})\s){{0,2}}(?:{kinds})(?:{_DEGREE})?(?:\s(?:{adjectives}))?"
        r"(?:\s/)?(?=\s*(?:[,.;:)]|$)|\s(?-i:[^\W\d_a-zß-ÿ]))",
        re.IGNORECASE,
    )


def _alternatives(kind: str) -> str:
    words = sorted((row[0] for row in load_table("theses") if row[1] == kind), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in words)


@functools.cache
def _load_beginnings() -> frozenset[str]:
    """The first two letters of each word of the table, by which most places are ruled out."""
    return frozenset(row[0][:2].casefold() for row in load_table("theses"))


def match_thesis(text: str, start: int, end: int) -> int | None:
    """Where the words end that begin at `start` of `text` and call a work a thesis; None if none do."""
    if text[start : start + 2].casefold() not in _load_beginnings():
        return None
    match = _pattern().match(text, start, end)
    return match.end() if match else None


def names_thesis(genre: str) -> bool:
    """Whether `genre` is nothing but words for a thesis (table `theses`)."""
    return _pattern().fullmatch(genre) is not None


def skip_academic_year(text: str, start: int, end: int) -> int:
    """Where the years begin that are called academic (`a.a. 2003-2004`); `start` if none are."""
    match = _ACADEMIC_YEAR.match(text, start, end) if text[start : start + 1] in {"a", "A", "c"} else None
    return match.end() if match else start
