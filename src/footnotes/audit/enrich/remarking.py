"""The remark about an archived copy in `addendum` or `note` of an entry: put there, or made true again."""

import re
from collections.abc import Mapping

from footnotes.audit.enrich.bib_layout import EntryText, insert_fields
from footnotes.audit.enrich.enriched import ChangeState, LeaveEntryError, TextEdit
from footnotes.formats.archived_copies import NAMES, URL_STATUS, can_remark, write_copy
from footnotes.formats.bib.braces import find_group_end
from footnotes.formats.bib.places import FieldText
from footnotes.formats.bib.remarks import JOINT
from footnotes.model import Span

_OURS = re.compile(
    r"(?:Archived\s+(?:\d\d?\s+[A-Z][a-z]+\s+\d{4}\s+)?at\s+\S+?(?:;\s+URL\s+status:\s+\w+)?|URL\s+status:\s+\w+)$"
)
_SENTENCE_ENDS = (".", "!", "?")


def plan_remark(
    entry: EntryText, *, held: Mapping[str, str], wanted: Mapping[str, str]
) -> tuple[ChangeState, dict[str, str], list[TextEdit]]:
    """The state, what is written by name, and the edit.

    `held` is what the remark of the entry says now. It is of our own making, so it may be replaced; but
    what is not known any more stays. Raises LeaveEntryError where its place cannot be found.
    """
    told = _choose(held, wanted)
    if told == dict(held):
        return ChangeState.SAME, {}, []
    if not can_remark(told):
        raise LeaveEntryError("the address of the copy cannot be written in words")
    words, name = write_copy(told, entry.dialect.name), entry.dialect.remarks_field
    place = entry.find(name)
    if held:
        return ChangeState.REPLACED, told, [_replace(entry.text, place, words)]
    if place is None:
        return ChangeState.WRITTEN, told, [insert_fields(entry, {name: words})]
    value = next((one.value for one in entry.entry.fields if one.name.lower() == name), "")
    return ChangeState.WRITTEN, told, [_append(entry.text, place.value_span, value, words)]


def _choose(held: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str]:
    """What is to stand: the new where it is known. That a page lives is not worth words in print."""
    told = {**held, **wanted}
    if told.get(URL_STATUS) == "live":
        del told[URL_STATUS]
    return {name: told[name] for name in NAMES if name in told}


def _append(text: str, place: Span, value: str, words: str) -> TextEdit:
    """The words behind those there, inside their braces; behind macros as a further piece."""
    inner = _find_inner(text, place)
    joint = "" if not value.strip() else " " if value.rstrip().endswith(_SENTENCE_ENDS) else JOINT
    if inner is None:
        return TextEdit(Span(place.end, place.end), f" # {{{joint}{words}}}")
    end = inner.start + len(text[inner.start : inner.end].rstrip())
    return TextEdit(Span(end, end), joint + words)


def _replace(text: str, place: FieldText | None, words: str) -> TextEdit:
    inner = None if place is None else _find_inner(text, place.value_span)
    if inner is None:
        raise LeaveEntryError("its remark about a copy is not where it was written")
    end = inner.start + len(text[inner.start : inner.end].rstrip())
    match = _OURS.search(text, inner.start, end)
    if match is None:
        raise LeaveEntryError("its remark about a copy is not where it was written")
    return TextEdit(Span(*match.span()), words)


def _find_inner(text: str, place: Span) -> Span | None:
    """The words of a value that is one group in braces or quotation marks."""
    opening = text[place.start]
    inner = Span(place.start + 1, place.end - 1)
    if opening == "{" and find_group_end(text, place.start) == place.end:
        return inner
    if opening == '"' and _is_one_quote(text[inner.start : inner.end]):
        return inner
    return None


def _is_one_quote(inner: str) -> bool:
    """Whether no quotation mark outside braces ends the value before its end, as in `"a" # "b"`."""
    depth = 0
    for sign in inner:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == '"' and depth == 0:
            return False
    return True
