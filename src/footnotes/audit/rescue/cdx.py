"""The index of an archive, in the two dialects of CDX servers: the Wayback Machine's and pywb's."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urldefrag, urlencode

from attrs import evolve, frozen

from footnotes.audit.ask.answers import Answer, Fetch
from footnotes.audit.rescue.archive_answers import ArchiveSilenceError, ask_archive, is_locked
from footnotes.audit.rescue.archives import Archive
from footnotes.audit.rescue.timestamps import read_timestamp, write_timestamp
from footnotes.model import Memento

_ROWS = 25
"""How many captures around the date are asked for at once."""
_ERRORS = 400
_OK = 200

Parameters = Mapping[str, str]


@frozen
class Dialect:
    """How a CDX server is asked: `common` always, `usable` to leave out archived errors, and the questions.

    Each question takes a time of 14 digits: the captures nearest to it, the last before, the first after.
    """

    common: Parameters
    usable: Parameters
    nearest: Callable[[str], Parameters]
    before: Callable[[str], Parameters]
    after: Callable[[str], Parameters]


DIALECTS: Mapping[str, Dialect] = {
    # `closest` does not sort by itself, and `limit=-1` was seen to give an old row: three are asked for.
    "wayback": Dialect(
        common={"output": "json", "fl": "timestamp,original,mimetype,statuscode,digest"},
        usable={"filter": "!statuscode:[45].."},
        nearest=lambda stamp: {"closest": stamp, "sort": "closest", "limit": str(_ROWS)},
        before=lambda stamp: {"to": stamp, "limit": "-3", "fastLatest": "true"},
        after=lambda stamp: {"from": stamp, "limit": "3"},
    ),
    # Where nothing matches, pywb looks for similar addresses unless told not to.
    "pywb": Dialect(
        common={"output": "json", "allowFuzzy": "false"},
        usable={"filter": "!~status:[45].."},
        nearest=lambda stamp: {"closest": stamp, "sort": "closest", "limit": str(_ROWS)},
        before=lambda stamp: {"to": stamp, "sort": "reverse", "limit": "3"},
        after=lambda stamp: {"from": stamp, "limit": "3"},
    ),
}


def ask_cdx(
    url: str, start: datetime, end: datetime, archive: Archive, fetch: Fetch
) -> tuple[Memento, ...]:
    """The captures of `url` around the time from `start` to `end`, with code and digest.

    One request as a rule. Where there are more captures than it may give, the sides that it leaves open are
    asked for besides, without archived errors. Raises ArchiveSilenceError.
    """
    middle = start + (end - start) / 2
    dialect = DIALECTS[archive.cdx_dialect or "wayback"]

    def ask(question: Parameters, chosen: Parameters) -> tuple[Memento, ...]:
        words = {"url": urldefrag(url).url, **dialect.common, **question, **chosen}
        answer = ask_archive(f"{archive.cdx}?{urlencode(words)}", fetch)
        return read_answer(answer, archive)

    found = ask(dialect.nearest(write_timestamp(middle)), {})
    if len(found) < _ROWS:
        return found
    if not _is_sorted(found, middle):
        found = ()  # It did not understand `sort=closest`, and these are the oldest.
    if not any(_is_usable(one) and one.captured <= start for one in found):
        found += ask(dialect.before(write_timestamp(start)), dialect.usable)
    if not any(_is_usable(one) and one.captured >= end and one.captured > start for one in found):
        found += ask(dialect.after(write_timestamp(end)), dialect.usable)
    return found


def _is_sorted(found: Iterable[Memento], middle: datetime) -> bool:
    distances = [abs(one.captured - middle) for one in found]
    return distances == sorted(distances)


def _is_usable(memento: Memento) -> bool:
    return memento.code is None or memento.code < _ERRORS


def read_answer(answer: Answer, archive: Archive) -> tuple[Memento, ...]:
    """The captures that a CDX server lists in `answer`.

    A site that its owner has shut out has none to show. Raises ArchiveSilenceError for an answer that is no
    list.
    """
    if is_locked(answer):
        return ()
    if answer.code != _OK:
        raise ArchiveSilenceError(f"its index answered {answer.code}", code=answer.code, is_failure=False)
    return read_index(answer.body.decode("utf-8", "replace"), archive)


def read_index(text: str, archive: Archive) -> tuple[Memento, ...]:
    """The captures that `text` lists: arrays of JSON, a line of JSON each, or the eleven columns of old.

    Same captures told twice are given once. A revisit has no code of its own (`-`): it takes that of the
    capture with the same digest, if that is listed too. Raises ArchiveSilenceError if it is no index.
    """
    stripped = text.strip()
    rows = _read_arrays(stripped) if stripped.startswith("[") else _read_lines(stripped)
    found = dict.fromkeys(memento for row in rows if (memento := _read_row(row, archive)))
    codes = {one.digest: one.code for one in found if one.digest and one.code}
    return tuple(one if one.code else evolve(one, code=codes.get(one.digest or "")) for one in found)


def _read_arrays(text: str) -> Iterator[Mapping[str, Any]]:
    """Rows of an array of arrays; the first names the fields, an empty one ends them."""
    try:
        table = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArchiveSilenceError("its index is broken off", is_failure=False) from error
    names = table[0] if table and isinstance(table[0], list) else []
    for row in table[1:]:
        if not isinstance(row, list) or not row:
            return
        yield dict(zip(map(str, names), row, strict=False))


def _read_lines(text: str) -> Iterator[Mapping[str, Any]]:
    """Rows of lines, each of them JSON or columns; an empty line ends the columns."""
    for number, line in enumerate(text.splitlines()):
        if not line.strip():
            return
        row = _read_line(line)
        if row is None and number == 0:
            raise ArchiveSilenceError("its index is none", is_failure=False)
        if row is not None:  # The last line may be broken off.
            yield row


def _read_line(line: str) -> Mapping[str, Any] | None:
    if not line.startswith("{"):
        columns = line.split()
        names = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest")
        return dict(zip(names, columns, strict=False)) if len(columns) >= len(names) else None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) and "timestamp" in row else None


def _read_row(row: Mapping[str, Any], archive: Archive) -> Memento | None:
    """The capture of a row, unless it is fuzzy (of another address) or locked."""
    words = {name: value for name, value in row.items() if isinstance(value, str)}
    original = words.get("original") or words.get("url")
    moment = read_timestamp(words.get("timestamp", ""))
    if not original or not moment or row.get("is_fuzzy") or words.get("access") in {"block", "exclude"}:
        return None
    code = words.get("statuscode") or words.get("status") or "-"
    digest = words.get("digest", "-").removeprefix("sha1:")
    return Memento(
        original=original,
        uri=f"{archive.replay}{write_timestamp(moment)}/{original}",
        captured=moment,
        archive=archive.name,
        digest=None if digest in {"", "-"} else f"sha1:{digest}",
        code=int(code) if code.isascii() and code.isdigit() else None,
    )
