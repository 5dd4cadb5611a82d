"""CSL-YAML, both directions: the items of CSL-JSON as `references:`, as pandoc reads and writes them.

Its texts are Markdown (see `markdown_text`); keys, types, dates and what stands in `custom` are not.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from footnotes.errors import InputError
from footnotes.formats.csl.json import csl_to_reference, reference_to_csl
from footnotes.formats.markdown_text import (
    escape_markdown,
    read_markdown,
    unescape_markdown,
    write_markdown,
)
from footnotes.formats.written import Written
from footnotes.formats.yaml_syntax import Placed, YamlError, read_yaml, strip_places, write_yaml
from footnotes.model import Library, Problem, Reference, Severity, Span

LIST = "references"
"""The member that holds the items."""

PLAIN_MEMBERS = frozenset({"id", "type", "custom", "language"})
"""Members that are no Markdown."""
ADDRESSES = frozenset({"URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID"})
"""Members in which a pair of tildes or stars is no mark-up, even where nobody escaped it."""

_ITEM = re.compile(r"^([ \t]*)-(?=[ \t\r\n]|\Z)", re.MULTILINE)
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_DATE_MEMBERS = ("year", "month", "day")


def parse_csl_yaml(text: str) -> Library:
    """The works of a list of CSL items in YAML; a broken item costs itself only.

    Raises InputError where there is no list at all.
    """
    items, problems = read_items(text)
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    works: list[Reference] = []
    for item in items:
        value = strip_places(item)
        if isinstance(value, dict):
            works.append(_read_item(value))
        else:
            at = lines[min(item.line, len(lines)) - 1]
            message = f"Line {item.line}: an item is no mapping; it is left out."
            problems.append(Problem("broken-item", message, Severity.ERROR, Span(at, at)))
    return Library(tuple(works), tuple(sorted(problems, key=lambda one: one.span.start)))


def read_items(text: str) -> tuple[list[Placed], list[Problem]]:
    """The items with their lines, and what is broken; raises InputError as above."""
    try:
        return list(_list_items(read_yaml(text))), []
    except YamlError as error:
        items, problems = _read_pieces(text)
        if not items and not problems:
            raise InputError(f"it is no YAML (line {error.line}: {error})") from error
        return items, problems


def write_csl_yaml(library: Library) -> Written:
    """The library as a YAML document that pandoc takes for metadata or as a bibliography."""
    items = [_write_item(reference_to_csl(work)) for work in library.references]
    text = f"---\n{write_yaml({LIST: items})}...\n"
    return Written(text, parse_csl_yaml(text), {})


def _list_items(document: Placed) -> Iterator[Placed]:
    value = document.value
    if isinstance(value, dict) and LIST in value:
        value = value[LIST].value
        value = [] if value is None else value
    if not isinstance(value, list):
        raise InputError(f"it is YAML, but neither a list of CSL items nor one under {LIST!r}")
    yield from value


def _read_pieces(text: str) -> tuple[list[Placed], list[Problem]]:
    """The items of a broken file one by one, each a document of its own."""
    found = list(_ITEM.finditer(text))
    least = min((len(match[1]) for match in found), default=0)
    starts = [match.start() for match in found if len(match[1]) == least]
    items: list[Placed] = []
    problems: list[Problem] = []
    line, counted = 1, 0
    for start, following in pairwise([*starts, len(text)]):
        line, counted = line + text.count("\n", counted, start), start
        end = _END.search(text, start, following)
        try:
            read = read_yaml(text[start : end.start() if end else following])
        except YamlError as error:
            message = (
                f"Line {line}: an item is broken (line {line + error.line - 1}: {error}); it is left out."
            )
            problems.append(Problem("broken-item", message, Severity.ERROR, Span(start, following)))
            continue
        items += [Placed(one.value, line) for one in read.value or ()]
    return items, problems


def _write_item(item: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value
        if name in PLAIN_MEMBERS
        else _walk(value, _choose(name, escape_markdown, write_markdown))
        for name, value in item.items()
    }


def _read_item(item: dict[str, Any]) -> Reference:
    read: dict[str, Any] = {}
    for name, value in item.items():
        if name in PLAIN_MEMBERS:
            read[name] = value
        else:
            read[name] = _modernize(_walk(value, _choose(name, unescape_markdown, read_markdown)))
    return csl_to_reference({**read, "id": read.get("id") or ""}, reads_lines=True)


def _choose(name: str, plain: Callable[[str], str], rich: Callable[[str], str]) -> Callable[[str], str]:
    return plain if name in ADDRESSES else rich


def _walk(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_walk(one, change) for one in value]
    if isinstance(value, dict):
        return {name: _walk(one, change) for name, one in value.items()}
    return value


def _modernize(value: Any) -> Any:
    """Dates as pandoc-citeproc had them, `{year: 2010, month: 5}` or a list of these, and a lone name."""
    if isinstance(value, dict) and {"family", "given"} & value.keys():
        return [value]
    ends = value if isinstance(value, list) else [value]
    if not 1 <= len(ends) <= 2 or not all(isinstance(end, dict) and "year" in end for end in ends):  # noqa: PLR2004 - a date or a range
        return value
    parts = [[end[part] for part in _DATE_MEMBERS if part in end] for end in ends]
    kept = {name: ends[0][name] for name in ("season", "circa", "literal") if name in ends[0]}
    return {"date-parts": parts, **kept}
