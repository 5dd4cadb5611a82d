"""What Save Page Now says, read: answers to a wish, to a question about a job, and about the account.

The shapes are those of its documentation of 2025-10-22 (shared/specs/audit.md, 3.5). Job ids are opaque,
an error may come with the code 200, and what is not understood is said to be so.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any

from attrs import frozen

from footnotes.audit.ask.answers import Answer
from footnotes.audit.rescue.timestamps import read_timestamp
from footnotes.audit.save.causes import Cause, describe_cause, find_cause

_LONGEST = 240
"""How many characters of the archive's words are kept."""
_TOO_MANY, _SERVER = 429, 500


@frozen
class Job:
    """A wish was accepted; `message` is set where the archive has a capture already."""

    id: str
    message: str = ""


@frozen
class Capture:
    """A job has ended well: the capture's time (UTC), the address captured, and the page's own code."""

    captured: datetime
    original: str | None
    code: int | None = None


@frozen
class Refusal:
    """A wish or a job has ended without a capture."""

    cause: Cause
    message: str
    wait: float | None = None
    """For how many seconds the archive wants to be left alone, if it says."""


class Silence(Enum):
    """Answers that end nothing."""

    PENDING = "pending"
    NO_ANSWER = "no-answer"
    """The archive did not say how the job is doing; it may be asked again."""


@frozen
class Account:
    """What the account may still do: jobs at once, and captures today; None where it is not told."""

    available: int | None = None
    left_today: int | None = None


def read_start(answer: Answer) -> Job | Refusal:
    """What the archive says to the wish that it keep a page."""
    told = _read_object(answer)
    if refusal := _read_code(answer, told):
        return refusal
    if told is None:
        return Refusal(Cause.UNCLEAR, f"the archive answered {answer.code} with no JSON")
    if told.get("status") == "error" or "status_ext" in told:
        return _read_error(told)
    job = told.get("job_id")
    if isinstance(job, str) and job:
        return Job(job, _read_message(told))
    return Refusal(Cause.UNCLEAR, _read_message(told) or "the archive named no job")


def read_job(answer: Answer) -> Capture | Refusal | Silence:
    """How a job is doing."""
    told = _read_object(answer)
    if told is None or answer.code == _TOO_MANY or answer.code >= _SERVER:
        return Silence.NO_ANSWER
    status = told.get("status")
    if status == "pending":
        return Silence.PENDING
    if status == "success":
        return _read_capture(told)
    if status == "error":
        return _read_error(told)
    return Refusal(Cause.UNCLEAR, _read_message(told) or "the archive does not say how the job ended")


def read_account(answer: Answer) -> Account:
    """What the account may still do; empty where the answer does not say."""
    told = _read_object(answer) or {}
    limit, used = _read_count(told, "daily_captures_limit"), _read_count(told, "daily_captures")
    left = None if limit is None or used is None else max(limit - used, 0)
    return Account(_read_count(told, "available"), left)


def read_trouble(answer: Answer) -> str | None:
    """What is wrong with the service as a whole, None if nothing is."""
    told = _read_object(answer)
    if told is None or answer.code >= _SERVER:
        return f"the archive answered {answer.code} when asked how it is"
    status = told.get("status")
    if status == "ok":
        return None
    return _clean(status) if isinstance(status, str) and status else "the archive does not say how it is"


def _read_object(answer: Answer) -> dict[str, Any] | None:
    try:
        told = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _read_code(answer: Answer, told: dict[str, Any] | None) -> Refusal | None:
    """What the code of the answer says by itself."""
    message = _read_message(told or {})
    if answer.code in {401, 403}:
        return Refusal(Cause.KEYS, message or "the archive does not accept the keys")
    if answer.code == _TOO_MANY:
        return Refusal(Cause.TOO_FAST, message or "the archive wants fewer requests", _read_wait(answer))
    if answer.code >= _SERVER:
        return Refusal(
            Cause.TEMPORARY, message or f"the archive answered {answer.code}", _read_wait(answer)
        )
    return None


def _read_error(told: dict[str, Any]) -> Refusal:
    code = told.get("status_ext")
    cause = find_cause(code) if isinstance(code, str) else Cause.UNCLEAR
    name = f" ({_clean(code)})" if isinstance(code, str) else ""
    return Refusal(cause, _read_message(told) or describe_cause(cause) + name)


def _read_capture(told: dict[str, Any]) -> Capture | Refusal:
    stamp, original, code = (
        told.get("timestamp"),
        told.get("original_url"),
        _read_count(told, "http_status"),
    )
    if not isinstance(stamp, str) or (captured := read_timestamp(stamp)) is None:
        return Refusal(Cause.UNCLEAR, "the archive reports success, but not of which moment")
    return Capture(captured, original if isinstance(original, str) and original else None, code)


def _read_message(told: Mapping[str, Any]) -> str:
    message = told.get("message")
    return _clean(message) if isinstance(message, str) else ""


def _clean(words: str) -> str:
    """One line of printable words: what a service says ends up on a terminal and in a report."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _read_count(told: Mapping[str, Any], name: str) -> int | None:
    value = told.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _read_wait(answer: Answer) -> float | None:
    """Retry-After in seconds; as a date it is not used (RFC 9110, 10.2.3): our own pause is long enough."""
    value = answer.headers.get("retry-after", "").strip()
    return float(value) if value.isascii() and value.isdigit() else None
