"""The hosts whose cited page is gone, whether or not they say so, or is kept from us."""

import itertools
from collections.abc import Mapping

from audit.site import pages
from audit.site.hosts import (
    OTHERS,
    Host,
    MakeHost,
    find_beside,
    give,
    greet,
    make_work,
    place,
    redirect,
    spread,
)
from audit.site.kinds import Kind
from audit.site.messages import Reply, Request, Wire
from audit.site.wires import answer_late, close_silently, drip_body, drip_head, reset, send_garbage


def _say_gone(kind: Kind, title: str, *sentences: str, language: str = "en") -> Host:
    """A host whose cited page says with 200 that it is gone; other addresses are properly refused."""
    return place(kind, Reply(200, pages.make_notice(title, *sentences, language=language)))


def _say_gone_everywhere(title: str, *sentences: str, language: str = "en") -> Host:
    return Host({"/": greet}, give(Reply(200, pages.make_notice(title, *sentences, language=language))))


def _send_to(kind: Kind, target: str, page: Reply) -> Host:
    """A host that redirects the cited path to a page which is not the work."""
    return Host({"/": greet, kind.place: give(redirect(target)), target: give(page)})


def _send_beside(kind: Kind, host: str, path: str) -> Host:
    return place(kind, lambda request: redirect(find_beside(request, OTHERS[host], path), 301))


def _search(_: Kind) -> Host:
    found = pages.make_notice(
        "Search", "Your search gave no results.", "Try other words, or browse the issues."
    )
    return Host(
        {"/": greet, "/search": give(Reply(200, found))},
        lambda request: redirect(f"/search?q={request.path.rpartition('/')[2]}"),
    )


_NEWS = pages.make_notice(
    "News of the Section", "The reading room is closed on Monday.", "A lecture is announced."
)
_WENT_WRONG = pages.make_notice("Oops", "Something went wrong.")
_NOT_FOUND = pages.make_notice("Page not found", "Sorry, the page you are looking for could not be found.")
_NO_FILE = pages.make_notice("File not found", "The file you requested is not available on this server.")


def _want_login(_: Kind) -> Host:
    return Host(
        {"/login": give(Reply(200, pages.make_login()))},
        lambda request: redirect(f"/login?next={request.path}"),
    )


def _want_money(kind: Kind) -> Host:
    teaser = (
        f"<article><h1>{kind.title}</h1><p>{pages.write_text('strongman')[0]}</p></article>"
        "<div class='paywall'>"
        "<h2>Subscribe to continue reading</h2><p>This article is for subscribers only. Already a"
        " subscriber? <a href='/login'>Log in</a>.</p></div>"
    )
    data = '{"@context": "https://schema.org", "@type": "NewsArticle", "isAccessibleForFree": false}'
    head = f'<script type="application/ld+json">{data}</script>'
    body = pages.make_frame("The Levant Review", teaser)
    return place(
        kind, Reply(200, pages.make_page(kind.title or "", body, site="The Levant Review", head=head))
    )


def _want_consent(_: Kind) -> Host:
    question = pages.make_notice(
        "Before you continue",
        "We and our partners use cookies and process personal data. Your consent is needed to go on.",
        "Accept all. Reject all. Manage your privacy choices.",
    )
    return Host(
        {"/consent": give(Reply(200, question))},
        lambda request: redirect(f"/consent?return={request.path}"),
    )


_FORBIDDEN = Reply(
    403, pages.make_notice("Forbidden", "You do not have permission to access this resource.")
)
_LEGAL = Reply(
    451, pages.make_notice("Unavailable For Legal Reasons", "This content is not available in your region.")
)
_UNAUTHORIZED = Reply(401, b"Authorization required", (("WWW-Authenticate", 'Basic realm="archive"'),))


def _go_round(kind: Kind) -> Host:
    return Host({"/": greet, kind.place: give(redirect("/loop/b")), "/loop/b": give(redirect(kind.place))})


def _count_cookies(kind: Kind) -> Host:
    numbers = itertools.count()

    def answer(request: Request) -> Reply:
        return redirect(request.target, fields=(("Set-Cookie", f"n={next(numbers)}; Path=/"),))

    return place(kind, answer)


def _turn_pages(_: Kind) -> Host:
    def answer(request: Request) -> Reply:
        month = request.path.rpartition("/")[2]
        return redirect(f"/calendar/{int(month) + 1 if month.isdigit() else 1}")

    return Host({"/": greet}, answer)


def _refresh(kind: Kind) -> Host:
    head = '<meta http-equiv="refresh" content="0;URL=\'/nation/new.html\'">'
    return place(kind, Reply(200, pages.make_page("", "<p>One moment, please.</p>", head=head)))


def _spoil_wire(kind: Kind, wire: Wire) -> Host:
    return place(kind, give(wire))


def _deny_get(kind: Kind) -> Host:
    return place(
        kind, lambda request: make_work(kind) if request.method == "HEAD" else Reply(404, _NOT_FOUND)
    )


