"""What comes back when one request is sent, and the ways in which nothing does."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Protocol
from urllib.parse import urljoin

from attrs import field, frozen

from footnotes.model import LinkStatus


class Headers(Mapping[str, str]):
    """Header fields by name, whatever its case (RFC 9110, 5.1); repeated ones are joined by commas."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self._fields = {name.lower(): value for name, value in fields.items()}

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


class BodyEnd(Enum):
    """How the reading of a body ended."""

    WHOLE = "whole"
    TOO_LARGE = "too-large"
    """At the limit of bytes."""
    TOO_SLOW = "too-slow"
    """At the limit of time."""
    BROKEN = "broken"
    """The connection broke, or the body was not encoded as its headers say."""


@frozen
class Answer:
    """One answer to one request; redirects are not followed. `body` is decoded, and bounded."""

    url: str
    code: int
    headers: Headers = field(factory=lambda: Headers({}))
    body: bytes = b""
    ended: BodyEnd = BodyEnd.WHOLE
    seconds: float = 0.0

    @property
    def location(self) -> str | None:
        """Where the answer sends on to, absolute, or None if it does not; what is no URL as it is."""
        target = self.headers.get("location")
        if target is None or self.code not in _REDIRECTS:
            return None
        address = _read_address(target.strip())
        try:
            return urljoin(self.url, address)
        except ValueError:
            return address

    @property
    def media_type(self) -> str:
        """The type of the body in lower case, without parameters; empty if none is stated."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def _read_address(field_value: str) -> str:
    """An address in a header field, which is read as Latin-1: servers write UTF-8 there (RFC 9110, 5.5)."""
    try:
        return field_value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return field_value


_REDIRECTS = {301, 302, 303, 307, 308}


class FetchError(Exception):
    """No answer came; `status` says how, the message in a few words what was seen."""

    def __init__(self, status: LinkStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class Fetch(Protocol):
    """A function that sends one request, when its host may be asked, and gives the answer.

    It waits for its turn (`footnotes.audit.ask.throttle`), does not follow redirects, and raises FetchError
    where no answer comes. `form` makes it a POST of a form. `headers` are added to those of every request.
    """

    def __call__(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request."""
