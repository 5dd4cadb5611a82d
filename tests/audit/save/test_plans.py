"""Which pages are sent."""

from datetime import timedelta

import pytest
from audit.save_fakes import make_finding

from footnotes.audit.save.plans import LeftBecause, PageToSave, is_public, plan_saves
from footnotes.model import ArchivedState, LinkFinding, Verdict

URL = "https://a.org/x"


@pytest.mark.parametrize("verdict", Verdict)
def test_only_living_pages(verdict: Verdict) -> None:
    """Live and moved pages are sent, and no other; a drifted one is not what was cited."""
    is_sent = bool(plan_saves([make_finding(verdict=verdict)]).pages)

    assert (verdict in {Verdict.LIVE, Verdict.MOVED}) == is_sent


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (make_finding(state=ArchivedState.NONE), None),
        (make_finding(days=91), None),
        (make_finding(days=-91), None),
        (make_finding(days=90), LeftBecause.HELD),
        (make_finding(days=-90), LeftBecause.HELD),
        (make_finding(days=4000, representative=True), LeftBecause.HELD),
        (make_finding(days=4000, representative=False), None),
        (make_finding(uri="https://web.archive.org/web/20200101000000/https://a.org/x"), LeftBecause.HELD),
        # There are copies, but none that shows the work.
        (make_finding(state=ArchivedState.FOUND), None),
        (make_finding(state=ArchivedState.UNREACHABLE), LeftBecause.UNKNOWN),
        (make_finding(state=ArchivedState.NOT_ASKED), LeftBecause.UNKNOWN),
        (make_finding(is_looked_at=False), LeftBecause.NOT_LIVING),
    ],
)
def test_held_pages(finding: LinkFinding, expected: LeftBecause | None) -> None:
    """A page is left out if a copy near the access date is known, or nothing is known of copies."""
    plan = plan_saves([finding])

    assert [expected] if expected else [] == [one.because for one in plan.left]
    assert (0 if expected else 1) == len(plan.pages)


def test_window() -> None:
    """How near is near enough, the user says."""
    findings = [make_finding(days=10)]

    assert not plan_saves(findings, window=timedelta(days=10)).pages
    assert plan_saves(findings, window=timedelta(days=9)).pages


@pytest.mark.parametrize("state", [ArchivedState.UNREACHABLE, ArchivedState.NOT_ASKED])
def test_unknown_if_told(state: ArchivedState) -> None:
    """Who wants to save in the dark may."""
    assert plan_saves([make_finding(state=state)], if_unknown=True).pages


def test_each_address_once() -> None:
    """Parts of one page, and URLs cited twice, are one address; it stands for all of them."""
    urls = [f"{URL}#one", f"{URL}#two", f"{URL}#one", "https://b.org/"]
    plan = plan_saves([make_finding(url) for url in urls])

    assert (
        PageToSave(URL, (f"{URL}#one", f"{URL}#two")),
        PageToSave("https://b.org/", ("https://b.org/",)),
    ) == plan.pages


def test_moved_pages() -> None:
    """Of a page that moved the address reached is sent; of a live one that which is cited."""
    there = "https://a.org/new#part"
    moved = make_finding(verdict=Verdict.MOVED, final_url=there)
    live = make_finding(final_url="https://www.a.org/x")

    assert (PageToSave("https://a.org/new", (URL,)),) == plan_saves([moved]).pages
    assert URL == plan_saves([live]).pages[0].address


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/x",
        "http://127.0.0.1:8000/x",
        "http://127.1/x",
        "http://0x7f000001/x",
        "http://2130706433/",
        "http://10.1.2.3/x",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[fd00::1]/",
        "http://intranet/x",
        "http://wiki.corp.internal/x",
        "http://printer.local./x",
        "file:///etc/passwd",
        "ftp://a.org/x",
        "http://[broken/",
        "http://[broken/#part",
    ],
)
def test_private_addresses(url: str) -> None:
    """What is no address of the web at large is not told to an archive, unless the archive is one's own."""
    assert not is_public(url)
    assert () == plan_saves([make_finding(url)]).pages


@pytest.mark.parametrize(
    "url", ["https://a.org/", "http://1.1.1.1/", "https://bücher.de/x", "HTTPS://A.ORG"]
)
def test_public_addresses(url: str) -> None:
    """Names and addresses of the web at large are public."""
    assert is_public(url)


def test_passwords() -> None:
    """An address with a password in it is sent to nobody, not even with leave for private ones."""
    plan = plan_saves([make_finding("https://me:pass@a.org/x")], allow_private=True)

    assert [LeftBecause.CONFIDENTIAL] == [one.because for one in plan.left]


def test_private_if_told() -> None:
    """An archive of one's own may get private addresses."""
    assert plan_saves([make_finding("http://127.0.0.1:8000/x")], allow_private=True).pages
