"""The hosts whose cited page is there, however hard it is to see, or has moved."""

import email.utils
import struct
import time
import zlib
from collections.abc import Mapping
from urllib.parse import unquote

from audit.site import pages
from audit.site.hosts import (
    OTHERS,
    Host,
    MakeHost,
    find_beside,
    give,
    greet,
    make_work,
    miss,
    place,
    redirect,
    spread,
)
from audit.site.kinds import Kind
from audit.site.messages import Answerer, Reply, Request
from audit.site.wires import send_bomb, send_huge


def _refuse_head(kind: Kind, code: int) -> Host:
    return place(kind, lambda request: Reply(code) if request.method == "HEAD" else make_work(kind))


def _make_wait(kind: Kind, refuse: Answerer) -> Host:
    """A host that refuses the first time."""
    return place(kind, lambda request: refuse(request) if request.visit == 1 else make_work(kind))


def _ask_for_patience(_: Request) -> Reply:
    return Reply(429, b"Too many requests", (("Retry-After", "1"),))


def _name_a_time(_: Request) -> Reply:
    moment = email.utils.formatdate(time.time() + 2, usegmt=True)
    return Reply(429, b"Too many requests", (("Retry-After", moment),))


def _want_cookies(kind: Kind, *names: str) -> Host:
    """A host that gives its page to who brings all cookies, which it sets one at a time."""

    def answer(request: Request) -> Reply:
        missing = [name for name in names if request.cookies.get(name) != "1"]
        if not missing:
            return make_work(kind)
        return redirect(request.target, fields=(("Set-Cookie", f"{missing[0]}=1; Path=/"),))

    return place(kind, answer)


def _set_many_cookies(kind: Kind) -> Host:
    cookies = tuple(("Set-Cookie", f"c{number}={'x' * 40}; Path=/") for number in range(60))

    def answer(request: Request) -> Reply:
        return make_work(kind) if "c59" in request.cookies else redirect(request.target, fields=cookies)

    return place(kind, answer)


def _lead(kind: Kind, *steps: str, code: int = 302) -> Host:
    """A host that redirects from the cited path over all `steps`, to the work at the last."""
    ways = {
        start: give(redirect(target, code))
        for start, target in zip((kind.place, *steps), steps, strict=False)
    }
    return Host({"/": greet, **ways, steps[-1]: give(make_work(kind))})


def _add_www(kind: Kind) -> Host:
    def answer(request: Request) -> Reply:
        host = request.headers.get("host", "")
        return (
            make_work(kind)
            if host.startswith("www.")
            else redirect(f"http://www.{host}{request.target}", 301)
        )

    return place(kind, answer)


def _add_tls(kind: Kind) -> Host:
    def answer(request: Request) -> Reply:
        if request.scheme == "https":
            return make_work(kind)
        return redirect(f"https://{request.headers.get('host')}{request.target}", 301)

    return place(kind, answer)


def _refresh(kind: Kind) -> Host:
    head = '<meta http-equiv="refresh" content="0; url=/new/witnesses">'
    old = pages.make_page("Moved", "<p>This page has moved.</p>", head=head)
    return Host({"/": greet, kind.place: give(Reply(200, old)), "/new/witnesses": give(make_work(kind))})


def _resolve_doi(kind: Kind) -> Host:
    landing = "https://press.example/journals/levant/2009/417"
    unknown = Reply(
        404, pages.make_notice("DOI Not Found", "This DOI cannot be found in the DOI System.", site="DOI")
    )
    return Host({"/": greet, kind.place: give(redirect(landing))}, give(unknown))


def _move_host(kind: Kind) -> Host:
    def answer(request: Request) -> Reply:
        return redirect(find_beside(request, OTHERS["press"], "/collections/silting"), 301)

    return place(kind, answer)


def _give_society(kind: Kind) -> Host:
    return spread(Reply(200, pages.make_home(kind.title or "")))


_CASINO_PROSE = (
    "<p>Casino operators in port cities offered slots, roulette and blackjack to sailors. The licences"
    " counted tables and set a tax on every jackpot; betting on races was left to the clubs, a bonus on the"
    " first stake was forbidden in 1909.</p>"
)


def _add_to_article(kind: Kind, aside: str) -> Host:
    return place(kind, Reply(200, pages.make_article(kind.title or "", kind.authors, aside=aside)))


_LOGIN_BESIDE = (
    f"<h3>Members</h3>{pages.LOGIN_FORM}<p>Subscribe to our newsletter.</p><div class='banner'>We use"
    " cookies. <button>Accept all</button></div>"
)


def _give_shell(title: str) -> Host:
    return spread(Reply(200, pages.make_shell(title)))


def _give_file(kind: Kind, body: bytes, media_type: str) -> Host:
    return place(kind, Reply(200, body, media_type=media_type))


def _make_png() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def _encode(kind: Kind, charset: str, said: str | None, *, in_page: str = "utf-8") -> Host:
    """A page in `charset`, which its header calls `said`, and its own head `in_page` or nothing."""
    text = make_work(kind, language="ru").body.decode()
    stated = f'<meta charset="{in_page}">' if in_page else ""
    body = text.replace('<meta charset="utf-8">', stated).encode(charset)
    return place(kind, Reply(200, body, media_type=f"text/html; charset={said}" if said else "text/html"))


