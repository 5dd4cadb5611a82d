"""Following redirects to the end."""

from collections.abc import Mapping
from typing import Any

import pytest
from audit.look.scripts import Script, Told, make_answer, make_page

from footnotes.audit.ask.answers import Answer, BodyEnd
from footnotes.audit.look.walks import BROWSER_HEADERS, Walk, find_status, walk_to
from footnotes.model import LinkStatus
from footnotes.text.url_parts import is_web_url

A, B, C = "http://a.org/1", "http://a.org/2", "http://b.org/3"
PAGE = make_answer(200, make_page("Ice", "Words."))


def _redirect(target: str, code: int = 302) -> Answer:
    return make_answer(code, Location=target)


def _refresh(target: str, code: int = 200) -> Answer:
    return make_answer(
        code, make_page("Moved", head=f'<meta http-equiv=refresh content="0; url={target}">')
    )


def _walk(answers: Mapping[str, Told], **settings: Any) -> tuple[Walk, Script]:
    script = Script(answers)
    return walk_to(A, script.ask, **settings), script


def _spell(walk: Walk) -> str:
    return " ".join(f"{hop.cause} {hop.url}" for hop in walk.chain)


def test_no_redirect() -> None:
    """A page that is there is asked for once, and read."""
    walk, script = _walk({A: PAGE})

    assert (LinkStatus.OK, 200, "", [A]) == (walk.status, walk.code, _spell(walk), script.asked)
    assert walk.page
    assert "Ice" == walk.page.title


def test_redirects_of_all_kinds() -> None:
    """Each step of the way is kept with its cause: codes of redirects, and a refresh in the page."""
    walk, script = _walk({A: _redirect(B, 301), B: _refresh(C), C: PAGE})

    assert f"301 {B} refresh {C}" == _spell(walk)
    assert (LinkStatus.OK, [A, B, C]) == (walk.status, script.asked)
    assert walk.answer
    assert C == walk.answer.url


@pytest.mark.parametrize(
    ("target", "reached"),
    [
        ("/2", "http://a.org/2"),
        ("2", "http://a.org/2"),
        ("?page=2", "http://a.org/1?page=2"),
        ("//b.org/3", "http://b.org/3"),
        ("https://a.org/1", "https://a.org/1"),
        ("/2#part", "http://a.org/2#part"),
        (" /2 ", "http://a.org/2"),
    ],
)
def test_targets_are_joined(target: str, reached: str) -> None:
    """A target is meant from where it stands (RFC 3986, 5)."""
    walk, script = _walk({A: _redirect(target), reached: PAGE})

    assert (LinkStatus.OK, [A, reached]) == (walk.status, script.asked)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:me@a.org",
        "ftp://a.org/1",
        "http://[",
        "http://[#x",
    ],
)
def test_targets_that_are_no_pages(target: str) -> None:
    """What is no web address is not followed, and said."""
    walk, script = _walk({A: _redirect(target)})

    assert (LinkStatus.PROTOCOL, [A]) == (walk.status, script.asked)
    assert target in walk.detail


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd"])
def test_refreshes_that_lead_nowhere(target: str) -> None:
    """A refresh is never followed to what is no web address."""
    walk, script = _walk({A: _refresh(target)})

    assert [A] == script.asked
    assert walk.status in {LinkStatus.OK, LinkStatus.PROTOCOL}


def test_loops_of_addresses() -> None:
    """A way that comes back to where it was, with the same cookies, has no end."""
    walk, script = _walk({A: _redirect(B), B: _redirect(A)})

    assert (LinkStatus.REDIRECT_LOOP, [A, B]) == (walk.status, script.asked)
    assert f"302 {B} 302 {A}" == _spell(walk)


def test_a_fragment_makes_no_other_address() -> None:
    """A loop is one also where a fragment is added each time."""
    walk, script = _walk({A: _redirect(f"{A}#again")})

    assert (LinkStatus.REDIRECT_LOOP, [A]) == (walk.status, script.asked)


def test_a_cookie_is_progress() -> None:
    """A site that sets a cookie and sends back to the same address is followed; then the page comes."""

    def answer(_: Mapping[str, str], cookies: Any) -> Answer:
        if "seen" in cookies:
            return PAGE
        cookies.set("seen", "1", domain="a.org", path="/")
        return _redirect(A)

    walk, script = _walk({A: answer})

    assert (LinkStatus.OK, [A, A]) == (walk.status, script.asked)


