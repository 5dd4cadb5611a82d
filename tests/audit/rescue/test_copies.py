"""Archived copies of cited pages, found in the archive of the tests (tests/audit/archive/warcs.py)."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from footnotes.audit.inspect.captures import judge_capture
from footnotes.audit.inspect.sketches import sketch_text
from footnotes.audit.rescue.archives import choose_archives
from footnotes.audit.rescue.copies import find_copies
from footnotes.audit.rescue.health import ArchiveHealth
from footnotes.model import (
    Archived,
    ArchivedState,
    ArchiveState,
    CitedLink,
    Date,
    DateSource,
    PartialDate,
)

Find = Callable[..., Archived]


@pytest.fixture
def find(papers: Any, now: datetime) -> Find:
    """The copies of http://example.org/<path>, of a page accessed on a day."""

    def find_one(url: str, accessed: tuple[int, ...] | None, *titles: str, **more: Any) -> Archived:
        date = Date(PartialDate(*accessed)) if accessed else None
        link = CitedLink(
            f"http://example.org/{url}" if "//" not in url else url, accessed=date, titles=titles
        )
        return find_copies(link, papers.fetch, [papers.archive], judge_capture, now, **more)

    return find_one


def test_drift_between_two_copies(find: Find) -> None:
    """Copies that differ on the two sides of the day do not represent it; the nearest is the rescue."""
    archived = find("article1", (2014, 4, 1))

    assert ArchivedState.FOUND is archived.state
    assert archived.rescue
    assert datetime(2014, 3, 2, 10, tzinfo=UTC) == archived.rescue.memento.captured
    assert -30 == archived.rescue.days_from_access
    assert archived.rescue.representative is False
    assert archived.before == archived.rescue.memento
    assert archived.after
    assert datetime(2019, 7, 15, 12, 30, 45, tzinfo=UTC) == archived.after.captured
    assert DateSource.ACCESSED is archived.measured_from


def test_equal_digests_represent_the_day(find: Find) -> None:
    """The same bytes before and after prove that the page was the same on the day."""
    archived = find("steady", (2017, 6, 1))

    assert archived.rescue
    assert archived.rescue.representative is True
    assert archived.after
    assert archived.before
    assert archived.before.digest == archived.after.digest
    assert 233 == archived.rescue.days_from_access


def test_equal_texts_represent_the_day(find: Find) -> None:
    """The same words represent the day, although a counter makes the bytes differ."""
    archived = find("counter", (2017, 6, 1))

    assert archived.rescue
    assert archived.before
    assert archived.after
    assert archived.before.digest != archived.after.digest
    assert archived.rescue.representative is True


def test_revised_texts_do_not_represent_the_day(find: Find) -> None:
    """A page of which a third was rewritten is not the same: who knows which third was cited."""
    archived = find("revised", (2017, 6, 1))

    assert archived.rescue
    assert archived.rescue.representative is False


def test_one_side_represents_nothing(find: Find) -> None:
    """With copies on one side only nobody can tell whether they are what the author saw."""
    archived = find("steady", (2020, 6, 1))

    assert archived.rescue
    assert archived.rescue.representative is None
    assert archived.after is None
    assert -863 == archived.rescue.days_from_access


def test_archived_errors_are_no_rescue(find: Find) -> None:
    """An archived 404 nearer to the day gives way to the copy that shows the page."""
    archived = find("gone", (2015, 5, 1))

    assert archived.rescue
    assert 2012 == archived.rescue.memento.captured.year
    assert ["the archived answer is a 404"] == [one.reason for one in archived.rejected]
    assert archived.after is None


def test_nothing_but_errors_is_found_without_a_rescue(find: Find) -> None:
    """Where all copies are archived errors there are copies, and none to use."""
    archived = find("never", (2015, 5, 1))

    assert ArchivedState.FOUND is archived.state
    assert archived.rescue is None
    assert archived.after is None
    assert 1 == len(archived.rejected)


def test_soft_errors_are_no_rescue(find: Find) -> None:
    """A copy of a page that says it is not there is rejected by its words, though it is nearer."""
    archived = find("soft", (2010, 12, 1), "Soft words")

    assert archived.rescue
    assert 2010 == archived.rescue.memento.captured.year
    assert ["the copy says that there is no such page"] == [one.reason for one in archived.rejected]


def test_redirects_are_followed_for_a_title(find: Find) -> None:
    """A copy that redirected is followed to the copy of its target, where the cited title is found."""
    archived = find("moved", (2015, 6, 1), "Moved house")

    assert archived.rescue
    assert "http://example.org/new-home" == archived.rescue.memento.original
    assert archived.rescue.memento.uri.endswith("/20150601080020/http://example.org/new-home")


def test_redirects_are_not_trusted_without_a_title(find: Find) -> None:
    """Without a title nobody can tell whether the target was the same work."""
    archived = find("moved", (2015, 6, 1))

    assert archived.rescue is None
    assert ["the archived answer led to http://example.org/new-home"] == [
        one.reason for one in archived.rejected
    ]


def test_redirects_to_the_front_page_are_no_rescue(find: Find) -> None:
    """A redirect to the front page was the end of the page already then, whatever the title says."""
    archived = find("dropped", (2015, 6, 1), "Welcome")

    assert archived.rescue is None
    assert ["the archived answer led to the front page"] == [one.reason for one in archived.rejected]


