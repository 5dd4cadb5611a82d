"""Hayagriva YAML, the libraries of Typst, written only (hayagriva 0.9, docs/file-format.md).

A work that is part of another has it as its parent, and a series is the parent of what stands in it. Titles
are `verbatim`, so that no style changes their case and no sign in them is mark-up.
"""

import re
from typing import Any

from attrs import evolve

from footnotes.formats.edtf import format_partial, is_in_calendar
from footnotes.formats.folding import fold_value
from footnotes.formats.hayagriva.addresses import is_address
from footnotes.formats.hayagriva.fields import COUNTS, PARENT_FIELDS, ROLES, SERIALS, TEXTS
from footnotes.formats.hayagriva.types import choose_parent, choose_type, tell_type
from footnotes.formats.keys import make_key
from footnotes.formats.rich_text import drop_marks
from footnotes.formats.stated_values import StatedValues
from footnotes.formats.written import Written
from footnotes.formats.yaml_syntax import write_yaml
from footnotes.model import AnyDate, AnyName, Date, Library, LiteralName, Reference

NO_ADDRESS = "Typst takes an address only with http:// or the like before it, and with a host that can be"
NO_EXTRA = "there are no fields but those of the format, and none for an archived copy"

_COUNT = re.compile(r"[0-9]{1,9}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")

YEARS = range(-9999, 10000)
"""The years that four digits and a sign can say."""


def write_hayagriva(library: Library) -> Written:
    """The library as a mapping of entries."""
    entries: dict[str, Any] = {}
    told: list[Reference] = []
    taken: dict[str, int] = {}
    reasons: dict[tuple[int, str], str] = {}
    for at, work in enumerate(library.references):
        key = make_key(work.key, taken)
        values = StatedValues(work)
        entries[key] = _write_entry(values)
        entry_type = choose_type(work)
        told.append(evolve(values.tell_rest(), key=key, type=tell_type(work)))
        reasons |= values.explain_changes(at)
        reasons[at, "extra"] = NO_EXTRA
        reasons[at, "url"] = NO_ADDRESS
        reasons[at, "type"] = f"the type {entry_type} stands for other types, too"
    return Written(write_yaml(entries) if entries else "{}\n", Library(tuple(told)), reasons)


def _write_entry(values: StatedValues) -> dict[str, Any]:
    work = values.work
    parent_type = choose_parent(work)
    fields = {name: value for name, value in _list_fields(values).items() if value}
    held = {name: fields.pop(name) for name in PARENT_FIELDS.get(parent_type, ()) if name in fields}
    entry = {"type": choose_type(work), **fields}
    if parent_type and (container := values.take("container_title")):
        return {
            **entry,
            "parent": _nest(values, {"type": parent_type, "title": _verbatim(container), **held}),
        }
    return _nest(values, {**entry, **held})


def _nest(values: StatedValues, entry: dict[str, Any]) -> dict[str, Any]:
    """The entry in its series."""
    series = values.take("collection_title")
    if not series:
        return entry
    parent: dict[str, Any] = {"type": "anthology", "title": _verbatim(series)}
    if number := values.take("collection_number"):
        parent["volume"] = fold_value(number)
    if editors := values.take_names("collection_editor"):
        parent["editor"] = _write_names(editors)
    return {**entry, "parent": [parent]}


def _list_fields(values: StatedValues) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "title": _write_title(values),
        "author": _write_names(values.take_names("author")),
        "editor": _write_names(values.take_names("editor")),
        "affiliated": _write_roles(values),
        "date": _write_date(values, "issued"),
        "publisher": _write_publisher(values),
    }
    for variable, name, is_rich in TEXTS:
        if variable in COUNTS and not _COUNT.fullmatch(getattr(values.work, variable) or ""):
            continue
        text = values.take_line(variable)
        fields[name] = _verbatim(text) if is_rich and text else text
    serials = {name: values.take_line(variable) for variable, name in SERIALS}
    fields["serial-number"] = {name: number for name, number in serials.items() if number}
    if values.work.language and _LANGUAGE.fullmatch(values.work.language):
        fields["language"] = values.take("language")
    fields["url"] = _write_url(values)
    return fields


def _write_title(values: StatedValues) -> Any:
    title, short = values.work.title, values.work.title_short
    if not title:
        return None
    plain = drop_marks(title)
    if plain == title:
        values.take("title")
    else:
        values.say_instead("title", plain)
    return (
        {**_verbatim(title), "short": _verbatim(values.take("title_short") or "")}
        if short
        else _verbatim(title)
    )


def _verbatim(text: str) -> dict[str, Any]:
    return {"value": fold_value(drop_marks(text)), "verbatim": True}


def _write_publisher(values: StatedValues) -> Any:
    place, name = values.take("publisher_place"), values.take("publisher")
    parts = {"name": name, "location": place}
    return {part: _verbatim(text) for part, text in parts.items() if text}


def _write_roles(values: StatedValues) -> list[dict[str, Any]]:
    return [
        {"role": role, "names": _write_names(names)}
        for variable, role in ROLES
        if (names := values.take_names(variable))
    ]


def _write_names(names: tuple[AnyName, ...]) -> list[dict[str, str]]:
    return [
        {"name": name.literal} if isinstance(name, LiteralName) else _write_person(name) for name in names
    ]


def _write_person(name: Any) -> dict[str, str]:
    parts = {
        "name": name.family,
        "given-name": name.given,
        "prefix": name.non_dropping_particle or name.dropping_particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text or part == "name"}


def _write_date(values: StatedValues, variable: str) -> str:
    """A day, month or year, with a tilde if it is approximate: there are no ranges and no seasons."""
    date = values.take_date(variable)
    if not isinstance(date, Date) or date.start.year not in YEARS:
        values.say_instead(variable, None)
        return ""
    # A 30 February costs the whole file.
    start = evolve(date.start, season=None, day=date.start.day if is_in_calendar(date.start) else None)
    said: AnyDate = Date(start, approximate=date.approximate)
    values.say_instead(variable, said)
    return f"{'~' if date.approximate else ''}{format_partial(start)}"


def _write_url(values: StatedValues) -> Any:
    url = values.work.url
    if not url or not is_address(fold_value(url)):
        return None
    values.take("url")
    seen = _write_date(values, "accessed")
    return {"value": fold_value(url), "date": seen} if seen else fold_value(url)
