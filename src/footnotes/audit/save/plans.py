"""Which of the audited pages an archive should be asked to keep, and why the others not."""

from collections.abc import Iterable
from datetime import timedelta
from enum import Enum

from attrs import frozen

from footnotes.audit.ask.networks import is_address, is_public_address
from footnotes.model import Archived, ArchivedState, LinkFinding, Verdict
from footnotes.text.url_parts import drop_fragment, find_host, is_web_url, split_url

WINDOW = timedelta(days=90)
"""A copy made this long before or after the access date is near enough, unless told."""

LIVING = frozenset({Verdict.LIVE, Verdict.MOVED})
"""The verdicts that say of a page that it shows what was cited."""

_PRIVATE_SUFFIXES = (
    ".example",
    ".home.arpa",
    ".internal",
    ".invalid",
    ".lan",
    ".local",
    ".localhost",
    ".onion",
    ".test",
)
"""Names that the public name servers do not have (RFC 6761, 6762, 7686, 8375, and use)."""


class LeftBecause(Enum):
    """Why a page is not sent; the words complete "3 pages are left out: "."""

    NOT_LIVING = "not seen alive by the audit"
    HELD = "kept by an archive already, near the access date"
    UNKNOWN = "the archives were not asked, or did not answer"
    NOT_PUBLIC = "at an address that is not public"
    CONFIDENTIAL = "at an address that holds a user's name or password"


@frozen
class PageToSave:
    """An address to send, and the cited URLs that it stands for."""

    address: str
    urls: tuple[str, ...]


@frozen
class LeftPage:
    """A cited URL that is not sent."""

    url: str
    because: LeftBecause


@frozen
class SavePlan:
    """What would be sent, each address once, in the order of citation; and what not."""

    pages: tuple[PageToSave, ...]
    left: tuple[LeftPage, ...]


def plan_saves(
    findings: Iterable[LinkFinding],
    *,
    window: timedelta = WINDOW,
    if_unknown: bool = False,
    allow_private: bool = False,
) -> SavePlan:
    """Choose the living pages that no archive holds within `window` of their access date.

    A page of which the archives did not tell is left out unless `if_unknown`: they may well have it. An
    address in a private network, or one with a password in it, is nobody's business; `allow_private`
    lets the first kind through, for an archive of one's own.
    """
    wanted: dict[str, list[str]] = {}
    left: list[LeftPage] = []
    for finding in findings:
        address = choose_address(finding)
        because = _look_at(finding, window, if_unknown=if_unknown)
        because = because or _look_at_address(address, allow_private=allow_private)
        if because is None:
            wanted.setdefault(address, []).append(finding.link.url)
        else:
            left.append(LeftPage(finding.link.url, because))
    pages = (PageToSave(address, tuple(dict.fromkeys(urls))) for address, urls in wanted.items())
    return SavePlan(tuple(pages), tuple(left))


def choose_address(finding: LinkFinding) -> str:
    """The address to keep: that which was reached if the page has moved, else the cited one.

    A capture of the old address would be one of a redirect, which shows nobody the work. A fragment never
    reaches a server (RFC 3986, 3.5).
    """
    reached = finding.look.final_url if finding.look else None
    moved = finding.verdict is Verdict.MOVED and reached
    return drop_fragment(reached if moved and reached else finding.link.url)


def is_held_near(archived: Archived, window: timedelta) -> bool:
    """Whether there is a copy that shows the work as it was when the author saw it.

    One that is proved to (`representative`) does so at any distance, and where no date is stated any copy
    is as near as another.
    """
    rescue = archived.rescue
    if rescue is None:
        return False
    if rescue.representative or rescue.days_from_access is None:
        return True
    return abs(rescue.days_from_access) <= window.days


def _look_at(finding: LinkFinding, window: timedelta, *, if_unknown: bool) -> LeftBecause | None:
    if finding.verdict not in LIVING or finding.look is None:
        return LeftBecause.NOT_LIVING
    if is_held_near(finding.archived, window):
        return LeftBecause.HELD
    is_told = finding.archived.state in {ArchivedState.FOUND, ArchivedState.NONE}
    return None if is_told or if_unknown else LeftBecause.UNKNOWN


def _look_at_address(address: str, *, allow_private: bool) -> LeftBecause | None:
    if has_password(address):
        return LeftBecause.CONFIDENTIAL
    return None if allow_private or is_public(address) else LeftBecause.NOT_PUBLIC


def has_password(address: str) -> bool:
    """Whether the address names a user (RFC 3986, 3.2.1)."""
    # An address that cannot be divided may hide one anywhere.
    return "@" in (split_url(address).netloc or address)


def is_public(address: str) -> bool:
    """Whether the address is one of the web at large, as far as its letters tell: nothing is resolved."""
    if not is_web_url(address):
        return False
    host = find_host(address).rstrip(".")
    if is_address(host):
        return is_public_address(host)
    # No name ends in a number: "10.0.0.256" is a slip of the pen in an address.
    is_name = "." in host and not host.rpartition(".")[2].isdigit()
    return is_name and not host.endswith(_PRIVATE_SUFFIXES)
