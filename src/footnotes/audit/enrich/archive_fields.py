"""What a library says of an archived copy: the three fields that other programs know."""

from attrs import frozen

from footnotes.formats.archived_copies import ARCHIVE_DATE, ARCHIVE_URL, URL_STATUS, write_archive_url
from footnotes.formats.url_statuses import URL_STATUSES
from footnotes.model import LinkFinding


@frozen
class ArchiveFields:
    """The values to write; `date` is the day of the capture (UTC) in ISO 8601, None what is not known."""

    url: str | None = None
    date: str | None = None
    status: str | None = None

    def list_known(self) -> dict[str, str]:
        """What is known, by the names that CSL-JSON's `custom` has for it."""
        told = {ARCHIVE_URL: self.url, ARCHIVE_DATE: self.date, URL_STATUS: self.status}
        return {name: value for name, value in told.items() if value}


def make_fields(finding: LinkFinding) -> ArchiveFields:
    """What a finding says: its rescue, which was looked at, and the state of the page.

    A live page without a copy needs no word; the template reads url-status only beside archive-url.
    """
    rescue, status = finding.archived.rescue, URL_STATUSES[finding.verdict]
    if rescue is None:
        return ArchiveFields(status=None if status == "live" else status)
    day = rescue.memento.captured.date().isoformat()
    return ArchiveFields(write_archive_url(rescue.memento.uri), day, status)
