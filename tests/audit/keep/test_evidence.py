"""What an audit has of its links already."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from attrs import evolve

from footnotes.audit.keep.evidence import Evidence
from footnotes.audit.keep.journal import AuditRecord, Journal, open_journal
from footnotes.audit.plan.plans import Plan
from footnotes.model import Archived, ArchivedState, CitedLink, Date, LinkCheck, LinkStatus, PartialDate

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
URL = "http://a.org/1"
LOOK = LinkCheck(URL, LinkStatus.OK, NOON, 200, title="Ice")
LINK = CitedLink(URL, accessed=Date(PartialDate(2015, 3, 2)))
NONE = Archived(ArchivedState.NONE)
SILENCE = Archived(ArchivedState.UNREACHABLE, unreachable=("ia",))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """An empty journal whose clock stands at noon."""
    with open_journal(tmp_path / "journal.sqlite", now=lambda: NOON) as opened:
        yield opened


def _begin(journal: Journal) -> AuditRecord:
    return journal.begin_audit("list", Plan((LINK,), "list"), NOON, {})


@pytest.fixture
def earlier(journal: Journal) -> AuditRecord:
    """An audit that found the page, and no copies."""
    audit = _begin(journal)
    journal.record_look(audit, URL, LOOK)
    journal.record_copies(audit, URL, NONE, measured_from=LINK.accessed)
    return audit


@pytest.mark.usefixtures("earlier")
def test_a_new_audit_has_nothing(journal: Journal) -> None:
    """What other audits saw is nothing to one that has just begun."""
    evidence = Evidence(journal, _begin(journal), is_new=True)

    assert (None, None) == (evidence.find_look(URL), evidence.find_copies(LINK))


def test_an_audit_that_goes_on_has_its_own(journal: Journal, earlier: AuditRecord) -> None:
    """What was done before the interruption is there, the look and the answer of the archives."""
    evidence = Evidence(journal, earlier)

    assert (LOOK, NONE) == (evidence.find_look(URL), evidence.find_copies(LINK))


def test_what_is_recorded_is_found(journal: Journal) -> None:
    """A look and copies that were written down need not be asked for again, also in a new audit."""
    audit = _begin(journal)
    evidence = Evidence(journal, audit)
    evidence.record_look(URL, LOOK)
    evidence.record_copies(LINK, SILENCE)

    assert (LOOK, SILENCE) == (evidence.find_look(URL), evidence.find_copies(LINK))


@pytest.mark.usefixtures("earlier")
@pytest.mark.parametrize(("age", "is_found"), [(timedelta(hours=1), True), (-timedelta(seconds=1), False)])
def test_age(journal: Journal, age: timedelta, *, is_found: bool) -> None:
    """With a time to look back to, what is not from before it is taken over, and older is not."""
    evidence = Evidence(journal, _begin(journal), is_new=True, since=NOON - age)

    assert is_found is (evidence.find_look(URL) == LOOK)
    assert is_found is (evidence.find_copies(LINK) == NONE)


@pytest.mark.usefixtures("earlier")
def test_what_is_taken_over_belongs_to_the_audit(journal: Journal) -> None:
    """A look of another audit that is reused is in the report of this one."""
    audit = _begin(journal)
    evidence = Evidence(journal, audit, is_new=True, since=NOON)
    evidence.find_look(URL)
    evidence.find_copies(LINK)

    assert LOOK == journal.find_look(audit, URL)
    assert NONE == journal.find_copies(audit, URL, measured_from=LINK.accessed)


def test_silence_is_not_reused(journal: Journal) -> None:
    """An archive that did not answer an hour ago is asked again; nothing of it is taken over."""
    journal.record_copies(_begin(journal), URL, SILENCE, measured_from=LINK.accessed)
    audit = _begin(journal)
    evidence = Evidence(journal, audit, is_new=True, since=NOON - timedelta(hours=1))

    assert (
        None is evidence.find_copies(LINK) is journal.find_copies(audit, URL, measured_from=LINK.accessed)
    )


@pytest.mark.usefixtures("earlier")
def test_copies_are_those_of_the_date(journal: Journal) -> None:
    """Copies nearest to another day are no answer for this one; the day is of access or of the work."""
    evidence = Evidence(journal, _begin(journal), is_new=True, since=NOON)
    published = CitedLink(URL, published=LINK.accessed)

    assert None is evidence.find_copies(evolve(LINK, accessed=Date(PartialDate(2020))))
    assert NONE == evidence.find_copies(published)


@pytest.mark.usefixtures("earlier")
def test_its_own_look_counts_for_more(journal: Journal) -> None:
    """An audit that has a look of its own keeps it, however young that of another is."""
    audit = _begin(journal)
    own = LinkCheck(URL, LinkStatus.TIMEOUT, NOON - timedelta(days=9))
    journal.record_look(audit, URL, own)

    assert own == Evidence(journal, audit, since=NOON - timedelta(days=1)).find_look(URL)
