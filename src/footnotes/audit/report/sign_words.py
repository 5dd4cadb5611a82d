"""The table of the signs: what each says, as a clause, to a reader who wants to know why.

docs/verdicts shows the same words.
"""

from footnotes.model import Sign

SIGNS: dict[Sign, str] = {
    Sign.STAYED: "there was no redirect",
    Sign.PERMANENT: "all redirects on the way are permanent",
    Sign.TRIVIAL: "the address reached differs in scheme, “www.”, a final slash or case only",
    Sign.OTHER_SITE: "the page reached belongs to another site",
    Sign.TO_ROOT: "a deep address led to the root of a site",
    Sign.TO_ERROR_PAGE: "the address reached names itself an error page",
    Sign.NOT_FOUND_TITLE: "the title says that there is no such page",
    Sign.SAME_AS_SIBLING: "an address that cannot exist gives the same page",
    Sign.SIBLING_MISSING: "the site refuses an address that cannot exist",
    Sign.TITLE_FOUND: "the cited title stands on the page",
    Sign.TITLE_MENTIONED: "the cited title stands in the text of a page that is called otherwise",
    Sign.TITLE_ABSENT: "nothing of the cited title stands on the page",
    Sign.EMPTY: "the page has no text",
    Sign.SCRIPT_SHELL: "there is hardly any text before scripts have run",
    Sign.NOT_TEXT: "it is a file whose words were not read",
    Sign.OTHER_TYPE: "a file was cited and a web page came",
    Sign.LOGIN: "it is a page to log in at",
    Sign.PAYWALL: "the text is for subscribers",
    Sign.CONSENT: "a request for consent stands in the place of the work",
    Sign.CHALLENGE: "the page asks whether we are a robot",
    Sign.OUT_OF_ORDER: "the site says that it is out of order",
    Sign.REGION: "the site does not give it to those who ask from here",
    Sign.PARKED: "the domain is for sale or shows advertisements only",
    Sign.UNRELATED_TRADE: "the site sells what domains are taken over for",
    Sign.OFFLINE: "no other address of the audit answered either",
    Sign.BROWSER_NEEDED: "it was given only when asked as a browser asks",
}


def tell_signs(signs: frozenset[Sign]) -> list[str]:
    """What each of the signs says, in the order of the table."""
    return [words for sign, words in SIGNS.items() if sign in signs]
