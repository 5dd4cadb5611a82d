"""The words and the HTML of the site's pages."""

import random
from collections.abc import Sequence
from html import escape

SITE = "The Levant Review"
"""The name of all sites that have no other."""
_SENTENCES = (
    "The {old} {guild} {sold} the {new} {bridge} of {town} in {year}.",
    "In {year} the {guild} of {town} {sold} a {old} {bridge}, and the {new} one was forgotten.",
    "No {old} {bridge} survives from {town}, but its {guild} {sold} a {new} one before {year}.",
    "Whether {town} or its {guild} {sold} the {old} {bridge} cannot be decided; by {year} it was {new}.",
    "{town} had a {old} {guild} until {year}, when the {new} {bridge} was {sold} by strangers.",
)
"""Patterns, whose words are drawn anew each time: two texts must have next to nothing in common."""
_WORDS = {
    "old": (
        "old northern narrow wealthy silent wooden secret"
        " foreign royal distant ruined famous modest upper salty"
    ),
    "new": (
        "new southern broad costly noisy iron public"
        " native civil coastal restored obscure grand lower dusty"
    ),
    "guild": (
        "guild council garrison convent consul school"
        " assembly mission brotherhood customs library family court"
    ),
    "sold": (
        "sold mapped burned painted leased mortgaged"
        " refused rebuilt taxed inherited described disputed measured"
    ),
    "bridge": (
        "bridge harbour mill market charter lighthouse census gate railway inscription fleet quay vineyard"
    ),
    "town": (
        "Arvand Belmora Cestos Durvik Estrala Fenmark Galdis Hormuza Istrana Jelgrad Kastrov Lumina Morvant"
    ),
}
_PARAGRAPHS = 6
_LENGTH = 5
"""Sentences of a paragraph."""


def write_text(seed: str) -> list[str]:
    """Paragraphs of plain prose, always the same for the same `seed`, and another for another."""
    choice = random.Random(seed)  # noqa: S311 - no secret hangs on it
    return [" ".join(_write_sentence(choice) for _ in range(_LENGTH)) for _ in range(_PARAGRAPHS)]


def _write_sentence(choice: random.Random) -> str:
    words = {slot: choice.choice(line.split()) for slot, line in _WORDS.items()}
    return choice.choice(_SENTENCES).format(**words, year=choice.randrange(1601, 1999))


def make_page(title: str, body: str, *, site: str = "", head: str = "", language: str = "en") -> bytes:
    """A whole page in UTF-8; `body` and `head` are HTML, `title` and `site` are not."""
    name = f"{title} | {site}" if site and title else title or site
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        f"<title>{escape(name)}</title>{head}</head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def make_article(  # noqa: PLR0913 - the parts of a page
    title: str,
    authors: Sequence[str] = (),
    *,
    site: str = SITE,
    text: str | None = None,
    aside: str = "",
    head: str = "",
    language: str = "en",
) -> bytes:
    """A page with a work on it; `text` seeds its prose, `aside` is HTML beside it."""
    byline = f'<p class="byline">By {escape(" and ".join(authors))}</p>' if authors else ""
    prose = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in write_text(text or title))
    return make_page(
        title, make_frame(site, _join(title, byline, prose), aside), site=site, head=head, language=language
    )


def _join(title: str, byline: str, prose: str) -> str:
    head = f'<h1>{escape(title)}</h1>{byline}\n<h2 id="background">Background</h2>'
    return f"<article>{head}\n{prose}\n</article>"


def make_frame(site: str, main: str, aside: str = "") -> str:
    """What stands around the `main` part (HTML) of each page of a `site`."""
    return (
        f'<header><a href="/">{escape(site)}</a> <nav><a href="/issues">Issues</a> '
        f"<a href='/about'>About</a></nav></header>\n<main>{main}</main>\n<aside>{aside}</aside>\n"
        f"<footer>{escape(site)}. All rights reserved.</footer>"
    )


def make_notice(title: str, *sentences: str, site: str = SITE, language: str = "en") -> bytes:
    """A page with a heading and a few sentences, such as one that says that something is not there."""
    words = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    return make_page(
        title, make_frame(site, f"<h1>{escape(title)}</h1>{words}"), site=site, language=language
    )


def make_home(site: str = SITE) -> bytes:
    """The front page of a site, which shows other works than the cited one."""
    items = "".join(
        f"<li><a href='/articles/{n}'>{escape(line)}</a></li>"
        for n, line in enumerate(write_text(site), 700)
    )
    return make_page(
        "",
        make_frame(site, f"<h1>Welcome to {escape(site)}</h1><h2>Latest issues</h2><ul>{items}</ul>"),
        site=site,
    )


LOGIN_FORM = (
    '<form method="post" action="/login"><label>User name <input name="user"></label>'
    '<label>Password <input type="password" name="password"></label><button>Log in</button></form>'
)


def make_login(site: str = SITE) -> bytes:
    """A page to log in at."""
    main = f"<h1>Log in</h1><p>Please log in to continue.</p>{LOGIN_FORM}<a href='/forgot'>Forgot?</a>"
    return make_page("Log in", make_frame(site, main), site=site)


def make_parking(domain: str) -> bytes:
    """What stands at a domain that nobody uses any more."""
    main = (
        f"<h1>{escape(domain)} is for sale</h1><p>This domain is for sale! Buy this domain now.</p>"
        "<p>Related searches</p><ul><li><a href='/s?q=loans'>Cheap Loans</a></li>"
        "<li><a href='/s?q=hotels'>Hotels</a></li><li><a href='/s?q=insurance'>Car Insurance</a></li></ul>"
        "<p>The domain owner may offer it for purchase. Inquire about this domain.</p>"
    )
    return make_page(f"{domain} - domain for sale", main)


def make_casino(site: str = "LuckySpin88") -> bytes:
    """What expired domains are bought for."""
    main = (
        f"<h1>{site}: Best Online Casino and Slots</h1>"
        "<p>Play online casino slots, roulette and blackjack for real money. Claim your welcome bonus of"
        " 200% and 150 free spins today!</p>"
        "<p>Our online casino offers sports betting, live dealers, jackpot slot games and fast payouts."
        " Deposit with crypto and get a no deposit bonus.</p>"
        "<p>Best slot gacor, togel, poker online and betting odds. Sign up now.</p>"
    )
    return make_page(f"{site} - Online Casino, Slots & Betting Bonus", main)


def make_challenge() -> bytes:
    """A page that wants to know whether a robot asks."""
    body = (
        "<h1>Just a moment...</h1><p>Checking your browser before accessing the site.</p>"
        "<noscript>Enable JavaScript and cookies to continue</noscript>"
        '<div id="cf-challenge-running"></div>'
        '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script>'
        "<p>Ray ID: 7f1c2a9e8d3b4c5d</p>"
    )
    return make_page("Just a moment...", body)


def make_shell(title: str) -> bytes:
    """A page that is empty until its scripts have run."""
    head = '<script defer src="/static/js/main.3f2a9c.js"></script><link href="/main.css" rel="stylesheet">'
    body = '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>'
    return make_page(title, body, head=head)


def make_pdf() -> bytes:
    """A PDF with one empty page."""
    parts = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n",
    )
    return b"".join(parts) + b"trailer<</Root 1 0 R>>\n%%EOF\n"
