"""Following redirects to the end, as a browser would, and showing the way."""

import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin

from attrs import field, frozen

from footnotes.audit.ask.answers import Answer, BodyEnd, FetchError
from footnotes.audit.ask.session import list_cookies, start_visit
from footnotes.audit.inspect.pages import Page, read_page
from footnotes.model import Hop, LinkStatus
from footnotes.text.url_parts import drop_fragment, is_web_url

BROWSER_HEADERS = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
    "Upgrade-Insecure-Requests": "1",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "none",
    "Sec-Fetch-User": "?1",
}
"""What a browser sends; some sites answer nobody else."""

_OK = range(200, 300)


@frozen
class Walk:
    """The end of a way: its status, the answer and page there, and the steps that led to it."""

    status: LinkStatus
    chain: tuple[Hop, ...] = ()
    answer: Answer | None = None
    page: Page | None = None
    detail: str = ""
    seconds: float = 0.0

    @property
    def code(self) -> int | None:
        """The code of the last answer, or None if none came."""
        return self.answer.code if self.answer else None


Ask = Callable[..., Answer]
"""`Asker.ask` or `Asker.ask_patiently`."""


@frozen
class _Walker:
    """What stays the same along one way: who asks and how, and the cookies collected."""

    ask: Ask
    headers: Mapping[str, str]
    max_redirects: int
    cookies: Any = field(factory=start_visit)

    def follow(self, url: str, chain: list[Hop]) -> Walk:
        """Go on from `url` until an answer leads no further; `chain` is filled on the way."""
        seen = set()
        while True:
            # The same address with other cookies is progress: a cookie wall sends back to where one was.
            state = (drop_fragment(url), list_cookies(self.cookies))
            if state in seen:
                return Walk(LinkStatus.REDIRECT_LOOP, detail=f"the redirects come back to {url}")
            seen.add(state)
            if len(chain) > self.max_redirects:
                return Walk(
                    LinkStatus.TOO_MANY_REDIRECTS, detail=f"more than {self.max_redirects} redirects"
                )
            if not is_web_url(url):
                return Walk(
                    LinkStatus.PROTOCOL, detail=f"it leads to an address that is no web page: {url}"
                )
            answer = self.ask(url, headers=self.headers, cookies=self.cookies)
            page = read_page(answer) if answer.body and not answer.location else None
            step = _find_step(answer, page)
            if step is None:
                return Walk(find_status(answer), answer=answer, page=page)
            chain.append(step)
            url = step.url


def walk_to(
    url: str, ask: Ask, *, headers: Mapping[str, str] | None = None, max_redirects: int = 10
) -> Walk:
    """Ask for `url` and follow redirects and meta refreshes to the end, with cookies.

    A loop is an address asked for twice with the same cookies. Never raises FetchError: a failure is the
    status of the walk.
    """
    started = time.monotonic()
    chain: list[Hop] = []
    try:
        end = _Walker(ask, headers or {}, max_redirects).follow(url, chain)
    except FetchError as failure:
        # What was cited could be asked for; that the last step leads to no address is the site's fault.
        is_led_astray = failure.status is LinkStatus.UNSUPPORTED and chain
        end = Walk(LinkStatus.PROTOCOL if is_led_astray else failure.status, detail=str(failure))
    return Walk(end.status, tuple(chain), end.answer, end.page, end.detail, time.monotonic() - started)


def find_status(answer: Answer) -> LinkStatus:
    """What an answer that leads no further says of the look."""
    if answer.code not in _OK:
        return LinkStatus.HTTP_ERROR
    return _ENDS[answer.ended]


_ENDS = {
    BodyEnd.WHOLE: LinkStatus.OK,
    BodyEnd.TOO_LARGE: LinkStatus.TOO_LARGE,
    BodyEnd.TOO_SLOW: LinkStatus.TIMEOUT,
    BodyEnd.BROKEN: LinkStatus.UNDECODABLE,
}


def _find_step(answer: Answer, page: Page | None) -> Hop | None:
    """Where an answer leads on to: by its header, or by a refresh in the page that is not to itself."""
    if answer.location:
        return Hop(str(answer.code), answer.location)
    if page is None or page.refresh is None or answer.code not in _OK:
        return None
    target = urljoin(answer.url, page.refresh)
    if drop_fragment(target) == drop_fragment(answer.url):
        return None
    return Hop("refresh", target)
