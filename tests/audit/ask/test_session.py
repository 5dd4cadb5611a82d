"""Single requests: bounded in size and time, to public addresses only, and with nothing sent unmeant."""

import contextlib
import gzip
import socket
import threading
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from audit.loopback import drip, give, serve
from audit.site.kinds import find_kind
from audit.site.process import Site

from footnotes.audit.ask import connections
from footnotes.audit.ask.answers import BodyEnd, FetchError
from footnotes.audit.ask.session import Bounds, Session, list_cookies, start_visit
from footnotes.model import LinkStatus

AGENT = "footnotes/9 (audit of cited links; me@example.org)"
HOSTS_FILE = {"intranet.example": ("10.0.0.8",), "mixed.example": ("10.0.0.8", "192.31.196.7")}
HTTP_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"

Open = Callable[..., Session]


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxies and certificates of whoever runs the tests are not theirs."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def opened() -> Iterator[Open]:
    """A factory of sessions that ask this machine, too, unless told; all are closed."""
    sessions: list[Session] = []

    def make(bounds: Bounds | None = None, **settings: Any) -> Session:
        sessions.append(Session(AGENT, bounds=bounds, **{"allow_private": True} | settings))
        return sessions[-1]

    yield make
    for session in sessions:
        session.close()


@pytest.fixture
def released() -> Iterator[threading.Event]:
    """What ends all drips at the end of the test."""
    event = threading.Event()
    yield event
    event.set()


def _resolve(host: str, port: int) -> Sequence[str]:
    """The DNS of these tests; it knows nothing of ports."""
    assert isinstance(port, int)
    if host not in HOSTS_FILE:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return HOSTS_FILE[host]


def _fail_status(session: Session, url: str) -> LinkStatus:
    with pytest.raises(FetchError) as failure:
        session.send(url)
    return failure.value.status


def test_size_is_bounded(opened: Open) -> None:
    """Of a body that is too large the first bytes are read, exactly as many as allowed, and it is said."""
    with serve(lambda handler: give(handler, body=b"x" * 100_000)) as web:
        answer = opened(Bounds(size=1_000)).send(web.root)

    assert (b"x" * 1_000, BodyEnd.TOO_LARGE) == (answer.body, answer.ended)


def test_size_is_that_of_the_unpacked(opened: Open) -> None:
    """A small answer that unpacks to a large one is cut as well: the bound is that of memory."""
    packed = gzip.compress(b" " * 5_000_000)
    with serve(lambda handler: give(handler, body=packed, Content_Encoding="gzip")) as web:
        answer = opened(Bounds(size=20_000)).send(web.root)

    assert (20_000, BodyEnd.TOO_LARGE) == (len(answer.body), answer.ended)


def test_whole_body(opened: Open) -> None:
    """A body below the bound comes whole, unpacked, with the code and the headers in any case."""
    packed = gzip.compress(b"Ice and time")
    with serve(lambda handler: give(handler, 404, packed, Content_Encoding="gzip", X_One="1")) as web:
        answer = opened().send(web.root)

    assert (404, b"Ice and time", BodyEnd.WHOLE) == (answer.code, answer.body, answer.ended)
    assert "1" == answer.headers["x-one"]


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (HTTP_OK + b"\r\n<p>", b"."),
        # A name in the head of gzip may be of any length (RFC 1952, 2.3.1): nothing ever comes out.
        (HTTP_OK + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\xff", b"n"),
    ],
    ids=["text", "packed"],
)
def test_dripping_body_ends(opened: Open, released: threading.Event, start: bytes, drop: bytes) -> None:
    """A body that comes a byte at a time ends at the bound of time, though no single wait is long."""
    with serve(lambda handler: drip(handler, start, drop, released)) as web:
        answer = opened(Bounds(timeout=5, total=0.3)).send(web.root)

    assert BodyEnd.TOO_SLOW is answer.ended
    assert 0.3 <= answer.seconds < 3


def test_dripping_head_ends(opened: Open, released: threading.Event) -> None:
    """A head that comes a byte at a time is no answer."""
    with serve(lambda handler: drip(handler, b"HTTP/1.1 200 OK\r\nX-Drip: ", b"d", released)) as web:
        status = _fail_status(opened(Bounds(timeout=5, total=0.3)), web.root)

    assert LinkStatus.TIMEOUT is status


