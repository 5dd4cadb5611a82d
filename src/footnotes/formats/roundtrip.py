"""What a written text does not give back: the library that it reads as, against the one it was.

Losses are found, not foretold: the text is read again, and each variable that differs is one.
The writer only knows why.
"""

import re
from collections.abc import Iterator, Mapping
from unicodedata import category, normalize
from urllib.parse import unquote

from footnotes.formats.edtf import format_edtf
from footnotes.formats.keyword_lists import split_keywords
from footnotes.formats.loss import Loss
from footnotes.model import (
    VARIABLES,
    AnyDate,
    AnyName,
    Date,
    Library,
    LiteralDate,
    LiteralName,
    Name,
    Reference,
)

READS_OTHERWISE = "it reads back as “{}”"
LINES = "its paragraphs and lines become one"
BLANKS = "several blanks become one"
SOME_BLANKS = "some of its blanks are dropped"
LETTERS = "letters and their marks are composed (NFC)"
CONTROLS = "control characters are dropped"
AS_PERSON = "an institution reads back as a person"
AS_INSTITUTION = "a person reads back as an institution"
PARTS = "the parts of a name read back divided otherwise"
ENCODED = "signs that no address may hold are percent-encoded (RFC 3986)"
EMPTY = "it is empty, which reads as not stated"
SEPARATORS = "the signs that part them are others"
NO_PLACE = "there is no place for it"

_MOST = 120
_BLANKS = re.compile(r"[^\S\n]{2,}")

COMPARED = ("type", "key", *VARIABLES, "extra")


def find_losses(
    before: Library, after: Library, reasons: Mapping[tuple[int, str], str]
) -> tuple[Loss, ...]:
    """The variables of `before` that `after` does not state alike, in order.

    `reasons` say by position and variable why a writer left something out. Raises
    RuntimeError where a whole work is missing: that is a fault of the writer, not a loss.
    """
    if len(before) != len(after):
        raise RuntimeError(f"{len(before)} works were written and {len(after)} read back")
    return tuple(
        Loss(
            old.key,
            variable,
            describe_value(getattr(old, variable)),
            reasons.get((at, variable)) or why,
            _list_fields(old, new) if variable == "extra" else (),
        )
        for at, (old, new) in enumerate(zip(before, after, strict=True))
        if old != new
        for variable, why in _compare(old, new)
    )


def _list_fields(old: Reference, new: Reference) -> tuple[str, ...]:
    """The names of the further fields that do not come back."""
    return tuple(dict.fromkeys(pair[0] for pair in old.extra if pair not in new.extra))


def describe_value(value: object) -> str:
    """A value as words, for people."""
    if isinstance(value, tuple):
        return "; ".join(describe_value(one) for one in value)
    if isinstance(value, LiteralName | LiteralDate):
        return value.literal
    if isinstance(value, Name):
        return _describe_name(value)
    if isinstance(value, Date):
        return _describe_date(value)
    return "" if value is None else str(value)


def _compare(old: Reference, new: Reference) -> Iterator[tuple[str, str]]:
    for variable in COMPARED:
        before, after = getattr(old, variable), getattr(new, variable)
        if before != after:
            same = (
                variable == "keyword"
                and before
                and after
                and split_keywords(before) == split_keywords(after)
            )
            yield variable, SEPARATORS if same else _explain(before, after)


def _explain(before: object, after: object) -> str:
    if before in ("", ()) and not after:
        return EMPTY
    if not after:
        return NO_PLACE
    if isinstance(before, str) and isinstance(after, str) and (why := _explain_text(before, after)):
        return why
    reads = READS_OTHERWISE.format(_cut(describe_value(after)))
    if isinstance(before, tuple) and isinstance(after, tuple):
        kind = _explain_names(before, after)
        if not kind:
            return reads
        return kind if describe_value(before) == describe_value(after) else f"{kind}; {reads}"
    return reads


def _explain_text(before: str, after: str) -> str:
    if _skeleton(before) == _skeleton(after):
        return _explain_spelling(before, after)
    return ENCODED if "%" in after and unquote(after) == before else ""


def _explain_spelling(before: str, after: str) -> str:
    """What became of a text whose letters are the same."""
    checks = (
        (LINES, len(before.splitlines()) != len(after.splitlines())),
        (BLANKS, _BLANKS.search(before) and not _BLANKS.search(after)),
        (LETTERS, normalize("NFC", before) != before),
        (CONTROLS, any(category(sign) in {"Cc", "Cf"} and not sign.isspace() for sign in before)),
    )
    return ", ".join(words for words, holds in checks if holds) or SOME_BLANKS


def _cut(text: str) -> str:
    """The beginning of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _MOST else f"{words[:_MOST].rstrip()}…"


def _explain_names(before: tuple[object, ...], after: tuple[object, ...]) -> str:
    kinds = {(type(old), type(new)) for old, new in zip(before, after, strict=False) if old != new}
    if (LiteralName, Name) in kinds:
        return AS_PERSON
    return AS_INSTITUTION if (Name, LiteralName) in kinds else PARTS if kinds else ""


def _skeleton(text: str) -> str:
    return "".join(sign for sign in normalize("NFC", text) if sign.isprintable() and not sign.isspace())


def _describe_name(name: AnyName) -> str:
    parts = (
        getattr(name, part, None)
        for part in ("given", "dropping_particle", "non_dropping_particle", "family", "suffix")
    )
    return " ".join(part for part in parts if part)


def _describe_date(date: AnyDate) -> str:
    return format_edtf(date) if isinstance(date, Date) else str(date)
