"""A proxy that answers for all hosts of a library: python -m audit.site.impersonator LIBRARY.

It reads requests in absolute form and opens tunnels (RFC 9110, 9.3.6) to itself, with certificates made on
the fly by an authority of its own. It connects to nothing. A host that has vanished, or that is not of the
library, is a bad gateway.
"""

import argparse
import asyncio
import contextlib
import json
import ssl
import sys
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import trustme
from attrs import evolve, frozen
from audit.site.fates import make_hosts, name_sites
from audit.site.hosts import Host
from audit.site.messages import LONGEST_HEAD, Reply, Request, read_request, spell_reply
from audit.site.pages import SITE
from audit.site.record import Record

import footnotes

_OPENED = b"HTTP/1.1 200 Connection established\r\n\r\n"
_BAD_GATEWAY = Reply(502, b"The host cannot be found.", media_type="text/plain")


@frozen
class Impersonator:
    """Hosts by name, what their sites are called, and the authority for their certificates."""

    hosts: dict[str, Host]
    sites: dict[str, str]
    authority: trustme.CA
    late: float
    record: Record

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection to the proxy."""
        with contextlib.suppress(OSError, asyncio.CancelledError):
            while request := await read_request(reader, "", "http"):
                if request.method == "CONNECT":
                    await self._open_tunnel(request.target.partition(":")[0], reader, writer)
                    break
                parts = urlsplit(request.target)
                inner = evolve(request, target=parts._replace(scheme="", netloc="").geturl() or "/")
                if not await self._answer(parts.hostname or "", inner, writer):
                    break
        writer.close()
        with contextlib.suppress(OSError, asyncio.CancelledError):
            await writer.wait_closed()

    async def _open_tunnel(
        self, host: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Be the host at the other end of a tunnel."""
        if host not in self.hosts:
            writer.write(spell_reply(_BAD_GATEWAY, head_only=False, closes=True))
            await writer.drain()
            return
        writer.write(_OPENED)
        await writer.drain()
        await writer.start_tls(_make_context(self.authority, host))
        while request := await read_request(reader, host, "https"):
            if not await self._answer(host, request, writer):
                break

    async def _answer(self, host: str, request: Request, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; gives whether the connection stays open."""
        request, _ = self.record.begin(evolve(request, address=host))
        known = self.hosts.get(host)
        answer = known.answer(request) if known else _BAD_GATEWAY
        if not isinstance(answer, Reply):
            await answer(writer, request, self.late)
            return False
        # The pages are those of the test site, under the name of the site that they stand for.
        named = evolve(
            answer, body=answer.body.replace(SITE.encode(), escape(self.sites.get(host, SITE)).encode())
        )
        writer.write(spell_reply(named, head_only=request.method == "HEAD", closes=False))
        await writer.drain()
        return True


@cache
def _make_context(authority: trustme.CA, host: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(host).configure_cert(context)
    return context


async def _run(impersonator: Impersonator) -> None:
    server = await asyncio.start_server(impersonator.serve, "127.0.0.1", 0, limit=LONGEST_HEAD)
    print(json.dumps({"http": server.sockets[0].getsockname()[1]}), flush=True)  # noqa: T201 - the starter reads it
    await asyncio.to_thread(sys.stdin.read)
    server.close()


def main() -> None:
    """Read the library and serve its hosts until standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument(
        "--authority", type=Path, required=True, help="where to write the certificate to trust"
    )
    parser.add_argument("--late", type=float, default=25.0, help="seconds that late answers are late")
    given = parser.parse_args()
    library = footnotes.load_library(given.library)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(given.authority))
    asyncio.run(
        _run(
            Impersonator(
                make_hosts(library), name_sites(library), authority, given.late, Record(keeps=False)
            )
        )
    )


if __name__ == "__main__":
    main()