def _match_path(kind: Kind) -> Host:
    """A host that finds its page by what the path means, however much of it is encoded."""

    def answer(request: Request) -> Reply:
        asked = request.path.encode("latin-1").decode("utf-8", "replace")
        return make_work(kind) if _decode(asked) == _decode(kind.place) else miss(request)

    return Host({"/": greet}, answer)


def _decode(path: str) -> str:
    # Twice, since clients that cannot read "%zz" encode its percent sign, and a tolerant server copes.
    return unquote(unquote(path))


def _match_encoded(kind: Kind) -> Host:
    """A host that tells a slash from an encoded one, in digits of either case."""

    def answer(request: Request) -> Reply:
        return (
            make_work(kind)
            if request.path.replace("%2f", "%2F") == kind.place.replace("%2f", "%2F")
            else miss(request)
        )

    return Host({"/": greet}, answer)


def _prefer_browsers(kind: Kind, refuse: Reply) -> Host:
    return Host(
        {kind.place: lambda request: make_work(kind) if request.is_browser_like else refuse, "/": greet},
        lambda request: miss(request) if request.is_browser_like else refuse,
    )


_CHALLENGE = Reply(403, pages.make_challenge(), (("cf-mitigated", "challenge"), ("Server", "cloudflare")))


def _give_new_frame(kind: Kind) -> Host:
    return _add_to_article(kind, "<h3>Most read</h3><ul><li>A new ferry</li><li>Tides this week</li></ul>")


LIVING: Mapping[str, MakeHost] = {
    "ok": lambda kind: place(kind, make_work(kind)),
    "no-title-cited": lambda kind: place(kind, make_work(kind)),
    "retitled": lambda kind: place(kind, Reply(200, pages.make_article("No. 4471, Board to Owners"))),
    "head-not-allowed": lambda kind: _refuse_head(kind, 405),
    "head-not-found": lambda kind: _refuse_head(kind, 404),
    "retry-after": lambda kind: _make_wait(kind, _ask_for_patience),
    "retry-after-date": lambda kind: _make_wait(kind, _name_a_time),
    "unavailable-once": lambda kind: _make_wait(kind, give(Reply(503, b"Restarting"))),
    "cookie-wall": lambda kind: _want_cookies(kind, "seen"),
    "two-cookies": lambda kind: _want_cookies(kind, "seen", "counted"),
    "many-cookies": _set_many_cookies,
    "temporary-redirect": lambda kind: _lead(kind, "/labour/herdsmen"),
    "three-hops": lambda kind: _lead(kind, "/s/1", "/s/2", "/post/pass"),
    "slash-added": lambda kind: _lead(kind, f"{kind.place}/", code=301),
    "www-added": _add_www,
    "http-to-https": _add_tls,
    "https": lambda kind: place(kind, make_work(kind)),
    "refresh-to-work": _refresh,
    "doi": _resolve_doi,
    "fragment": lambda kind: place(kind, make_work(kind)),
    "missing-fragment": lambda kind: place(kind, make_work(kind)),
    "root": _give_society,
    "article-about-missing-pages": lambda kind: place(kind, make_work(kind)),
    "article-about-casinos": lambda kind: _add_to_article(kind, _CASINO_PROSE),
    "login-beside": lambda kind: _add_to_article(kind, _LOGIN_BESIDE),
    "script-shell-titled": lambda kind: _give_shell(kind.title or ""),
    "script-shell": lambda _: _give_shell("WatchBox"),
    "huge": lambda kind: place(kind, give(send_huge(make_work(kind).body))),
    "compressed-huge": lambda kind: place(kind, give(send_bomb(make_work(kind).body))),
    "pdf": lambda kind: _give_file(kind, pages.make_pdf(), "application/pdf"),
    "word-file": lambda kind: _give_file(
        kind,
        b"PK\x03\x04" + bytes(900),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "image": lambda kind: _give_file(kind, _make_png(), "image/png"),
    "pdf-gives-its-record": lambda kind: place(kind, make_work(kind, site="Repository of the Academy")),
    "charset-latin": lambda kind: _encode(kind, "utf-8", "iso-8859-1", in_page=""),
    "charset-cyrillic": lambda kind: _encode(kind, "windows-1251", "utf-8", in_page=""),
    "charset-in-page": lambda kind: _encode(kind, "windows-1251", None, in_page="windows-1251"),
    "international-path": _match_path,
    "international-host": lambda kind: place(kind, make_work(kind)),
    "odd-percent": _match_path,
    "unescaped": _match_path,
    "mixed-case-percent": _match_encoded,
    "long-url": lambda kind: place(
        kind, lambda request: make_work(kind) if request.target == kind.path else miss(request)
    ),
    "browser-only": lambda kind: _prefer_browsers(kind, _CHALLENGE),
    "not-found-for-robots": lambda kind: _prefer_browsers(kind, Reply(404, b"Not Found")),
    "unchanged": _give_new_frame,
    "moved": lambda kind: _lead(kind, "/articles/commission", code=301),
    "moved-308": lambda kind: _lead(kind, "/articles/prospectus", code=308),
    "moved-host": _move_host,
    "drifted": lambda kind: place(kind, make_work(kind, text="what the ministry says now")),
}
"""The host of each kind whose page is there."""
