"""The loopback web itself: it answers as its table says, and to this machine only."""

import gzip
import socket
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import requests
from audit.site import pages
from audit.site.captures import list_captures
from audit.site.certificates import make_contexts
from audit.site.kinds import Kind, load_kinds
from audit.site.living import LIVING
from audit.site.lost import LOST
from audit.site.process import PlainSite, Site
from audit.site.wires import make_bomb
from urllib3.exceptions import DecodeError

from footnotes.model import LinkStatus, Verdict

_TIMEOUT = 0.7
_TOTAL = 1.0
"""Seconds that an answer may take."""
_ENOUGH = 3_000_000
"""Bytes of a body that are read."""
_MOST = 8
"""Steps of a way, after which it is a loop."""
_REPEATED = {"429", "503"}
_BROWSER = {
    "Accept": "text/html,application/xhtml+xml",
    "Accept-Language": "en",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Dest": "document",
}
_FAILURES = {
    "SSLError": "tls",
    "NameResolutionError": "dns",
    "Connection refused": "refused",
    "reset by peer": "reset",
    "without response": "closed",
    "BadStatusLine": "garbage",
    "Timeout": "timeout",
}
"""Words of an exception, and what the table calls it."""
_UNSERVED = {"refused", "vanished-host", "doi-not-found"}
"""Rows with a place to ask at that have no host of their own."""


def _select(predicate: Callable[[Kind], bool]) -> list[Kind]:
    return [kind for kind in load_kinds() if predicate(kind)]


def _name(kind: Kind) -> str:
    return kind.name


def _peek(url: str) -> str:
    with requests.get(url, timeout=_TIMEOUT, stream=True) as answer:
        return str(answer.status_code)


def _is_asked(kind: Kind) -> bool:
    # A time-out between bytes does not end the drip; it has a test of its own.
    return kind.plain != "" and kind.name != "header-drip"


@pytest.mark.parametrize("kind", _select(_is_asked), ids=_name)
def test_answers_as_its_row_says(named_site: Site, kind: Kind) -> None:
    """A plain client meets the codes and the failure of the row, in its order."""
    assert kind.plain == " ".join(_browse(named_site.spell_url(kind)))


def _browse(url: str) -> list[str]:
    """What a plain client meets: codes, and what it fails at. 429 and 503 are repeated once."""
    met: list[str] = []
    with requests.Session() as client:
        while len(met) < _MOST:
            code, failure, target = _ask(client, url)
            if code in _REPEATED and [code] == met[-1:]:
                return met
            met += [word for word in (code, failure) if word]
            if failure or not (target or code in _REPEATED):
                return met
            if target and not _is_ours(target):
                return [*met, target if target.startswith("http") else target.partition(":")[0]]
            url = target or url
    return [met[0], "loop"]


def _ask(client: requests.Session, url: str) -> tuple[str, str, str]:
    """Ask once: the code, what it failed at, and where it leads."""
    try:
        with client.get(url, timeout=_TIMEOUT, stream=True, allow_redirects=False) as answer:
            target = answer.headers.get("Location", "")
            return str(answer.status_code), _read(answer), urljoin(url, target) if target else ""
    except (requests.RequestException, OSError) as error:
        return "", _name_failure(error), ""


