"""Save Page Now, asked: in what order, how fast, and what becomes of each page."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from audit.save_fakes import ACCESS, SECRET, Service, StillClock, accept, answer, make_keys

from footnotes.audit.ask.answers import Answer, FetchError
from footnotes.audit.save.pace import Pace
from footnotes.audit.save.plans import PageToSave
from footnotes.audit.save.saved_pages import SavedPage, SaveState
from footnotes.audit.save.saving import save_pages
from footnotes.audit.save.service import SaveService
from footnotes.model import LinkStatus

TIMEOUT = FetchError(LinkStatus.TIMEOUT, "no answer in 20 s")
BUSY = answer({"status": "error", "status_ext": "error:celery", "message": "Try again."})
DONE = answer({"status": "success", "timestamp": "20260102120000", "http_status": 200})
PENDING = answer({"status": "pending"})


def _make_pages(count: int) -> list[PageToSave]:
    urls = [f"https://a.org/{number}" for number in range(count)]
    return [PageToSave(url, (url,)) for url in urls]


def _save(service: Service, count: int = 1, **settings: Any) -> list[SavedPage]:
    pages = _make_pages(count)
    return list(save_pages(pages, service.fetch, make_keys(), clock=service.clock.make(), **settings))


def _in_turn(*answers: object) -> Callable[[str], object]:
    left: Iterator[object] = iter(answers)
    return lambda _: next(left)


@pytest.fixture
def clock() -> StillClock:
    """A clock that nobody waits for."""
    return StillClock()


def test_saved(clock: StillClock) -> None:
    """A page that was taken has the capture's address and time."""
    page = _save(Service(clock, accept))[0]

    assert SaveState.SAVED is page.state
    assert page.memento is not None
    assert "https://web.archive.org/web/20260102120000/https://a.org/0" == page.memento.uri
    assert "2026-01-02T12:00:00+00:00" == page.memento.captured.isoformat()


def test_form(clock: StillClock) -> None:
    """The archive is spared a capture if it has a young one."""
    service = Service(clock, accept)
    _save(service)

    assert {"url": "https://a.org/0", "if_not_archived_within": "30d"} == service.wishes[0][2]
    assert {"application/json"} == {fields["Accept"] for fields in service.headers}


def test_nothing_to_save(clock: StillClock) -> None:
    """Where there is nothing to save, nothing is asked at all."""
    service = Service(clock, accept)

    assert [] == _save(service, 0)
    assert [] == service.headers


def test_rate(clock: StillClock) -> None:
    """Never more than twelve wishes in any minute, never more than three jobs at a time."""
    service = Service(clock, accept)
    _save(service, 40)
    times = [moment for moment, *_ in service.wishes]

    assert 40 == len(times)
    assert min(later - earlier for earlier, later in zip(times, times[12:], strict=False)) >= 60


def test_jobs_at_once(clock: StillClock) -> None:
    """While jobs run, only as many more are started as the account has room for."""
    service = Service(clock, accept, job=lambda _: PENDING, user=answer({"available": 2}))
    _save(service, 4)
    times = [moment for moment, *_ in service.wishes]

    # Each job is given up after three minutes, and only then has the next one room.
    assert times[1] - times[0] < 10
    assert times[2] - times[0] >= 180


def test_polling(clock: StillClock) -> None:
    """A job is asked for every three to five seconds, and given up at three minutes."""
    service = Service(clock, accept, job=lambda _: PENDING)
    page = _save(service)[0]
    asked = [moment for moment, name in service.questions if name.startswith("spn2-")]
    gaps = {later - earlier for earlier, later in pairwise(asked)}

    assert SaveState.PENDING is page.state
    assert all(3 <= gap <= 5 for gap in gaps)
    assert 180 <= asked[-1] - service.wishes[0][0] <= 185


def test_silence_ends_no_job(clock: StillClock) -> None:
    """An archive that fails to say how a job is doing is asked again."""
    job = _in_turn(TIMEOUT, answer("<html>", 502), answer("<html>"), answer({}, 429), PENDING, DONE)
    page = _save(Service(clock, accept, job=job))[0]

    assert SaveState.SAVED is page.state


