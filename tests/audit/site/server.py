"""The process that serves a web on loopback: python -m audit.site.server kinds|plain.

It prints one line of JSON with its ports and ends when its standard input does, so that none outlives the
test that started it. Its control port answers GET /record, POST /reset and POST /late?seconds=2.
"""

import argparse
import asyncio
import contextlib
import functools
import json
import socket
import ssl
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from attrs import define, field
from audit.site.certificates import make_contexts
from audit.site.kinds import load_kinds
from audit.site.messages import LONGEST_HEAD, Reply, Request, read_request, spell_reply
from audit.site.names import list_names
from audit.site.record import Record
from audit.site.webs import KindsWeb, PlainWeb, Web

_BACKLOG = 512
_TRIES = 20
_BAD_CERTIFICATES = ("self-signed", "expired-certificate", "wrong-name")

Serve: TypeAlias = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[Any, Any, None]]


@define
class Service:
    """A web, its record, and the connections to it."""

    web: Web
    record: Record = field(factory=Record)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, scheme: str) -> None:
        """Answer the requests of one connection, one after the other."""
        address = writer.get_extra_info("sockname")[0]
        # The other end may hang up at any time, and most kinds make it do so.
        with contextlib.suppress(OSError, asyncio.CancelledError):
            while request := await read_request(reader, address, scheme):
                if not await self._answer(request, writer):
                    break
        writer.close()
        with contextlib.suppress(OSError, asyncio.CancelledError):
            await writer.wait_closed()

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; gives whether the connection stays open."""
        request, visit = self.record.begin(request)
        answer = self.web.answer(request)
        closes = request.headers.get("connection", "").lower() == "close"
        try:
            if not isinstance(answer, Reply):
                await answer(writer, request, self.web.late)
                return False
            if answer.delay:
                await asyncio.sleep(answer.delay)
            writer.write(spell_reply(answer, head_only=request.method == "HEAD", closes=closes))
            await writer.drain()
        finally:
            self.record.end(visit)
        return not closes

    async def control(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request of who started the site."""
        request = await read_request(reader, "", "http")
        if request is not None:
            body = json.dumps(self._obey(request)).encode()
            writer.write(
                spell_reply(Reply(200, body, media_type="application/json"), head_only=False, closes=True)
            )
            await writer.drain()
        writer.close()

    def _obey(self, request: Request) -> dict[str, object]:
        if request.path == "/reset":
            self.record = Record(self.record.keeps)
            self.web.reset()
        if request.path == "/late":
            self.web.late = float(request.query["seconds"])
        return self.record.spell() if request.path == "/record" else {}


async def listen(
    addresses: Sequence[str], serve: Serve, contexts: dict[str, ssl.SSLContext] | None = None
) -> tuple[int, list[asyncio.Server]]:
    """Listen at one port of all addresses; gives the port."""
    for _ in range(_TRIES):
        port = _find_port(addresses[0])
        opened: list[asyncio.Server] = []
        try:
            for address in addresses:
                settings = contexts[address] if contexts else None
                opened.append(
                    await asyncio.start_server(
                        serve, address, port, ssl=settings, limit=LONGEST_HEAD, backlog=_BACKLOG
                    )
                )
        except OSError:
            # Somebody else has that port at one of the addresses.
            for server in opened:
                server.close()
            continue
        return port, opened
    raise OSError("there is no port that is free at all addresses")


def _find_port(address: str) -> int:
    with socket.create_server((address, 0)) as plug:
        port: int = plug.getsockname()[1]
        return port


async def run(service: Service, authority: Path | None) -> None:
    """Serve until standard input ends."""
    addresses = service.web.addresses
    ports = {}
    ports["http"], servers = await listen(addresses, functools.partial(service.serve, scheme="http"))
    if authority is not None:
        bad = {
            kind.address: kind.name
            for kind in load_kinds()
            if kind.address and kind.name in _BAD_CERTIFICATES
        }
        contexts = make_contexts(addresses, list_names(), bad, authority)
        ports["https"], more = await listen(
            addresses, functools.partial(service.serve, scheme="https"), contexts
        )
        servers += more
    ports["control"], more = await listen(["127.0.0.1"], service.control)
    print(json.dumps(ports), flush=True)  # noqa: T201 - the one line that the starter reads
    await asyncio.to_thread(sys.stdin.read)
    for server in [*servers, *more]:
        server.close()


def main() -> None:
    """Read the arguments and serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("web", choices=["kinds", "plain"])
    parser.add_argument("--authority", type=Path, help="where to write the certificate to trust")
    parser.add_argument("--late", type=float, default=25.0, help="seconds that late answers are late")
    parser.add_argument("--hosts", type=int, default=1, help="how many addresses the plain pages have")
    given = parser.parse_args()
    if given.web == "kinds":
        service = Service(KindsWeb(given.late))
    else:
        addresses = [f"127.0.0.{number}" for number in range(1, given.hosts + 1)]
        service = Service(PlainWeb(given.late, addresses), Record(keeps=False))
    asyncio.run(run(service, given.authority))


if __name__ == "__main__":
    main()