def _is_ours(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host.endswith(".example") or (host.startswith("127.0.0.") and host != "127.0.0.1")


def _read(answer: requests.Response) -> str:
    """Read some of a body; gives what that failed at."""
    end, size = time.monotonic() + _TOTAL, 0
    try:
        while (piece := answer.raw.read1(65_536, decode_content=True)) and size < _ENOUGH:
            size += len(piece)
            if time.monotonic() > end:
                return "timeout"
    except DecodeError:
        return "undecodable"
    return ""


def _name_failure(error: Exception) -> str:
    words = f"{type(error).__name__} {error}"
    return next((name for sign, name in _FAILURES.items() if sign in words), words)


def test_header_drip_never_ends(site: Site) -> None:
    """The headers go on for as long as anybody reads, with no pause that a time-out would note."""
    kind = next(kind for kind in site.kinds if kind.name == "header-drip")
    with socket.create_connection((kind.address, site.ports["http"]), timeout=_TIMEOUT) as plug:
        plug.sendall(f"GET {kind.path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        end = time.monotonic() + 1.5
        heard = b""
        while time.monotonic() < end:
            heard += plug.recv(4096)

    assert b"\r\n\r\n" not in heard
    assert heard.endswith(b"ddd")


_WORDLESS = {"retitled", "script-shell", "pdf", "word-file", "image", "refresh-to-work", "charset-cyrillic"}
"""Living kinds whose title is not to be read: without scripts, other programs, a second step or a guess."""


def _shows_title(kind: Kind) -> bool:
    lives = kind.verdicts[0] in {Verdict.LIVE, Verdict.MOVED}
    return (
        lives
        and kind.title is not None
        and not {"429", "503"} & {*kind.plain.split()}
        and kind.name not in _WORDLESS
    )


@pytest.mark.parametrize("kind", _select(_shows_title), ids=_name)
def test_living_pages_show_the_cited_title(named_site: Site, kind: Kind) -> None:
    """What is called live or moved shows the title that is cited."""
    assert _flatten(kind.title or "") in _flatten(_fetch_text(named_site, kind))


_CHARSETS = {"charset-in-page": "windows-1251"}


def _is_soft(kind: Kind) -> bool:
    return kind.verdicts[0] in {Verdict.SOFT_DEAD, Verdict.USURPED}


@pytest.mark.parametrize("kind", _select(_is_soft), ids=_name)
def test_soft_deaths_do_not_show_the_cited_title(named_site: Site, kind: Kind) -> None:
    """What is called soft-dead or usurped answers in the 200s and has nothing of the cited title."""
    assert kind.plain[-3:] in {"200", "204"}
    assert _flatten(kind.title or "") not in _flatten(_fetch_text(named_site, kind))


def _fetch_text(site: Site, kind: Kind) -> str:
    with requests.get(site.spell_url(kind), timeout=_TIMEOUT, headers=_BROWSER, stream=True) as answer:
        return bytes(answer.raw.read1(65_536, decode_content=True)).decode(
            _CHARSETS.get(kind.name, "utf-8")
        )


def _flatten(text: str) -> str:
    return text.replace("&#x27;", "'").replace("&amp;", "&").casefold()


@pytest.mark.parametrize("name", ["browser-only", "not-found-for-robots"])
def test_browsers_are_let_in(site: Site, name: str) -> None:
    """What is refused to plain clients is given to one with the headers of a browser."""
    kind = next(kind for kind in site.kinds if kind.name == name)

    assert 200 == requests.get(site.spell_url(kind), headers=_BROWSER, timeout=_TIMEOUT).status_code


@pytest.mark.parametrize(
    ("name", "code"), [("head-not-allowed", 405), ("head-not-found", 404), ("head-found-get-not", 200)]
)
def test_head_differs(site: Site, name: str, code: int) -> None:
    """The kinds that are about HEAD answer it in their own way."""
    kind = next(kind for kind in site.kinds if kind.name == name)

    assert code == requests.head(site.spell_url(kind), timeout=_TIMEOUT).status_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ok", 404),
        ("soft-404-azerbaijani", 404),
        ("soft-404-german", 200),
        ("home-for-every-path", 200),
        ("script-shell", 200),
        ("challenge-200", 200),
        ("parked", 200),
    ],
)
def test_addresses_that_cannot_exist(site: Site, name: str, code: int) -> None:
    """An address beside the cited one is refused where the site can say no, and else answered."""
    kind = next(kind for kind in site.kinds if kind.name == name)
    beside = site.spell_url(kind).rpartition("/")[0] + "/zqxjkv-4711"

    assert code == requests.get(beside, timeout=_TIMEOUT).status_code


def test_what_answers_once_answers_so_after_a_reset(site: Site) -> None:
    """A reset brings the 503 back that was answered once."""
    kind = next(kind for kind in site.kinds if kind.name == "unavailable-once")
    codes = []
    for _ in range(2):
        codes += [_peek(site.spell_url(kind)), _peek(site.spell_url(kind))]
        site.reset()

    assert ["503", "200", "503", "200"] == codes


def test_lateness_is_set_from_outside(site: Site) -> None:
    """The slow page comes as late as it is told to."""
    kind = next(kind for kind in site.kinds if kind.name == "slow")
    site.set_late(0.2)
    try:
        started = time.monotonic()
        assert "200" == _peek(site.spell_url(kind))
        assert 0.2 <= time.monotonic() - started < _TIMEOUT
    finally:
        site.set_late(3.0)


def test_requests_are_recorded(site: Site) -> None:
    """The site knows what it was asked, when, how often and by which headers."""
    ok, gone = (next(kind for kind in site.kinds if kind.name == name) for name in ("ok", "gone"))
    before = time.time()
    requests.get(site.spell_url(ok), headers={"X-Test": "kept"}, timeout=_TIMEOUT)
    requests.head(site.spell_url(gone), timeout=_TIMEOUT)
    visits = site.list_visits()

    assert [("GET", ok.path), ("HEAD", gone.path)] == [
        (visit["method"], visit["target"]) for visit in visits
    ]
    assert "kept" == visits[0]["headers"]["x-test"]
    assert before <= visits[0]["started"] <= visits[0]["ended"] <= time.time()
    assert [visits[1]] == site.list_visits(gone)
    assert 2 == site.count_visits()