def test_scheme_and_www_make_no_difference(find: Find) -> None:
    """The copy of https://www.example.org serves who cites http://example.org, and says what it is of."""
    archived = find("secure/", (2016, 4, 2))

    assert archived.rescue
    assert "https://www.example.org/secure" == archived.rescue.memento.original


def test_circles_are_no_rescue(find: Find) -> None:
    """A copy that leads to itself shows nothing."""
    archived = find("circle", (2016, 4, 1))

    assert ArchivedState.FOUND is archived.state
    assert archived.rescue is None
    assert archived.rejected


def test_packed_copies_are_read(find: Find) -> None:
    """A copy that was captured compressed is judged by its words."""
    archived = find("zipped", (2016, 4, 1), "Zipped")

    assert archived.rescue


def test_refusals_of_the_past_are_copies(find: Find) -> None:
    """An archived 429 is an error of the page, not of the archive."""
    archived = find("hasty", (2015, 2, 1))

    assert ArchivedState.FOUND is archived.state
    assert () == archived.unreachable
    assert ["the archived answer is a 429"] == [one.reason for one in archived.rejected]


def test_errors_by_the_dozen_hide_no_copy(find: Find) -> None:
    """Where more archived errors lie around the day than are listed, copies are asked for."""
    archived = find("often", (2011, 10, 15))

    assert archived.rescue
    assert datetime(2010, 6, 1, tzinfo=UTC) == archived.rescue.memento.captured


def test_no_copy_is_an_answer(find: Find) -> None:
    """An archive that knows nothing of the page says so."""
    archived = find("unknown", (2015, 1, 1))

    assert Archived(ArchivedState.NONE, measured_from=DateSource.ACCESSED) == archived


def test_a_year_is_a_stretch_of_time(find: Find) -> None:
    """Of a year that is all we know, copies before and after it are the sides."""
    archived = find("often", (2008,))

    assert archived.rescue
    assert 2008 == archived.rescue.memento.captured.year
    assert 0 == archived.rescue.days_from_access
    assert archived.before
    assert archived.after
    assert (2007, 2009) == (archived.before.captured.year, archived.after.captured.year)


def test_without_a_date_the_latest_copy_counts(find: Find) -> None:
    """Where no date is stated, copies are measured against today, and days are not told."""
    archived = find("steady", None)

    assert DateSource.NONE is archived.measured_from
    assert archived.rescue
    assert 2018 == archived.rescue.memento.captured.year
    assert archived.rescue.days_from_access is None
    assert archived.rescue.representative is None


def test_the_page_of_today_is_compared(find: Find) -> None:
    """The page as it is now is compared with the rescue: here it is the same."""
    words = sketch_text(
        "Steady Steady Ice cores of the northern sites show three warm centuries and one cold one."
    )

    archived = find("steady", (2017, 6, 1), live=words)

    assert archived.similarity is not None
    assert archived.similarity > 0.9


def test_silence_is_not_a_no(make_table: Any, make_answer: Any, now: datetime, refuse: Exception) -> None:
    """An archive that does not answer is named; "none" is said only when all have answered."""
    archives = choose_archives(["http://127.0.0.1:1/a/", "http://127.0.0.1:2/b/"])
    health = ArchiveHealth()

    def fetch(url: str, **more: Any) -> Any:
        table = make_table({url: refuse if ":1/" in url else make_answer()})
        return table(url, **more)

    archived = find_copies(
        CitedLink("http://example.org/a"), fetch, archives, judge_capture, now, health=health
    )

    assert ArchivedState.UNREACHABLE is archived.state
    assert ("127.0.0.1:1/a",) == archived.unreachable
    assert [ArchiveState.UNREACHABLE, ArchiveState.OK] == [
        report.state for report in health.report_archives(archives)
    ]


def test_sleeping_archives_are_not_asked(now: datetime, refuse: Exception) -> None:
    """After three failures in a row an archive is left alone, and still not taken for empty."""
    archives = choose_archives(["http://127.0.0.1:1/a/"])
    health, asked = ArchiveHealth(), []

    def fetch(url: str, **_: Any) -> Any:
        asked.append(url)
        raise refuse

    found = [
        find_copies(
            CitedLink(f"http://example.org/{n}"), fetch, archives, judge_capture, now, health=health
        )
        for n in range(5)
    ]

    assert 3 == len(asked)
    assert {ArchivedState.UNREACHABLE} == {archived.state for archived in found}
    assert ArchiveState.HIBERNATING is health.report_archives(archives)[0].state


@pytest.mark.parametrize("url", ["mailto:a@example.org", "urn:isbn:1", "file:///etc/passwd", "http://[a"])
def test_archives_are_asked_for_pages_only(url: str, make_table: Any, now: datetime) -> None:
    """What is no web page is not asked for."""
    archived = find_copies(CitedLink(url), make_table({}), choose_archives(), judge_capture, now)

    assert ArchivedState.NOT_ASKED is archived.state


def test_passwords_are_not_told(find: Find) -> None:
    """An address with a password in it is sent to no archive, though it has a copy of the page."""
    assert ArchivedState.NOT_ASKED is find("http://user:secret@example.org/article1", (2014, 4, 1)).state
