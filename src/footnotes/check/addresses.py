"""Addresses that a line or page end has broken."""

import re
from collections.abc import Iterator

from footnotes.check.finding import Edit, Fix, Remark
from footnotes.check.proof import Proof
from footnotes.model import Note, Problem, Span
from footnotes.text.urls import find_urls

_PLAIN_BREAK = re.compile(r"(?<![)\]>])\s+(?=[^\s\[<(])")


def find_broken(proof: Proof) -> Iterator[Remark]:
    """A URL in two pieces; the edit joins them where nothing but blanks stands between."""
    for problem in proof.list_problems("url-rejoined"):
        note = proof.notes.get(problem.note or 0)
        url = _find_url(note, problem) if note else None
        if url is not None:
            edits = _join(problem.span, proof.apparatus.document.text)
            message = "A line or page end breaks this URL in two."
            yield Remark(message, problem.span, problem.note, Fix(f"Write it in one piece: {url}", edits))


def _find_url(note: Note, problem: Problem) -> str | None:
    """The address whose source holds the break."""
    for start, end in find_urls(note.text):
        place = note.origin.locate(start, end)
        if place.start <= problem.span.start < place.end:
            return note.text[start:end]
    return None


def _join(broken: Span, source: str) -> tuple[Edit, ...]:
    blanks = _PLAIN_BREAK.match(source, broken.start, broken.end)
    return (Edit(Span(*blanks.span()), ""),) if blanks else ()
