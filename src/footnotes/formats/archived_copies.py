r"""The archived copy of a page in the words of `addendum` and `note`, and read from them again.

No standard field of a .bib file holds it: biber warns of those that are not in its data model, and classic
styles print none. So it is a remark that every style prints, the last of its field:

    Archived 7 January 2023 at \url{https://web.archive.org/web/...}; URL status: dead

In a work it is part of `extra`, under the names that CSL-JSON's `custom` has for it.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import quote

from footnotes.formats.bib.latex import escape_text
from footnotes.formats.spelled_dates import read_spelled_date, spell_date
from footnotes.model import Date, PartialDate

ARCHIVE_URL, ARCHIVE_DATE, URL_STATUS = NAMES = ("archive_url", "archive_date", "url_status")

STATUSES = ("live", "dead", "deviated", "unfit", "usurped")
"""What is known of the original (Template:Cite web, url-status)."""

_URL_SIGNS = "%/:?#[]@!$&'()*+,;=-._~"
"""What stands in a URI besides letters and digits (RFC 3986, 2); the rest is percent-encoded."""
_PLAIN_URL = re.compile(r"[A-Za-z0-9/:?@!()*+,;=._~&-]+")
r"""A URL that `\url` prints in an argument of another macro too; `%` and `#` it would not."""

_STATUS = rf"URL status: (?P<status>{'|'.join(STATUSES)})"
_COPY = r"Archived (?:(?P<date>\d\d? [A-Z][a-z]+ \d{4}) )?at (?P<url>[a-z]+://\S+?)"
_REMARK = re.compile(
    rf"(?:^|; |(?<=[.!?]) )(?:{_COPY}(?:; {_STATUS})?|{_STATUS.replace('status>', 'only>')})$"
)


def split_copy(text: str) -> tuple[str, dict[str, str]]:
    """The words before the remark about the archived copy, and what it says; dates in ISO 8601.

    `text` is the field decoded. Without such a remark it comes back whole, with nothing.
    """
    match = _REMARK.search(text)
    if match is None:
        return text, {}
    spelled = read_spelled_date(match["date"]) if match["date"] else None
    if match["date"] and (spelled is None or (day := _to_iso(spelled)) is None):
        return text, {}
    told = {
        ARCHIVE_URL: match["url"],
        ARCHIVE_DATE: day if match["date"] else None,
        URL_STATUS: match["status"] or match["only"],
    }
    return text[: match.start()], {name: value for name, value in told.items() if value}


def can_remark(told: Mapping[str, str]) -> bool:
    """Whether `split_copy` would give these back from the words of `write_copy`."""
    if not told or (ARCHIVE_DATE in told and ARCHIVE_URL not in told):
        return False
    return split_copy(_spell_copy(told, told.get(ARCHIVE_URL, "")))[1] == dict(told)


def write_copy(told: Mapping[str, str], dialect: str) -> str:
    """The remark, as TeX; `can_remark` must hold."""
    return _spell_copy(told, _write_url(told.get(ARCHIVE_URL, ""), dialect))


def take_copies(extra: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What the extra of a work says of its archived copy, if a remark can say it; else nothing."""
    pairs = [(name, value) for name, value in extra if name in NAMES]
    told = {name: dict(pairs)[name] for name in NAMES if name in dict(pairs)}
    return told if len(pairs) == len(told) and can_remark(told) else {}


def write_archive_url(url: str) -> str:
    """The URL as a URI: what no URI holds is percent-encoded (RFC 3987, 3.1)."""
    return quote(url, safe=_URL_SIGNS)


def _spell_copy(told: Mapping[str, str], url: str) -> str:
    pieces = []
    if url:
        day = _spell_day(told.get(ARCHIVE_DATE, ""))
        pieces.append(f"Archived {day} at {url}" if day else f"Archived at {url}")
    if status := told.get(URL_STATUS):
        pieces.append(f"URL status: {status}")
    return "; ".join(pieces)


def _write_url(url: str, dialect: str) -> str:
    return rf"\url{{{url}}}" if _PLAIN_URL.fullmatch(url) else escape_text(url, dialect)


def _spell_day(iso: str) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ""
    return spell_date(Date(PartialDate(day.year, day.month, day.day)))


def _to_iso(spelled: Date) -> str | None:
    start = spelled.start
    if start.month is None or start.day is None:
        return None
    try:
        return date(start.year, start.month, start.day).isoformat()
    except ValueError:
        return None
