"""TimeGates: the patterns of RFC 7089 by table, and pywb's as it answers."""

from datetime import UTC, datetime
from typing import Any

import pytest
from attrs import evolve

from footnotes.audit.rescue.archive_answers import ArchiveSilenceError
from footnotes.audit.rescue.archives import Archive, choose_archives
from footnotes.audit.rescue.timegate import ask_timegate
from footnotes.model import LinkStatus

GATE = "http://a.test/"
URL = "http://example.org/p,a;ge"
WANTED = datetime(2015, 1, 1, tzinfo=UTC)
COPY = f"{GATE}20140302100000/{URL}"
CAPTURED = "Sun, 02 Mar 2014 10:00:00 GMT"


@pytest.fixture(scope="module")
def archive() -> Archive:
    """An archive that speaks Memento."""
    return choose_archives([GATE])[0]


def test_pywb_redirects_to_the_nearest(papers: Any) -> None:
    """Pywb answers 307 and names the copy in its Link header: one request tells all."""
    found = ask_timegate("https://www.example.org/article1#part", WANTED, papers.archive, papers.fetch)

    assert [datetime(2014, 3, 2, 10, tzinfo=UTC)] == list(
        dict.fromkeys(one.captured for one in found.mementos)
    )
    assert "http://example.org/article1" == found.mementos[0].original
    assert not found.is_whole
    assert found.timemap
    assert found.timemap.endswith("/papers/timemap/link/http://example.org/article1")


def test_pywb_knows_nothing(papers: Any) -> None:
    """A 404 says that there is none."""
    found = ask_timegate("http://example.org/unknown", WANTED, papers.archive, papers.fetch)

    assert () == found.mementos
    assert found.is_whole


@pytest.mark.parametrize("code", [302, 303, 307])
def test_a_redirect_is_to_the_copy(code: int, archive: Archive, make_table: Any, make_answer: Any) -> None:
    """The usual pattern; the date wanted is sent in GMT, and the neighbours make the answer whole."""
    link = (
        f'<{URL}>; rel="original", <{COPY}>; rel="first memento"; datetime="{CAPTURED}", '
        f'<{GATE}2016/>; rel="next last memento"; datetime="Fri, 01 Jan 2016 00:00:00 GMT"'
    )
    table = make_table({f"{GATE}{URL}": make_answer(code, location=COPY, link=link)})

    found = ask_timegate(f"{URL}#fragment", WANTED, archive, table)

    assert COPY == found.mementos[0].uri
    assert URL == found.mementos[0].original
    assert {2014, 2016} == {one.captured.year for one in found.mementos}
    assert found.is_whole
    assert ["Thu, 01 Jan 2015 00:00:00 GMT"] == table.moments


def test_a_copy_may_come_at_once(archive: Archive, make_table: Any, make_answer: Any) -> None:
    """The pattern with 200 and Content-Location."""
    answer = make_answer(200, memento_datetime=CAPTURED, content_location=f"/20140302100000/{URL}")

    found = ask_timegate(URL, WANTED, archive, make_table({f"{GATE}{URL}": answer}))

    assert [COPY] == [one.uri for one in found.mementos]
    assert [200] == [one.code for one in found.mementos]
    assert not found.is_whole


def test_an_archived_404_is_a_copy(archive: Archive, make_table: Any, make_answer: Any) -> None:
    """What says when it was captured is a copy, whatever its code."""
    answer = make_answer(404, memento_datetime=CAPTURED)

    found = ask_timegate(URL, WANTED, archive, make_table({f"{GATE}{URL}": answer}))

    assert [404] == [one.code for one in found.mementos]


def test_gates_lead_to_gates(archive: Archive, make_table: Any, make_answer: Any) -> None:
    """A redirect to another TimeGate is followed, and one to a copy without a word is looked up there."""
    table = make_table(
        {
            f"{GATE}{URL}": make_answer(301, location=f"https://b.test/{URL}"),
            f"https://b.test/{URL}": make_answer(302, location="https://b.test/XYZ"),
            "https://b.test/XYZ": make_answer(200, memento_datetime=CAPTURED),
        }
    )

    found = ask_timegate(URL, WANTED, archive, table)

    assert ["https://b.test/XYZ"] == [one.uri for one in found.mementos]
    assert 3 == len(table.asked)


def test_broken_addresses_break_nothing(archive: Archive, make_table: Any, make_answer: Any) -> None:
    """What an archive says may be broken: a copy at no address is none that can be looked at."""
    link = f'<http://[>; rel="original", <http://[b>; rel="prev memento"; datetime="{CAPTURED}"'
    answer = make_answer(200, memento_datetime=CAPTURED, content_location="http://[a", link=link)

    found = ask_timegate(URL, WANTED, archive, make_table({f"{GATE}{URL}": answer}))

    assert {"http://[a", "http://[b"} == {one.uri for one in found.mementos}


def test_gates_in_a_circle_are_silent(archive: Archive, make_table: Any, make_answer: Any) -> None:
    """Redirects between TimeGates are followed a few times only."""
    table = make_table({f"{GATE}{URL}": make_answer(302, location=f"{GATE}{URL}")})

    with pytest.raises(ArchiveSilenceError, match="without end"):
        ask_timegate(URL, WANTED, archive, table)

    assert len(table.asked) <= 6


def test_a_gate_may_refuse_head(archive: Archive, make_table: Any, make_answer: Any) -> None:
    """Where HEAD is not allowed, GET is used."""
    answers = [make_answer(405), make_answer(200, memento_datetime=CAPTURED)]
    table = make_table({f"{GATE}{URL}": answers})

    assert ask_timegate(URL, WANTED, archive, table).mementos
    assert ["HEAD", "GET"] == [method for method, _ in table.asked]


@pytest.mark.parametrize(
    ("code", "is_failure"),
    [(429, True), (503, True), (500, True), (400, False), (200, False), (403, False)],
)
def test_silence_is_told_from_no(
    code: int,
    is_failure: bool,  # noqa: FBT001 - a column of the table above
    archive: Archive,
    make_table: Any,
    make_answer: Any,
) -> None:
    """Only a 404 says that there is no copy; a 400 says that the archive did not understand."""
    with pytest.raises(ArchiveSilenceError) as silence:
        ask_timegate(URL, WANTED, archive, make_table({f"{GATE}{URL}": make_answer(code)}))

    assert code == silence.value.code
    assert is_failure is silence.value.is_failure


def test_no_connection_is_silence(archive: Archive, make_table: Any, refuse: Any) -> None:
    """A refused connection says nothing of the page."""
    with pytest.raises(ArchiveSilenceError) as silence:
        ask_timegate(URL, WANTED, archive, make_table({f"{GATE}{URL}": refuse}))

    assert LinkStatus.REFUSED is silence.value.status


def test_a_wish_is_no_date(archive: Archive, make_table: Any, make_answer: Any) -> None:
    """A partial time in the address of a copy is what was asked for, not when it was captured."""
    wish = f"{GATE}20150101/{URL}"
    table = make_table(
        {
            f"{GATE}{URL}": make_answer(302, location=wish),
            wish: make_answer(200, memento_datetime=CAPTURED, content_location=COPY),
        }
    )

    found = ask_timegate(URL, WANTED, evolve(archive, name="a"), table)

    assert [2014] == [one.captured.year for one in found.mementos]
