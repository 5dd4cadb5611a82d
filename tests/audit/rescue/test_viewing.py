"""Looking at copies: how many, and what makes two of them the same."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.audit.inspect.captures import Judgement
from footnotes.audit.rescue.archives import choose_archives
from footnotes.audit.rescue.health import ArchiveHealth
from footnotes.audit.rescue.timestamps import read_timestamp, write_http_date
from footnotes.audit.rescue.viewing import Judge, Viewing
from footnotes.model import CitedLink, Memento

ARCHIVES = choose_archives(["http://a.test/"])
LINK = CitedLink("http://example.org/")
FIRST = datetime(2014, 3, 2, tzinfo=UTC)
NOTHING = "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"


def _list_captures(number: int, digest: str | None = None, archive: str = "a.test") -> list[Memento]:
    moments = [FIRST + timedelta(days=n) for n in range(number)]
    return [
        Memento(LINK.url, f"http://a.test/{moment:%Y%m%d%H%M%S}/{LINK.url}", moment, archive, digest=digest)
        for moment in moments
    ]


class _Replay:
    """An archive that gives the same body for each copy, and counts."""

    def __init__(self, body: bytes = b"words") -> None:
        self.body, self.asked = body, 0

    def __call__(self, url: str, **_: Any) -> Answer:
        self.asked += 1
        moment = read_timestamp(url.removeprefix("http://a.test/")[:14])
        assert moment
        return Answer(url, 200, Headers({"Memento-Datetime": write_http_date(moment)}), self.body)


def _open(fetch: Any, judge: Judge) -> Viewing:
    return Viewing(LINK, ARCHIVES, fetch, judge, ArchiveHealth())


def test_four_looks_are_enough() -> None:
    """Of a hundred copies that all are none, four are asked for."""
    fetch = _Replay()
    viewing = _open(fetch, lambda *_: Judgement("no"))

    assert viewing.find_rescue(_list_captures(100)) is None
    assert 4 == fetch.asked == len(viewing.rejected)


def test_a_copy_is_looked_at_once() -> None:
    """What was seen is remembered."""
    fetch = _Replay()
    viewing = _open(fetch, lambda *_: Judgement(None))
    (memento,) = _list_captures(1)

    assert viewing.view_copy(memento) == viewing.view_copy(memento)
    assert 1 == fetch.asked


@pytest.mark.parametrize(
    ("digest", "looks", "same"), [("sha1:A", 1, True), (NOTHING, 2, None), (None, 2, True)]
)
def test_equal_digests_spare_a_look(digest: str | None, looks: int, same: bool | None) -> None:  # noqa: FBT001 - a column
    """Equal digests prove that two copies are the same, but those of nothing; without them bytes do."""
    fetch = _Replay(b"" if digest == NOTHING else b"words")
    viewing = _open(fetch, lambda *_: Judgement(None))
    here, there = _list_captures(2, digest)
    view = viewing.view_copy(here)
    assert view

    found = viewing.compare_side(view, [there])

    assert same is found[1]
    assert looks == fetch.asked


@pytest.mark.parametrize(
    ("texts", "same"),
    [(((1, 2, 3), (1, 2, 3)), True), (((1, 2, 3), (1, 2, 9)), False), (((), (1, 2, 3)), None)],
)
def test_texts_tell_where_bytes_differ(texts: Any, same: bool | None) -> None:  # noqa: FBT001 - a column
    """Different bytes are told apart by their words; without words nothing is told."""
    fetch, sketches = _Replay(), iter(texts)
    viewing = _open(fetch, lambda *_: Judgement(None, next(sketches)))
    here, there = _list_captures(2)
    view = viewing.view_copy(here)
    assert view
    fetch.body = b"other words"

    assert same is viewing.compare_side(view, [there])[1]


def test_rejected_copies_are_passed_over() -> None:
    """The nearest copy of a side that is none to reject counts."""
    fetch, reasons = _Replay(), iter([None, "gone", None])
    viewing = _open(fetch, lambda *_: Judgement(next(reasons)))
    here, bad, good = _list_captures(3)
    view = viewing.view_copy(here)
    assert view

    nearest, is_same = viewing.compare_side(view, [bad, good])

    assert nearest
    assert (good.uri, True) == (nearest.uri, is_same)
    assert [bad.uri] == list(viewing.rejected)
