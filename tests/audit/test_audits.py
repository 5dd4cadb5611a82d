"""Audits as the library offers them: what they announce, how they ask, and what they leave behind."""

import re
from pathlib import Path

import pytest
from audit.loopback import give, serve

import footnotes
from footnotes.audit import Settings, choose_archives, describe_plan, plan_audit
from footnotes.audit.audits import find_limits
from footnotes.errors import JournalError
from footnotes.model import Verdict

COLLECTION = "http://archive.example:8080/papers/"
SWIFT = Settings(host_request_interval=0.0, max_retries=0, probes=False, allow_private=True)


def _describe(*urls: str, archives: tuple[str, ...] | None = None, exclude: str = "^$") -> str:
    plan = plan_audit([urls], "list", exclude=[re.compile(exclude)])
    asked = () if archives is None else choose_archives(archives)
    return " ".join(describe_plan(plan, Settings(host_request_interval=0.5), asked))


@pytest.mark.parametrize(
    ("urls", "expected"),
    [
        (("http://a.org/1",), "list: 1 page at 1 host to look at: 1 s at the least."),
        (("http://a.org/1", "http://b.org/1"), "list: 2 pages at 2 hosts to look at: 1 s at the least."),
        # Three requests half a second apart, and the last look takes a second.
        (
            tuple(f"http://a.org/{n}" for n in range(3)),
            "list: 3 pages at 1 host to look at: 2 s at the least.",
        ),
        (
            tuple(f"http://a.org/{n}" for n in range(999)),
            "list: 999 pages at 1 host to look at: 8 min at the least.",
        ),
        (
            tuple(f"http://a.org/{n}" for n in range(9000)),
            "list: 9000 pages at 1 host to look at: 1 h 15 min at the least.",
        ),
        (("mailto:me@a.org",), "list: there is no page to look at. 1 address is not asked for."),
        (
            ("http://a.org/1", "mailto:me@a.org", "ftp://a.org/x"),
            "list: 1 page at 1 host to look at: 1 s at the least. 2 addresses are not asked for.",
        ),
    ],
    ids=["one", "two", "interval", "minutes", "hours", "nothing", "left out"],
)
def test_what_is_announced(urls: tuple[str, ...], expected: str) -> None:
    """Pages, hosts and the time that the limits alone take are told, and one is one."""
    assert expected == _describe(*urls)


def test_excluded_addresses_are_counted() -> None:
    """What the user asked to leave out is told with what cannot be looked at."""
    assert "1 address is not asked for." in _describe("http://a.org/1", "http://b.org/1", exclude="b.org")


@pytest.mark.parametrize("archives", [(), ("ia",), (COLLECTION,), ("ia", COLLECTION)])
def test_copies_are_announced(archives: tuple[str, ...]) -> None:
    """Whoever is asked for copies, it is said for how many addresses, and never for none."""
    one, two = (
        _describe("http://a.org/1", archives=archives),
        _describe("http://a.org/1", "http://a.org/2", archives=archives),
    )

    assert "Copies of 1 page to ask for at " in one
    assert "Copies of 2 pages to ask for at " in two
    assert all(archive.title in one for archive in choose_archives(archives))


@pytest.mark.parametrize("archives", [("ia",), (COLLECTION,)])
def test_no_copies_of_nothing(archives: tuple[str, ...]) -> None:
    """Where there is no page there is nothing to ask the archives for, nor to announce."""
    assert "Copies" not in _describe("mailto:me@a.org", archives=archives)


def test_a_collection_keeps_the_limits_of_any_host() -> None:
    """Three requests for each of 40 addresses, half a second apart, take a minute."""
    urls = tuple(f"http://h{n}.org/" for n in range(40))

    assert f"at {COLLECTION[7:-1]}: 1 min by their limits." in _describe(*urls, archives=(COLLECTION,))


def test_no_limits_at_all() -> None:
    """Without any interval nothing divides by it."""
    plan = plan_audit([("http://a.org/1",)], "list")

    assert list(describe_plan(plan, SWIFT, choose_archives([COLLECTION])))


def test_limits_of_hosts() -> None:
    """Each host has its own turns, by the settings; its name is the same in any case, a port is another."""
    find = find_limits(Settings(host_concurrency=3, host_request_interval=2.0), ())
    names = [
        find(url)[0] for url in ("http://A.org/1", "https://a.org/2", "http://a.org:81/", "http://b.org/")
    ]

    assert ["a.org", "a.org", "a.org:81", "b.org"] == names
    assert (3, 2.0) == (find("http://a.org/")[1].concurrency, find("http://a.org/")[1].interval)


def test_limits_of_archives() -> None:
    """The index of an archive and its copies have budgets of their own, if it is one that is asked."""
    archives = choose_archives(["ia"])
    find = find_limits(Settings(host_request_interval=0.5), archives)
    asked = archives[0]
    index, copy = find(str(asked.cdx)), find(str(asked.replay))
    budgets = {budget.name: budget for budget in asked.budgets}

    assert index[0] != copy[0]
    for name, limit in (index, copy):
        assert 60 / budgets[name].per_minute == limit.interval
        assert budgets[name].pause == limit.pause
    assert 0.5 == find("http://a.org/")[1].interval
    # An archive that is not asked is a host like another: it is only cited.
    assert 0.5 == find_limits(Settings(host_request_interval=0.5), ())(str(asked.replay))[1].interval


def test_without_a_journal_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An audit that names no journal writes no file, and works with its threads all the same."""
    monkeypatch.chdir(tmp_path)
    with serve(lambda handler: give(handler, 410)) as web:
        urls = [f"{web.root}{number}" for number in range(12)]
        audit = footnotes.audit_links(urls, archives=(), settings=SWIFT)

    assert [Verdict.DEAD] * 12 == [finding.verdict for finding in audit.findings]
    assert [] == list(tmp_path.iterdir())


def test_with_a_journal_all_is_kept(tmp_path: Path) -> None:
    """The journal that is named is there afterwards, and one that cannot be is refused in a sentence."""
    with serve(lambda handler: give(handler, 410)) as web:
        footnotes.audit_links([web.root], journal=tmp_path / "kept.sqlite", archives=(), settings=SWIFT)
    (tmp_path / "notes.txt").write_text("no database, but words " * 9, encoding="utf-8")

    assert (tmp_path / "kept.sqlite").stat().st_size
    with pytest.raises(JournalError, match=re.escape("notes.txt cannot be used")):
        footnotes.audit_links(
            ["http://a.test/"], journal=tmp_path / "notes.txt", archives=(), settings=SWIFT
        )
