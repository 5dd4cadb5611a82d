"""CSV, both directions: one row a work, columns named as CSL names its variables.

Besides these stand `key`, `type`, the archived copy under the names of Wikipedia's templates, and `extra`,
which holds what CSL has no variable for, as a JSON list of pairs. On reading, semicolons and tabs separate
too, and the columns of Zotero's export are known.
"""

import json
from collections.abc import Iterator, Mapping

from attrs import frozen

from footnotes.errors import InputError
from footnotes.formats.csv.columns import (
    COLUMNS,
    COPY_COLUMNS,
    EXTRA,
    KEY,
    KEY_COLUMNS,
    TYPE,
    TYPE_COLUMNS,
    YEAR,
    ZOTERO_MARK,
    find_variable,
    name_column,
)
from footnotes.formats.csv.syntax import Row, read_table, write_table
from footnotes.formats.csv.type_words import ARTICLE, TYPES, fold_word, tell_genre
from footnotes.formats.csv.values import read_date, read_names, says_year, write_date, write_names
from footnotes.formats.extra_lines import take_note_lines
from footnotes.formats.keyword_lists import fold_keywords
from footnotes.formats.page_spans import fold_pages
from footnotes.formats.surrogates import replace_surrogates
from footnotes.formats.written import Written
from footnotes.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    Library,
    Problem,
    Reference,
    Severity,
    Span,
)

_CONTAINER = "container-title"


@frozen
class _Head:
    """What the columns of a table mean, by position."""

    titles: tuple[str, ...]
    meanings: tuple[str | None, ...]
    """`key`, `type`, `extra`, a variable, or None for a column of its own."""
    is_ours: bool
    """Whether what a work is in stands under CSL's name, so that types may be CSL's, too."""


def write_csv(library: Library) -> Written:
    """The library as a table with commas; columns that nobody states are not there."""
    return _write(library, ",")


def write_tsv(library: Library) -> Written:
    """The same with tabs."""
    return _write(library, "\t")


def _write(library: Library, separator: str) -> Written:
    rows = [_write_row(work) for work in library.references]
    used = {column for row in rows for column, cell in row.items() if cell}
    columns = [KEY, TYPE, *(one for one in (*COLUMNS, *COPY_COLUMNS, EXTRA) if one in used)]
    cells = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    text = write_table(cells, separator)
    text = replace_surrogates(text)
    return Written(text, parse_csv(text), {})


def parse_csv(text: str) -> Library:
    """The works of a table; a row that is broken costs itself only.

    Raises InputError where no column is known.
    """
    rows = read_table(text)
    first = next(rows, None)
    if first is None:
        return Library()
    head = _read_head(first.cells)
    works: list[Reference] = []
    problems: list[Problem] = []
    for row in rows:
        if row.is_broken:
            message = f"Line {row.line}: a quotation mark is never closed; the row is left out."
            problems.append(Problem("broken-row", message, Severity.ERROR, Span(row.start, row.end)))
        else:
            works.append(_read_row(row, head))
            problems += _find_surplus(row, head)
    return Library(tuple(works), tuple(problems))


def find_cells(text: str) -> Iterator[tuple[Row, tuple[tuple[str, str | None, str], ...]]]:
    """The rows that are works, each with its cells: header, what the column means to us, and text."""
    rows = read_table(text)
    first = next(rows, None)
    head = _read_head(first.cells) if first else None
    for row in rows:
        if head is not None and not row.is_broken:
            yield row, tuple(_list_cells(row, head))


def _write_row(work: Reference) -> dict[str, str]:
    row = {KEY: work.key, TYPE: work.type}
    for column, variable in COLUMNS.items():
        value = getattr(work, variable)
        if not value:
            continue
        if variable in NAME_VARIABLES:
            row[column] = write_names(value)
        else:
            row[column] = write_date(value) if variable in DATE_VARIABLES else value
    return {**row, **_write_extra(work.extra)}


