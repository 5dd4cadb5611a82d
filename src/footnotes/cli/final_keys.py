"""Sentences that name works by the keys which these have in the end.

Papers are read one after the other, and only when all are read are the keys known: two works of two papers
must not share one, and `--keys` makes them anew.
"""

import re

from attrs import evolve, frozen

from footnotes.model import Apparatus, Library

# No paper has this sign: what holds it is binary data.
_MARK = "\0"
_MARKED = re.compile(f"{_MARK}([^{_MARK}]+){_MARK}")


@frozen
class CollectedPaper:
    """What is kept of a paper: its name, its works, and what is to be said of it, with its keys marked."""

    source: str
    library: Library
    sentences: tuple[str, ...]


def mark_keys(apparatus: Apparatus) -> Apparatus:
    """The apparatus with a mark on both sides of each key that a resolution names."""
    resolutions = (
        evolve(one, reference=f"{_MARK}{one.reference}{_MARK}") if one.reference else one
        for one in apparatus.resolutions
    )
    return evolve(apparatus, resolutions=tuple(resolutions))


def name_works(paper: CollectedPaper, library: Library) -> tuple[str, ...]:
    """The sentences of a paper with the keys of `library`, which is collected from this paper or several.

    A work that is not in it keeps the key that it has in the paper.
    """
    by_cite = {cite: work.key for work in library for cite in work.cited_by}
    keys = {
        work.key: by_cite.get(cite) or by_cite.get(f"{paper.source}#{cite}") or work.key
        for work in paper.library
        for cite in work.cited_by[:1]
    }
    return tuple(
        _MARKED.sub(lambda marked: keys.get(marked[1], marked[1]), sentence) for sentence in paper.sentences
    )
