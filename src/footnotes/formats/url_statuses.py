"""What a verdict is called in the `url-status` of Wikipedia's Template:Cite web.

Other programs took its words over: live, dead, deviated (it lives, and no longer says what is cited),
unfit, usurped (somebody else has the address). There is none for what nobody could tell, nor for a page
that is there and closed: a program that finds "live" beside it would send its reader to a login.
"""

from collections.abc import Mapping

from footnotes.model import Verdict

URL_STATUSES: Mapping[Verdict, str | None] = {
    Verdict.LIVE: "live",
    Verdict.MOVED: "live",
    Verdict.DRIFTED: "deviated",
    Verdict.SOFT_DEAD: "dead",
    Verdict.DEAD: "dead",
    Verdict.USURPED: "usurped",
    Verdict.RESTRICTED: None,
    Verdict.BLOCKED: None,
    Verdict.FAILING: None,
    Verdict.UNSUPPORTED: None,
    Verdict.EXCLUDED: None,
}
"""The word for each verdict; None where the template has none."""
