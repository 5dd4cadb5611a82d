"""TimeMaps: link-format, three shapes of JSON, and pages."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from footnotes.audit.rescue.archive_answers import ArchiveSilenceError
from footnotes.audit.rescue.archives import Archive, choose_archives
from footnotes.audit.rescue.timemaps import ask_timemap, read_timemap

ROOT = "http://a.test/"
MAP = f"{ROOT}timemap/link/"
URL = "http://example.org/"
WANTED = datetime(2015, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def archive() -> Archive:
    """An archive that speaks Memento."""
    return choose_archives([ROOT])[0]


def test_pywb_lists_its_copies(papers: Any) -> None:
    """The TimeMap of pywb, in link-format."""
    found = ask_timemap("http://example.org/article1", WANTED, papers.archive, papers.fetch)

    assert [2014, 2019] == [one.captured.year for one in found]
    assert {"http://example.org/article1"} == {one.original for one in found}


def test_pywb_lists_nothing(papers: Any) -> None:
    """An empty 404 is an empty list."""
    assert () == ask_timemap("http://example.org/unknown", WANTED, papers.archive, papers.fetch)


def test_pywb_lists_json(papers: Any) -> None:
    """A line of JSON for each copy, as pywb has it besides."""
    address = f"{papers.archive.replay}timemap/json/http://example.org/gone"

    found = ask_timemap("http://example.org/gone", WANTED, papers.archive, papers.fetch, address)

    assert [200, 404] == [one.code for one in found]


def test_arrays_are_read(archive: Archive, make_answer: Any) -> None:
    """The JSON of the Wayback Machine: an array of arrays, the first of names."""
    table = [["timestamp", "original", "statuscode", "digest"], ["20140302100000", URL, "200", "ABC"]]

    (memento,) = read_timemap(make_answer(200, json.dumps(table)), archive, URL).mementos

    assert f"{ROOT}20140302100000/{URL}" == memento.uri
    assert ("sha1:ABC", 200) == (memento.digest, memento.code)


@pytest.mark.parametrize("uri", ["http://a.test/XYZ", ["http://a.test/XYZ"]])
def test_objects_are_read(uri: str | list[str], archive: Archive, make_answer: Any) -> None:
    """The object of MemGator and Perma; the aggregator wrote each address as an array."""
    entry = {"datetime": "2014-03-02T10:00:00Z", "uri": uri}
    value = {
        "original_uri": URL,
        "mementos": {"list": [entry, None, 3], "first": entry, "last": {"uri": 1}},
    }

    mementos = read_timemap(make_answer(200, json.dumps(value)), archive, URL).mementos

    assert {"http://a.test/XYZ"} == {one.uri for one in mementos}
    assert {datetime(2014, 3, 2, 10, tzinfo=UTC)} == {one.captured for one in mementos}


def test_pages_around_the_date_are_asked_for(archive: Archive, make_table: Any, make_answer: Any) -> None:
    """Of a TimeMap in many pages those nearest to the date are read, each once, and not all."""
    pages = ",\n".join(
        f'<{MAP}{year}>; rel="timemap"; from="Wed, 01 Jan {year} 00:00:00 GMT"; '
        f'until="Wed, 31 Dec {year} 00:00:00 GMT"'
        for year in range(1996, 2026)
    )
    answers = {
        f"{MAP}{year}": make_answer(
            200,
            f'<{MAP}{year}>; rel="self"; type="application/link-format",\n'
            f'<{ROOT}{year}0601000000/{URL}>; rel="memento"; datetime="Wed, 01 Jun {year} 00:00:00 GMT",\n'
            f"{pages}",
        )
        for year in range(1996, 2026)
    }
    table = make_table({f"{MAP}{URL}": make_answer(200, f'<{MAP}{URL}>; rel="self",\n{pages},'), **answers})

    found = ask_timemap(URL, WANTED, archive, table)

    assert {2013, 2014, 2015, 2016} <= {one.captured.year for one in found}
    assert 6 == len(table.asked) == len(set(table.asked))


@pytest.mark.parametrize(
    ("code", "body", "media"),
    [
        (400, "", ""),
        (403, "no", ""),
        (200, "<!doctype html>", "text/html"),
        (200, "sorry", ""),
        (200, "{", ""),
    ],
)
def test_what_is_no_timemap_is_silence(
    code: int, body: str, media: str, archive: Archive, make_answer: Any
) -> None:
    """A page of HTML, a refusal, and broken JSON list nothing, and do not say that there is nothing."""
    with pytest.raises(ArchiveSilenceError):
        read_timemap(make_answer(code, body, content_type=media), archive, URL)