def _write_extra(extra: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The archived copy in its columns where its fields come back in their order, all else as JSON."""
    copies = {column: dict(extra).get(name, "") for column, name in COPY_COLUMNS.items()}
    rest = [pair for pair in extra if pair[0] not in COPY_COLUMNS.values()]
    told = [(COPY_COLUMNS[column], cell) for column, cell in copies.items() if cell]
    if tuple(told + rest) != extra:
        copies, rest = {}, list(extra)
    return {**copies, EXTRA: json.dumps(rest, ensure_ascii=False) if rest else ""}


def _read_head(cells: tuple[str, ...]) -> _Head:
    columns = [name_column(cell) for cell in cells]
    is_zotero = ZOTERO_MARK in columns
    meanings = [_find_meaning(column, is_zotero=is_zotero) for column in columns]
    if not set(meanings) - {None, EXTRA, TYPE}:
        raise InputError("it is a table, but no column has a name of CSL, such as title or author")
    return _Head(cells, tuple(meanings), is_ours=_CONTAINER in columns)


def _find_meaning(column: str, *, is_zotero: bool) -> str | None:
    if column in KEY_COLUMNS:
        return KEY
    if is_zotero and column == TYPE:
        return "genre"
    if is_zotero and column == EXTRA:
        return "note"
    if column in TYPE_COLUMNS:
        return TYPE
    if column == EXTRA or column in COPY_COLUMNS:
        return COPY_COLUMNS.get(column, EXTRA)
    return find_variable(column)


def _read_row(row: Row, head: _Head) -> Reference:
    values: dict[str, object] = {}
    extra: list[tuple[str, str]] = []
    for title, meaning, cell in sorted(_list_cells(row, head), key=_is_coarse):
        is_ours = name_column(title) == meaning
        read = None if meaning is None or meaning in values else _read_cell(meaning, cell, is_ours=is_ours)
        if meaning == EXTRA:
            extra += _read_extra(cell)
        elif read and meaning and meaning not in COPY_COLUMNS.values():
            values[meaning] = read
        elif not (name_column(title) == YEAR and meaning and says_year(values[meaning], cell)):
            extra.append((meaning or title, cell))
    return _build(values, extra, is_ours=head.is_ours)


def _is_coarse(cell: tuple[str, str | None, str]) -> bool:
    return name_column(cell[0]) == YEAR


def _list_cells(row: Row, head: _Head) -> Iterator[tuple[str, str | None, str]]:
    for at, cell in enumerate(row.cells):
        if cell and at < len(head.titles):
            yield head.titles[at], head.meanings[at], cell
        elif cell:
            yield f"column {at + 1}", None, cell


def _read_cell(variable: str, cell: str, *, is_ours: bool) -> object:
    """What a cell says; of our own columns nothing is to be folded but pages."""
    if variable in NAME_VARIABLES:
        return read_names(cell)
    if variable == "page":
        return fold_pages(cell)
    if variable == "keyword" and not is_ours:
        return fold_keywords(cell)
    return read_date(cell) if variable in DATE_VARIABLES else cell


def _read_extra(cell: str) -> list[tuple[str, str]]:
    try:
        pairs = json.loads(cell)
        return [(str(name), str(value)) for name, value in pairs]
    except (ValueError, TypeError, RecursionError):
        return [(EXTRA, cell)]


def _build(values: Mapping[str, object], extra: list[tuple[str, str]], *, is_ours: bool) -> Reference:
    values = dict(values)
    named = take_note_lines(values)
    told = str(values.get(TYPE, ""))
    kind = named or TYPES.get(fold_word(told))
    if not is_ours and kind == ARTICLE == fold_word(told) and _OF_JOURNALS & values.keys():
        kind = "article-journal"
    if told and kind is None:
        extra.insert(0, (TYPE, told))
    others = {name: value for name, value in values.items() if name not in {KEY, TYPE}}
    if kind and (genre := tell_genre(told, kind)):
        others.setdefault("genre", genre)
    key = str(values.get(KEY, ""))
    return Reference(type=kind or "document", key=key, extra=tuple(extra), **others)  # type: ignore[arg-type]  # by name


_OF_JOURNALS = {"container_title", "container_title_short", "volume", "issue", "issn"}
"""What a row states of an article that is in a journal."""


def _find_surplus(row: Row, head: _Head) -> Iterator[Problem]:
    if any(row.cells[len(head.titles) :]):
        message = (
            f"Line {row.line}: the row has more cells than the table has columns; they are kept as extra."
        )
        yield Problem("surplus-cells", message, Severity.WARNING, Span(row.start, row.end))
