"""Remarks: what has no field of its own, as labelled words in `addendum` or `note`.

`Archive: The National Archives; Archive location: FO 371/1; Accessed 5 January 2023` is
printed by every style, says what it is to a person, and is read back by `split_remarks`.
"""

import re
from collections.abc import Iterable
from functools import cache

from footnotes.formats.bib.latex import fold_blanks
from footnotes.formats.fields import FIELD_ROWS, FieldRow, Kind
from footnotes.formats.spelled_dates import read_spelled_date

JOINT = "; "
_FULL_STOPS = (".", "!", "?")


def join_remarks(note: str, remarks: Iterable[str]) -> str:
    """The note and the remarks behind it; a note that ends its sentence needs no semicolon."""
    tail = JOINT.join(fold_blanks(remark) for remark in remarks)
    if not note or not tail:
        return note or tail
    return note + (" " if note.endswith(_FULL_STOPS) else JOINT) + tail


def split_remarks(text: str, labels: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """The note, and the values of the remarks behind it by their labels, which are one of `labels`.

    Where the words behind a label cannot be what it announces (`Published by his heirs`),
    all of the text is note.
    """
    first = _first_label(labels).search(text)
    if first is None:
        return text, {}
    pieces = _joint(labels).split(text[first.start("label") :])
    remarks = dict(filter(None, (_read_remark(piece, labels) for piece in pieces)))
    if len(remarks) < len(pieces):
        return text, {}
    return text[: first.start()], remarks


def _read_remark(piece: str, labels: tuple[str, ...]) -> tuple[str, str] | None:
    for label in labels:
        if piece.startswith(label):
            value = piece[len(label) :]
            return (label, value) if _announces(label, value) else None
    return None


def _announces(label: str, value: str) -> bool:
    return read_spelled_date(value) is not None if label in _DATE_LABELS else bool(value)


def labels_of(dialect: str) -> tuple[str, ...]:
    """The labels that the dialect needs, longest first."""
    return _sort({row.label for row in FIELD_ROWS if _needs_label(row.field_in(dialect), row.csl)})


def list_all_labels() -> tuple[str, ...]:
    """The labels of all rows, longest first, and those of dates in words."""
    dates = {label_words(row) for row in FIELD_ROWS if row.kind is Kind.DATE}
    return _sort({row.label for row in FIELD_ROWS} | dates)


def label_words(row: FieldRow) -> str:
    """How the remark of a date begins that is no date, but words: `Published: s.a.`."""
    return row.label.strip() + ": "


def _sort(labels: set[str]) -> tuple[str, ...]:
    return tuple(sorted(labels - {""}, key=lambda label: (-len(label), label)))


def _needs_label(field: str | None, csl: str) -> bool:
    # The year of BibTeX is too coarse for most dates of publication.
    return field is None or (csl == "issued" and field == "year")


@cache
def _first_label(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|; |(?<=[.!?]) )(?P<label>{_any_label(labels)})")


@cache
def _joint(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{JOINT}(?={_any_label(labels)})")


def _any_label(labels: tuple[str, ...]) -> str:
    return "|".join(re.escape(label) for label in labels)


_DATE_LABELS = frozenset(row.label for row in FIELD_ROWS if row.kind is Kind.DATE)
