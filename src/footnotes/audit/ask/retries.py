"""When to ask once more, and how long to wait before: the rules of urllib3's Retry, the waiting our own.

The waiting is the throttle's, since a host that asks for patience asks it for all requests, not for one.
"""

import random

from attrs import frozen
from urllib3 import Retry
from urllib3.exceptions import InvalidHeader

from footnotes.audit.ask.answers import Answer, Headers
from footnotes.model import LinkStatus

_TRANSIENT_CODES = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Codes that a later request may not meet (RFC 9110; 520 to 524 are Cloudflare's)."""

_TRANSIENT_FAILURES = frozenset(
    {
        LinkStatus.DNS_UNAVAILABLE,
        LinkStatus.REFUSED,
        LinkStatus.RESET,
        LinkStatus.TIMEOUT,
        LinkStatus.PROTOCOL,
        LinkStatus.UNREACHABLE,
    }
)


@frozen
class Patience:
    """How often a request is repeated, and how long it is waited for.

    `wait` seconds before the first repetition, twice as long before each further one, up to `longest`; a
    Retry-After up to `longest_asked` seconds is obeyed, and one beyond ends the asking.
    """

    retries: int = 2
    wait: float = 1.0
    longest: float = 30.0
    longest_asked: float = 120.0

    def plan_wait(self, attempt: int) -> float:
        """The seconds before the repetition number `attempt`, from 1, with some jitter."""
        planned: float = min(self.longest, self.wait * 2 ** (attempt - 1))
        # Workers that failed together should not come back together.
        return planned * random.uniform(0.75, 1.25)  # noqa: S311 - no secret hangs on it


def is_transient(answer: Answer | LinkStatus) -> bool:
    """Whether asking once more may give something else."""
    if isinstance(answer, Answer):
        return answer.code in _TRANSIENT_CODES
    return answer in _TRANSIENT_FAILURES


def read_wait(headers: Headers) -> float | None:
    """The seconds that an answer asks to wait, or None if it asks for nothing or cannot be understood.

    Retry-After in seconds or as a date (RFC 9110 10.2.3), else RateLimit-Reset where nothing remains.
    """
    asked = headers.get("retry-after")
    if asked is None and headers.get("ratelimit-remaining", headers.get("x-ratelimit-remaining")) == "0":
        asked = headers.get("ratelimit-reset")
    if asked is None:
        return None
    try:
        return max(0.0, Retry(0).parse_retry_after(asked.strip()))
    except (InvalidHeader, OverflowError, ValueError):
        return None