def test_same_snapshot(clock: StillClock) -> None:
    """A page that the archive had already is saved, with the words that say so."""
    words = "The same snapshot had been made 2 minutes ago."
    told = answer({"job_id": "spn2-1", "message": words})
    page = _save(Service(clock, lambda _: told))[0]

    assert (SaveState.SAVED, words) == (page.state, page.message)


def test_captured_elsewhere(clock: StillClock) -> None:
    """Where the archive was led to another address, that is the capture's, and it is said."""
    told = answer(
        {"status": "success", "timestamp": "20260102120000", "original_url": "https://a.org/login"}
    )
    page = _save(Service(clock, accept, job=lambda _: told))[0]

    assert "https://web.archive.org/web/20260102120000/https://a.org/login" == (
        page.memento and page.memento.uri
    )
    assert "the archive was led to https://a.org/login" == page.message


def test_archived_error(clock: StillClock) -> None:
    """The capture of an error page is no page saved."""
    told = answer({"status": "success", "timestamp": "20260102120000", "http_status": 404})
    page = _save(Service(clock, accept, job=lambda _: told))[0]

    assert (SaveState.FAILED, None) == (page.state, page.memento)


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("error:not-found", SaveState.FAILED),
        ("error:no-access", SaveState.FAILED),
        ("error:blocked-url", SaveState.REFUSED),
        ("error:too-many-daily-captures", SaveState.REFUSED),
        ("error:moon-phase", SaveState.UNCLEAR),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_permanent_errors(clock: StillClock, code: str, state: SaveState, *, at_once: bool) -> None:
    """What will not change is asked for once; so is what is not understood."""
    told = answer({"status": "error", "status_ext": code, "message": "No."})
    service = Service(clock, (lambda _: told) if at_once else accept, job=lambda _: told)
    page = _save(service)[0]

    assert (state, 1) == (page.state, len(service.wishes))


def test_page_instead_of_json(clock: StillClock) -> None:
    """A web page where JSON is due is not understood, and not taken for a yes."""
    service = Service(clock, lambda _: answer("<!doctype html><title>Wayback</title>"))

    assert [SaveState.UNCLEAR] == [page.state for page in _save(service)]
    assert 1 == len(service.wishes)


@pytest.mark.parametrize("at_once", [True, False])
def test_temporary_errors(clock: StillClock, *, at_once: bool) -> None:
    """What may pass is asked for again after a minute, then after two, and then no more."""
    service = Service(clock, (lambda _: BUSY) if at_once else accept, job=lambda _: BUSY)
    page = _save(service)[0]
    times = [moment for moment, *_ in service.wishes]

    assert (SaveState.LATER, "Try again.") == (page.state, page.message)
    assert 3 == len(times)
    assert times[1] - times[0] >= 60
    assert times[2] - times[1] >= 120


def test_recovery(clock: StillClock) -> None:
    """A page that is taken at the second time is saved."""
    service = Service(clock, accept, job=_in_turn(BUSY, DONE))

    assert [SaveState.SAVED] == [page.state for page in _save(service)]


@pytest.mark.parametrize(
    ("retry_after", "pause"), [(None, 60), ("200", 200), ("999999", 600), ("soon", 60)]
)
def test_haste(clock: StillClock, retry_after: str | None, pause: int) -> None:
    """After a 429 nothing at all is sent for as long as the archive says, within reason."""
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    refusals = iter([answer("slow down", 429, **headers)])
    service = Service(clock, lambda url: next(refusals, None) or accept(url))
    states = {page.state for page in _save(service, 3)}
    times = [moment for moment, *_ in service.wishes]

    assert {SaveState.SAVED} == states
    assert times[1] - times[0] >= pause


def test_refused_keys(clock: StillClock) -> None:
    """An archive that refuses the keys is not asked again."""
    told = answer({"message": "You need to be logged in to use Save Page Now."}, 401)
    service = Service(clock, lambda _: told)
    pages = _save(service, 5)

    assert {SaveState.NOT_ASKED} == {page.state for page in pages}
    assert {"You need to be logged in to use Save Page Now."} == {page.message for page in pages}
    assert 1 == len(service.wishes)


def test_overload(clock: StillClock) -> None:
    """A service that says it is overloaded is left alone."""
    words = "Save Page Now servers are temporarily overloaded."
    service = Service(clock, accept, system=answer({"status": words}))

    assert [(SaveState.NOT_ASKED, words)] * 2 == [(page.state, page.message) for page in _save(service, 2)]
    assert [] == service.wishes


