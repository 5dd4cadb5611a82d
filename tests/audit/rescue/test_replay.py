"""Copies as they were captured."""

import gzip
from datetime import UTC, datetime
from typing import Any

import pytest

from footnotes.audit.rescue.archive_answers import ArchiveSilenceError
from footnotes.audit.rescue.archives import Archive, choose_archives
from footnotes.audit.rescue.replay import ReplayError, decode_body, make_raw, replay_memento
from footnotes.model import Memento

ROOT = "http://a.test/"
URL = "http://example.org/"
CAPTURED = "Sun, 02 Mar 2014 10:00:00 GMT"
RAW = f"{ROOT}20140302100000id_/{URL}"


@pytest.fixture(scope="module")
def archive() -> Archive:
    """An archive that speaks Memento."""
    return choose_archives([ROOT])[0]


@pytest.fixture(scope="module")
def memento(archive: Archive) -> Memento:
    """A copy of the front page."""
    moment = datetime(2014, 3, 2, 10, tzinfo=UTC)
    return Memento(URL, f"{ROOT}20140302100000/{URL}", moment, archive.name, digest="sha1:A")


@pytest.mark.parametrize(
    "uri",
    [f"{ROOT}20140302100000/{URL}", f"{ROOT}20140302100000mp_/{URL}", f"{ROOT}20140302100000id_/{URL}"],
)
def test_the_raw_copy_has_its_own_address(uri: str, archive: Archive) -> None:
    """Whatever the modifier, the address of the bytes as captured is one; a short address has none."""
    assert RAW == make_raw(uri, archive)
    assert make_raw(f"{ROOT}XYZ", archive) is None


def test_pywb_gives_what_was_captured(papers: Any) -> None:
    """The code, the body and the time of an archived 404."""
    moment = datetime(2015, 5, 5, tzinfo=UTC)
    original = "http://example.org/gone"
    wanted = Memento(original, f"{papers.archive.replay}20150505000000/{original}", moment, "papers")

    replay = replay_memento(wanted, papers.archive, papers.fetch)

    assert (404, moment) == (replay.memento.code, replay.memento.captured)
    assert original == replay.answer.url
    assert b"Nothing here." in replay.answer.body


def test_pywb_leads_far_away(papers: Any) -> None:
    """A copy that is not there: pywb leads to one of ten months before, which is not taken for it."""
    original = "http://example.org/article1"
    moment = datetime(2014, 12, 31, tzinfo=UTC)
    wanted = Memento(original, f"{papers.archive.replay}20141231000000/{original}", moment, "papers")

    with pytest.raises(ReplayError, match="another copy in its place of 2014-03-02"):
        replay_memento(wanted, papers.archive, papers.fetch)


def test_a_copy_a_little_off_says_when_it_is_of(
    archive: Archive, memento: Memento, make_table: Any, make_answer: Any
) -> None:
    """The time is that of the copy reached, and its digest is not that of the one asked for."""
    answer = make_answer(200, "x", memento_datetime="Sun, 02 Mar 2014 22:00:00 GMT")

    replay = replay_memento(memento, archive, make_table({RAW: answer}))

    assert datetime(2014, 3, 2, 22, tzinfo=UTC) == replay.memento.captured
    assert f"{ROOT}20140302220000/{URL}" == replay.memento.uri
    assert replay.memento.digest is None


def test_a_copy_that_leads_to_itself_is_none(
    archive: Archive, memento: Memento, make_table: Any, make_answer: Any
) -> None:
    """From http to https and back, at the same second: a circle."""
    answer = make_answer(301, memento_datetime=CAPTURED, location=URL)

    with pytest.raises(ReplayError, match="circle"):
        replay_memento(memento, archive, make_table({RAW: answer}))


def test_the_archive_must_not_lead_away(
    archive: Archive, memento: Memento, make_table: Any, make_answer: Any
) -> None:
    """A redirect of the archive itself to somewhere else is not followed."""
    answer = make_answer(302, location="http://a.test/login")

    with pytest.raises(ReplayError, match="away"):
        replay_memento(memento, archive, make_table({RAW: answer}))


@pytest.mark.parametrize("location", ["http://[", "javascript:alert(1)", ""])
def test_broken_redirects_of_the_past_show_nothing(
    location: str, archive: Archive, memento: Memento, make_table: Any, make_answer: Any
) -> None:
    """A page that led nowhere when it was captured leads nowhere now."""
    table = make_table({RAW: make_answer(301, memento_datetime=CAPTURED, location=location)})
    table.answers |= {f"{ROOT}20140302100000id_/{location}": make_answer(404)}

    with pytest.raises(ReplayError):
        replay_memento(memento, archive, table)


@pytest.mark.parametrize("code", [429, 503, 500])
def test_failures_are_silence(
    code: int, archive: Archive, memento: Memento, make_table: Any, make_answer: Any
) -> None:
    """The archive's own 429 and 5xx say nothing of the copy."""
    with pytest.raises(ArchiveSilenceError):
        replay_memento(memento, archive, make_table({RAW: make_answer(code)}))


def test_bodies_that_stayed_packed_are_unpacked(make_answer: Any) -> None:
    """A body in gzip that no header speaks of is unpacked; a file in gzip and a broken body stay."""
    packed = gzip.compress(b"words")

    assert b"words" == decode_body(make_answer(200, packed, content_type="text/html"))
    assert packed == decode_body(make_answer(200, packed, content_type="application/gzip"))
    assert b"\x1f\x8bbroken" == decode_body(make_answer(200, b"\x1f\x8bbroken"))


def test_a_bomb_is_cut(make_answer: Any) -> None:
    """What unpacks to very much is unpacked in part."""
    assert 5_000_000 == len(decode_body(make_answer(200, gzip.compress(bytes(50_000_000)))))
