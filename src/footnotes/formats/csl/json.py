"""CSL-JSON, both directions (CSL 1.0.2; csl-data.json of the CSL schema, 1.0).

Every variable of the model is one of CSL's, so nothing is lost; what CSL has no variable for
stands in `custom`, where its schema wants it, each field under its own name.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve

from footnotes.errors import InputError
from footnotes.formats.csl.dates import csl_to_date, date_to_csl, needs_edtf
from footnotes.formats.csl.names import csl_to_name, name_to_csl
from footnotes.formats.edtf import format_edtf, parse_edtf
from footnotes.formats.extra_lines import take_note_lines
from footnotes.formats.fields import CSL_NAMES
from footnotes.formats.keys import number_key
from footnotes.formats.page_spans import fold_pages
from footnotes.formats.surrogates import replace_surrogates
from footnotes.formats.written import Written
from footnotes.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    TEXT_VARIABLES,
    VARIABLES,
    WORK_TYPES,
    Date,
    Library,
    Problem,
    Reference,
    Severity,
    Span,
)
from footnotes.text.line_table import LineTable

EDTF = "edtf"
"""The member of `custom` for dates that say more than `date-parts` can."""

OLD_NAMES = {
    "event": "event_title",
    "journalAbbreviation": "container_title_short",
    "shortTitle": "title_short",
}
"""Names that the schema still knows, or that were never CSL's and are everywhere."""

_ATTRIBUTES = {CSL_NAMES[variable]: variable for variable in VARIABLES}
_READ = {**{name.lower(): variable for name, variable in _ATTRIBUTES.items()}, **_ATTRIBUTES, **OLD_NAMES}
_BLANK = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()


def reference_to_csl(work: Reference) -> dict[str, Any]:
    """One work as an item of CSL-JSON, in the order of the model."""
    item: dict[str, Any] = {"id": work.key, **variables_to_csl(work)}
    custom = _write_custom(work)
    return {**item, "custom": custom} if custom else item


def variables_to_csl(work: Reference) -> dict[str, Any]:
    """The type and the stated variables of a work, without key and extra."""
    item: dict[str, Any] = {"type": work.type}
    for variable, value in work.stated().items():
        item[CSL_NAMES[variable]] = _value_to_csl(variable, value)
    return item


def csl_to_reference(item: dict[str, Any], *, reads_lines: bool = False) -> Reference:
    """The work that an item states; members that CSL does not know are its `extra`.

    With `reads_lines` the lines of Zotero's Extra in the note state variables, as they do in files.
    """
    values: dict[str, Any] = {}
    extra: list[tuple[str, str]] = []
    for name, value in item.items():
        variable = _READ.get(name)
        if name in {"id", "type", "custom"}:
            continue
        read = None if variable is None else _READERS[variable](value)
        if variable is not None and read and variable not in values:
            values[variable] = read
        elif value not in (None, "", [], {}):
            extra += _read_extra(name, value)
    kind = (take_note_lines(values) if reads_lines else None) or item.get("type")
    _read_custom(item.get("custom"), values, extra)
    known = isinstance(kind, str) and kind in WORK_TYPES
    if not known and kind:
        extra.insert(0, ("type", str(kind)))
    return Reference(
        type=str(kind) if known else "document",
        key=str(item.get("id", "")),
        extra=tuple(extra),
        **values,
    )


def parse_csl_json(text: str) -> Library:
    """The works of a list of CSL-JSON items; an item that is no object costs itself only.

    Raises InputError where the text is no JSON or no list.
    """
    works: list[Reference] = []
    problems: list[Problem] = []
    lines = LineTable.of(text)
    taken: dict[str, int] = {}
    for item, span in read_items(text):
        if isinstance(item, dict):
            work = csl_to_reference(item, reads_lines=True)
            key = number_key(work.key, taken) if work.key else ""
            works.append(evolve(work, key=key))
            if key != work.key:
                problems.append(_tell_twin(work.key, key, lines.describe(span.start), span))
        else:
            message = f"{lines.describe(span.start)}: an item is no JSON object; it is left out."
            problems.append(Problem("broken-item", message, Severity.ERROR, span))
    return Library(tuple(works), tuple(problems))


