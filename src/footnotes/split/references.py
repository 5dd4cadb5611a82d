"""Finding the entries of a reference list: a bibliography behind a heading, or one a line."""

import re

from footnotes.model import Note, NoteKind, SourceDocument, Span
from footnotes.split.found import FoundNotes
from footnotes.split.repair import repair_text

LIST_NAMES = (
    r"(?:select(?:ed)?[ \t]+)?bibliography", r"references(?:[ \t]+cited)?", r"works[ \t]+cited",
    r"literature(?:[ \t]+cited)?", "sources", "literaturverzeichnis", "literatur", "bibliographie",
    "bibliografia", "bibliografía", "referências", "bibliografie", "литература", "список литературы",
    "библиография", "kaynakça", "ədəbiyyat", "istifadə olunmuş ədəbiyyat", "bibliografiya",
)  # fmt: skip
"""What a reference list is headed by."""
_HEADING = re.compile(
    rf"^[ \t]*(?:#{{1,6}}[ \t]*)?[*_]{{0,2}}(?:\d+\.?[ \t]+)?(?:{'|'.join(LIST_NAMES)})[*_:]{{0,3}}[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_BULLET = re.compile(r"[ \t]*(?:[-*+•][ \t]+|\[?\d{1,4}[\].)][ \t]+|\(\d{1,4}\)[ \t]+)?")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def find_references(document: SourceDocument) -> FoundNotes:
    """The entries of the reference list in `document`, each as a note of kind `reference`, numbered from 1.

    The list is what follows a heading such as "Bibliography" or "Works cited", as far as the next heading;
    without one, the whole document. An entry is a line, or a paragraph where blank lines divide most of it.
    """
    start, end = _find_section(document.text)
    notes = [
        _cut_entry(document.text, number, *span)
        for number, span in enumerate(_find_entries(document.text, start, end), start=1)
    ]
    return FoundNotes(tuple(note for note in notes if note.text), (), ())


def _find_section(text: str) -> tuple[int, int]:
    headings = list(_HEADING.finditer(text))
    if not headings:
        return 0, len(text)
    start = headings[-1].end()
    following = _NEXT_HEADING.search(text, start)
    return start, following.start() if following else len(text)


def _find_entries(text: str, start: int, end: int) -> list[tuple[int, int]]:
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text, start, end)]
    lines = [match.span() for match in _LINE.finditer(text, start, end)]
    wrapped = len(paragraphs) > 1 and len(lines) < 2 * len(paragraphs) + len(paragraphs) // 2
    return paragraphs if wrapped else lines


def _cut_entry(text: str, number: int, start: int, end: int) -> Note:
    bullet = _BULLET.match(text, start, end)
    first = bullet.end() if bullet else start
    repaired = repair_text(text, first, end)
    return Note(
        number=number,
        label=str(number),
        printed_label=text[start:first].strip(),
        kind=NoteKind.REFERENCE,
        text=repaired.text,
        span=Span(start, end),
        origin=repaired.origin,
        label_span=Span(start, first),
        emphasis=repaired.emphasis,
    )
