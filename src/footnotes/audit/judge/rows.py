"""The rows by which looks become verdicts, from what excludes all else to what merely stands.

A wall or a sale decides first; what an error says comes before what a page shows. A bot wall is never dead,
and a page that is not there is never live, whatever its code.
"""

from attrs import frozen

from footnotes.model import LinkCheck, LinkStatus, Sign, Verdict

ALIKE = 0.6
"""From this similarity on a page says what its capture of the access date said."""
UNLIKE = 0.4
"""Up to this similarity it says something else; menus and dates alone leave more in common."""

NEAR = 90
"""Up to so many days away a capture shows the page as the author saw it; beyond, another state."""


@frozen
class Row:
    """One row of the table: what must be so, and what follows.

    A look fits if its status is one of `statuses`, its code one of `codes` (any, if empty), all signs of
    `shows` were seen and none of `lacks`, and the page is as similar to the capture of the access date as
    `similarity` says, from and up to. The reason may name {code}, {host}, {final}, {detail} and {captured}.
    """

    name: str
    verdict: Verdict
    confidence: float
    reason: str
    statuses: tuple[LinkStatus, ...] = ()
    codes: tuple[int, ...] = ()
    shows: tuple[Sign, ...] = ()
    lacks: tuple[Sign, ...] = ()
    similarity: tuple[float, float] | None = None

    def fits(self, look: LinkCheck, similarity: float | None) -> bool:
        """Whether this row decides on `look`."""
        return (
            (not self.statuses or look.status in self.statuses)
            and (not self.codes or look.code in self.codes)
            and look.signs.issuperset(self.shows)
            and look.signs.isdisjoint(self.lacks)
            and (
                self.similarity is None
                or (similarity is not None and self.similarity[0] <= similarity <= self.similarity[1])
            )
        )


_ERROR = (LinkStatus.HTTP_ERROR,)
_PAGE = (LinkStatus.OK, LinkStatus.TOO_LARGE)
_PART = (*_PAGE, LinkStatus.TIMEOUT, LinkStatus.UNDECODABLE)
_SAME = (ALIKE, 1.0)
_OTHER = (0.0, UNLIKE)
_NOT_THERE = (Sign.TITLE_FOUND,)
_NOWHERE = (Sign.TITLE_FOUND, Sign.TITLE_MENTIONED)
# A capture may have been made of the same empty answer: being alike then proves nothing.
_HOLLOW = (
    Sign.SAME_AS_SIBLING,
    Sign.NOT_FOUND_TITLE,
    Sign.TO_ERROR_PAGE,
    Sign.TO_ROOT,
    Sign.EMPTY,
    Sign.LOGIN,
    Sign.PAYWALL,
    Sign.CONSENT,
    Sign.OUT_OF_ORDER,
    Sign.REGION,
)