def test_a_cookie_that_is_set_for_ever_is_a_loop() -> None:
    """The same cookie again is no progress."""

    def answer(_: Mapping[str, str], cookies: Any) -> Answer:
        cookies.set("seen", "1", domain="a.org", path="/")
        return _redirect(A)

    walk, script = _walk({A: answer})

    assert (LinkStatus.REDIRECT_LOOP, [A, A]) == (walk.status, script.asked)


def test_a_counting_cookie_ends() -> None:
    """A cookie that differs each time is progress, and the number of redirects is what ends it."""

    def answer(_: Mapping[str, str], cookies: Any) -> Answer:
        cookies.set("n", str(int(cookies.get("n") or 0) + 1), domain="a.org", path="/")
        return _redirect(A)

    walk, script = _walk({A: answer}, max_redirects=4)

    assert (LinkStatus.TOO_MANY_REDIRECTS, 5) == (walk.status, len(script.asked))


@pytest.mark.parametrize(
    ("most", "status"),
    [(3, LinkStatus.OK), (2, LinkStatus.TOO_MANY_REDIRECTS), (0, LinkStatus.TOO_MANY_REDIRECTS)],
)
def test_number_of_redirects(most: int, status: LinkStatus) -> None:
    """Three redirects are followed where three are allowed, and not where two are."""
    steps = {f"http://a.org/{n}": _redirect(f"http://a.org/{n + 1}") for n in range(1, 4)}
    walk, script = _walk({**steps, "http://a.org/4": PAGE}, max_redirects=most)

    assert (status, most + 1) == (walk.status, len(script.asked))


def test_a_refresh_to_itself_is_the_page() -> None:
    """A page that renews itself, as tickers do, is where the way ends."""
    walk, script = _walk({A: _refresh(f"{A}#top")})

    assert (LinkStatus.OK, "", [A]) == (walk.status, _spell(walk), script.asked)


def test_a_refresh_in_an_error_is_not_followed() -> None:
    """A 404 that sends to the front page after a moment is a 404."""
    walk, script = _walk({A: _refresh("http://a.org/", 404)})

    assert (LinkStatus.HTTP_ERROR, 404, [A]) == (walk.status, walk.code, script.asked)


def test_a_redirect_without_a_target() -> None:
    """A 301 that says not where to is an error with its code."""
    walk, _ = _walk({A: make_answer(301, "Moved")})

    assert (LinkStatus.HTTP_ERROR, 301) == (walk.status, walk.code)


@pytest.mark.parametrize("failure", [LinkStatus.DNS, LinkStatus.TIMEOUT, LinkStatus.PRIVATE])
def test_a_failure_on_the_way(failure: LinkStatus) -> None:
    """What fails after a redirect has the status of the failure, and the way that led to it."""
    walk, _ = _walk({A: _redirect(C), C: failure})

    assert (failure, None, f"302 {C}") == (walk.status, walk.code, _spell(walk))
    assert f"it is {failure.value}" == walk.detail


def test_headers_are_sent_on_the_whole_way() -> None:
    """Who asks as a browser does so at each step."""
    _, script = _walk({A: _redirect(B), B: PAGE}, headers=BROWSER_HEADERS)

    assert [BROWSER_HEADERS["User-Agent"]] * 2 == script.agents


@pytest.mark.parametrize(
    ("code", "ended", "status"),
    [
        (200, BodyEnd.WHOLE, LinkStatus.OK),
        (206, BodyEnd.WHOLE, LinkStatus.OK),
        (200, BodyEnd.TOO_LARGE, LinkStatus.TOO_LARGE),
        (200, BodyEnd.TOO_SLOW, LinkStatus.TIMEOUT),
        (200, BodyEnd.BROKEN, LinkStatus.UNDECODABLE),
        (404, BodyEnd.BROKEN, LinkStatus.HTTP_ERROR),
        (500, BodyEnd.WHOLE, LinkStatus.HTTP_ERROR),
        (304, BodyEnd.WHOLE, LinkStatus.HTTP_ERROR),
    ],
)
def test_statuses_of_last_answers(code: int, ended: BodyEnd, status: LinkStatus) -> None:
    """The code decides, and of the codes that give a page how its body ended."""
    assert status is find_status(Answer(A, code, ended=ended))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.org", True),
        ("HTTPS://A.org/x", True),
        ("http://[::1]/", True),
        ("ftp://a.org/", False),
        ("mailto:a@b.org", False),
        ("http:///path", False),
        ("a.org/x", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_web_addresses(url: str, *, expected: bool) -> None:
    """Http or https, and a host; nothing else can be asked for."""
    assert expected is is_web_url(url)
