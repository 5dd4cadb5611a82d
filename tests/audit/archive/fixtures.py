"""The archive of the tests: pywb itself, what it answered when it was recorded, or a table of answers."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
import vcr
from attrs import define, field, frozen
from audit.archive.server import COLLECTION, ROOT, find_pywb, serve_captures
from audit.archive.warcs import CAPTURES
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from vcr.cassette import Cassette
from vcr.stubs import VCRHTTPResponse

from footnotes.audit.ask import connections
from footnotes.audit.ask.answers import Answer, Fetch, FetchError, Headers
from footnotes.audit.ask.session import Session
from footnotes.audit.rescue.archives import Archive, choose_archives
from footnotes.model import LinkStatus

CASSETTES = ROOT / "cassettes" / "audit"
AGENT = "footnotes-tests"
_PORT = 8765
"""Where the archive stands while it is recorded, so that recordings do not depend on a free port."""


@frozen
class Papers:
    """The archive of the tests, and the way to ask it."""

    archive: Archive
    fetch: Fetch


@pytest.fixture(scope="session")
def pywb() -> Path:
    """The folder of pywb's commands; a test that needs them skips without, but not where all must run."""
    folder = find_pywb()
    if folder is None:
        tell = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        tell("pywb is in neither $FOOTNOTES_PYWB nor .venv-pywb, where `make test` puts it")
    return folder


@pytest.fixture(scope="session")
def archive_root(
    pywb: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of a pywb that holds CAPTURES, started once."""
    port = _PORT if request.config.getoption("--record") else 0
    with serve_captures(tmp_path_factory.mktemp("pywb"), CAPTURES, pywb, port=port) as root:
        yield root


@pytest.fixture(params=["recorded", "live"])
def papers(request: pytest.FixtureRequest) -> Iterator[Papers]:
    """The archive of the tests, twice: as it was recorded for this test, and as it is."""
    if request.param == "live":
        root = request.getfixturevalue("archive_root")
        with Session(AGENT, allow_private=True) as session:
            yield Papers(_choose(root), session.send)
        return
    yield Papers(_choose(f"http://127.0.0.1:{_PORT}/"), request.getfixturevalue("cassette"))


def _choose(root: str) -> Archive:
    return choose_archives([f"{root}{COLLECTION}/"])[0]


@pytest.fixture
def cassette(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fetch]:
    """The way to what was recorded for this test; a request that was not fails."""
    path = CASSETTES / f"{request.node.originalname}.yaml"
    recording = request.config.getoption("--record")
    if recording:
        request.getfixturevalue("archive_root")
        path.unlink(missing_ok=True)
    with open_cassette(path, monkeypatch, mode="all" if recording else "none") as (fetch, _):
        yield fetch


@contextmanager
def open_cassette(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, mode: str = "none"
) -> Iterator[tuple[Fetch, Cassette]]:
    """A session that asks the cassette at `path` instead of the network, and the cassette.

    vcrpy is not safe with threads: what is played back is asked for in one.
    """
    recorder = vcr.VCR(record_mode=mode, match_on=("method", "uri", "accept_datetime"))
    recorder.register_matcher("accept_datetime", _match_moments)
    # vcrpy's answers do not decode what is read in pieces; those of urllib3 do.
    monkeypatch.setattr(VCRHTTPResponse, "read1", _read_recorded)
    # vcrpy stands in for the connections of urllib3's own pools, not for those that look where they lead.
    pools = {"http": HTTPConnectionPool, "https": HTTPSConnectionPool}
    monkeypatch.setattr(connections, "_make_pools", lambda *_: pools)
    kept = {"filter_headers": ["User-Agent", "Connection"]}
    with recorder.use_cassette(str(path), **kept) as played, Session(AGENT, allow_private=True) as session:
        yield session.send, played


def _read_recorded(answer: VCRHTTPResponse, amount: int, *, decode_content: bool) -> bytes:
    if not hasattr(answer, "real"):
        body = answer._content.getvalue()
        headers = dict(answer.getheaders())
        if not body.startswith(b"\x1f\x8b"):  # vcrpy has unpacked it, and recorded that it is packed.
            headers = {name: value for name, value in headers.items() if name.lower() != "content-encoding"}
        answer.real = HTTPResponse(BytesIO(body), headers=headers, preload_content=False)
    return answer.real.read1(amount, decode_content=decode_content)


def _match_moments(one: vcr.request.Request, other: vcr.request.Request) -> None:
    moments = [request.headers.get("Accept-Datetime") for request in (one, other)]
    assert moments[0] == moments[1]


Told = Answer | FetchError | list[Answer | FetchError]


@define
class Table:
    """A Fetch that answers from a table of addresses, and notes what it was asked for.

    A list is answered one after the other. An address that is not in the table fails the test.
    """

    answers: Mapping[str, Told]
    asked: list[tuple[str, str]] = field(factory=list)
    moments: list[str | None] = field(factory=list)

    def __call__(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> Answer:
        """The next answer for `url`."""
        assert form is None
        self.asked.append((method, url))
        self.moments.append((headers or {}).get("Accept-Datetime"))
        assert url in self.answers, f"nobody expected {method} {url}"
        told = self.answers[url]
        one = told.pop(0) if isinstance(told, list) else told
        if isinstance(one, FetchError):
            raise one
        return Answer(url, one.code, one.headers, one.body)


@pytest.fixture(scope="session")
def make_table() -> Callable[..., Table]:
    """A factory of tables."""
    return Table


@pytest.fixture(scope="session")
def make_answer() -> Callable[..., Answer]:
    """A factory of answers: the code, the body, and headers with `_` for `-`."""

    def make(code: int = 200, body: str | bytes = b"", **headers: str) -> Answer:
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        return Answer("", code, Headers(fields), body.encode() if isinstance(body, str) else body)

    return make


@pytest.fixture(scope="session")
def refuse() -> FetchError:
    """A host that refuses connections."""
    return FetchError(LinkStatus.REFUSED, "connection refused")


@pytest.fixture(scope="session")
def now() -> datetime:
    """The day of the audits in these tests."""
    return datetime(2026, 11, 22, 12, tzinfo=UTC)
