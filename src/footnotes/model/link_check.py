"""One look at a URL: what the network said, without a judgement."""

from datetime import datetime
from enum import Enum

from attrs import frozen


class LinkStatus(Enum):
    """How one look at a URL ended."""

    OK = "ok"
    """An answer of the 200s, read to its end."""
    HTTP_ERROR = "http-error"
    """An answer whose code says that the page is not given."""
    TOO_LARGE = "too-large"
    """An answer of the 200s, of which the first part was read."""
    UNDECODABLE = "undecodable"
    """An answer whose body is not what its headers say, a broken gzip for one."""
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    DNS = "dns"
    """The name of the host does not exist."""
    DNS_UNAVAILABLE = "dns-unavailable"
    """The name servers did not answer: that says nothing of the host."""
    REFUSED = "refused"
    RESET = "reset"
    TIMEOUT = "timeout"
    """No answer in time, or one that never ends."""
    TLS = "tls"
    """The certificate is not valid for the host, or the two found no common protocol."""
    PROTOCOL = "protocol"
    """What came back is not HTTP."""
    UNREACHABLE = "unreachable"
    """No way to the host, or it could not be asked for another cause."""
    PRIVATE = "private"
    """The address, or one it leads to, lies in a private network, and was not asked."""
    POSTPONED = "postponed"
    """The host asked to be left alone for longer than an audit lasts, and was."""
    UNSUPPORTED = "unsupported"
    """A scheme that cannot be looked at, or no URL at all."""
    EXCLUDED = "excluded"
    """The user asked to leave it out, or for others."""


class Sign(Enum):
    """What was seen in the course of a look that bears on the verdict."""

    STAYED = "stayed"
    """There was no redirect."""
    PERMANENT = "permanent"
    """Every redirect on the way to another address is a permanent one (301, 308)."""
    TRIVIAL = "trivial"
    """The address reached differs in scheme, "www.", a final slash or case only."""
    OTHER_SITE = "other-site"
    """The page reached belongs to another registrable domain."""
    TO_ROOT = "to-root"
    """A deep address led to the root of a site."""
    TO_ERROR_PAGE = "to-error-page"
    """The address reached names itself an error page (/404, /notfound)."""
    NOT_FOUND_TITLE = "not-found-title"
    """The title or first heading says that there is no such page."""
    SAME_AS_SIBLING = "same-as-sibling"
    """An address that cannot exist, beside it, gives the same page."""
    SIBLING_MISSING = "sibling-missing"
    """An address that cannot exist, beside it, is properly refused: the site can say no."""
    TITLE_FOUND = "title-found"
    """The page is called as it is cited, by its title or a heading."""
    TITLE_MENTIONED = "title-mentioned"
    """The cited title stands in the text of a page that is called otherwise."""
    TITLE_ABSENT = "title-absent"
    """Nothing of the cited title stands on the page."""
    EMPTY = "empty"
    """There is no text at all."""
    SCRIPT_SHELL = "script-shell"
    """There is hardly any text before scripts have run, which we do not run."""
    NOT_TEXT = "not-text"
    """It is a PDF, an image or the like, whose words were not read."""
    OTHER_TYPE = "other-type"
    """The address names a file of one kind and the answer is a web page."""
    LOGIN = "login"
    """A page to log in at."""
    PAYWALL = "paywall"
    """The words of the work are for subscribers."""
    CONSENT = "consent"
    """A page that asks for consent first, in the place of the work."""
    CHALLENGE = "challenge"
    """A page that wants to know whether we are a robot."""
    OUT_OF_ORDER = "out-of-order"
    """The site says that it does not work at the moment."""
    REGION = "region"
    """The site says that it does not give the page to those who ask from here."""
    PARKED = "parked"
    """The domain is for sale, or shows advertisements only."""
    UNRELATED_TRADE = "unrelated-trade"
    """The site sells what domains are taken over for: gambling, pills and the like."""
    OFFLINE = "offline"
    """No other address of the audit gave an answer either."""
    BROWSER_NEEDED = "browser-needed"
    """It was given only when asked as a browser asks."""


@frozen
class Hop:
    """One step of the way: what led on ("301", "refresh"), and where to."""

    cause: str
    url: str


@frozen
class LinkCheck:
    """One look at a URL, with its evidence.

    `seconds` is the time all of it took, retries included. `digest` is that of the body ("sha256:" and
    hex), `detail` what the failure said. `fragment_found` is None where the URL has no fragment or the page
    could not be searched. `sketch` stands for the text of the page when it is compared
    (`footnotes.audit.inspect.sketches`).
    """

    url: str
    status: LinkStatus
    checked: datetime
    code: int | None = None
    final_url: str | None = None
    chain: tuple[Hop, ...] = ()
    seconds: float = 0.0
    digest: str | None = None
    title: str | None = None
    media_type: str | None = None
    fragment_found: bool | None = None
    signs: frozenset[Sign] = frozenset()
    sketch: tuple[int, ...] = ()
    detail: str = ""