def test_conditions_unknown(clock: StillClock) -> None:
    """Where the service does not say how it is, the wishes will tell."""
    service = Service(clock, accept, system=TIMEOUT, user=answer("<html>", 404))

    assert {SaveState.SAVED} == {page.state for page in _save(service, 2)}


def test_daily_captures(clock: StillClock) -> None:
    """No more is asked for than the account may have today."""
    service = Service(clock, accept, user=answer({"daily_captures": 98, "daily_captures_limit": 100}))
    states = [page.state for page in _save(service, 4)]

    assert 2 == len(service.wishes)
    assert 2 == states.count(SaveState.SAVED)
    assert 2 == states.count(SaveState.NOT_ASKED)


def test_silent_archive(clock: StillClock) -> None:
    """After three wishes in a row without an answer the archive is left alone: it may have shut us out."""
    refused = FetchError(LinkStatus.REFUSED, "connection refused")
    service = Service(clock, lambda _: refused)
    states = [page.state for page in _save(service, 10)]

    assert 3 == len(service.wishes)
    assert {SaveState.LATER, SaveState.NOT_ASKED} == set(states)
    assert 10 == len(states)


def test_all_are_told() -> None:
    """Whatever the archive answers, each cited URL has its fate once."""
    clock, kinds = StillClock(), [BUSY, answer("<html>"), answer({}, 429), TIMEOUT, answer({}, 503)]
    service = Service(clock, lambda url: kinds[int(url[-1]) % 5] if int(url[-1]) % 3 else accept(url))
    pages = [PageToSave(f"https://a.org/{number}", (f"u{number}", f"v{number}")) for number in range(30)]
    told = [page.url for page in save_pages(pages, service.fetch, make_keys(), clock=clock.make())]

    assert sorted(url for page in pages for url in page.urls) == sorted(told)


def test_job_ids_are_no_paths(clock: StillClock) -> None:
    """A job's id, whatever it is, leads to no other address."""
    asked: list[str] = []

    def ask(job: str) -> Answer:
        asked.append(job)
        return DONE

    _save(Service(clock, lambda _: answer({"job_id": "../../evil?x#y"}), job=ask))

    assert ["..%2F..%2Fevil%3Fx%23y"] == asked


@pytest.mark.parametrize(
    "endpoint", ["http://web.archive.org/save", "ftp://a.org", "http://localhost.a.org/"]
)
def test_keys_travel_encrypted(endpoint: str) -> None:
    """No service can be named to which the keys would go in the clear."""
    with pytest.raises(ValueError, match="https"):
        SaveService(endpoint=endpoint)


def test_keys_go_to_the_endpoint_only(clock: StillClock) -> None:
    """Each request with keys goes to the endpoint; a facade on loopback may be one."""
    asked: list[tuple[str, bool]] = []
    archive = Service(clock, accept)

    def fetch(url: str, **parts: Any) -> Answer:
        asked.append((url, "Authorization" in parts["headers"]))
        return archive.fetch(url, **parts)

    service = SaveService(endpoint="http://127.0.0.1:9/save", replay="http://127.0.0.1:9/web/")
    list(save_pages(_make_pages(2), fetch, make_keys(), service=service, clock=clock.make()))

    assert 6 == len(asked)
    assert all(url.startswith("http://127.0.0.1:9/save") and has_keys for url, has_keys in asked)


def test_keys_in_answers(clock: StillClock) -> None:
    """An archive or a proxy that repeats the keys puts them into no result."""
    echo = f"bad header: LOW {ACCESS}:{SECRET}"
    for told in (
        answer({"status": "error", "status_ext": "error:celery", "message": echo}),
        answer({"message": echo}, 401),
        FetchError(LinkStatus.PROTOCOL, echo),
    ):
        shown = repr(_save(Service(clock, lambda _, told=told: told)))  # type: ignore[misc]  # a default holds it

        assert SECRET not in shown
        assert ACCESS not in shown


def test_estimate() -> None:
    """The time it takes is told beforehand: at three jobs at a time about seven seconds a page."""
    assert "0:00:00" == str(Pace().estimate(0))
    assert "0:00:27" == str(Pace().estimate(1))
    assert 600 < Pace().estimate(100).total_seconds() < 900