def _tell_twin(key: str, unique: str, place: str, span: Span) -> Problem:
    message = f"{place}: the key {key!r} is taken; this item is read as {unique!r}."
    return Problem("duplicate-key", message, Severity.WARNING, span)


def write_csl_json(library: Library) -> Written:
    """The library as a list of CSL-JSON items, indented, in UTF-8; a key that comes twice gets a number."""
    taken: dict[str, int] = {}
    keyed = (evolve(work, key=number_key(work.key, taken) if work.key else "") for work in library)
    items = [reference_to_csl(work) for work in keyed]
    text = replace_surrogates(json.dumps(items, ensure_ascii=False, indent=2) + "\n")
    return Written(text, parse_csl_json(text), {})


def _value_to_csl(variable: str, value: Any) -> Any:
    if variable in NAME_VARIABLES:
        return [name_to_csl(name) for name in value]
    return date_to_csl(value) if variable in DATE_VARIABLES else value


def _write_custom(work: Reference) -> dict[str, Any]:
    custom: dict[str, Any] = {}
    for name, text in work.extra:
        held = custom.get(name)
        if held is None:
            custom[name] = text
        else:
            custom[name] = [*held, text] if isinstance(held, list) else [held, text]
    dates = {variable: getattr(work, variable) for variable in DATE_VARIABLES}
    exact = {CSL_NAMES[one]: format_edtf(date) for one, date in dates.items() if date and needs_edtf(date)}
    return {**custom, EDTF: exact} if exact else custom


def _read_custom(custom: object, values: dict[str, Any], extra: list[tuple[str, str]]) -> None:
    if not isinstance(custom, dict):
        return
    for name, value in custom.items():
        if name == EDTF and isinstance(value, dict):
            _read_exact_dates(value, values)
        else:
            extra += _read_extra(name, value)


def _read_exact_dates(exact: dict[str, Any], values: dict[str, Any]) -> None:
    for name, text in exact.items():
        variable = _ATTRIBUTES.get(name, "")
        date = parse_edtf(text) if isinstance(text, str) else None
        if date is not None and isinstance(values.get(variable), Date):
            values[variable] = date


def _read_extra(name: str, value: object) -> list[tuple[str, str]]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return [(name, one) for one in value]
    return [(name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))]


def _read_text(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value) or None


def _read_pages(value: object) -> str | None:
    text = _read_text(value)
    return text and fold_pages(text)


def _read_names(value: object) -> tuple[Any, ...]:
    """The names of a variable, which should be a list; words, or one that stands alone, are one name."""
    names = (csl_to_name(one) for one in (value if isinstance(value, list) else [value]) if one)
    return tuple(name for name in names if name is not None)


_READERS: dict[str, Callable[[object], Any]] = {
    **dict.fromkeys(NAME_VARIABLES, _read_names),
    **dict.fromkeys(DATE_VARIABLES, csl_to_date),
    **dict.fromkeys(TEXT_VARIABLES, _read_text),
    "page": _read_pages,
}


def read_items(text: str) -> Iterator[tuple[Any, Span]]:
    """The items with their places, which `json.loads` would not tell; raises InputError as above."""
    try:
        # A byte order mark is no JSON (RFC 8259, 8.1); only its place counts here.
        parsed = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"it is not JSON ({error})") from error
    if not isinstance(parsed, list):
        raise InputError("it is JSON, but not a list of CSL-JSON items")
    at = text.index("[") + 1
    for item in parsed:
        start = _BLANK.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        at = _DECODER.raw_decode(text, start)[1]
        yield item, Span(start, at)
