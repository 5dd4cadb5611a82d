"""Which archives are well: one that fails again and again is left alone for a while."""

import threading
import time
from collections.abc import Callable, Iterable

from attrs import define

from footnotes.audit.rescue.archive_answers import ArchiveSilenceError
from footnotes.audit.rescue.archives import Archive
from footnotes.model import ArchiveReport, ArchiveState, LinkStatus

_FAILURES = 3
"""So many failures in a row send an archive to sleep."""
_REST = 600.0
"""Seconds that it sleeps."""
_TOO_MANY = 429


@define
class _Record:
    failures: int = 0
    asleep_until: float = 0.0
    last_code: int | None = None


class ArchiveHealth:
    """How the archives do in the course of an audit; all threads share one.

    After three failures in a row an archive hibernates for ten minutes; so it does at once when it refuses
    connections after a 429, which is how the Internet Archive shuts out who was too fast. Then it has one
    try: another failure sends it to sleep again.
    """

    def __init__(
        self,
        *,
        failures: int = _FAILURES,
        rest: float = _REST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._failures, self._rest, self._clock = failures, rest, clock
        self._records: dict[str, _Record] = {}
        self._lock = threading.Lock()

    def may_ask(self, archive: Archive) -> bool:
        """Whether `archive` is awake."""
        with self._lock:
            return self._clock() >= self._find(archive).asleep_until

    def note_answer(self, archive: Archive) -> None:
        """Remember that `archive` answered."""
        with self._lock:
            self._records[archive.name] = _Record()

    def note_silence(self, archive: Archive, silence: ArchiveSilenceError) -> None:
        """Remember that `archive` failed, unless it only did not take the question."""
        if not silence.is_failure:
            return
        with self._lock:
            record = self._find(archive)
            record.failures += 1
            is_shut_out = record.last_code == _TOO_MANY and silence.status is LinkStatus.REFUSED
            if record.failures >= self._failures or is_shut_out:
                record.asleep_until = self._clock() + self._rest
            record.last_code = silence.code or record.last_code

    def report_archives(
        self, asked: Iterable[Archive], known: Iterable[Archive] = ()
    ) -> tuple[ArchiveReport, ...]:
        """The state of each archive that the audit asks, and of those of `known` that it does not: off."""
        chosen = {archive.name: archive for archive in asked}
        with self._lock:
            reports = [ArchiveReport(name, self._judge(archive)) for name, archive in chosen.items()]
        off = [archive.name for archive in known if archive.name not in chosen and archive.is_asked]
        return (*reports, *(ArchiveReport(name, ArchiveState.OFF) for name in off))

    def _find(self, archive: Archive) -> _Record:
        return self._records.setdefault(archive.name, _Record())

    def _judge(self, archive: Archive) -> ArchiveState:
        record = self._find(archive)
        if self._clock() < record.asleep_until:
            return ArchiveState.HIBERNATING
        return ArchiveState.UNREACHABLE if record.failures else ArchiveState.OK
