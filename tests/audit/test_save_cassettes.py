"""Recorded HTTP: keys are in no cassette, neither of those kept here nor of one made now."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import requests
import vcr
from audit.save_facade import Facade, start_facade
from audit.save_fakes import ACCESS, SECRET, make_keys

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.audit.save.pace import Pace
from footnotes.audit.save.plans import PageToSave
from footnotes.audit.save.saved_pages import SavedPage
from footnotes.audit.save.saving import save_pages
from footnotes.audit.save.service import SaveService

URL = "https://a.org/x"
CASSETTES = sorted((Path(__file__).parents[2] / "cassettes").rglob("*.yaml"))


def _save(address: str) -> list[SavedPage]:
    service = SaveService(address, "http://127.0.0.1:9/")
    pace = Pace(interval=0.01, poll=0.02, patience=2, pause=0.01)
    pages = [PageToSave(URL, (URL,))]
    return list(save_pages(pages, _fetch, make_keys(), service=service, pace=pace))


def _fetch(
    url: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    form: Mapping[str, str] | None = None,
) -> Answer:
    """Send a request by requests itself: of its answers vcrpy reads what `Session` would read in pieces."""
    words = "POST" if form else method
    with requests.request(words, url, headers=dict(headers or {}), data=form, timeout=5) as answer:
        return Answer(url, answer.status_code, Headers(answer.headers), answer.content)


def test_recording_holds_no_keys(tmp_path: Path) -> None:
    """A recording without the header holds no key, and replays the whole exchange with no server."""
    path = tmp_path / "save.yaml"
    recorder = vcr.VCR(filter_headers=["authorization"])
    facade = Facade(access=ACCESS, secret=SECRET)
    facade.starts[URL].append((200, {"job_id": "spn2-1"}))
    facade.jobs["spn2-1"] = {"status": "success", "timestamp": "20260102120000", "original_url": URL}
    with start_facade(facade), recorder.use_cassette(str(path)):
        recorded = _save(facade.address)
    with recorder.use_cassette(str(path), record_mode="none"):
        replayed = _save(facade.address)
    text = path.read_text(encoding="utf-8")

    assert recorded == replayed
    assert URL.replace(":", "%3A").replace("/", "%2F") in text
    assert SECRET not in text
    assert ACCESS not in text
    assert "LOW" not in text


@pytest.mark.parametrize("path", CASSETTES, ids=lambda path: path.stem)
def test_kept_cassettes_hold_no_keys(path: Path) -> None:
    """No cassette of the project has the header that carries keys."""
    assert "authorization:" not in path.read_text(encoding="utf-8").lower()
