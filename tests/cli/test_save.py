"""`footnotes save`."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from audit.save_facade import Facade, start_facade
from click.testing import Result

from footnotes.audit.save import saving
from footnotes.audit.save.pace import Pace
from footnotes.cli.exits import ExitCode

Run = Callable[..., Result]

URL = "https://a.org/x"
ACCESS, SECRET = "4cc355-half", "s3cr3t-half"


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """The keys of whoever runs the tests are not used."""
    monkeypatch.delenv("IA_ACCESS_KEY", raising=False)
    monkeypatch.delenv("IA_SECRET_KEY", raising=False)


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys in the environment."""
    monkeypatch.setenv("IA_ACCESS_KEY", ACCESS)
    monkeypatch.setenv("IA_SECRET_KEY", SECRET)


@pytest.fixture
def haste(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pace for archives that are not there."""
    monkeypatch.setattr(saving, "Pace", partial(Pace, interval=0.01, poll=0.02, patience=2, pause=0.01))


def _write(*urls: str, verdict: str = "live", state: str = "none") -> Path:
    """The JSON of an audit that found these pages alive."""
    look: dict[str, Any] = {"status": "ok", "code": 200, "checked": "2026-01-02T12:00:00Z"}
    findings = [
        {
            "url": url,
            "cited_by": [],
            "verdict": verdict,
            "confidence": 0.9,
            "reason": "It is so.",
            "look": {**look, "final_url": url},
            "archived": {"state": state, "rescue": None},
        }
        for url in urls
    ]
    path = Path("audit.json")
    path.write_text(json.dumps({"format": "footnotes-audit", "version": 1, "findings": findings}))
    return path


def test_dry_run(run: Run) -> None:
    """A dry run lists what would be sent, says where and how long it takes, and needs no keys."""
    result = run(
        "save", "--findings", _write(URL, f"{URL}#a", "http://intranet/", "https://b.org/"), "--dry-run"
    )

    assert (ExitCode.DONE, f"{URL}\nhttps://b.org/\n") == (result.exit_code, result.stdout)
    left, sent = result.stderr.splitlines()
    assert "1 page is left out: at an address that is not public." == left
    assert sent.startswith("2 pages are to be sent to https://web.archive.org/save, at most 12 a minute:")
    assert "about 33 s." in sent


def test_without_keys(run: Run) -> None:
    """Without keys it is said where to get them, and nothing is sent."""
    result = run("save", "--findings", _write(URL), "--yes")

    assert ExitCode.FAILED == result.exit_code
    assert "IA_ACCESS_KEY and IA_SECRET_KEY are not set" in result.stderr
    assert "https://archive.org/account/s3.php" in result.stderr


@pytest.mark.usefixtures("keys")
def test_refusal(run: Run) -> None:
    """Whoever says no sends nothing."""
    result = run("save", "--findings", _write(URL), stdin="n\n")

    assert (ExitCode.DONE, "") == (result.exit_code, result.stdout)
    assert "Nothing was sent." in result.stderr


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], "the archives were not asked, or did not answer"),
        (["--if-unknown", "--dry-run"], "1 page is to be sent"),
    ],
)
def test_unknown(run: Run, options: list[str], expected: str) -> None:
    """Pages of which the archives did not tell are sent on demand only."""
    result = run("save", "--findings", _write(URL, state="unreachable"), "--yes", *options)

    assert ExitCode.DONE == result.exit_code
    assert expected in result.stderr


def test_nothing_to_save(run: Run) -> None:
    """Where no page is to be saved no keys are asked for."""
    result = run("save", "--findings", _write(URL, verdict="dead"))

    assert ExitCode.DONE == result.exit_code
    assert "There is no page to save." in result.stderr


@pytest.mark.parametrize(
    "options",
    [
        ["--endpoint", "https://a.org/save"],
        ["--endpoint", "http://a.org/save", "--replay", "http://a.org/"],
    ],
)
def test_other_services(run: Run, options: list[str]) -> None:
    """Another service is named whole, and never one to which keys would go in the clear."""
    assert ExitCode.USAGE == run("save", "--findings", _write(URL), *options).exit_code


@pytest.mark.usefixtures("keys", "haste")
@pytest.mark.parametrize(
    ("told", "code", "expected"),
    [
        ((200, {"status": "error", "status_ext": "error:blocked-url", "message": "No."}), 1, "refused: "),
        ((401, {"message": f"LOW {ACCESS}:{SECRET} is wrong"}), 1, "(LOW ***:*** is wrong)"),
        ((200, "<html>Wayback Machine</html>"), 1, "unclear: "),
        (
            (200, {"job_id": "1"}),
            0,
            "saved: https://a.org/x http://127.0.0.1:9/20260102120000/https://a.org/x",
        ),
    ],
)
def test_fates(run: Run, told: Any, code: int, expected: str) -> None:
    """Each page has a line with its fate; the keys are in none, whatever the service says."""
    facade = Facade(access=ACCESS, secret=SECRET)
    facade.starts[URL].append(told)
    facade.jobs["1"] = {"status": "success", "timestamp": "20260102120000"}
    with start_facade(facade):
        words = ["--endpoint", facade.address, "--replay", "http://127.0.0.1:9/", "--no-verify"]
        result = run("save", "--findings", _write(URL), *words, stdin="y\n")

    assert code == result.exit_code
    assert expected in result.stdout
    assert "1 page is to be sent to http://127.0.0.1:" in result.stderr
    assert SECRET not in result.output
    assert ACCESS not in result.output


@pytest.mark.usefixtures("keys")
def test_nobody_answers(run: Run) -> None:
    """Where nobody can answer, as in a script, nothing is sent, and the option for it is named."""
    result = run("save", "--findings", _write(URL), stdin="")

    assert ExitCode.FAILED == result.exit_code
    assert "\nNothing was sent: nobody answered. --yes sends without asking.\n" in result.stderr
