"""One look at a cited URL: what is there, and what a look beside it says."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime

from attrs import frozen

from footnotes.audit.ask.asking import Asker
from footnotes.audit.inspect.fragments import has_fragment
from footnotes.audit.inspect.pages import extract_main_text
from footnotes.audit.inspect.signs import find_signs
from footnotes.audit.inspect.sketches import sketch_text
from footnotes.audit.look.probes import Probes
from footnotes.audit.look.walks import BROWSER_HEADERS, Walk, walk_to
from footnotes.audit.look.ways import find_way_signs
from footnotes.model import CitedLink, LinkCheck, LinkStatus, Sign
from footnotes.text.url_parts import drop_fragment, is_web_url, split_url

_SECOND_LOOK_CODES = frozenset({400, 401, 403, 404, 405, 406, 409, 412, 415, 418, 444, 451, 503, 999})
"""Codes with which sites turn away programs, too: a page is gone only when a browser is told so as well."""

_SECOND_LOOK_FAILURES = frozenset({LinkStatus.RESET, LinkStatus.PROTOCOL, LinkStatus.REDIRECT_LOOP})

_UNTOLD = frozenset(
    {Sign.TITLE_FOUND, Sign.SCRIPT_SHELL, Sign.CHALLENGE, Sign.LOGIN, Sign.NOT_TEXT, Sign.EMPTY}
)
"""Signs beside which a look at a sibling tells nothing more."""


@frozen
class Looker:
    """Looks at URLs, each in one visit with cookies of its own.

    `probes` looks at addresses that cannot exist, too, and is None where that is not wanted. `keeps_text`
    says that the text of pages is sketched, to compare it with captures. `now` gives the time in UTC.
    """

    asker: Asker
    now: Callable[[], datetime]
    probes: Probes | None = None
    keeps_text: bool = True
    max_redirects: int = 10

    def look_at(self, links: Sequence[CitedLink]) -> list[LinkCheck]:
        """What there is at the one address that all of `links` have, fragments apart; a look for each."""
        url = drop_fragment(links[0].url)
        checked = self.now()
        if not is_web_url(url):
            detail = "this address cannot be looked at"
            return [LinkCheck(link.url, LinkStatus.UNSUPPORTED, checked, detail=detail) for link in links]
        first = walk_to(url, self.asker.ask_patiently, max_redirects=self.max_redirects)
        walk = self._look_again(url, first)
        sketch = self._sketch(walk)
        return [
            LinkCheck(
                url=link.url,
                status=walk.status,
                checked=checked,
                code=walk.code,
                final_url=walk.answer.url if walk.answer else None,
                chain=walk.chain,
                seconds=round(first.seconds + (0 if walk is first else walk.seconds), 3),
                digest=_digest(walk),
                title=walk.page.title if walk.page else None,
                media_type=(walk.answer.media_type or None) if walk.answer else None,
                fragment_found=_find_fragment(link.url, walk),
                signs=self._find_signs(link, walk, is_browser=walk is not first),
                sketch=sketch,
                detail=walk.detail,
            )
            for link in links
        ]

    def _look_again(self, url: str, walk: Walk) -> Walk:
        """The look of a browser, where the first may have been turned away for being none."""
        if walk.code not in _SECOND_LOOK_CODES and walk.status not in _SECOND_LOOK_FAILURES:
            return walk
        second = walk_to(url, self.asker.ask, headers=BROWSER_HEADERS, max_redirects=self.max_redirects)
        return second if second.status is LinkStatus.OK else walk

    def _find_signs(self, link: CitedLink, walk: Walk, *, is_browser: bool) -> frozenset[Sign]:
        signs = find_way_signs(drop_fragment(link.url), walk.chain)
        if walk.answer is None or walk.page is None:
            empty = walk.answer is not None and walk.status is LinkStatus.OK
            return signs | ({Sign.EMPTY} if empty else frozenset())
        signs |= find_signs(walk.page, walk.answer, link)
        if is_browser:
            signs |= {Sign.BROWSER_NEEDED}
        if self.probes is not None and walk.status is LinkStatus.OK and not signs & _UNTOLD:
            signs |= self.probes.look_beside(drop_fragment(link.url), walk)
        return signs

    def _sketch(self, walk: Walk) -> tuple[int, ...]:
        if not self.keeps_text or walk.answer is None or walk.page is None or not walk.page.is_html:
            return ()
        return sketch_text(extract_main_text(walk.answer))


def _digest(walk: Walk) -> str | None:
    if walk.answer is None or not walk.answer.body:
        return None
    return f"sha256:{hashlib.sha256(walk.answer.body).hexdigest()}"


def _find_fragment(url: str, walk: Walk) -> bool | None:
    fragment = split_url(url).fragment
    if not fragment or walk.page is None or not walk.page.is_html or walk.status is not LinkStatus.OK:
        return None
    return has_fragment(walk.page, fragment)
