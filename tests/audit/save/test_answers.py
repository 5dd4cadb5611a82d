"""The answers of Save Page Now, read."""

from typing import Any

import pytest
from audit.save_fakes import answer

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.audit.save.answers import (
    Account,
    Capture,
    Job,
    Refusal,
    Silence,
    read_account,
    read_job,
    read_start,
    read_trouble,
)
from footnotes.audit.save.causes import Cause, find_cause


def _spell(said: object) -> str:
    match said:
        case Job(id=job, message=message):
            return f"job {job}: {message}" if message else f"job {job}"
        case Capture():
            return f"captured {said.captured.isoformat()} {said.original} {said.code}"
        case Refusal():
            wait = "" if said.wait is None else f" after {said.wait:g} s"
            return f"{said.cause.value}{wait}: {said.message}"
        case Silence():
            return said.value
    return repr(said)


@pytest.mark.cases("audit/save_answers")
def test_answers(case: dict[str, Any]) -> None:
    """Each answer means what the documentation of the service says."""
    fields = {"Retry-After": case["retry_after"]} if "retry_after" in case else {}
    told = Answer(
        "https://web.archive.org/save", case.get("code", 200), Headers(fields), case["body"].encode()
    )
    said = read_start(told) if case["ask"] == "start" else read_job(told)

    assert case["is"] == _spell(said)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("error:not-found", Cause.PAGE_MISSING),
        ("not-found", Cause.PAGE_MISSING),
        ("error:unauthorized", Cause.PAGE_REFUSES),
        ("error:blocked-url", Cause.ARCHIVE_REFUSES),
        ("error:max-daily-bandwidth-host", Cause.ARCHIVE_REFUSES),
        ("error:user-session-limit", Cause.TEMPORARY),
        ("error:not-found-at-all", Cause.UNCLEAR),
        ("error:", Cause.UNCLEAR),
        ("", Cause.UNCLEAR),
    ],
)
def test_causes(code: str, expected: Cause) -> None:
    """A code means what the table says, whole or, with a star, as it begins; any other is unclear."""
    assert expected is find_cause(code)


@pytest.mark.parametrize(
    ("told", "code", "expected"),
    [
        ({"status": "ok"}, 200, None),
        ({"status": "Save Page Now servers are temporarily overloaded."}, 200, "Save Page Now servers are"),
        ("<html>", 502, "answered 502"),
        ({"status": "ok"}, 503, "answered 503"),
        ({}, 200, "does not say"),
    ],
)
def test_trouble(told: object, code: int, expected: str | None) -> None:
    """Only "ok" is no trouble."""
    said = read_trouble(answer(told, code))

    assert (said is None) if expected is None else (said is not None and expected in said)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            {"available": 12, "processing": 3, "daily_captures": 29_999, "daily_captures_limit": 30_000},
            Account(12, 1),
        ),
        ({"available": 0, "daily_captures": 9, "daily_captures_limit": 5}, Account(0, 0)),
        ({"available": "many", "daily_captures_limit": True}, Account()),
        ("<html>", Account()),
    ],
)
def test_account(told: object, expected: Account) -> None:
    """What is not told is not known; nobody has less than no captures left."""
    assert expected == read_account(answer(told))


def test_long_words_are_cut() -> None:
    """A service that talks for ever fills no report."""
    said = read_start(
        answer({"status": "error", "status_ext": "error:celery", "message": "word " * 10_000})
    )

    assert isinstance(said, Refusal)
    assert 240 == len(said.message)
