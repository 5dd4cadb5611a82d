"""How long an audit will take, as is told before it starts."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from footnotes.audit.plan.cited_urls import fetch_key
from footnotes.audit.plan.plans import Plan
from footnotes.text.url_parts import find_host, is_web_url

_MINUTE = 60


@frozen
class LookUps:
    """What one archive is asked: `per_url` requests for each URL, of which it allows `per_minute`."""

    archive: str
    per_url: float
    per_minute: float


@frozen
class Estimate:
    """How much there is to do, and how long the limits alone make it, in seconds.

    `urls` are pages to be asked for, `looked_up` URLs that archives are asked for, `left_out` links that
    are not asked for at all. Pages and archives are asked at the same time.
    """

    urls: int
    hosts: int
    looked_up: int
    left_out: int
    look_seconds: float
    archive_seconds: float

    @property
    def seconds(self) -> float:
        """How long all of it takes at the least."""
        return max(self.look_seconds, self.archive_seconds)


def estimate_audit(
    plan: Plan,
    *,
    host_interval: float,
    archives: Sequence[LookUps] = (),
    connections: int = 64,
    seconds_per_look: float = 1.0,
) -> Estimate:
    """The least that an audit of `plan` takes.

    Requests at one host start `host_interval` seconds apart, so the host with most pages decides, or the
    number of pages over that of `connections`, where a look takes `seconds_per_look`.
    """
    hosts = count_hosts(plan)
    pages, most = sum(hosts.values()), max(hosts.values(), default=0)
    originals = len({fetch_key(link.url) for link in plan.links if _is_asked_for(plan, link.url)})
    by_host = (most - 1) * host_interval + seconds_per_look if pages else 0.0
    return Estimate(
        urls=pages,
        hosts=len(hosts),
        looked_up=originals if archives else 0,
        left_out=sum(not _is_asked_for(plan, link.url) for link in plan.links),
        look_seconds=max(by_host, pages * seconds_per_look / connections),
        archive_seconds=max(
            (originals * one.per_url * _MINUTE / one.per_minute for one in archives), default=0.0
        ),
    )


def count_hosts(plan: Plan) -> dict[str, int]:
    """How many pages each host is asked for, those of cited copies included; most first."""
    pages = {
        fetch_key(url)
        for link in plan.links
        if link.url not in plan.excluded
        for url in (link.url, link.cited_copy)
        if url and _find_asked_host(url)
    }
    return dict(Counter(filter(None, map(_find_asked_host, sorted(pages)))).most_common())


def _is_asked_for(plan: Plan, url: str) -> bool:
    return url not in plan.excluded and _find_asked_host(url) is not None


def _find_asked_host(url: str) -> str | None:
    """The host that is asked for `url`; None where none is."""
    return find_host(url) if is_web_url(url) else None
