"""What an audit saw, as JSON values for the journal, and back.

The attributes of the nouns are the members, in their own words; those at their defaults are left out.
Members that a later version added are passed over. Words that it added to a vocabulary are refused: what
cannot be understood must not decide a verdict.
"""

import json
import struct
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cache, partial
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, frozen, has

from footnotes.errors import JournalError

VERSION = 1
"""Of the form of the records: raised when an older program would misread one."""

Noun = TypeVar("Noun")
_Turn = Callable[[Any], Any]


@frozen
class _Codec:
    """How values of one type are written as JSON values, and read."""

    write: _Turn
    read: _Turn


@frozen
class _Member:
    """One attribute of a noun; `default` is NOTHING where it must be stated."""

    name: str
    codec: _Codec
    default: Any


def encode_record(noun: object) -> dict[str, Any]:
    """`noun`, of one of the frozen classes of an audit, as an object of JSON values."""
    return {"version": VERSION, **_write_noun(type(noun), noun)}


def decode_record(kind: type[Noun], value: object) -> Noun:
    """The noun of class `kind` that `encode_record` made into `value`.

    Raises JournalError, whose message says what is wrong, where `value` is of a later version, is not of
    that kind, or has a word that this version does not know.
    """
    version = value.get("version") if isinstance(value, Mapping) else None
    if isinstance(version, int) and version > VERSION:
        raise JournalError(
            f"A record of the journal is of version {version}; this program knows versions up to {VERSION}."
        )
    noun: Noun = _read_noun(kind, value)
    return noun


def dump_record(noun: object) -> str:
    """`encode_record` as one line of JSON in ASCII."""
    return json.dumps(encode_record(noun), separators=(",", ":"))


def load_record(kind: type[Noun], text: str) -> Noun:
    """The noun that `dump_record` wrote; raises JournalError as `decode_record` does."""
    return decode_record(kind, load_json(text))


def load_json(text: str) -> Any:
    """The JSON value that stands in the journal; raises JournalError if none does."""
    try:
        return json.loads(text)
    except (TypeError, ValueError):
        raise _refuse("JSON text", text) from None


def write_time(moment: datetime) -> str:
    """`moment` in UTC, to the microsecond, so that the texts sort as the moments do."""
    if moment.tzinfo is None:
        raise ValueError("a moment of an audit has its time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def read_time(text: str) -> datetime:
    """The moment (UTC) that `write_time` wrote; raises JournalError if it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        raise JournalError(f"The journal holds {text!r} where a time should stand.") from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _write_noun(kind: type, noun: object) -> dict[str, Any]:
    values = ((member, getattr(noun, member.name)) for member in _list_members(kind))
    return {member.name: member.codec.write(value) for member, value in values if value != member.default}


def _read_noun(kind: type, value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise _refuse(kind.__name__, value)
    stated = {
        member.name: member.codec.read(value[member.name])
        for member in _list_members(kind)
        if member.name in value
    }
    missing = [one.name for one in _list_members(kind) if one.default is NOTHING and one.name not in stated]
    if missing:
        raise JournalError(f"A {kind.__name__} of the journal lacks {' and '.join(missing)}.")
    return kind(**stated)


@cache
def _list_members(kind: type) -> tuple[_Member, ...]:
    hints = get_type_hints(kind)
    return tuple(_Member(one.name, _find_codec(hints[one.name]), one.default) for one in fields(kind))


@cache
def _find_codec(hint: Any) -> _Codec:
    """The codec for the type of an attribute."""
    inner = [one for one in get_args(hint) if one not in {type(None), ...}]
    if hint == tuple[int, ...]:
        return _Codec(_pack, _unpack)
    if get_origin(hint) in {tuple, frozenset}:
        return _collect(get_origin(hint), _find_codec(inner[0]))
    return _allow_none(_find_codec(inner[0])) if inner else _find_single(hint)


def _find_single(kind: type) -> _Codec:
    if kind in _PLAIN:
        return _Codec(_keep, partial(_check, kind))
    if kind is datetime:
        return _Codec(write_time, read_time)
    if has(kind):
        return _Codec(partial(_write_noun, kind), partial(_read_noun, kind))
    return _Codec(_take_word, partial(_read_word, kind))


_PLAIN: dict[type, tuple[type, ...]] = {str: (str,), int: (int,), float: (int, float), bool: (bool,)}


def _keep(value: Any) -> Any:
    return value


def _check(kind: type, value: Any) -> Any:
    if not isinstance(value, _PLAIN[kind]) or (kind is not bool and isinstance(value, bool)):
        raise _refuse(kind.__name__, value)
    return value


def _take_word(word: Enum) -> Any:
    return word.value


def _read_word(vocabulary: type[Enum], value: Any) -> Enum:
    try:
        return vocabulary(value)
    except ValueError:
        raise JournalError(
            f"The journal holds the {vocabulary.__name__} {value!r}, which this program does not know."
        ) from None


def _allow_none(codec: _Codec) -> _Codec:
    return _Codec(
        lambda value: None if value is None else codec.write(value),
        lambda value: None if value is None else codec.read(value),
    )


def _collect(kind: Any, codec: _Codec) -> _Codec:
    def write(values: Iterable[Any]) -> list[Any]:
        written = [codec.write(value) for value in values]
        return sorted(written) if kind is frozenset else written

    def read(values: Any) -> Any:
        if not isinstance(values, list):
            raise _refuse("list", values)
        return kind(codec.read(value) for value in values)

    return _Codec(write, read)


def _pack(numbers: tuple[int, ...]) -> str | list[int]:
    """A sketch: unsigned numbers of 32 bits, the least byte first, in base64; a list if one is larger."""
    try:
        return b64encode(struct.pack(f"<{len(numbers)}I", *numbers)).decode("ascii")
    except struct.error:
        return list(numbers)


def _unpack(value: Any) -> tuple[int, ...]:
    if isinstance(value, list):
        return tuple(_check(int, number) for number in value)
    try:
        packed = b64decode(value, validate=True)
        return struct.unpack(f"<{len(packed) // 4}I", packed)
    except (struct.error, TypeError, ValueError):
        raise _refuse("sketch", value) from None


def _refuse(kind: str, value: object) -> JournalError:
    shown = repr(value)
    return JournalError(f"The journal holds {shown[:60]} where a {kind} should stand.")
