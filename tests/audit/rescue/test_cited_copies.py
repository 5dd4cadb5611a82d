"""Archived copies that papers cite themselves."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from footnotes.audit.rescue.archives import load_archives
from footnotes.audit.rescue.cited_copies import check_copy, find_original
from footnotes.model import LinkStatus

SHORT = "https://archive.ph/AbCdE"
CAPTURED = "Sun, 02 Mar 2014 10:00:00 GMT"


def test_a_copy_that_replays(papers: Any, now: datetime) -> None:
    """The archive says when it was captured: it still shows it, and what it shows can be judged."""
    uri = f"{papers.archive.replay}20140302100000/http://example.org/article1"

    found = check_copy(uri, papers.fetch, [papers.archive], now)

    assert found.replays is True
    assert found.memento
    assert datetime(2014, 3, 2, 10, tzinfo=UTC) == found.memento.captured
    assert "http://example.org/article1" == found.memento.original
    assert (LinkStatus.OK, 200) == (found.check.status, found.check.code)
    assert found.check.digest
    assert found.answer
    assert b"Ice and time" in found.answer.body


def test_a_copy_that_is_stated_loosely(papers: Any, now: datetime) -> None:
    """A year in the address leads to the nearest copy, whose day is told."""
    found = check_copy(
        f"{papers.archive.replay}2015/http://example.org/article1", papers.fetch, [papers.archive], now
    )

    assert found.replays is True
    assert found.memento
    assert 2014 == found.memento.captured.year


def test_a_copy_of_an_error(papers: Any, now: datetime) -> None:
    """An archived 404 replays, and is one."""
    uri = f"{papers.archive.replay}20150505000000/http://example.org/gone"

    found = check_copy(uri, papers.fetch, [papers.archive], now)

    assert found.replays is True
    assert (LinkStatus.HTTP_ERROR, 404) == (found.check.status, found.check.code)


def test_a_copy_that_is_gone(papers: Any, now: datetime) -> None:
    """A 404 of the archive's own."""
    uri = f"{papers.archive.replay}20150505000000/http://example.org/unknown"

    found = check_copy(uri, papers.fetch, [papers.archive], now)

    assert found.replays is False
    assert found.memento is None


def test_a_page_of_the_archive_is_no_copy(make_table: Any, make_answer: Any, now: datetime) -> None:
    """An archive that speaks Memento, and says nothing of when: it has shut the site out."""
    uri = "https://web.archive.org/web/20150101000000/http://example.org/"
    table = make_table({uri.replace("/http", "id_/http"): make_answer(200, "excluded")})

    found = check_copy(uri, table, load_archives(), now)

    assert found.replays is False
    assert LinkStatus.HTTP_ERROR is found.check.status


def test_an_archive_that_never_says_cannot_be_told_of(
    make_table: Any, make_answer: Any, now: datetime
) -> None:
    """WebCite gives 200 for whatever it shows."""
    uri = "https://www.webcitation.org/5eWaHRbn4"

    assert check_copy(uri, make_table({uri: make_answer(200)}), load_archives(), now).replays is None


@pytest.mark.parametrize("code", [429, 503])
def test_an_archive_that_fails_cannot_be_told_of(
    code: int, make_table: Any, make_answer: Any, now: datetime
) -> None:
    """A failure of the archive says nothing of the copy."""
    found = check_copy(SHORT, make_table({SHORT: make_answer(code)}), load_archives(), now)

    assert found.replays is None
    assert code == found.check.code


def test_a_refused_connection_cannot_be_told_of(make_table: Any, refuse: Any, now: datetime) -> None:
    """Nor does a host that does not answer."""
    found = check_copy(SHORT, make_table({SHORT: refuse}), load_archives(), now)

    assert (None, LinkStatus.REFUSED) == (found.replays, found.check.status)


def test_what_is_no_copy_is_not_asked_for(make_table: Any, now: datetime) -> None:
    """Only addresses of archives are asked for."""
    found = check_copy("http://example.org/", make_table({}), load_archives(), now)

    assert (None, LinkStatus.UNSUPPORTED) == (found.replays, found.check.status)


def test_a_short_address_is_told_by_its_link(make_table: Any, make_answer: Any) -> None:
    """archive.today names the page in its Link header, and when it was captured."""
    answer = make_answer(200, link='<http://example.org/a>; rel="original"', memento_datetime=CAPTURED)

    found = find_original(SHORT, make_table({SHORT: answer}))

    assert found
    assert "http://example.org/a" == found.original
    assert datetime(2014, 3, 2, 10, tzinfo=UTC) == found.captured


def test_a_short_address_of_perma_is_told_by_its_api(make_table: Any, make_answer: Any) -> None:
    """Perma's record names the page and the time."""
    record = {
        "guid": "W5MF-N9EV",
        "creation_timestamp": "2018-05-14T15:12:33Z",
        "url": "http://example.com",
    }
    address = "https://api.perma.cc/v1/public/archives/W5MF-N9EV/"
    table = make_table({address: make_answer(200, json.dumps(record))})

    found = find_original("https://perma.cc/W5MF-N9EV?type=image", table)

    assert found
    assert "http://example.com" == found.original
    assert datetime(2018, 5, 14, 15, 12, 33, tzinfo=UTC) == found.captured


@pytest.mark.parametrize("body", ["404 page not found", "[]", '{"url": 1}', '{"url": "http://a.org"'])
def test_a_record_that_is_none_tells_nothing(body: str, make_table: Any, make_answer: Any) -> None:
    """What Perma does not tell stays unknown."""
    address = "https://api.perma.cc/v1/public/archives/W5MF-N9EV/"

    found = find_original("https://perma.cc/W5MF-N9EV", make_table({address: make_answer(200, body)}))

    assert found
    assert found.original is None


def test_silence_tells_nothing(make_table: Any, make_answer: Any) -> None:
    """archive.today answers programs with 429: the page stays unknown."""
    found = find_original(SHORT, make_table({SHORT: make_answer(429)}))
    known = find_original("https://archive.ph/20140302100000/http://example.org/", make_table({}))

    assert found
    assert found.original is None
    assert known
    assert "http://example.org/" == known.original
    assert find_original("http://example.org/", make_table({})) is None
