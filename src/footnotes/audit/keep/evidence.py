"""What one audit has of its links in the journal: what is there need not be asked for again."""

from datetime import datetime

from attrs import frozen

from footnotes.audit.keep.journal import AuditRecord, Journal
from footnotes.model import Archived, ArchivedState, CitedLink, LinkCheck

_ANSWERED = {ArchivedState.FOUND, ArchivedState.NONE}
"""Silence is not reused: the archive may answer now."""


@frozen
class Evidence:
    """The looks and copies of the audit `record`.

    Those of other audits count too if they are not from before `since`. `is_new` says that the audit has
    only begun, so that there is nothing of its own to look for.
    """

    journal: Journal
    record: AuditRecord
    is_new: bool = False
    since: datetime | None = None

    def find_look(self, url: str) -> LinkCheck | None:
        """The look of this audit, or one that is young enough, which then is one of this audit."""
        look = None if self.is_new else self.journal.find_look(self.record, url)
        if look is None and self.since is not None:
            look = self.journal.find_recent_look(url, self.since)
            if look is not None:
                self.record_look(url, look)
        return look

    def record_look(self, url: str, look: LinkCheck) -> None:
        """Write down a look; of two the first is kept."""
        self.journal.record_look(self.record, url, look)

    def find_copies(self, link: CitedLink) -> Archived | None:
        """What the archives said in this audit, or not long ago, measured from the date of `link`."""
        date = link.accessed or link.published
        found = None if self.is_new else self.journal.find_copies(self.record, link.url, measured_from=date)
        if found is None and self.since is not None:
            found = self.journal.find_recent_copies(link.url, self.since, measured_from=date)
            if found is None or found.state not in _ANSWERED:
                return None
            self.record_copies(link, found)
        return found

    def record_copies(self, link: CitedLink, archived: Archived) -> None:
        """Write down what the archives hold of a link."""
        date = link.accessed or link.published
        self.journal.record_copies(self.record, link.url, archived, measured_from=date)
