"""An audit in the terminal."""

from datetime import UTC, datetime

import pytest
from attrs import evolve

from footnotes.cli.audit_table import print_audit
from footnotes.model import (
    Archived,
    ArchivedState,
    Audit,
    CitedBy,
    CitedLink,
    Date,
    DateSource,
    LinkFinding,
    Memento,
    PartialDate,
    Rescue,
    Verdict,
)

NOW = datetime(2026, 11, 22, tzinfo=UTC)
LONG = "https://www.example.org/a/way/that/is/much/too/long/for/any/terminal/treaty-of-1994.html"


def _find(
    verdict: Verdict, url: str = "https://example.org/a", note: int = 1, reason: str = "It is so."
) -> LinkFinding:
    copy = Memento(url, f"https://a.org/2022/{url}", datetime(2022, 12, 24, tzinfo=UTC), "Archive")
    link = CitedLink(url, (CitedBy("key1994", note),), accessed=Date(PartialDate(2023, 1, 5)))
    archived = Archived(ArchivedState.FOUND, Rescue(copy, -12), copy, None, DateSource.ACCESSED)
    return LinkFinding(link, verdict, 0.93, reason, archived)


def _print(capsys: pytest.CaptureFixture[str], *findings: LinkFinding) -> tuple[str, str]:
    print_audit(Audit("paper.txt", NOW, findings))
    return capsys.readouterr()


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """The usual terminal."""
    monkeypatch.setenv("COLUMNS", "80")


def test_what_needs_action_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    """The dead stand above the drifted, those above the living, and the sums above all and below."""
    out, err = _print(
        capsys, _find(Verdict.LIVE, note=1), _find(Verdict.DRIFTED, note=2), _find(Verdict.DEAD, note=3)
    )
    places = [out.index(f"note {number}") for number in (3, 2, 1)]

    assert sorted(places) == places
    assert " ".join(out.split()).startswith(
        "paper.txt: Of 3 cited pages, 1 is there, 1 says something else by now and 1 is gone."
    )
    assert "3 pages: 1 live, 1 drifted, 1 dead.\n" == err


def test_row(capsys: pytest.CaptureFixture[str]) -> None:
    """A row has note and work, verdict and confidence, URL, reason, and the copy with its nearness."""
    out, _ = _print(capsys, _find(Verdict.DEAD))
    table = out.split("─\n")[1]

    assert [
        "note 1,       dead     https://example.org/a",
        "key1994       93 %     It is so.",
        "                       → Archive, 2022-12-24, 12 days before it was read",
        "                       https://a.org/2022/https://example.org/a",
    ] == table.rstrip().split("\n")


def test_live_pages_take_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Of a page that is there the URL is enough."""
    out, _ = _print(capsys, _find(Verdict.LIVE))

    assert "It is so." not in out


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 120])
def test_any_width(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """No line is wider than the terminal, and a long URL takes one line and keeps its host."""
    monkeypatch.setenv("COLUMNS", str(width))
    out, _ = _print(capsys, _find(Verdict.LIVE, LONG))
    lines = out.rstrip().split("\n")

    assert max(map(len, lines)) <= width
    assert 1 == sum("…" in line for line in lines) or width == 120
    assert "note 1" in out


def test_controls_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing that a page says steers the terminal or turns the writing."""
    out, _ = _print(capsys, _find(Verdict.DEAD, "https://e.org/\x1b[2J", reason="\u202edaed \x07[red]"))

    assert "\\u001b[2J" in out
    assert "\\u202edaed \\u0007[red]" in out


def test_no_colour_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """What is no terminal gets no colours."""
    assert "\x1b" not in _print(capsys, _find(Verdict.DEAD))[0]


def test_no_findings(capsys: pytest.CaptureFixture[str]) -> None:
    """An audit of nothing says so."""
    assert ("paper.txt: No cited page was found.\n", "0 pages.\n") == _print(capsys)


def test_keys_are_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a wide terminal the key of a work stands in one line."""
    monkeypatch.setenv("COLUMNS", "120")
    finding = _find(Verdict.DEAD)
    link = evolve(finding.link, cited_by=(CitedBy("azerbaijanandpalestine22", None),))
    out, _ = _print(capsys, evolve(finding, link=link))

    assert "azerbaijanandpalestine22" in out.split()
