"""Where a note ends, and which marks stand outside of all notes."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from footnotes.model import Span
from footnotes.split.marks import Mark
from footnotes.split.sections import find_section, heads_notes
from footnotes.split.series import Series

_HEADING = re.compile(r"^(?:#{1,6}[ \t]+\S.*|[-*_]{3,}[ \t\r]*)$", re.MULTILINE)
_NEW_PAGE = re.compile("\f")
_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.?!][\"”’»)\]]{0,2}$")
# The number of a page on a line of its own, "- 145 -", or with its running head: "144    JOURNAL OF SALT".
_PAGE_LINE = re.compile(
    r"[ \t]*(?:[-–—\[(]?[ \t]?\d{1,4}[ \t]?[-–—\])]?|\d{1,4}[ \t]{3,}\S.{1,80}|\S.{1,80}?[ \t]{3,}\d{1,4}"
    r"|\d{1,4}[ \t]+(?P<left>\D{4,80}?)|(?P<right>\D{4,80}?)[ \t]+\d{1,4})[ \t\r]*"
)
_ENDED = re.compile(r"[.?!…)\]\d][\"'”’»)\]*_]{0,3}$")
_ABBREVIATED = re.compile(r"\b(?:[^\W\d_]{1,2}|bl|col|fol|pág|vol|стр)\.\Z", re.IGNORECASE)
_PAGE_LINES = 2
"""How many lines, a number and a running head, a page has of its own."""
_LEAST_INDENT = 2
_OPENING = "(（［〔【"


def find_headings(text: str) -> list[int]:
    """Where the headings and rules of Markdown begin: no note goes on behind one."""
    return [match.start() for match in _HEADING.finditer(text)]


def find_breaks(text: str, headings: Sequence[int]) -> list[int]:
    """Where a new count of notes may begin: at a heading, and on a new page."""
    return sorted([*headings, *(match.start() for match in _NEW_PAGE.finditer(text))])


def find_ends(text: str, openings: Series, marks: Sequence[Mark], headings: Sequence[int]) -> list[int]:
    """The end of each note, without the white space behind it.

    A note goes on to the next one, across blank lines and page ends, or to a heading. A Markdown
    definition ends before a line that is not indented; a note before the text that calls the next note.
    """
    starts = [mark.span.start for mark in marks]
    ends = []
    for at, mark in enumerate(openings.marks):
        last = at + 1 == len(openings.marks)
        stop = len(text) if last else openings.marks[at + 1].span.start
        heading = bisect_left(headings, mark.span.end)
        if heading < len(headings):
            stop = min(stop, headings[heading])
        if mark.defines:
            stop = _end_paragraph(text, mark.span.end, stop, _LEAST_INDENT)
        elif not last:
            following = {openings.marks[at + 1].label, openings.labels[at + 1]}
            between = marks[bisect_left(starts, mark.span.end) : bisect_left(starts, stop)]
            stop = _end_before_call(text, mark.span.end, stop, [m for m in between if m.label in following])
        ends.append(mark.span.end + len(text[mark.span.end : stop].rstrip()))
    return ends


def find_definition_end(text: str, mark: Span, stop: int) -> int:
    """The end of the note whose label and colon are `mark`: with the indented paragraphs behind it."""
    before = text[text.rfind("\n", 0, mark.start) + 1 : mark.start]
    least = len(before.expandtabs(4)) + _LEAST_INDENT
    return mark.end + len(text[mark.end : _end_paragraph(text, mark.end, stop, least)].rstrip())


def find_plain_ends(text: str, openings: Series, headings: Sequence[int]) -> list[int]:
    """The end of each note whose label is a bare number, without the white space behind it.

    At the foot of a page a blank line ends a note, unless the note breaks off there in mid-sentence.
    """
    ends = []
    for at, mark in enumerate(openings.marks):
        stop = openings.marks[at + 1].span.start if at + 1 < len(openings.marks) else len(text)
        heading = bisect_left(headings, mark.span.end)
        stop = min(stop, headings[heading]) if heading < len(headings) else stop
        for space in _SPACE.finditer(text, mark.span.end, stop):
            before = text[max(mark.span.end, space.start() - 3) : space.start()]
            if len(_split_lines(space)) > 2 and _SENTENCE_END.search(before):  # noqa: PLR2004 - an empty line
                stop = space.start()
                break
        ends.append(_trim(text, mark.span.end, stop))
    return ends


def find_section_ends(text: str, openings: Series, sections: Sequence[Span]) -> list[int]:
    """The end of each note below a heading: it goes on to the next one, or to the end of its section."""
    ends = []
    for at, mark in enumerate(openings.marks):
        stop = openings.marks[at + 1].span.start if at + 1 < len(openings.marks) else len(text)
        section = find_section(sections, mark.span.start)
        stop = min(stop, section.end) if section else stop
        ends.append(_trim(text, mark.span.end, stop))
    return ends


def _trim(text: str, start: int, stop: int) -> int:
    """`stop` without white space before it, the bracket of the next label, and the number of a page."""
    following = text[stop : stop + 1].isdecimal()
    words = text[start:stop].rstrip()
    words = words.rstrip(_OPENING).rstrip() if following else words
    return start + len(_drop_page_lines(words))


def _drop_page_lines(words: str) -> str:
    """`words` without the number of a page and a running head behind empty lines at their end.

    Where such a line stands in mid-sentence, or behind "p.", it stays: the note goes on.
    """
    rest = words
    for _ in range(_PAGE_LINES):
        before, line_end, line = rest.rpartition("\n")
        if not line_end or before.rpartition("\n")[2].strip() or not _is_page_line(line):
            break
        rest = before.rstrip()
    return rest if _ENDED.search(rest[-10:]) and not _ABBREVIATED.search(rest[-10:]) else words


def _is_page_line(line: str) -> bool:
    """Whether it is a number, perhaps with `NOTES` or with several words in capitals: not "NARA 12"."""
    page = _PAGE_LINE.fullmatch(line)
    head = page and (page["left"] or page["right"])
    if not head:
        return page is not None
    return heads_notes(head) or (head.isupper() and len(head.split()) > 1)


def find_outside(marks: Sequence[Mark], openings: Sequence[Mark], ends: Sequence[int]) -> list[Mark]:
    """The marks that stand in no note and open none."""
    inside = [Span(mark.span.start, end) for mark, end in zip(openings, ends, strict=True)]
    free, at = [], 0
    for mark in marks:
        while at < len(inside) and inside[at].end <= mark.span.start:
            at += 1
        if at == len(inside) or mark.span.start < inside[at].start:
            free.append(mark)
    return free


def _end_before_call(text: str, start: int, stop: int, calls: Sequence[Mark]) -> int:
    """The end of the first paragraph if the next note is called behind it: then that is text again."""
    if not calls:
        return stop
    end = _end_paragraph(text, start, stop)
    return end if end <= calls[-1].span.start else stop


def _end_paragraph(text: str, start: int, stop: int, least: int | None = None) -> int:
    """Where the paragraph at `start` ends, with those behind it that are indented by `least` columns."""
    for space in _SPACE.finditer(text, start, stop):
        lines = _split_lines(space)
        goes_on = least is not None and len(lines[-1].expandtabs(4)) >= least
        if len(lines) > 2 and not goes_on:  # noqa: PLR2004 - two line ends make an empty line
            return space.start()
    return stop


def _split_lines(space: re.Match[str]) -> list[str]:
    """The lines that white space divides; a new page is as good as an empty line."""
    return space.group().replace("\f", "\n\n").split("\n")
