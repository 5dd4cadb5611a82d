"""A way to the archive for the saving of pages, with a User-Agent that says who asks."""

from collections.abc import Iterator
from contextlib import contextmanager

from footnotes.audit.ask.answers import Fetch


@contextmanager
def open_fetch(agent: str, *, allow_private: bool = False) -> Iterator[Fetch]:
    """A function that sends requests one at a time, for as long as the context lasts.

    `allow_private` is for a service in the user's own network.
    """
    from footnotes.audit.ask.session import Session  # noqa: PLC0415 - requests is slow to import

    with Session(agent, connections=1, allow_private=allow_private) as session:
        yield session.send
