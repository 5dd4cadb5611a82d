"""The two ways in which archives write times: fourteen digits, and the dates of HTTP."""

import re
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

_DIGITS = re.compile(r"\d{14}")
_PARTS = (4, 2, 2, 2, 2, 2)
_DAY = 8
"""With fewer digits a time names no day."""


def write_timestamp(moment: datetime) -> str:
    """`moment` as archives write it in addresses: YYYYMMDDhhmmss, in UTC."""
    return f"{moment.astimezone(UTC):%Y%m%d%H%M%S}".rjust(14, "0")


def read_timestamp(digits: str) -> datetime | None:
    """The moment that 14 digits mean, or None if they are none."""
    return read_partial(digits) if _DIGITS.fullmatch(digits) else None


def read_partial(digits: str) -> datetime | None:
    """The first moment of what 8 to 14 digits mean; None where no day is named, or none that exists.

    An odd digit at the end is left out of account.
    """
    if not digits.isascii() or not digits.isdigit() or not _DAY <= len(digits) <= sum(_PARTS):
        return None
    values, start = [], 0
    for length in _PARTS:
        part = digits[start : start + length]
        if len(part) == length:
            values.append(int(part))
        start += length
    try:
        return datetime(*values, tzinfo=UTC)  # type: ignore[arg-type, misc]  # at most six numbers, then the zone
    except ValueError:
        return None


def write_http_date(moment: datetime) -> str:
    """`moment` as an IMF-fixdate, always in GMT (RFC 9110, 5.6.7; RFC 7089, 2.1.1)."""
    return format_datetime(moment.astimezone(UTC).replace(microsecond=0), usegmt=True)


def read_http_date(text: str | None) -> datetime | None:
    """The moment that a date of HTTP means (UTC), or None if it is none."""
    if not text:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def read_iso_date(text: str) -> datetime | None:
    """The moment of an ISO 8601 date, as the JSON of archives has it (UTC), or None if it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
