"""RIS, both directions, as Zotero, EndNote and publishers write it.

What RIS has no tag for goes into lines of Zotero's Extra (see `fields`), so that our reader and Zotero
give it back. A tag that is not known is `extra` under its own name, and written back.
"""

import re
from collections.abc import Iterator

from footnotes.errors import InputError
from footnotes.formats.keys import make_key
from footnotes.formats.loss import TWO_COMMAS, Move
from footnotes.formats.ris.fields import find_row
from footnotes.formats.ris.reading import read_record
from footnotes.formats.ris.syntax import BEGIN, RisRecord, read_records, write_record
from footnotes.formats.ris.writing import has_comma, list_fields
from footnotes.formats.written import Written
from footnotes.model import NAME_VARIABLES, Library, Problem, Reference, Severity, Span

_HEAD = re.compile(r"(?:Provider|Database|Content): ")


def parse_ris(text: str) -> Library:
    """The works of an RIS file; what stands outside of a record is among the problems.

    Raises InputError where the text holds something, but no record.
    """
    works: list[Reference] = []
    problems: list[Problem] = []
    for record in read_records(text):
        if _is_head(record):
            continue
        if is_work(record):
            works.append(read_record(record.fields))
            if not record.is_ended:
                problems.append(_tell_open_end(record))
        else:
            problems.append(_refuse(record, text, is_head=not works and not problems))
    if problems and not works:
        raise InputError("it is no RIS: there is no line that begins with TY")
    return Library(tuple(works), tuple(problems))


def write_ris(library: Library) -> Written:
    """The library as RIS records, in UTF-8."""
    taken: dict[str, int] = {}
    records = [write_record(list_fields(work, make_key(work.key, taken))) for work in library.references]
    text = "\n".join(records)
    return Written(text, parse_ris(text), {}, tuple(_list_moves(library)))


def _list_moves(library: Library) -> Iterator[Move]:
    """The institutions that other programs than EndNote take for people."""
    for work in library:
        for variable in NAME_VARIABLES:
            if any(has_comma(name) for name in getattr(work, variable)) and find_row(variable, work.type):
                yield Move(work.key, variable, TWO_COMMAS)


def _is_head(record: RisRecord) -> bool:
    """Whether it says where the file comes from: JSTOR and Ovid begin with `Provider: JSTOR`."""
    return _has_words_only(record) and _HEAD.match(record.fields[0][1]) is not None


def _has_words_only(record: RisRecord) -> bool:
    return {tag for tag, _ in record.fields} == {""}


def is_work(record: RisRecord) -> bool:
    """Whether it is a work: from TY on, or a title and something else by their tags, and TY was lost."""
    if record.fields[0][0] == BEGIN:
        return True
    tags = {tag for tag, _ in record.fields}
    return bool(tags & {"TI", "T1"}) and len(tags) > 1 and "" not in tags


def _tell_open_end(record: RisRecord) -> Problem:
    message = f"Line {record.line}: the record has no end (ER); it is read up to where the next one begins."
    return Problem("mended-record", message, Severity.WARNING, Span(record.start, record.end))


def _refuse(record: RisRecord, text: str, *, is_head: bool) -> Problem:
    """Words before all records are what databases put there: no work is missing without them."""
    last = record.line + text[record.start : record.end].rstrip().count("\n")
    place = f"Line {record.line}" if last == record.line else f"Lines {record.line} to {last}"
    this, it = ("this stands", "it is") if last == record.line else ("these stand", "they are")
    message = f"{place}: {this} outside of a record (TY to ER); {it} left out."
    severity = Severity.WARNING if is_head and _has_words_only(record) else Severity.ERROR
    return Problem("stray-line", message, severity, Span(record.start, record.end))
