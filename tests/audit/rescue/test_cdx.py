"""Indexes of captures: questions and answers in two dialects."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.ask.answers import Answer
from footnotes.audit.rescue.archive_answers import ArchiveSilenceError
from footnotes.audit.rescue.archives import choose_archives
from footnotes.audit.rescue.cdx import ask_cdx, read_answer, read_index

WAYBACK = choose_archives(["internet-archive"])[0]
PYWB = choose_archives(["http://a.test/"])[0]
DAY = datetime(2015, 1, 1, tzinfo=UTC)
NAMES = ["timestamp", "original", "mimetype", "statuscode", "digest"]


class _Index:
    """A CDX server of the Wayback Machine that holds `rows` and notes what it was asked."""

    def __init__(self, rows: list[list[str]], *, sorts: bool = True) -> None:
        self.rows, self.sorts, self.questions = rows, sorts, list[dict[str, str]]()

    def __call__(self, url: str, **_: Any) -> Answer:
        question = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        self.questions.append(question)
        rows = [row for row in self.rows if question.get("from", "") <= row[0] <= question.get("to", "9")]
        if "filter" in question:
            rows = [row for row in rows if row[3][0] not in "45"]
        if self.sorts and question.get("sort") == "closest":
            wanted = datetime.strptime(question["closest"], "%Y%m%d%H%M%S")  # noqa: DTZ007 - both are naive
            rows.sort(key=lambda row: abs(datetime.strptime(row[0], "%Y%m%d%H%M%S") - wanted))  # noqa: DTZ007
        limit = int(question["limit"])
        rows = rows[:limit] if limit > 0 else rows[limit:]
        return Answer(url, 200, body=json.dumps([NAMES, *rows] if rows else []).encode())


def _row(day: datetime, code: str = "200") -> list[str]:
    return [f"{day:%Y%m%d%H%M%S}", "http://example.org/", "text/html", code, f"D{day:%Y%m%d}"]


def test_one_question_is_enough() -> None:
    """Where all captures fit into one answer, there is one request, for the day."""
    index = _Index([_row(DAY - timedelta(days=9)), _row(DAY + timedelta(days=3))])

    found = ask_cdx("http://example.org/?a=1&b=2#c", DAY, DAY, WAYBACK, index)

    assert [DAY + timedelta(days=3), DAY - timedelta(days=9)] == [one.captured for one in found]
    assert "https://web.archive.org/web/20150104000000/http://example.org/" == found[0].uri
    (question,) = index.questions
    assert "http://example.org/?a=1&b=2" == question["url"]
    assert ("20150101000000", "closest") == (question["closest"], question["sort"])


def test_the_other_side_is_asked_for() -> None:
    """Where the nearest captures all lie on one side, the other is asked for besides."""
    after = [_row(DAY + timedelta(days=n)) for n in range(1, 60)]
    index = _Index([_row(DAY - timedelta(days=400)), *after])

    found = ask_cdx("http://example.org/", DAY, DAY, WAYBACK, index)

    assert DAY - timedelta(days=400) in {one.captured for one in found}
    assert 2 == len(index.questions)
    assert int(index.questions[1]["limit"]) <= -2


def test_errors_do_not_hide_copies() -> None:
    """Where the nearest captures are all archived errors, both sides are asked for without them."""
    errors = [_row(DAY + timedelta(days=n), "404") for n in range(-40, 40)]
    index = _Index([_row(DAY - timedelta(days=400)), *errors, _row(DAY + timedelta(days=400))])

    found = ask_cdx("http://example.org/", DAY, DAY, WAYBACK, index)

    assert {-400, 400} == {(one.captured - DAY).days for one in found if one.code == 200}


def test_an_index_that_does_not_sort_is_noticed() -> None:
    """`sort=closest` is undocumented: where it is ignored, both sides are asked for."""
    index = _Index([_row(DAY + timedelta(days=n)) for n in range(-90, 90)], sorts=False)

    found = ask_cdx("http://example.org/", DAY, DAY, WAYBACK, index)

    assert {-2, -1, 0, 1, 2} >= {(one.captured - DAY).days for one in found} >= {-1, 0, 1}
    assert 3 == len(index.questions)


@pytest.mark.parametrize("body", ["[]", "", "\n", '[["timestamp","original"]]'])
def test_empty_answers_are_answers(body: str) -> None:
    """All ways of saying that there is none."""
    assert () == read_index(body, WAYBACK)


def test_revisits_take_the_code_of_their_digest() -> None:
    """A revisit has no code: that of the capture with the same digest is its own, if it is listed."""
    rows = [
        ["20140101000000", "http://e.org/", "text/html", "200", "SAME"],
        ["20150101000000", "http://e.org/", "warc/revisit", "-", "SAME"],
        ["20160101000000", "http://e.org/", "warc/revisit", "-", "OTHER"],
    ]

    found = read_index(json.dumps([NAMES, *rows]), WAYBACK)

    assert [200, 200, None] == [one.code for one in found]
    assert ["sha1:SAME", "sha1:SAME", "sha1:OTHER"] == [one.digest for one in found]


def test_the_key_to_go_on_is_no_capture() -> None:
    """An empty row ends the rows; what follows is the key for the next page."""
    rows = [NAMES, ["20140101000000", "http://e.org/", "text/html", "200", "A"], [], ["org%2Ce+2014"]]

    assert 1 == len(read_index(json.dumps(rows), WAYBACK))


def test_fuzzy_and_locked_captures_are_dropped() -> None:
    """Pywb offers captures of similar addresses, and lists those that it does not show."""
    row = {"timestamp": "20140101000000", "url": "http://e.org/", "status": "200", "digest": "A"}
    lines = [row, row | {"is_fuzzy": "1", "timestamp": "20150101000000"}, row | {"access": "block"}]

    found = read_index("\n".join(map(json.dumps, lines)) + '\n{"timest', PYWB)

    assert [2014] == [one.captured.year for one in found]
    assert "http://a.test/20140101000000/http://e.org/" == found[0].uri


def test_a_locked_site_has_none_to_show(make_answer: Any) -> None:
    """What its owner has shut out is an answer, not a failure."""
    said = "org.archive.util.io.RuntimeIOException: AdministrativeAccessControlException: Blocked"

    assert () == read_answer(make_answer(403, said), WAYBACK)


@pytest.mark.parametrize(
    ("code", "body"),
    [(403, "go away"), (400, '{"message": "no url"}'), (404, ""), (200, "<html>busy</html>"), (200, "[[1")],
)
def test_other_refusals_are_silence(code: int, body: str, make_answer: Any) -> None:
    """A refusal, no index, a page of HTML and a broken answer do not say that there is none."""
    with pytest.raises(ArchiveSilenceError):
        read_answer(make_answer(code, body), WAYBACK)


def test_pywb_is_asked_in_its_dialect(papers: Any) -> None:
    """More captures than one answer holds: the copies before the errors are found in the index of pywb."""
    day = datetime(2012, 6, 1, tzinfo=UTC)

    found = ask_cdx("https://www.example.org/often", day, day, papers.archive, papers.fetch)

    assert 2010 == max(one.captured.year for one in found if one.code == 200)
    assert {404} == {one.code for one in found if one.captured.year == 2011}


@given(
    st.recursive(
        st.none() | st.text() | st.integers(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)
    )
)
def test_any_json_is_read_or_refused(value: Any) -> None:
    """No shape of JSON is an error of ours."""
    for text in (json.dumps(value), json.dumps([["timestamp", "original"], value])):
        try:
            read_index(text, WAYBACK)
        except ArchiveSilenceError:
            continue
