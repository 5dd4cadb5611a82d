"""The hosts of the site: which page each gives at which path, and what it says to all others."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from attrs import frozen
from audit.site import pages
from audit.site.kinds import Kind
from audit.site.messages import Answerer, Reply, Request, Wire

OTHERS = {
    "press": "127.0.0.201",
    "casino": "127.0.0.202",
    "merged": "127.0.0.203",
    "archive": "127.0.0.206",
}
"""Hosts that are not cited themselves: redirects lead there."""


def miss(_: Request) -> Reply:
    """What a proper site says of a page that it does not have."""
    return Reply(404, pages.make_notice("Not Found", "The requested URL was not found on this server."))


def greet(_: Request) -> Reply:
    """The front page."""
    return Reply(200, pages.make_home())


@frozen
class Host:
    """One host: its pages by path, and what it says to all other requests."""

    pages: Mapping[str, Answerer]
    otherwise: Answerer = miss

    def answer(self, request: Request) -> Reply | Wire:
        """What this host says to a request."""
        return self.pages.get(request.path, self.otherwise)(request)


MakeHost: TypeAlias = Callable[[Kind], Host]


def give(reply: Reply | Wire) -> Answerer:
    """An answerer that always says the same."""
    return lambda _: reply


def redirect(target: str, code: int = 302, *, fields: tuple[tuple[str, str], ...] = ()) -> Reply:
    """A redirect to `target`, absolute or not."""
    return Reply(code, pages.make_notice("Redirecting", "Redirecting."), (("Location", target), *fields))


def make_work(kind: Kind, **settings: str) -> Reply:
    """The page of the cited work."""
    return Reply(200, pages.make_article(kind.title or "Statement", kind.authors, **settings))


def place(kind: Kind, answer: Answerer | Reply, otherwise: Answerer = miss) -> Host:
    """A host that gives one answer at the cited path, and has a front page."""
    return Host({"/": greet, kind.place: give(answer) if isinstance(answer, Reply) else answer}, otherwise)


def spread(answer: Answerer | Reply) -> Host:
    """A host that gives one answer at every path, the root included."""
    return Host({}, give(answer) if isinstance(answer, Reply) else answer)


def find_beside(request: Request, address: str, path: str) -> str:
    """The URL of a path at another address of the site, with the port that the request came to."""
    _, colon, port = request.headers.get("host", "").partition(":")
    return f"{request.scheme}://{address}{colon}{port}{path}"
