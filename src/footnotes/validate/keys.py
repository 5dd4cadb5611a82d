"""Keys and types, and what the file lacks or has empty."""

import re
from collections.abc import Iterator

from footnotes.formats.types import PLAIN_TYPES
from footnotes.model import WORK_TYPES
from footnotes.validate.finding import Remark
from footnotes.validate.required import find_variable, list_missing
from footnotes.validate.subject import Subject

_ODD = re.compile(r"[\s,{}()\"'#%~\\=]")
_KEYLESS = {"ris", "csv", "tsv"}
"""Formats that need no keys: whoever cites from them gets keys made."""
_PARENTS = ("crossref", "xdata", "xref", "related", "entryset")
_MOJIBAKE = re.compile(r"[ÃÂ][\u0080-\u00bf]|â€.|Ð[\u0080-\u00bf]|\ufffd|Ã\u0192")


def find_repeated_keys(subject: Subject) -> Iterator[Remark]:
    """A key that an earlier entry has: programs take one of the two."""
    if subject.work.key in subject.twins:
        yield Remark(f"The key “{subject.work.key}” is that of an earlier entry.")


def find_keys_alike(subject: Subject) -> Iterator[Remark]:
    """Keys that differ in capitals alone: BibTeX takes them for one."""
    others = [key for key in subject.twins if key != subject.work.key]
    if others and subject.work.key not in subject.twins:
        yield Remark(f"The key “{subject.work.key}” differs from “{others[0]}” in capitals alone.")


def find_missing_keys(subject: Subject) -> Iterator[Remark]:
    """No key: nothing can cite the entry."""
    if not subject.work.key and subject.format not in _KEYLESS:
        yield Remark("The entry has no key, so nothing can cite it.")


def find_missing_parents(subject: Subject) -> Iterator[Remark]:
    """A pointer to an entry that the file has not, or that classic BibTeX has not read yet."""
    for name in _PARENTS:
        told = subject.entry.fields.get(name) if subject.entry else None
        for key in (piece.strip() for piece in told.text.split(",")) if told else ():
            at = subject.find_place(key)
            if key and at is None:
                yield Remark(f"There is no entry “{key}”, to which {name} refers.", name)
            elif at is not None and _comes_too_late(subject, name, at):
                yield Remark(f"BibTeX finds the entry “{key}” only behind the one that refers to it.", name)


def _comes_too_late(subject: Subject, name: str, parent: int) -> bool:
    own = subject.find_place(subject.work.key)
    return subject.dialect == "bibtex" and name == "crossref" and own is not None and parent < own


def find_odd_keys(subject: Subject) -> Iterator[Remark]:
    """Signs in a key that a dialect reads otherwise."""
    key = subject.work.key
    if odd := _ODD.search(key):
        sign = "a blank" if odd[0].isspace() else f"“{odd[0]}”"
        yield Remark(f"The key “{key}” has {sign}, which not every program reads.")
    elif subject.dialect == "bibtex" and not key.isascii():
        yield Remark(f"The key “{key}” has letters beyond a to z, which BibTeX does not read.")


def find_unknown_types(subject: Subject) -> Iterator[Remark]:
    """A type that the format does not have."""
    if subject.entry is None or not subject.entry.type:
        return
    known = WORK_TYPES if subject.entry.type in WORK_TYPES else PLAIN_TYPES
    if subject.entry.type not in known:
        yield Remark(f"There is no type “{subject.entry.type}”; the entry is read as a document.", "type")


def find_missing_fields(subject: Subject) -> Iterator[Remark]:
    """A field without which an entry of its type is incomplete in the dialect."""
    for name in list_missing(subject.work, subject.dialect):
        variable = find_variable(name.split(" or ")[0])
        if subject.read_raw(variable):
            # The file has the field, and the reader takes it for something else: `type = {report}`.
            continue
        yield Remark(f"An entry of this type should state {name}.", variable)


def find_empty_fields(subject: Subject) -> Iterator[Remark]:
    """A field that is there and says nothing."""
    for one in subject.entry.fields.values() if subject.entry else ():
        if one.text.strip("{} \n\t") in {"", "[]", "None"}:
            yield Remark(f"The field {one.name} is empty.", one.name.lower())


def find_damaged_letters(subject: Subject) -> Iterator[Remark]:
    """Letters that were read in a wrong encoding, and written again."""
    for variable, value in subject.work.stated().items():
        if found := _MOJIBAKE.search(str(value)):
            yield Remark(
                f"“{found[0]}” in {variable} is a letter that was read in a wrong encoding.", variable
            )
