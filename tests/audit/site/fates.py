"""What has become of the pages of a library, in the demonstration: their hosts and captures."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from attrs import frozen
from audit.archive.warcs import Capture, write_warc
from audit.site import pages
from audit.site.hosts import Host
from audit.site.kinds import Kind
from audit.site.living import LIVING
from audit.site.lost import LOST

from footnotes.model import Library, LiteralName, Name, Reference

TABLE = Path(__file__).with_name("fates.toml")
VANISHED = "vanished"
"""The fate of hosts that are no more: nobody answers for them."""


@frozen
class Fate:
    """One row of fates.toml, which explains its columns."""

    of: str
    kind: str
    captures: tuple[tuple[str, str], ...]


@frozen
class Cited:
    """A cited page with its fate; `site` is the name of the site it was on."""

    url: str
    site: str
    kind: Kind
    fate: Fate


def list_cited(library: Library) -> list[Cited]:
    """All pages that a library cites, each with its fate."""
    return [_cite(reference, reference.url) for reference in library.references if reference.url]


def make_hosts(library: Library) -> dict[str, Host]:
    """The hosts of all cited pages by name, but for those that have vanished."""
    makers, hosts = {**LIVING, **LOST}, dict[str, Host]()
    for cited in list_cited(library):
        if cited.fate.kind == VANISHED:
            continue
        name = urlsplit(cited.url).hostname or ""
        made = makers[cited.fate.kind](cited.kind)
        known = hosts.get(name)
        hosts[name] = Host({**known.pages, **made.pages}, known.otherwise) if known else made
    return hosts


def name_sites(library: Library) -> dict[str, str]:
    """What the site at each host calls itself."""
    return {urlsplit(cited.url).hostname or "": cited.site for cited in list_cited(library)}


def list_demo_captures(library: Library) -> Iterator[Capture]:
    """The captures of all cited pages: what `audit.archive` serves."""
    for cited in list_cited(library):
        for day, content in cited.fate.captures:
            yield _capture(cited, day, content)


def write_demo_warcs(library: Library, folder: Path) -> Path:
    """Write the captures of all cited pages to a WARC file in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "demo.warc.gz"
    write_warc(target, list_demo_captures(library))
    return target


@cache
def _load_fates() -> tuple[Fate, ...]:
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["fate"]
    return tuple(
        Fate(row["of"], row["kind"], tuple(tuple(item.split(" ", 1)) for item in row["captures"]))
        for row in rows
    )


def _find_fate(url: str) -> Fate:
    """The longest row that the address begins with."""
    place = url.partition("://")[2]
    return max((fate for fate in _load_fates() if place.startswith(fate.of)), key=lambda fate: len(fate.of))


def _cite(reference: Reference, url: str) -> Cited:
    fate = _find_fate(url)
    names = tuple(
        name.literal if isinstance(name, LiteralName) else _spell(name) for name in reference.author
    )
    kind = Kind(
        fate.kind,
        (),
        (),
        "",
        path=urlsplit(url).path,
        title=reference.title or reference.title_short,
        authors=names,
    )
    return Cited(url, reference.container_title or reference.publisher or "", kind, fate)


def _spell(name: Name) -> str:
    return f"{name.given or ''} {name.family}".strip()


def _capture(cited: Cited, day: str, content: str) -> Capture:
    title, authors = cited.kind.title or "", cited.kind.authors
    if content == "missing":
        return Capture(cited.url, day, pages.make_notice("404 Not Found", "There is no such page."), 404)
    if content == "work" and cited.kind.place.endswith(".pdf"):
        return Capture(cited.url, day, pages.make_pdf(), 200, {"Content-Type": "application/pdf"})
    bodies = {
        "work": pages.make_article(title, authors, site=cited.site),
        "other": pages.make_article(title, authors, site=cited.site, text="another matter"),
        "soft": pages.make_notice("Page not found", "The page was not found.", site=cited.site),
        "login": pages.make_login(cited.site),
    }
    return Capture(cited.url, day, bodies[content])
