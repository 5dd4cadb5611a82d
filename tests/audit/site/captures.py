"""What archives hold of the kinds that need one."""

from collections.abc import Iterator

from audit.archive.warcs import Capture
from audit.site import pages
from audit.site.kinds import find_kind

_BEFORE, _AFTER = "2015-02-20T10:00:00", "2015-03-05T10:00:00"
"""Ten days before the access dates of the table, and three days after."""


def list_captures() -> Iterator[Capture]:
    """The captures of all kinds that need an archive."""
    for name in ("unchanged", "not-found-but-archived"):
        yield _capture(name, _BEFORE, _make_work(name))
    yield _capture("drifted", _BEFORE, _make_work("drifted", text="what the ministry said then"))
    missing = pages.make_notice("Not Found", "The requested URL was not found on this server.")
    for name in ("archived-not-found", "not-found-but-archived"):
        yield _capture(name, _AFTER, missing, 404)


def _capture(name: str, day: str, body: bytes, code: int = 200) -> Capture:
    return Capture(find_kind(name).spell_url({}), day, body, code)


def _make_work(name: str, text: str | None = None) -> bytes:
    kind = find_kind(name)
    aside = "<h3>Announcements</h3><p>The reading room has new opening hours.</p>"
    return pages.make_article(kind.title or "", kind.authors, text=text, aside=aside)
