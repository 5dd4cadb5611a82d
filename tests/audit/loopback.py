"""A web server of one function, for tests that say what each request is answered."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from attrs import define, field, frozen


@frozen
class Asked:
    """A request as it came in: `target` is as it stood in its first line."""

    method: str
    target: str
    headers: dict[str, str]


Respond = Callable[[BaseHTTPRequestHandler], None]
"""Writes the answer to a request."""


@define
class Loopback:
    """A running server at `root`, and what it was asked for."""

    port: int
    asked: list[Asked] = field(factory=list)

    @property
    def root(self) -> str:
        """Its address, with a final slash."""
        return f"http://127.0.0.1:{self.port}/"


def give(
    handler: BaseHTTPRequestHandler, code: int = 200, body: bytes = b"", **fields: str | list[str]
) -> None:
    """Answer with `code`, `body` and header fields with `_` for `-`; a list is a field for each of its."""
    handler.send_response(code)
    for name, values in fields.items():
        for value in [values] if isinstance(values, str) else values:
            handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def drip(handler: BaseHTTPRequestHandler, start: bytes, drop: bytes, released: threading.Event) -> None:
    """Write `start`, and then `drop` again and again until the other end is gone or `released`."""
    handler.close_connection = True
    try:
        handler.wfile.write(start)
        while not released.wait(0.02):
            handler.wfile.write(drop)
    except OSError:
        return


@contextmanager
def serve(respond: Respond) -> Iterator[Loopback]:
    """Serve `respond` at a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            loopback.asked.append(Asked(self.command, self.path, dict(self.headers)))
            respond(self)

        do_POST = do_GET  # noqa: N815 - as above
        do_CONNECT = do_GET  # noqa: N815 - as above

        def log_message(self, *_: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        # Connections that clients keep alive are theirs to close: nobody waits for them here.
        block_on_close = False

        def handle_error(self, *_: Any) -> None:
            pass

    with Server(("127.0.0.1", 0), Handler) as server:
        loopback = Loopback(server.server_port)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield loopback
        finally:
            server.shutdown()
            thread.join()
