"""Real answers of the Wayback Machine (shared/recorded/wayback, 2020 to 2023) are read right."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vcr
from audit.archive.fixtures import open_cassette

from footnotes.audit.ask.answers import Answer, Fetch
from footnotes.audit.rescue.archives import choose_archives
from footnotes.audit.rescue.cdx import read_answer
from footnotes.audit.rescue.link_format import find_links, parse_links
from footnotes.audit.rescue.replay import ReplayError, replay_memento
from footnotes.audit.rescue.timegate import list_mementos
from footnotes.model import Memento

WAYBACK = choose_archives(["internet-archive"])[0]


def _make_memento(stamp: str, original: str) -> Memento:
    moment = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return Memento(original, f"https://web.archive.org/web/{stamp}/{original}", moment, WAYBACK.name)


@pytest.fixture
def recording(
    request: pytest.FixtureRequest, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """The answers of one recording, played to a session."""
    name = request.param
    with open_cassette(shared / "recorded" / "wayback" / f"test_{name}.yaml", monkeypatch) as played:
        yield played


@pytest.fixture
def fetch(recording: tuple[Fetch, vcr.cassette.Cassette]) -> Fetch:
    """The way to the recorded network."""
    return recording[0]


@pytest.fixture
def answers(recording: tuple[Fetch, vcr.cassette.Cassette]) -> list[Answer]:
    """All answers of the recording in their order."""
    played, cassette = recording
    return [played(request.uri) for request in cassette.requests]


def recorded(name: str) -> pytest.MarkDecorator:
    """Play the recording of this name."""
    return pytest.mark.parametrize("recording", [name], indirect=True, ids=[""])


@recorded("get_memento")
def test_a_memento_and_its_neighbours(fetch: Fetch) -> None:
    """The body is unpacked, and the Link header names the neighbours on both sides."""
    replay = replay_memento(_make_memento("20171124151315", "https://www.fws.gov/birds/"), WAYBACK, fetch)

    assert b"<!DOCTYPE html>" == replay.answer.body[:15]
    assert 122756 == len(replay.answer.body)
    assert (200, "https://www.fws.gov/birds/") == (replay.memento.code, replay.memento.original)
    links = parse_links(replay.answer.headers["link"])
    (previous,), (following,) = find_links(links, "prev"), find_links(links, "next")
    assert datetime(2017, 9, 29, 0, 27, 12, tzinfo=UTC) == previous.moment
    assert datetime(2017, 12, 28, 22, 21, 43, tzinfo=UTC) == following.moment
    first = next(list_mementos(links, WAYBACK, "x", "https://web.archive.org/"))
    assert "http://www.fws.gov:80/birds" == first.original


@recorded("get_memento_follows_historical_redirects")
def test_historical_redirects(fetch: Fetch) -> None:
    """Two redirects of the archive to captures nearby, and one of the page itself, which is told."""
    replay = replay_memento(_make_memento("20200201020357", "http://epa.gov/climatechange"), WAYBACK, fetch)

    target = "https://www.epa.gov/sites/production/files/signpost/cc.html"
    assert target == replay.memento.original
    assert datetime(2020, 2, 1, 2, 44, 5, tzinfo=UTC) == replay.memento.captured
    assert f"https://web.archive.org/web/20200201024405/{target}" == replay.memento.uri
    assert ("http://epa.gov/climatechange", target) == replay.way
    assert b"<!DOCTYPE html>" == replay.answer.body[:15]


@recorded("get_memento_should_fail_for_non_playbackable_mementos")
def test_another_copy_in_its_place(fetch: Fetch) -> None:
    """The archive leads from a capture to one six days earlier; what was recorded ends there."""
    wanted = _make_memento("20150509080314", "https://www.fws.gov/birds/")

    with pytest.raises(vcr.errors.CannotOverwriteExistingCassetteException, match="20150503090125id_"):
        replay_memento(wanted, WAYBACK, fetch)


@recorded("get_memento_raises_blocked_error")
def test_a_page_of_the_archive_itself(fetch: Fetch) -> None:
    """For a site that is shut out the archive gives a page of its own: 200, and no time of capture."""
    with pytest.raises(ReplayError, match="answers 200"):
        replay_memento(_make_memento("20170929002712", "https://nationalpost.com/health/"), WAYBACK, fetch)


@recorded("get_memento_raises_no_memento_error")
def test_no_memento(fetch: Fetch) -> None:
    """A 404 without the time of capture is the archive's own."""
    wanted = _make_memento("20170929002712", "https://this-is-not-real-url.whatever/")

    with pytest.raises(ReplayError, match="answers 404"):
        replay_memento(wanted, WAYBACK, fetch)


@recorded("get_memento_works_on_archived_rate_limit_responses")
def test_an_archived_rate_limit(fetch: Fetch) -> None:
    """A 429 with the time of capture is a copy: the archive has not refused us."""
    wanted = _make_memento("20150129034904", "http://www.reddit.com/r/PokemonGiveaway")

    replay = replay_memento(wanted, WAYBACK, fetch, tolerance=timedelta())

    assert 429 == replay.memento.code


@recorded("search")
def test_a_search(answers: list[Answer]) -> None:
    """Columns of text; the capture that is told three times is one."""
    (memento,) = read_answer(answers[0], WAYBACK)

    assert "http://www.nasa.gov:80/" == memento.original
    assert datetime(1996, 12, 31, 23, 58, 47, tzinfo=UTC) == memento.captured
    assert ("sha1:MGIGF4GRGGF5GKV6VNCBAXOE3OR5BTZC", 200) == (memento.digest, memento.code)
    assert "https://web.archive.org/web/19961231235847/http://www.nasa.gov:80/" == memento.uri


@recorded("search_multipage")
def test_a_search_in_pages(answers: list[Answer]) -> None:
    """Sixteen pages with keys to go on, which are no captures; the last is empty."""
    pages = [read_answer(answer, WAYBACK) for answer in answers]

    assert () == pages[-1]
    assert all(0 < len(page) <= 25 for page in pages[:-1])
    assert {"www.cnn.com:80", "cnn.com:80"} >= {
        one.original.split("/")[2] for page in pages for one in page
    }
    assert {302} == {one.code for one in pages[4] if one.original == "http://cnn.com:80/"}


@recorded("search_raises_for_blocked_urls")
def test_a_search_for_a_locked_site(answers: list[Answer]) -> None:
    """A 403 that says who has shut the site out: there is none to show."""
    assert 403 == answers[0].code
    assert () == read_answer(answers[0], WAYBACK)


@recorded("search_with_filter")
def test_a_search_with_a_filter(answers: list[Answer]) -> None:
    """The second search asked for archived 404s only."""
    everything, missing = (read_answer(answer, WAYBACK) for answer in answers)

    assert {200, 301} <= {one.code for one in everything}
    assert {404} == {one.code for one in missing}
    assert all(
        one.original.startswith(("http://www.nasa.gov/", "https://www.nasa.gov/")) for one in missing
    )
