"""The registry of archives: whom an audit may ask, by which addresses, and how often."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import SplitResult, urlsplit

from attrs import frozen

from footnotes.errors import ArchiveError
from footnotes.text.url_parts import split_url

_COPIES = 2
"""How many copies are looked at for a URL, as a rule: the one to offer and the one on the other side."""
_MINUTE = 60.0


@frozen
class Budget:
    """How often one part of an archive may be asked.

    `paths` are beginnings of paths on `host`. `pause` is how many seconds to leave the part alone after a
    429 that states no time; `refusal_blocks`, that a refused connection after one means a firewall.
    """

    name: str
    host: str
    paths: tuple[str, ...]
    per_minute: int
    pause: float = 60.0
    refusal_blocks: bool = False


@frozen
class Archive:
    """An archive and its addresses; archives.toml says what each of them means.

    One without `timegate` and `cdx` is not asked, and known for its addresses in papers only. `off` is the
    reason why an archive is not asked unless it is named.
    """

    name: str
    title: str
    also: tuple[str, ...] = ()
    timegate: str | None = None
    timemap: str | None = None
    cdx: str | None = None
    cdx_dialect: str | None = None
    replay: str | None = None
    raw: str | None = None
    api: str | None = None
    hosts: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    identifier: str | None = None
    query: str | None = None
    budgets: tuple[Budget, ...] = ()
    is_default: bool = False
    off: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether it has an address to ask at."""
        return bool(self.timegate or self.cdx)


@cache
def load_archives() -> tuple[Archive, ...]:
    """All archives of the registry, in its order: earlier ones are asked first."""
    text = files("footnotes.audit.rescue").joinpath("archives.toml").read_text(encoding="utf-8")
    return tuple(_read_archive(table) for table in tomllib.loads(text)["archive"])


def _read_archive(table: dict[str, Any]) -> Archive:
    budgets = tuple(_read_budget(table["name"], one) for one in table.get("budgets", ()))
    words = {name: value for name, value in table.items() if isinstance(value, str)}
    return Archive(
        **words,
        also=tuple(table.get("also", ())),
        hosts=tuple(table["hosts"]),
        prefixes=tuple(table.get("prefixes", ())),
        budgets=budgets,
        is_default=table.get("default", False),
    )


def _read_budget(archive: str, table: dict[str, Any]) -> Budget:
    name, paths = f"{archive} {table['name']}", tuple(table["paths"])
    return Budget(**table | {"name": name, "paths": paths})


def choose_archives(names_or_urls: Iterable[str] = ()) -> tuple[Archive, ...]:
    """The archives that the user names, each once, or those of the registry that are on by default.

    The host of an archive is a name for it, and some have other names. A URL is the root of a collection as
    pywb serves it: `http://127.0.0.1:8765/papers/`. Raises ArchiveError for a name that is not known, and
    for an archive that takes no questions.
    """
    chosen = [_choose_archive(word) for word in names_or_urls]
    if not chosen:
        return tuple(archive for archive in load_archives() if archive.is_default)
    return tuple({archive.name: archive for archive in chosen}.values())


def _choose_archive(word: str) -> Archive:
    split = _split_root(word)
    if split:
        return _make_collection(split)
    asked = [archive for archive in load_archives() if archive.is_asked]
    known = {name: archive for archive in asked for name in (archive.name, *archive.also, *archive.hosts)}
    name = word.strip().lower()
    if name not in known:
        nearest = known[get_close_matches(name, known, n=1, cutoff=0.0)[0]].name
        names = ", ".join(archive.name for archive in asked)
        raise ArchiveError(
            f"No archive is called “{word}”; the nearest is {nearest}. There are {names}. "
            "The URL of a collection will do as well."
        )
    return known[name]


def _split_root(word: str) -> SplitResult | None:
    if "://" not in word:
        return None
    try:
        split = urlsplit(word.strip())
        usable = split.scheme in {"http", "https"} and split.hostname and split.port != 0
    except ValueError:
        usable = None
    if not usable or split.query or split.fragment:
        raise ArchiveError(f"“{word}” is not the URL of a collection of archived pages.")
    return split


def _make_collection(split: SplitResult) -> Archive:
    """The archive at the root `split`; its host keeps the limits of any host."""
    path = f"{split.path.rstrip('/')}/"
    root = f"{split.scheme}://{split.netloc}{path}"
    name = f"{split.netloc}{path}".rstrip("/")
    return Archive(
        name=name,
        title=name,
        timegate=root,
        timemap=f"{root}timemap/link/",
        cdx=f"{root}cdx",
        cdx_dialect="pywb",
        replay=root,
        raw="id_",
        hosts=(split.netloc.lower(),),
        prefixes=(re.escape(path),),
    )


def find_budget(url: str, archives: Sequence[Archive]) -> Budget | None:
    """The budget that a request for `url` is taken from, or None if none of `archives` limits it.

    Of several for one host it is the one with the longest path: the index of the Internet Archive may be
    asked far less often than its copies.
    """
    split = split_url(url)
    matches = [
        (len(path), budget)
        for archive in archives
        for budget in archive.budgets
        for path in budget.paths
        if budget.host == split.hostname and (split.path or "/").startswith(path)
    ]
    return max(matches, key=lambda match: match[0])[1] if matches else None


def count_requests(archives: Sequence[Archive]) -> dict[Budget, int]:
    """How many requests from each budget the copies of one URL cost, as a rule."""
    counts: dict[Budget, int] = {}
    for archive in archives:
        for url in _list_requests(archive):
            budget = find_budget(url, archives)
            if budget:
                counts[budget] = counts.get(budget, 0) + 1
    return counts


def _list_requests(archive: Archive) -> list[str]:
    index = [archive.cdx] if archive.cdx else [archive.timegate, archive.timemap]
    return [url for url in (*index, *[archive.replay] * _COPIES) if url]