ROWS: tuple[Row, ...] = (
    Row(
        "excluded",
        Verdict.EXCLUDED,
        1.0,
        "It is not among the addresses that you asked for (--include, --exclude).",
        (LinkStatus.EXCLUDED,),
    ),
    Row(
        "private",
        Verdict.EXCLUDED,
        1.0,
        "It leads into a private network, which is not asked without --allow-private.",
        (LinkStatus.PRIVATE,),
    ),
    Row(
        "unsupported",
        Verdict.UNSUPPORTED,
        1.0,
        "Only addresses that begin with http: or https: can be looked at.",
        (LinkStatus.UNSUPPORTED,),
    ),
    Row(
        "challenge",
        Verdict.BLOCKED,
        0.95,
        "The site wants to know whether a person asks, so nobody can tell from here.",
        shows=(Sign.CHALLENGE,),
        lacks=_NOT_THERE,
    ),
    Row(
        "parked",
        Verdict.USURPED,
        0.9,
        "The domain is for sale or shows advertisements only.",
        shows=(Sign.PARKED,),
        lacks=_NOT_THERE,
    ),
    Row(
        "unrelated-trade",
        Verdict.USURPED,
        0.85,
        "The site now sells something that has nothing to do with the work.",
        _PAGE,
        shows=(Sign.UNRELATED_TRADE,),
        lacks=_NOT_THERE,
    ),
    # Answers that refuse.
    Row(
        "gone", Verdict.DEAD, 0.98, "The server says that the page is gone for good (410).", _ERROR, (410,)
    ),
    Row(
        "login-code", Verdict.RESTRICTED, 0.95, "The server asks for a login ({code}).", _ERROR, (401, 407)
    ),
    Row("payment-code", Verdict.RESTRICTED, 0.95, "The server asks for payment (402).", _ERROR, (402,)),
    Row(
        "forbidden-login",
        Verdict.RESTRICTED,
        0.85,
        "The page is refused ({code}), and a login is offered instead.",
        _ERROR,
        (403,),
        (Sign.LOGIN,),
    ),
    Row(
        "forbidden-paywall",
        Verdict.RESTRICTED,
        0.85,
        "The page is refused ({code}), and offered to subscribers.",
        _ERROR,
        (403,),
        (Sign.PAYWALL,),
    ),
    Row(
        "legal",
        Verdict.BLOCKED,
        0.9,
        "The page is kept back for legal reasons (451); it may be shown elsewhere.",
        _ERROR,
        (451,),
    ),
    Row(
        "too-many",
        Verdict.BLOCKED,
        0.9,
        "The server says that it was asked too often (429), so nobody can tell from here.",
        _ERROR,
        (429,),
    ),
    Row(
        "postponed",
        Verdict.BLOCKED,
        0.8,
        "{host} asked to be left alone for longer than this audit lasts, so nobody can tell from here.",
        (LinkStatus.POSTPONED,),
    ),
    Row(
        "refused-code",
        Verdict.BLOCKED,
        0.9,
        "The server turns programs away ({code}), so nobody can tell from here.",
        _ERROR,
        (403, 405, 406, 409, 412, 415, 418, 444, 999),
    ),
    Row("not-found", Verdict.DEAD, 0.95, "There is no such page ({code}), asked twice.", _ERROR, (404,)),
    Row("server", Verdict.FAILING, 0.9, "The server fails ({code}).", _ERROR, tuple(range(500, 600))),
    Row(
        "error-code",
        Verdict.FAILING,
        0.6,
        "The server answers with {code}, which says nothing of the page.",
        _ERROR,
    ),
    # No answer.
    Row(
        "offline",
        Verdict.FAILING,
        0.9,
        "No host at all could be found, so this machine may be offline.",
        (LinkStatus.DNS,),
        shows=(Sign.OFFLINE,),
    ),
    Row("no-host", Verdict.DEAD, 0.9, "There is no host {host} any more.", (LinkStatus.DNS,)),
    Row(
        "no-name-server",
        Verdict.FAILING,
        0.9,
        "The host {host} could not be looked up; its name servers do not answer.",
        (LinkStatus.DNS_UNAVAILABLE,),
    ),
    Row("refused", Verdict.FAILING, 0.9, "{host} refuses connections.", (LinkStatus.REFUSED,)),
    Row("reset", Verdict.FAILING, 0.9, "{host} breaks the connection off.", (LinkStatus.RESET,)),
    Row(
        "certificate",
        Verdict.FAILING,
        0.9,
        "{host} cannot be asked safely: {detail}.",
        (LinkStatus.TLS,),
    ),
    Row(
        "loop",
        Verdict.FAILING,
        0.95,
        "Its redirects go round in a circle.",
        (LinkStatus.REDIRECT_LOOP,),
    ),
    Row(
        "endless-redirects",
        Verdict.FAILING,
        0.9,
        "Its redirects find no end.",
        (LinkStatus.TOO_MANY_REDIRECTS,),
    ),
    Row("protocol", Verdict.FAILING, 0.85, "It gives no web page: {detail}.", (LinkStatus.PROTOCOL,)),
    Row(
        "unreachable",
        Verdict.FAILING,
        0.7,
        "{host} could not be reached: {detail}.",
        (LinkStatus.UNREACHABLE,),
    ),
    # Something came, and it is the page.
    Row(
        "unchanged-moved",
        Verdict.MOVED,
        0.97,
        "It moved for good to {final}, and says there what it said when it was captured.",
        _PAGE,
        shows=(Sign.PERMANENT,),
        lacks=(Sign.TRIVIAL, *_HOLLOW),
        similarity=_SAME,
    ),
    Row(
        "unchanged",
        Verdict.LIVE,
        0.97,
        "It says what it said when it was captured.",
        _PAGE,
        lacks=_HOLLOW,
        similarity=_SAME,
    ),
    Row(
        "endless",
        Verdict.FAILING,
        0.8,
        "It begins and does not end.",
        (LinkStatus.TIMEOUT,),
        tuple(range(200, 300)),
        lacks=_NOWHERE,
    ),
    Row(
        "timeout",
        Verdict.FAILING,
        0.85,
        "{host} gave no answer in time.",
        (LinkStatus.TIMEOUT,),
        lacks=_NOWHERE,
    ),
    Row(
        "undecodable",
        Verdict.FAILING,
        0.8,
        "What it sends breaks off or cannot be decoded.",
        (LinkStatus.UNDECODABLE,),
        lacks=_NOWHERE,
    ),
    # Something came, and it is another page.
    # A site in maintenance gives the same page for all addresses; that says nothing of this one.
    Row(
        "out-of-order",
        Verdict.FAILING,
        0.8,
        "The answer is {code}, but the site says that it is out of order.",
        _PAGE,
        shows=(Sign.OUT_OF_ORDER,),
        lacks=_NOT_THERE,
    ),
    Row(
        "region",
        Verdict.BLOCKED,
        0.85,
        "The site does not give the page to those who ask from here, so nobody can tell.",
        _PAGE,
        shows=(Sign.REGION,),
        lacks=_NOT_THERE,
    ),
    Row(
        "not-found-words",
        Verdict.SOFT_DEAD,
        0.95,
        "The answer is {code}, but the page says that there is no such page.",
        _PAGE,
        shows=(Sign.NOT_FOUND_TITLE,),
        lacks=_NOT_THERE,
    ),
    Row(
        "error-address",
        Verdict.SOFT_DEAD,
        0.9,
        "It leads to {final}, an error page by its name.",
        _PAGE,
        shows=(Sign.TO_ERROR_PAGE,),
        lacks=_NOT_THERE,
    ),
    Row(
        "login",
        Verdict.RESTRICTED,
        0.85,
        "A login stands before the page.",
        _PAGE,
        shows=(Sign.LOGIN,),
        lacks=_NOT_THERE,
    ),
    Row(
        "consent",
        Verdict.BLOCKED,
        0.7,
        "A request for consent stands before the page, so nobody can tell from here.",
        _PAGE,
        shows=(Sign.CONSENT,),
        lacks=_NOT_THERE,
    ),
    Row(
        "paywall",
        Verdict.RESTRICTED,
        0.85,
        "The page is there, its text for subscribers only.",
        _PAGE,
        shows=(Sign.PAYWALL,),
    ),
    Row(
        "root",
        Verdict.SOFT_DEAD,
        0.9,
        "It leads to the home page {final}, not to the work.",
        _PAGE,
        shows=(Sign.TO_ROOT,),
        lacks=_NOT_THERE,
    ),
    Row(
        "same-for-all",
        Verdict.SOFT_DEAD,
        0.9,
        "The site gives the same page for an address that cannot exist.",
        _PAGE,
        shows=(Sign.SAME_AS_SIBLING,),
        lacks=(Sign.TITLE_FOUND, Sign.SCRIPT_SHELL),
    ),
    Row(
        "drifted-title",
        Verdict.DRIFTED,
        0.75,
        "The title is there, but the text is not that of the copy of {captured}.",
        _PAGE,
        shows=(Sign.TITLE_FOUND,),
        lacks=(Sign.SCRIPT_SHELL, Sign.PAYWALL),
        similarity=_OTHER,
    ),
    Row(
        "drifted",
        Verdict.DRIFTED,
        0.9,
        "The page says something else than the copy of {captured}.",
        _PAGE,
        lacks=(Sign.SCRIPT_SHELL,),
        similarity=_OTHER,
    ),
    Row(
        "moved",
        Verdict.MOVED,
        0.95,
        "It moved for good to {final}, where the title stands.",
        _PAGE,
        shows=(Sign.TITLE_FOUND, Sign.PERMANENT),
        lacks=(Sign.TRIVIAL,),
    ),
    Row("title", Verdict.LIVE, 0.95, "The title stands on the page.", _PART, shows=(Sign.TITLE_FOUND,)),
    Row(
        "moved-mentioned",
        Verdict.MOVED,
        0.75,
        "It moved for good to {final}, where the title stands in the text.",
        _PAGE,
        shows=(Sign.TITLE_MENTIONED, Sign.PERMANENT),
        lacks=(Sign.TRIVIAL,),
    ),
    Row(
        "mentioned-elsewhere",
        Verdict.LIVE,
        0.6,
        "It leads to {final}, in whose text the title stands; whether it is the work could not be told.",
        _PAGE,
        shows=(Sign.TITLE_MENTIONED,),
        lacks=(Sign.TRIVIAL, Sign.STAYED),
    ),
    Row(
        "mentioned",
        Verdict.LIVE,
        0.85,
        "The title stands in the text of the page.",
        _PART,
        shows=(Sign.TITLE_MENTIONED,),
    ),
    # Something came, and it is not clear what.
    Row(
        "empty",
        Verdict.SOFT_DEAD,
        0.65,
        "The answer is {code} with nothing in it.",
        _PAGE,
        shows=(Sign.EMPTY,),
    ),
    Row(
        "other-type",
        Verdict.SOFT_DEAD,
        0.75,
        "The address names a file, and what comes is a web page without a trace of the title.",
        _PAGE,
        shows=(Sign.OTHER_TYPE, Sign.TITLE_ABSENT),
        lacks=(Sign.SCRIPT_SHELL,),
    ),
    Row(
        "script",
        Verdict.LIVE,
        0.5,
        "There is a page, but its words come by scripts, which are not run.",
        _PAGE,
        shows=(Sign.SCRIPT_SHELL,),
    ),
    Row(
        "led-elsewhere",
        Verdict.SOFT_DEAD,
        0.75,
        "It leads to {final}, where nothing of the title stands.",
        _PAGE,
        shows=(Sign.TITLE_ABSENT,),
        lacks=(Sign.TRIVIAL, Sign.STAYED),
    ),
    Row(
        "moved-untitled",
        Verdict.MOVED,
        0.65,
        "It moved for good to {final}; whether that is the work could not be told.",
        _PAGE,
        shows=(Sign.PERMANENT,),
        lacks=(Sign.TRIVIAL,),
    ),
    Row(
        "untitled",
        Verdict.LIVE,
        0.55,
        "There is a page, but nothing of the title stands on it.",
        _PAGE,
        shows=(Sign.TITLE_ABSENT,),
    ),
    Row(
        "file",
        Verdict.LIVE,
        0.8,
        "There is a file; its words were not read.",
        _PAGE,
        shows=(Sign.NOT_TEXT,),
    ),
    Row(
        "large",
        Verdict.LIVE,
        0.7,
        "There is a page, too large to be read to its end.",
        (LinkStatus.TOO_LARGE,),
    ),
    Row(
        "distinct",
        Verdict.LIVE,
        0.85,
        "There is a page, and the site says no to addresses that do not exist.",
        _PAGE,
        shows=(Sign.SIBLING_MISSING,),
    ),
    Row("answer", Verdict.LIVE, 0.7, "There is a page.", _PAGE),
)