LOST: Mapping[str, MakeHost] = {
    "soft-404": lambda kind: _say_gone(
        kind, "Page not found", "Sorry, we could not find the page you asked for."
    ),
    "soft-404-german": lambda _: _say_gone_everywhere(
        "Seite nicht gefunden", "Die gewünschte Seite existiert leider nicht mehr.", language="de"
    ),
    "soft-404-azerbaijani": lambda kind: _say_gone(
        kind, "Səhifə tapılmadı", "Axtardığınız səhifə mövcud deyil və ya silinib.", language="az"
    ),
    "soft-404-russian": lambda kind: _say_gone(
        kind, "Страница не найдена", "Запрошенная страница не существует или была удалена.", language="ru"
    ),
    "home-for-every-path": lambda _: Host({}, greet),
    "redirect-home": lambda kind: place(kind, redirect("/")),
    "merged-site": lambda kind: _send_beside(kind, "merged", "/"),
    "redirect-without-title": lambda kind: _send_to(kind, "/news/section", Reply(200, _NEWS)),
    "redirect-to-error-page": lambda kind: _send_to(kind, "/errors/404.html", Reply(200, _WENT_WRONG)),
    "search-for-unknown": _search,
    "no-content": lambda kind: place(kind, Reply(204, media_type=None)),
    "empty": lambda kind: place(kind, Reply(200)),
    "empty-page": lambda kind: place(
        kind, Reply(200, b"<!DOCTYPE html>\n<html><head></head><body></body></html>\n")
    ),
    "pdf-not-found": lambda kind: place(kind, Reply(200, _NO_FILE)),
    "parked": lambda _: spread(
        lambda request: Reply(200, pages.make_parking(request.headers.get("host", "")))
    ),
    "casino-in-place": lambda _: spread(Reply(200, pages.make_casino())),
    "casino-elsewhere": lambda kind: _send_beside(kind, "casino", "/welcome"),
    "redirect-login": _want_login,
    "login-in-place-403": lambda _: spread(Reply(403, pages.make_login())),
    "unauthorized": lambda _: spread(_UNAUTHORIZED),
    "payment-required": lambda kind: place(
        kind, Reply(402, pages.make_notice("Payment required", "Buy this article."))
    ),
    "paywall": _want_money,
    "consent-wall": _want_consent,
    "forbidden": lambda _: spread(_FORBIDDEN),
    "refused-999": lambda _: spread(Reply(999, b"Request denied")),
    "too-many-requests": lambda _: spread(Reply(429, b"Too many requests", (("Retry-After", "1"),))),
    "legal-reasons": lambda kind: place(kind, _LEGAL),
    "challenge-503": lambda _: spread(Reply(503, pages.make_challenge(), (("Server", "cloudflare"),))),
    "challenge-200": lambda _: spread(Reply(200, pages.make_challenge())),
    "redirect-loop": _go_round,
    "cookie-loop": _count_cookies,
    "endless-redirects": _turn_pages,
    "server-error": lambda kind: place(
        kind, Reply(500, pages.make_notice("Server Error", "Database is down."))
    ),
    "long-maintenance": lambda _: spread(
        Reply(503, b"Maintenance until tomorrow", (("Retry-After", "86400"),))
    ),
    "reset": lambda kind: _spoil_wire(kind, reset),
    "no-answer": lambda kind: _spoil_wire(kind, close_silently),
    "slow": lambda kind: _spoil_wire(kind, answer_late(make_work(kind))),
    "header-drip": lambda kind: _spoil_wire(kind, drip_head),
    "body-drip": lambda kind: _spoil_wire(kind, drip_body),
    "garbage": lambda kind: _spoil_wire(kind, send_garbage),
    "broken-gzip": lambda kind: place(
        kind, Reply(200, b"no gzip at all" * 50, (("Content-Encoding", "gzip"),))
    ),
    "self-signed": lambda kind: place(kind, make_work(kind)),
    "expired-certificate": lambda kind: place(kind, make_work(kind)),
    "wrong-name": lambda kind: place(kind, make_work(kind)),
    "redirect-to-file": lambda kind: place(kind, redirect("file:///etc/passwd")),
    "redirect-to-script": lambda kind: place(kind, redirect("javascript:alert(document.cookie)")),
    "not-found": lambda _: Host({"/": greet}),
    "gone": lambda kind: place(kind, Reply(410, pages.make_notice("Gone", "This article was withdrawn."))),
    "head-found-get-not": _deny_get,
    "redirect-to-404": lambda kind: place(kind, redirect("/nation/new.html")),
    "refresh-to-404": _refresh,
    "archived-url": lambda _: Host({"/": greet}),
    "archived-not-found": lambda _: Host({"/": greet}),
    "not-found-but-archived": lambda _: Host({"/": greet}),
    "redirect-to-private-address": lambda kind: place(kind, redirect("http://10.0.0.1/")),
    "redirect-to-metadata": lambda kind: place(kind, redirect("http://169.254.169.254/latest/meta-data/")),
    "redirect-to-loopback": lambda kind: place(kind, redirect("http://127.0.0.1/admin")),
}
"""The host of each kind whose page is not given."""
