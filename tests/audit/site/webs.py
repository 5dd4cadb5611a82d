"""What a server serves: all the kinds, or many plain pages that come after a while."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from attrs import define, field
from audit.site import pages
from audit.site.hosts import OTHERS, Host, give, greet, miss, spread
from audit.site.kinds import find_kind, load_kinds
from audit.site.living import LIVING
from audit.site.lost import LOST
from audit.site.messages import Reply, Request, Wire


class Web(Protocol):
    """Hosts at addresses."""

    late: float

    @property
    def addresses(self) -> Sequence[str]:
        """Where its hosts live."""

    def answer(self, request: Request) -> Reply | Wire:
        """What the host at the request's address says."""

    def reset(self) -> None:
        """Forget all that was asked."""


@define
class KindsWeb:
    """The hosts of kinds.toml and those that they lead to."""

    late: float
    _hosts: Mapping[str, Host] = field(factory=lambda: make_hosts())  # noqa: PLW0108 - defined below

    @property
    def addresses(self) -> Sequence[str]:
        """All addresses that a host lives at."""
        return sorted(self._hosts)

    def answer(self, request: Request) -> Reply | Wire:
        """What the host at the request's address says."""
        return self._hosts[request.address].answer(request)

    def reset(self) -> None:
        """Build all hosts anew."""
        self._hosts = make_hosts()


@define
class PlainWeb:
    """Hosts that give a small page at every path, `late` seconds after it was asked for."""

    late: float
    addresses: Sequence[str]

    def answer(self, request: Request) -> Reply | Wire:
        """A page whose title tells the path."""
        words = (
            f"<p>The page at {request.path} is a page like any other, and here for all who ask for it.</p>"
        )
        return Reply(200, pages.make_page(f"Page {request.path}", words), delay=self.late)

    def reset(self) -> None:
        """There is nothing to forget."""


def make_hosts() -> dict[str, Host]:
    """All hosts by address."""
    makers = {**LIVING, **LOST}
    made = {
        kind.address: makers[kind.name](kind)
        for kind in load_kinds()
        if kind.address and kind.name in makers
    }
    return {**made, **_make_others()}


def _make_others() -> dict[str, Host]:
    silted, doi, copy = (find_kind(name) for name in ("moved-host", "doi", "archived-url"))
    press = {
        "/": greet,
        "/collections/silting": give(_make_page(silted.title, silted.authors)),
        "/journals/levant/2009/417": give(_make_page(doi.title, doi.authors)),
    }
    captured = _make_page(copy.title, fields=(("Memento-Datetime", "Mon, 02 Mar 2015 10:00:00 GMT"),))
    place = (copy.cited_copy or "").removeprefix("https://web.archive.org")
    raw = place.replace("/http", "id_/http", 1)
    return {
        OTHERS["press"]: Host(press),
        OTHERS["casino"]: spread(Reply(200, pages.make_casino())),
        OTHERS["merged"]: Host({"/": give(Reply(200, pages.make_home("Meridian Media Group")))}),
        OTHERS["archive"]: Host({place: give(captured), raw: give(captured)}, miss),
    }


def _make_page(
    title: str | None, authors: Sequence[str] = (), fields: tuple[tuple[str, str], ...] = ()
) -> Reply:
    return Reply(200, pages.make_article(title or "", authors, site="Collected Papers"), fields)