def test_silence_ends(opened: Open, released: threading.Event) -> None:
    """A host that takes the question and says nothing is given up after the time-out."""
    with serve(lambda _: released.wait(10) and None) as web:
        status = _fail_status(opened(Bounds(timeout=0.1)), web.root)
        released.set()

    assert LinkStatus.TIMEOUT is status


def test_broken_body(opened: Open) -> None:
    """A body shorter than its length is kept as far as it came, and said to be broken."""

    def respond(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nIce")
        handler.close_connection = True

    with serve(respond) as web:
        answer = opened().send(web.root)

    assert (b"Ice", BodyEnd.BROKEN) == (answer.body, answer.ended)


def test_redirects_are_not_followed(opened: Open) -> None:
    """A redirect is an answer like another: whoever asks decides whether to go on."""
    with serve(lambda handler: give(handler, 302, Location="/next")) as web:
        answer = opened().send(web.root)

    assert (302, f"{web.root}next", 1) == (answer.code, answer.location, len(web.asked))


def test_manners(opened: Open) -> None:
    """Each request names the program; headers of a single request stand beside that, or in its place."""
    with serve(give) as web:
        session = opened()
        session.send(web.root)
        session.send(web.root, headers={"User-Agent": "Mozilla/5.0", "Accept-Language": "en"})

    assert [AGENT, "Mozilla/5.0"] == [one.headers["User-Agent"] for one in web.asked]
    assert [None, "en"] == [one.headers.get("Accept-Language") for one in web.asked]


def test_a_form_is_posted(opened: Open) -> None:
    """What has a form is a POST with the form as its body."""
    bodies = []

    def respond(handler: BaseHTTPRequestHandler) -> None:
        bodies.append(handler.rfile.read(int(handler.headers["Content-Length"])))
        give(handler)

    with serve(respond) as web:
        opened().send(web.root, form={"url": "http://a.org/?b=c"})

    assert (["POST"], [b"url=http%3A%2F%2Fa.org%2F%3Fb%3Dc"]) == ([one.method for one in web.asked], bodies)


def test_cookies_belong_to_the_visit(opened: Open) -> None:
    """What a site sets comes back to it in the same visit, and in no other."""
    with serve(lambda handler: give(handler, Set_Cookie=["seen=1; Path=/", "lang=en; Path=/"])) as web:
        session, visit = opened(), start_visit()
        session.send(web.root, cookies=visit)
        session.send(f"{web.root}next", cookies=visit)
        session.send(web.root, cookies=start_visit())
        session.send(web.root)

    sent = [set(filter(None, one.headers.get("Cookie", "").split("; "))) for one in web.asked]
    assert [set(), {"seen=1", "lang=en"}, set(), set()] == sent
    assert {("seen", "1"), ("lang", "en")} == {(name, value) for _, name, value in list_cookies(visit)}


def test_passwords_stay_at_home(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The passwords in ~/.netrc are not given to whatever host a paper cites."""
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret\n", encoding="utf-8")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("NETRC", raising=False)
    with serve(give) as web:
        opened().send(web.root)

    assert "Authorization" not in web.asked[0].headers


@pytest.mark.parametrize("url", ["http://", "http:///path", "http://[::1", "nothing"])
def test_what_is_no_address(opened: Open, url: str) -> None:
    """What cannot be asked for at all is said to be so, and no fault of the program."""
    assert LinkStatus.UNSUPPORTED is _fail_status(opened(), url)


@pytest.mark.parametrize(
    "url",
    [
        "http://intranet.example/",
        "http://127.0.0.1:9/",
        "http://[::1]:9/",
        "http://[::ffff:10.0.0.1]/",
        "https://169.254.169.254/latest/meta-data/",
    ],
)
def test_private_addresses_are_refused(opened: Open, url: str) -> None:
    """Nobody is connected to in a private network, whatever the name says and however it is written."""

    def resolve(host: str, port: int) -> Sequence[str]:
        return HOSTS_FILE.get(host) or (host,) if port else ()

    assert LinkStatus.PRIVATE is _fail_status(opened(allow_private=False, resolve=resolve), url)


def test_private_addresses_are_refused_by_the_system_too(opened: Open) -> None:
    """Without a stand-in for DNS the system finds localhost at home, and it is refused."""
    with serve(give) as web:
        status = _fail_status(opened(allow_private=False), f"http://localhost:{web.port}/")

    assert (LinkStatus.PRIVATE, []) == (status, web.asked)


def test_public_address_of_a_mixed_answer(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a name with a private and a public address the public one is asked, and only that."""
    tried: list[str] = []
    with serve(give) as web:

        def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
            tried.append(address[0])
            return socket.create_connection(("127.0.0.1", web.port))

        monkeypatch.setattr(connections, "create_connection", connect)
        answer = opened(allow_private=False, resolve=_resolve).send("http://mixed.example/")

    assert (200, ["192.31.196.7"]) == (answer.code, tried)
    assert "mixed.example" == web.asked[0].headers["Host"]


def test_unknown_name(opened: Open) -> None:
    """A name that DNS does not know is told from a host that does not answer."""
    assert LinkStatus.DNS is _fail_status(
        opened(allow_private=False, resolve=_resolve), "http://no.example/"
    )


def test_a_proxy_is_asked(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a proxy the request goes there, whole; the proxy itself may live in a private network."""
    with serve(lambda handler: give(handler, body=b"by proxy")) as proxy:
        monkeypatch.setenv("http_proxy", proxy.root)
        session = opened(allow_private=False, resolve=_resolve)
        answer = session.send("http://mixed.example/page")

    assert b"by proxy" == answer.body
    assert ["http://mixed.example/page"] == [one.target for one in proxy.asked]


def test_a_proxy_may_know_more_names(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that only the proxy can resolve is left to it."""
    with serve(give) as proxy:
        monkeypatch.setenv("http_proxy", proxy.root)
        code = opened(allow_private=False, resolve=_resolve).send("http://unknown.example/").code

    assert 200 == code


@pytest.mark.parametrize("host", ["10.0.0.8", "intranet.example", "[::1]"])
def test_a_proxy_is_not_sent_to_private_addresses(
    opened: Open, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    """A proxy stands inside the network of its user: it is not asked for what lies there."""

    def resolve(name: str, port: int) -> Sequence[str]:
        return (name,) if ":" in name or name[0].isdigit() else _resolve(name, port)

    with serve(give) as proxy:
        monkeypatch.setenv("http_proxy", proxy.root)
        status = _fail_status(opened(allow_private=False, resolve=resolve), f"http://{host}/")

    assert (LinkStatus.PRIVATE, []) == (status, proxy.asked)


def test_a_proxy_alone_resolves_where_all_is_allowed(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where private addresses are allowed no name is looked up here: the proxy may have the only DNS."""

    def resolve(host: str, _: int) -> Sequence[str]:
        pytest.fail(f"{host} was looked up")

    with serve(give) as proxy:
        monkeypatch.setenv("http_proxy", proxy.root)
        code = opened(resolve=resolve).send("http://intranet.example/").code

    assert 200 == code


def test_no_proxy_is_heeded(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that the user excepts from the proxy is asked itself."""
    with serve(give) as proxy, serve(give) as web:
        monkeypatch.setenv("http_proxy", proxy.root)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        opened().send(web.root)

    assert (0, 1) == (len(proxy.asked), len(web.asked))


def test_certificates_of_the_user(site: Site, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that nobody knows is refused, and taken where the user names its authority."""
    url = f"https://{find_kind('https').address}:{site.ports['https']}/"
    before = _fail_status(opened(), url)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(site.authority))

    assert (LinkStatus.TLS, 200) == (before, opened().send(url).code)


def test_a_redirect_is_read_within_bounds(opened: Open) -> None:
    """The body of a redirect is bounded like any other: a small one can unpack to a gigabyte."""
    bomb = gzip.compress(bytes(100_000_000))
    head = (
        b"HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Encoding: gzip\r\n"
        b"Content-Length: %d\r\nConnection: close\r\n\r\n"
    ) % len(bomb)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection, contextlib.suppress(OSError):
                connection.recv(65_536)
                connection.sendall(head + bomb)

        thread = threading.Thread(target=answer)
        thread.start()
        tracemalloc.start()
        try:
            told = opened(Bounds(size=1_000_000)).send(f"http://127.0.0.1:{server.getsockname()[1]}/")
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
            thread.join()

    assert (302, BodyEnd.TOO_LARGE) == (told.code, told.ended)
    assert len(told.body) <= 1_000_000
    assert peak < 20_000_000