def test_names_do_not_outlive_the_block(named_site: Site) -> None:
    """A name that is not of the site does not exist while its names are resolved."""
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("elsewhere.example", 80)
    assert "127.0.0.25" == socket.getaddrinfo("gazette.example", 80)[0][4][0]
    assert named_site.ports


def test_table_and_hosts_agree() -> None:
    """Each row with a place to ask at has a host, each host a row, and no two hosts live at one address."""
    served = {kind.name for kind in load_kinds() if kind.url is None} - _UNSERVED
    addresses = [kind.address for kind in load_kinds() if kind.name in served]

    assert served == {*LIVING, *LOST}
    assert not LIVING.keys() & LOST.keys()
    assert len(addresses) == len(set(addresses))


def test_table_is_complete() -> None:
    """There are at least 48 kinds, all verdicts and most statuses among them, and each says why."""
    kinds = load_kinds()
    names = [kind.name for kind in kinds]

    assert len(names) == len(set(names)) >= 48
    assert set(Verdict) == {verdict for kind in kinds for verdict in kind.verdicts}
    # Left out by the user, not by the page; and what only a broken network shows.
    rare = {
        LinkStatus.EXCLUDED,
        LinkStatus.DNS_UNAVAILABLE,
        LinkStatus.UNREACHABLE,
    }
    assert set(LinkStatus) - rare == {status for kind in kinds for status in kind.statuses}
    assert all(kind.why.endswith(".") for kind in kinds)


def test_walls_are_never_dead_and_soft_deaths_never_live() -> None:
    """The table holds itself to the two rules of the issue."""
    for kind in load_kinds():
        if Verdict.BLOCKED in kind.verdicts or Verdict.RESTRICTED in kind.verdicts:
            assert not {Verdict.DEAD, Verdict.SOFT_DEAD} & {*kind.verdicts}, kind.name
        if Verdict.SOFT_DEAD in kind.verdicts:
            assert (Verdict.SOFT_DEAD,) == kind.verdicts, kind.name


def test_few_rows_have_two_verdicts() -> None:
    """A second verdict is an exception."""
    assert 4 >= sum(len(kind.verdicts) > 1 for kind in load_kinds())


def test_listens_on_loopback_only(site: Site) -> None:
    """Nothing of the site can be reached from another machine."""
    ours = {f"{port:04X}" for port in site.ports.values()}
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    rows = [line.split() for line in lines]
    listening = [row[1] for row in rows if row[3] == "0A" and row[1].partition(":")[2] in ours]

    assert len(listening) > 100
    # The address is written in the order of this machine's bytes: 127.0.0.x ends in 7F.
    assert all(place.partition(":")[0].endswith("7F") for place in listening)


def test_bomb_unpacks_to_its_page() -> None:
    """The compressed page is a whole gzip file, a thousandth of what it becomes."""
    packed = make_bomb(b"<h1>Minutes</h1>", megabytes=3)
    unpacked = gzip.decompress(packed)

    assert unpacked.startswith(b"<h1>Minutes</h1>   ")
    assert 3_000_016 == len(unpacked)
    assert len(packed) < 10_000


def _list_passages(seed: str) -> set[tuple[str, ...]]:
    words = " ".join(pages.write_text(seed)).split()
    return {tuple(words[start : start + 4]) for start in range(len(words) - 3)}


def test_pages_are_the_same_each_time() -> None:
    """The prose of a title is always the same, and that of another is another."""
    assert pages.write_text("a title") == pages.write_text("a title")
    one, other = _list_passages("a title"), _list_passages("another title")
    assert len(one & other) < 0.05 * len(one | other)


def test_captures_are_of_kinds_that_need_an_archive() -> None:
    """Each capture is of a row that needs an archive, and each such row has one."""
    needing = {kind.spell_url({}) for kind in load_kinds() if "archive" in kind.needs}

    assert needing == {capture.url for capture in list_captures()}


def test_authority_is_written(tmp_path: Path) -> None:
    """The certificate to trust is left where it was asked for."""
    make_contexts(["127.0.0.9"], ["name.example"], {}, tmp_path / "authority.pem")

    assert "BEGIN CERTIFICATE" in (tmp_path / "authority.pem").read_text()


def test_plain_pages_come_late_and_at_all_addresses() -> None:
    """The web of plain pages gives each of its URLs, over all of its hosts, after its latency."""
    with PlainSite(hosts=3, latency=0.1) as site:
        started = time.monotonic()
        urls = site.list_urls(4)
        pages_read = [requests.get(url, timeout=_TIMEOUT).text for url in urls]

        assert 0.4 <= time.monotonic() - started
        assert 3 == len({url.split("/")[2] for url in urls})
        assert all(url.partition("/pages")[2] in page for url, page in zip(urls, pages_read, strict=True))
        assert 4 == site.count_visits()
