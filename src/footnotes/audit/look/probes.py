"""Looking beside a page, at an address that cannot exist: a site that gives the same there says nothing.

The test is that of Bar-Yossef et al., "Sic transit gloria telae" (WWW 2004). One probe does for all pages
of a folder.
"""

import hashlib
import threading
from collections.abc import Callable

from attrs import define, field, frozen

from footnotes.audit.ask.asking import Asker
from footnotes.audit.inspect.siblings import is_same_page, make_sibling
from footnotes.audit.look.walks import Walk, walk_to
from footnotes.model import LinkStatus, Sign
from footnotes.text.url_parts import split_url

_MISSING = {404, 410}

_MOST = 500
"""How many looks are kept: a page may be large, and the pages of a folder are mostly cited together."""


@define
class _Sibling:
    """The look at the sibling of a folder, which the first who needs it takes."""

    lock: threading.Lock = field(factory=threading.Lock)
    walk: Walk | None = None


@frozen
class Probes:
    """The looks beside pages in one audit; `seed` makes the names of the addresses that cannot exist."""

    asker: Asker
    seed: str
    _siblings: dict[str, _Sibling] = field(factory=dict)
    _lock: threading.Lock = field(factory=threading.Lock)

    def look_beside(self, url: str, walk: Walk) -> frozenset[Sign]:
        """What the sibling of `url` says of the page at the end of `walk`; nothing for a root."""
        sibling = make_sibling(url, self.seed)
        if sibling is None or walk.page is None:
            return frozenset()
        other = self._find(_name_folder(url), lambda: walk_to(sibling, self.asker.ask_patiently))
        if other.code in _MISSING:
            return frozenset({Sign.SIBLING_MISSING})
        if other.status is not LinkStatus.OK or other.page is None:
            return frozenset()
        is_same = _ends_at(walk, other) or is_same_page(walk.page, other.page)
        return frozenset({Sign.SAME_AS_SIBLING}) if is_same else frozenset()

    def _find(self, folder: str, take: Callable[[], Walk]) -> Walk:
        with self._lock:
            found = self._siblings.setdefault(folder, _Sibling())
            if len(self._siblings) > _MOST:
                self._siblings.pop(next(iter(self._siblings)))
        with found.lock:
            if found.walk is None:
                found.walk = take()
            return found.walk


def _name_folder(url: str) -> str:
    """What pages that are served alike have in common: host, folder, ending, and the names of the query."""
    parts = split_url(url)
    folder, _, name = parts.path.rpartition("/")
    queries = sorted(pair.partition("=")[0] for pair in parts.query.split("&"))
    ending = name.rpartition(".")[2] if "." in name else ""
    shape = f"{parts.scheme}://{parts.netloc}{folder}/ .{ending}?{queries}"
    return hashlib.sha256(shape.encode("utf-8", "surrogatepass")).hexdigest()


def _ends_at(walk: Walk, other: Walk) -> bool:
    """Whether both were led on to one address: whatever is there, it is there for everything."""
    if not (walk.chain and other.chain):
        return False
    return walk.chain[-1].url == other.chain[-1].url
