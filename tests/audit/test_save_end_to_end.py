"""A page on loopback is saved through a look-alike of Save Page Now, recorded by pywb, and found again."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from audit.archive.server import serve_recorder
from audit.save_facade import Facade, start_facade
from audit.save_fakes import make_finding

from footnotes.audit.ask.session import Session
from footnotes.audit.save.keys import Keys, read_keys
from footnotes.audit.save.pace import Pace
from footnotes.audit.save.plans import plan_saves
from footnotes.audit.save.saved_pages import SaveState, Verification
from footnotes.audit.save.saving import save_pages
from footnotes.audit.save.service import SaveService
from footnotes.audit.save.verifying import verify_saved
from footnotes.model import Verdict

FAST = Pace(interval=0.02, poll=0.1, patience=20, pause=0.1)
PAGE = (
    b"<!doctype html><title>The ports of the Levant</title><p>Of the ports of the Levant little is known."
)


@pytest.fixture
def page() -> Iterator[str]:
    """The address of a page on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_there = self.path.startswith("/p/")
            self.send_response(200 if is_there else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(PAGE)))
            self.end_headers()
            self.wfile.write(PAGE)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/p/77"
        server.shutdown()
        thread.join()


@pytest.fixture
def facade(tmp_path: Path, pywb: Path) -> Iterator[Facade]:
    """The service, with a recording pywb behind it."""
    with serve_recorder(tmp_path, pywb) as recorder, start_facade(Facade(recorder)) as service:
        yield service


def _read_keys(facade: Facade) -> Keys:
    keys = read_keys({"IA_ACCESS_KEY": facade.access, "IA_SECRET_KEY": facade.secret})
    assert keys is not None
    return keys


def _wait_until(is_so: Callable[[], bool], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.2)


def _read(url: str) -> str:
    """The text at `url`; nothing where there is nothing yet, as pywb says with a 404."""
    try:
        with urlopen(url) as answer:  # noqa: S310 - loopback
            return str(answer.read().decode())
    except HTTPError as error:
        error.close()
        return ""


def test_saved_page_is_found(page: str, facade: Facade) -> None:
    """What was saved is in the TimeMap of the archive, with the time that the service told, and replays."""
    service = SaveService(facade.address, facade.recorder)
    plan = plan_saves([make_finding(f"{page}#ports", Verdict.LIVE)], allow_private=True)
    before = datetime.now(UTC).replace(microsecond=0)
    with Session("footnotes-tests", allow_private=True) as session:
        saved = list(save_pages(plan.pages, session.send, _read_keys(facade), service=service, pace=FAST))
        memento = saved[0].memento
        assert memento is not None
        _wait_until(lambda: memento.uri in _read(f"{facade.recorder}timemap/link/{page}"))
        verified = verify_saved(saved, session.send, lags=(0.1, 2, 2))

    assert (f"{page}#ports", page, SaveState.SAVED) == (saved[0].url, saved[0].asked, saved[0].state)
    assert before <= memento.captured <= datetime.now(UTC)
    assert Verification.FOUND is verified[0].verification
    assert PAGE.decode() in _read(memento.uri.replace(f"/{page}", f"id_/{page}"))
    assert [{"url": page, "if_not_archived_within": "30d"}] == facade.forms


def test_troubled_service(page: str, facade: Facade) -> None:
    """Errors with the code 200, haste and web pages on the way: a page is saved in the end, or told of."""
    busy = (200, {"status": "error", "status_ext": "error:no-browsers-available", "message": "Busy."})
    gone, odd, other = (page.replace("/p/77", path) for path in ("/gone", "/p/odd", "/p/other"))
    facade.starts[page] += [busy, (429, "<html>Too many requests</html>")]
    facade.starts[odd] += [(200, "<html>Wayback Machine</html>")]
    service = SaveService(facade.address, facade.recorder)
    plan = plan_saves([make_finding(url) for url in (page, gone, odd, other)], allow_private=True)
    with Session("footnotes-tests", allow_private=True) as session:
        pages = save_pages(plan.pages, session.send, _read_keys(facade), service=service, pace=FAST)
        states = {one.url: one.state for one in pages}

    expected = {
        page: SaveState.SAVED,
        gone: SaveState.FAILED,
        odd: SaveState.UNCLEAR,
        other: SaveState.SAVED,
    }
    assert expected == states


def test_wrong_keys(page: str, facade: Facade) -> None:
    """A service that refuses the keys is named no page."""
    keys = read_keys({"IA_ACCESS_KEY": "other", "IA_SECRET_KEY": "wrong"})
    assert keys is not None
    service = SaveService(facade.address, facade.recorder)
    plan = plan_saves([make_finding(page)], allow_private=True)
    with Session("footnotes-tests", allow_private=True) as session:
        saved = list(save_pages(plan.pages, session.send, keys, service=service, pace=FAST))

    assert [SaveState.NOT_ASKED] == [one.state for one in saved]
    assert [] == facade.forms
