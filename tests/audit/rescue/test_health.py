"""Archives that fail are left alone for a while."""

import threading

import pytest

from footnotes.audit.rescue.archive_answers import ArchiveSilenceError
from footnotes.audit.rescue.archives import choose_archives, load_archives
from footnotes.audit.rescue.health import ArchiveHealth
from footnotes.model import ArchiveState, LinkStatus

ARCHIVE, OTHER = choose_archives(["http://a.test/", "http://b.test/"])
BUSY = ArchiveSilenceError("busy", code=503)


class _Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    """A clock at zero."""
    return _Clock()


@pytest.fixture
def health(clock: _Clock) -> ArchiveHealth:
    """All are well."""
    return ArchiveHealth(rest=600, clock=clock)


def _see(health: ArchiveHealth) -> ArchiveState:
    return health.report_archives([ARCHIVE])[0].state


def test_three_failures_in_a_row_send_it_to_sleep(health: ArchiveHealth, clock: _Clock) -> None:
    """It sleeps ten minutes, then has one try; an answer makes it well."""
    for _ in range(3):
        assert health.may_ask(ARCHIVE)
        health.note_silence(ARCHIVE, BUSY)

    assert not health.may_ask(ARCHIVE)
    assert health.may_ask(OTHER)
    assert ArchiveState.HIBERNATING is _see(health)

    clock.now = 601
    assert health.may_ask(ARCHIVE)
    assert ArchiveState.UNREACHABLE is _see(health)

    health.note_silence(ARCHIVE, BUSY)
    assert not health.may_ask(ARCHIVE)

    clock.now = 1300
    health.note_answer(ARCHIVE)
    assert ArchiveState.OK is _see(health)


def test_an_answer_in_between_starts_anew(health: ArchiveHealth) -> None:
    """Failures count in a row only."""
    for _ in range(5):
        health.note_silence(ARCHIVE, BUSY)
        health.note_silence(ARCHIVE, BUSY)
        health.note_answer(ARCHIVE)

    assert health.may_ask(ARCHIVE)


def test_a_refusal_after_a_429_is_a_firewall(health: ArchiveHealth) -> None:
    """Who was too fast is shut out: the archive is not asked once more."""
    health.note_silence(ARCHIVE, ArchiveSilenceError("too fast", code=429))
    assert health.may_ask(ARCHIVE)

    health.note_silence(ARCHIVE, ArchiveSilenceError("refused", status=LinkStatus.REFUSED))
    assert not health.may_ask(ARCHIVE)


def test_a_question_not_taken_is_no_failure(health: ArchiveHealth) -> None:
    """A 400 is about the question."""
    for _ in range(9):
        health.note_silence(ARCHIVE, ArchiveSilenceError("what?", code=400, is_failure=False))

    assert ArchiveState.OK is _see(health)


def test_those_not_chosen_are_off(health: ArchiveHealth) -> None:
    """The report has the archives asked, and those of the registry that could be, as off."""
    reports = {report.name: report.state for report in health.report_archives([ARCHIVE], load_archives())}

    assert ArchiveState.OK is reports[ARCHIVE.name]
    assert ArchiveState.OFF is reports["internet-archive"]
    assert "webcite" not in reports


def test_threads_share_it() -> None:
    """Failures of many threads are all counted."""
    many = ArchiveHealth(failures=800, clock=lambda: 0.0)

    def fail() -> None:
        for _ in range(100):
            many.note_silence(ARCHIVE, BUSY)

    threads = [threading.Thread(target=fail) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not many.may_ask(ARCHIVE)
