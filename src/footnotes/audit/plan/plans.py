"""Papers, libraries and lists of URLs -> the links to look at, each once, in the order of citation."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve, frozen

from footnotes.audit.plan.cited_urls import complete_url
from footnotes.audit.plan.joining import join_mentions
from footnotes.audit.plan.mentions import Mention, Source, list_mentions
from footnotes.audit.rescue.archived_urls import unwrap_url
from footnotes.model import CitedLink

Unwrap = Callable[[str], str | None]
"""Gives the original of an archived copy, "" if the copy does not name it, and None of what is no copy."""


@frozen
class Plan:
    """What an audit looks at: the links in the order of citation, and where they come from.

    `excluded` holds the URLs of the links that the user asked to leave out; they stay in the report.
    """

    links: tuple[CitedLink, ...]
    source: str
    excluded: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[CitedLink]:
        return iter(self.links)

    def __len__(self) -> int:
        return len(self.links)


def plan_audit(
    sources: Iterable[Source],
    source: str,
    *,
    include: Sequence[re.Pattern[str]] = (),
    exclude: Sequence[re.Pattern[str]] = (),
    unwrap: Unwrap | None = None,
) -> Plan:
    """The plan of an audit of papers, libraries and lists of URLs; `source` is their name in reports.

    URLs that differ in writing only are one link; with different fragments they are two: one page, but two
    places to find on it. What several works say of one URL is joined. Of an archived copy that is cited the
    original is the link and the copy its `cited_copy`; a copy that does not name its original, as those of
    perma.cc, is both. `include` and `exclude` are searched for in the URLs as lychee does it: what is
    included is never excluded, and with `include` alone everything else is.
    """
    unwrap_copy = unwrap or unwrap_original
    mentions = (open_mention(one, unwrap_copy) for each in sources for one in list_mentions(each))
    links = join_mentions(mentions)
    excluded = (link.url for link in links if _is_excluded(link, include, exclude))
    return Plan(links, source, frozenset(excluded))


def read_url_list(text: str) -> tuple[str, ...]:
    """The URLs of a plain list: one a line; blank lines and those that start with # are none."""
    lines = (line.strip() for line in text.removeprefix("\ufeff").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def unwrap_original(url: str) -> str | None:
    """The original of an archived copy as its address names it (`Unwrap`)."""
    found = unwrap_url(url)
    return None if found is None else found.original or ""


def open_mention(mention: Mention, unwrap: Unwrap) -> Mention:
    """The mention with the original as its URL, where an archived copy is what is cited."""
    original = unwrap(mention.url)
    if original is None:
        return mention
    return evolve(mention, url=complete_url(original) if original else mention.url, copy=mention.url)


def _is_excluded(
    link: CitedLink, include: Sequence[re.Pattern[str]], exclude: Sequence[re.Pattern[str]]
) -> bool:
    addresses = [url for url in (link.url, link.cited_copy) if url]

    def fits(patterns: Sequence[re.Pattern[str]]) -> bool:
        return any(pattern.search(url) for pattern in patterns for url in addresses)

    return not fits(include) and (fits(exclude) if exclude else bool(include))
