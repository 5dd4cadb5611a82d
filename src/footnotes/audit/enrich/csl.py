"""Archived copies into the text of CSL-JSON: members of `custom`, in the manner of the file.

CSL has no variable for them (schema#387); `custom` is where its schema lets programs put what it has not.
"""

import json
from collections.abc import Iterator, Mapping

from footnotes.audit.enrich.enriched import (
    Change,
    ChangeState,
    Enriched,
    LeaveEntryError,
    TextEdit,
    apply_edits,
)
from footnotes.audit.enrich.matching import FindingIndex
from footnotes.audit.enrich.settling import settle
from footnotes.formats.csl.json import csl_to_reference, read_items
from footnotes.formats.csl.places import MemberText, find_members
from footnotes.model import Span

CUSTOM = "custom"


def enrich_csl(text: str, index: FindingIndex, *, replace: bool) -> Enriched:
    """The text of a list of items with `custom` members; raises InputError where it is none."""
    edits: list[TextEdit] = []
    changes: list[Change] = []
    for item, span in read_items(text):
        work = csl_to_reference(item) if isinstance(item, dict) else None
        wanted = index.find_fields(work.key, work.url, work.doi) if work else {}
        if work and wanted:
            made = _enrich_item(text, span, wanted, replace=replace, edits=edits)
            changes.append(Change(work.key, text.count("\n", 0, span.start) + 1, *made))
    return Enriched(apply_edits(text, edits), tuple(changes), tuple(edits))


def _enrich_item(
    text: str, span: Span, wanted: Mapping[str, str], *, replace: bool, edits: list[TextEdit]
) -> tuple[ChangeState, tuple[tuple[str, str], ...], str]:
    """The state, fields and reason of the change of an item; its edits go to `edits`."""
    members = find_members(text, span.start)
    try:
        held, place = _read_custom(text, members)
        state, fields = settle(held, wanted, replace=replace)
    except LeaveEntryError as error:
        return ChangeState.LEFT, (), str(error)
    if fields:
        edits += _write(text, span, members, place, fields)
    return state, tuple(fields.items()), ""


def _read_custom(text: str, members: tuple[MemberText, ...]) -> tuple[dict[str, str], MemberText | None]:
    """What `custom` says, and where it stands; of two the last counts, as in JSON readers."""
    place = next((one for one in reversed(members) if one.name == CUSTOM), None)
    if place is None:
        return {}, None
    if not isinstance(place.value, dict):
        raise LeaveEntryError("its custom is no object")
    inner = find_members(text, place.value_span.start)
    return {one.name: one.value if isinstance(one.value, str) else str(one.value) for one in inner}, place


def _write(
    text: str,
    item: Span,
    members: tuple[MemberText, ...],
    place: MemberText | None,
    fields: Mapping[str, str],
) -> Iterator[TextEdit]:
    if place is None:
        yield _insert(text, item.start, members, {CUSTOM: fields})
        return
    inner = find_members(text, place.value_span.start)
    known = {one.name: one for one in inner}
    for name, value in fields.items():
        if name in known:
            yield TextEdit(known[name].value_span, json.dumps(value))
    new = {name: value for name, value in fields.items() if name not in known}
    if new:
        yield _insert(text, place.value_span.start, inner, new)


def _insert(
    text: str, start: int, members: tuple[MemberText, ...], new: Mapping[str, str | Mapping[str, str]]
) -> TextEdit:
    """New members behind the last, or in an empty object; spaced as the members there are."""
    if not members:
        words = json.dumps(new)[1:-1]
        return TextEdit(Span(start + 1, start + 1), words)
    last = members[-1]
    before = members[-2].value_span.end if len(members) > 1 else start + 1
    blank = text[before : last.name_span.start].replace(",", "", 1)
    colon = text[last.name_span.end : last.value_span.start]
    if len(members) == 1 and not blank:
        # There is no comma to tell what stands behind one; in a line it is what stands behind a colon.
        blank = colon.rpartition(":")[2]
    end = last.value_span.end
    step = _find_step(text, end, blank)
    words = "".join(
        f",{blank}{json.dumps(name)}{colon}{_spell(value, blank, colon, step)}"
        for name, value in new.items()
    )
    return TextEdit(Span(end, end), words)


def _find_step(text: str, end: int, blank: str) -> str:
    """By how much a level is indented: the indent of the members less that of their closing brace."""
    indent = blank.rpartition("\n")[2]
    closing = text[end : text.index("}", end)].rpartition("\n")[2]
    return indent.removeprefix(closing) if "\n" in blank else ""


def _spell(value: str | Mapping[str, str], blank: str, colon: str, step: str) -> str:
    if isinstance(value, str):
        return json.dumps(value)
    inner = blank + step
    pieces = (f"{json.dumps(name)}{colon}{json.dumps(one)}" for name, one in value.items())
    is_long = "\n" in blank
    opening, closing = ("{" + inner, blank + "}") if is_long else ("{", "}")
    return opening + f",{inner}".join(pieces) + closing
