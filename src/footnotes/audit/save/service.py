"""Where Save Page Now is, and where its captures are; a facade in tests has addresses of its own."""

from datetime import timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

from attrs import field, frozen

from footnotes.audit.rescue.timestamps import write_timestamp
from footnotes.audit.save.answers import Capture
from footnotes.model import Memento


@frozen
class SaveService:
    """Where the service is, and where its captures are: `replay` and the time make the address of one.

    `kept_within` spares the archive a capture if it has one as young as that. Raises ValueError for an
    endpoint to which keys would travel unencrypted.
    """

    endpoint: str = field(default="https://web.archive.org/save")
    replay: str = "https://web.archive.org/web/"
    archive: str = "internet-archive"
    kept_within: timedelta = timedelta(days=30)

    @endpoint.validator
    def _check_endpoint(self, _attribute: object, endpoint: str) -> None:
        parts = urlsplit(endpoint)
        if parts.scheme != "https" and not _is_loopback(parts.hostname or ""):
            raise ValueError("keys are sent to https addresses only")

    def make_memento(self, capture: Capture, address: str) -> Memento:
        """The copy that a job has made."""
        original = capture.original or address
        stamp = write_timestamp(capture.captured)
        return Memento(
            original=original,
            uri=f"{self.replay}{stamp}/{original}",
            captured=capture.captured,
            archive=self.archive,
            code=capture.code,
        )

    def spell_age(self) -> str:
        """The form that the service wants: `3d 5h`."""
        seconds = int(self.kept_within.total_seconds())
        days, hours = seconds // 86_400, seconds % 86_400 // 3600
        parts = (f"{count}{unit}" for count, unit in ((days, "d"), (hours, "h")) if count)
        return " ".join(parts) or "1h"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
