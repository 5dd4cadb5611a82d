"""`crossref` and `xdata` as they stood: what nobody has changed is inherited again, not written out.

The owner of a file that was made by hand has his volumes in it once, for all their chapters. An entry
points at them as before where it then says exactly what it says written out; where anything differs, it
holds what differs itself, and where that does not do, all. In BibTeX a parent must stand behind its
children (btxdoc 2.2.2); what stands before them is written out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from footnotes.formats.bib.braces import is_balanced
from footnotes.formats.bib.dialect import Dialect
from footnotes.formats.bib.inherit import CROSSREF, POINTERS, TEMPLATE, inherit_fields
from footnotes.formats.bib.reading import read_entry
from footnotes.formats.bib.syntax import MONTH_MACROS, RawEntry, RawField
from footnotes.model import Frame, Pointer, Reference, Spelling

POINTED = frozenset(POINTERS)
ROUNDS = 8
"""So often entries are tried: one that has to be written out changes what others inherit from it."""


def restore_pointers(
    works: Sequence[Reference], entries: Sequence[RawEntry], frames: Iterable[Frame], dialect: Dialect
) -> tuple[RawEntry, ...]:
    """The entries of works, pointing where their file had them point, and those that are no works.

    `entries` are those of `works`, each with all that it says; `frames` are those of their files.
    """
    templates: tuple[RawEntry, ...] = ()
    if dialect.name == "biblatex":
        templates = tuple(_list_templates(frames, {entry.key for entry in entries}))
    places = {
        (id(work.spelling.frame), work.spelling.key): at for at, work in enumerate(works) if work.spelling
    }
    pointed = list(entries)
    for at, work in enumerate(works):
        if work.spelling is not None and _may_point(work.spelling, entries[at], dialect):
            pointed[at] = _point(at, work.spelling, entries, places, templates, dialect)
    for _ in range(ROUNDS):
        wrong = _find_wrong(pointed, entries, templates, dialect)
        if not wrong:
            return (*pointed, *templates)
        for at, completed in wrong.items():
            pointed[at] = _hold_more(pointed[at], completed, entries[at])
    return (*entries, *templates)


def _list_templates(frames: Iterable[Frame], taken: set[str]) -> Iterator[RawEntry]:
    """The entries that are no works, but for those whose key is that of a work now."""
    for frame in frames:
        for key, fields in frame.templates:
            if key not in taken and all(is_balanced(text) for _, text in fields):
                taken.add(key)
                yield RawEntry(TEMPLATE, key, tuple(_make_field(name, text) for name, text in fields))


def _make_field(name: str, text: str) -> RawField:
    return RawField(name, text, enclosed=not (name.lower() == "month" and text in MONTH_MACROS))


def _may_point(spelling: Spelling, entry: RawEntry, dialect: Dialect) -> bool:
    # BibTeX knows no `xdata`, however it came into its file.
    is_known = dialect.name == "biblatex" or all(one.name == CROSSREF for one in spelling.pointers)
    is_its = spelling.format == dialect.name and spelling.entry_type == entry.entry_type
    return bool(spelling.pointers) and dialect.model is None and is_its and is_known


def _point(  # noqa: PLR0913, PLR0917 - an entry, and all that it may point at
    at: int,
    spelling: Spelling,
    entries: Sequence[RawEntry],
    places: Mapping[tuple[int, str], int],
    templates: Sequence[RawEntry],
    dialect: Dialect,
) -> RawEntry:
    """The entry without what it inherited; the whole one where a parent has gone, or stands too early."""
    entry, known = entries[at], {template.key for template in templates}
    fields = [field for field in entry.fields if field.name.lower() not in spelling.inherited]
    for pointer in spelling.pointers:
        found = [places.get((id(spelling.frame), key)) for key in pointer.keys]
        keys = [
            key if place is None else entries[place].key
            for key, place in zip(pointer.keys, found, strict=True)
            if place is not None or key in known
        ]
        if any(place is not None and POINTED.intersection(_index(entries[place])) for place in found):
            # A pointer that is left leads to nothing, or in a circle: pandoc does not come back from one.
            return entry
        is_early = any(place is not None and place <= at for place in found)
        if len(keys) < len(pointer.keys) or (is_early and dialect.name == "bibtex"):
            return entry
        fields.append(_make_pointer(pointer, tuple(keys)))
    return evolve(entry, fields=tuple(fields))


def _make_pointer(pointer: Pointer, keys: tuple[str, ...]) -> RawField:
    return RawField(pointer.name, pointer.text if keys == pointer.keys else ",".join(keys))


def _find_wrong(
    pointed: Sequence[RawEntry],
    entries: Sequence[RawEntry],
    templates: Sequence[RawEntry],
    dialect: Dialect,
) -> dict[int, RawEntry]:
    """Where an entry with what it inherits is not what it is written out, and as what it reads."""
    if all(one is whole for one, whole in zip(pointed, entries, strict=True)):
        return {}
    completed = inherit_fields([*pointed, *templates])
    return {
        at: full
        for at, (one, full, whole) in enumerate(zip(pointed, completed, entries, strict=True))
        if one is not whole and not _are_same(full, whole, dialect)
    }


def _are_same(one: RawEntry, other: RawEntry, dialect: Dialect) -> bool:
    """Whether two entries have the same fields, and read as the same work."""
    return _index(one) == _index(other) and read_entry(one, dialect) == read_entry(other, dialect)


def _hold_more(pointed: RawEntry, completed: RawEntry, whole: RawEntry) -> RawEntry:
    """The entry with what differs from its parents as its own; the whole one if that is of no use."""
    own, inherited, wanted = _index(pointed), _index(completed), _index(whole)
    lacking = {name for name, value in wanted.items() if inherited.get(name) != value}
    more = [field for field in whole.fields if field.name.lower() in lacking]
    is_mended = lacking and lacking.isdisjoint(own)
    return evolve(pointed, fields=(*more, *pointed.fields)) if is_mended else whole


def _index(entry: RawEntry) -> dict[str, tuple[str, bool]]:
    return {field.name.lower(): (field.value, field.enclosed) for field in entry.fields}
