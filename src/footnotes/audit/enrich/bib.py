"""Archived copies into the text of a .bib file, entry by entry, in the manner of each.

Every changed entry is read again, and stays as it was unless all its other fields read as before.
"""

from collections.abc import Iterator, Mapping

from attrs import evolve

from footnotes.audit.enrich.bib_layout import EntryText, insert_fields
from footnotes.audit.enrich.enriched import (
    Change,
    ChangeState,
    Enriched,
    FieldStyle,
    LeaveEntryError,
    TextEdit,
    apply_edits,
)
from footnotes.audit.enrich.matching import FindingIndex
from footnotes.audit.enrich.remarking import plan_remark
from footnotes.audit.enrich.settling import settle
from footnotes.formats.archived_copies import ARCHIVE_DATE, ARCHIVE_URL, URL_STATUS
from footnotes.formats.bib.dialect import Dialect
from footnotes.formats.bib.kinds import read_verbatim
from footnotes.formats.bib.places import find_fields
from footnotes.formats.bib.reading import read_entry
from footnotes.formats.bib.syntax import RawEntry, read_entries
from footnotes.model import Reference, Severity, Span

CUSTOM_FIELDS = {ARCHIVE_URL: "archiveurl", ARCHIVE_DATE: "archivedate", URL_STATUS: "urlstatus"}
"""The fields that other programs use (shared/specs/documents.md, 2d), none of them BibLaTeX's."""
_SPELLINGS = {name: (field, name, name.replace("_", "-")) for name, field in CUSTOM_FIELDS.items()}


def enrich_bib(
    text: str, dialect: Dialect, index: FindingIndex, style: FieldStyle, *, replace: bool
) -> Enriched:
    """The text of a .bib file with archived copies; what of it cannot be read stays as it is."""
    edits: list[TextEdit] = []
    changes: list[Change] = []
    for entry in read_entries(text)[0]:
        work = read_entry(entry, dialect)
        wanted = index.find_fields(entry.key, work.url, work.doi)
        # An @xdata is no work: what it lends is written where it is cited.
        if wanted and entry.entry_type != "xdata":
            place = EntryText(text, entry, find_fields(text, entry.span), dialect)
            made = _enrich_entry(place, work, wanted, style, replace=replace, edits=edits)
            changes.append(Change(entry.key, text.count("\n", 0, entry.span.start) + 1, *made))
    return Enriched(apply_edits(text, edits), tuple(changes), tuple(edits))


def _enrich_entry(  # noqa: PLR0913 - all that an entry's fate hangs on
    entry: EntryText,
    work: Reference,
    wanted: Mapping[str, str],
    style: FieldStyle,
    *,
    replace: bool,
    edits: list[TextEdit],
) -> tuple[ChangeState, tuple[tuple[str, str], ...], str]:
    """The state, fields and reason of the change of an entry; its edits go to `edits`."""
    try:
        state, fields, made = _plan_entry(entry, work, wanted, style, replace=replace)
        if made:
            _check_entry(entry, made, fields)
    except LeaveEntryError as error:
        return ChangeState.LEFT, (), str(error)
    edits += made
    return state, tuple(fields.items()), ""


def _plan_entry(
    entry: EntryText, work: Reference, wanted: Mapping[str, str], style: FieldStyle, *, replace: bool
) -> tuple[ChangeState, dict[str, str], list[TextEdit]]:
    own = _read_own(entry.entry)
    remark = {} if own else {name: value for name, value in work.extra if name in CUSTOM_FIELDS}
    if remark or (style is FieldStyle.NOTE and not own):
        return plan_remark(entry, held=remark, wanted=wanted)
    # Who keeps fields for it gets no remark that says the same once more.
    names = wanted if style is FieldStyle.CUSTOM else [name for name in own if name in wanted]
    state, fields = settle(own, {name: wanted[name] for name in names}, replace=replace)
    return state, fields, list(_write_own(entry, fields))


def _read_own(entry: RawEntry) -> dict[str, str]:
    """The fields of their own that an entry has for it, by the names of `custom`."""
    values = {field.name.lower(): read_verbatim(field.value) for field in entry.fields}
    return {
        name: values[field]
        for name, spellings in _SPELLINGS.items()
        for field in spellings
        if field in values
    }


def _write_own(entry: EntryText, fields: Mapping[str, str]) -> Iterator[TextEdit]:
    new = {}
    for name, value in fields.items():
        field = entry.find(*_SPELLINGS[name])
        if field is None:
            new[CUSTOM_FIELDS[name]] = value
        else:
            yield TextEdit(field.value_span, f"{{{value}}}")
    if new:
        yield insert_fields(entry, new)


def _check_entry(entry: EntryText, edits: list[TextEdit], fields: Mapping[str, str]) -> None:
    """Raises LeaveEntryError unless the work reads as before but for `fields`, and these as meant."""
    start, end = entry.entry.span.start, entry.entry.span.end
    moved = [TextEdit(Span(one.span.start - start, one.span.end - start), one.words) for one in edits]
    whole = entry.text[start:end]
    before = _read_alone(whole, entry.dialect)
    after = _read_alone(apply_edits(whole, moved), entry.dialect)
    if before is None or after is None or before[0] != after[0] or not fields.items() <= after[1].items():
        raise LeaveEntryError("its text is not built so that it could be changed without harm")


def _read_alone(text: str, dialect: Dialect) -> tuple[Reference, dict[str, str]] | None:
    """The work of the entry without what it says of an archived copy, and that."""
    entries, problems = read_entries(text)
    if len(entries) != 1 or any(one.severity is Severity.ERROR for one in problems):
        return None
    work = read_entry(entries[0], dialect)
    ours = {spelling for spellings in _SPELLINGS.values() for spelling in spellings}
    rest = tuple((name, value) for name, value in work.extra if name.lower() not in ours)
    told = {name: value for name, value in work.extra if name in CUSTOM_FIELDS}
    return evolve(work, extra=rest), told | _read_own(entries[0])
