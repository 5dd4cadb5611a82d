"""Mentions of one URL -> one link that knows what all of them say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from attrs import define, field

from footnotes.audit.plan.cited_urls import normalize_url
from footnotes.audit.plan.mentions import Mention
from footnotes.model import AnyDate, CitedLink, Date, Name, Reference

T = TypeVar("T")


@define
class _Draft:
    """A link to be, which grows with its mentions."""

    copy: str | None = None
    mentions: list[Mention] = field(factory=list)

    def takes(self, mention: Mention) -> bool:
        """Whether `mention` cites no other copy: that is a link of its own, so that it is looked at too."""
        copies = {normalize_url(copy) for copy in (self.copy, mention.copy) if copy}
        return len(copies) <= 1

    def add(self, mention: Mention) -> None:
        self.copy = self.copy or mention.copy
        self.mentions.append(mention)


def join_mentions(mentions: Iterable[Mention]) -> tuple[CitedLink, ...]:
    """A link for each URL that is mentioned, in the order in which they are first; as printed first.

    Where several state a date, the first that does so decides: the words of the first cite come first.
    """
    drafts: list[_Draft] = []
    by_url: defaultdict[str, list[_Draft]] = defaultdict(list)
    for mention in mentions:
        same_url = by_url[normalize_url(mention.url)]
        draft = next((draft for draft in same_url if draft.takes(mention)), None)
        if draft is None:
            draft = _Draft()
            drafts.append(draft)
            same_url.append(draft)
        draft.add(mention)
    return tuple(_write_link(draft) for draft in drafts)


def _write_link(draft: _Draft) -> CitedLink:
    works = [work for mention in draft.mentions for work in mention.works]
    return CitedLink(
        url=draft.mentions[0].url,
        cited_by=_keep_first(mention.cited_by for mention in draft.mentions if mention.cited_by),
        published=_find_date(work.issued for work in works),
        accessed=_find_date(work.accessed for work in works),
        titles=_keep_first(title for work in works for title in (work.title, work.title_short) if title),
        authors=_keep_first(name for work in works for name in _list_authors(work)),
        container=next((work.container_title for work in works if work.container_title), None),
        cited_copy=draft.copy,
    )


def _keep_first(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _find_date(dates: Iterable[AnyDate | None]) -> Date | None:
    return next((date for date in dates if isinstance(date, Date)), None)


def _list_authors(work: Reference) -> Iterator[str]:
    """Family names, and the whole of names that have none."""
    for name in work.creators:
        yield name.family if isinstance(name, Name) else name.literal
