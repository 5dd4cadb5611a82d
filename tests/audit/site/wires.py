"""Answers that no server should give, written to the wire by hand."""

import asyncio
import socket
import struct
import zlib

from audit.site.messages import Reply, Request, Wire, spell_reply

_DRIP = 0.1
"""Seconds between two drops."""
_HUGE = 50_000_000
_PIECE = 65_536
_MEGABYTE = 1_000_000
_BOMB = 1_000
"""Megabytes that the compressed page becomes."""


async def reset(writer: asyncio.StreamWriter, _: Request, __: float) -> None:
    """End the connection with a reset: no time is given to what is still to be sent."""
    plug: socket.socket = writer.get_extra_info("socket")
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def close_silently(_: asyncio.StreamWriter, __: Request, ___: float) -> None:
    """Say nothing; the server closes the connection."""


async def send_garbage(writer: asyncio.StreamWriter, _: Request, __: float) -> None:
    """Bytes that are no HTTP."""
    writer.write(b"\x00\x16SSH-2.0-OpenHarbour_9.1\r\n\x7f\x45LF\x02\x01\r\n\r\n")
    await writer.drain()


async def drip_head(writer: asyncio.StreamWriter, _: Request, __: float) -> None:
    """A header that grows by a byte at a time and never ends."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Drip: ")
    await _drip(writer, b"d")


async def drip_body(writer: asyncio.StreamWriter, _: Request, __: float) -> None:
    """A body that grows by a byte at a time and never ends."""
    writer.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<!DOCTYPE html><p>"
    )
    await _drip(writer, b".")


async def _drip(writer: asyncio.StreamWriter, drop: bytes) -> None:
    while not writer.is_closing():
        writer.write(drop)
        await writer.drain()
        await asyncio.sleep(_DRIP)


def answer_late(reply: Reply) -> Wire:
    """An answer that comes when the site's lateness is over."""

    async def answer(writer: asyncio.StreamWriter, request: Request, late: float) -> None:
        await asyncio.sleep(late)
        writer.write(spell_reply(reply, head_only=request.method == "HEAD", closes=True))
        await writer.drain()

    return answer


def send_huge(page: bytes) -> Wire:
    """A page followed by 50 MB, in chunks (RFC 9112, 7.1)."""

    async def answer(writer: asyncio.StreamWriter, request: Request, _: float) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
        if request.method == "HEAD":
            return
        writer.write(_spell_chunk(page))
        line = (b"<p>" + b"Item of the roll, without a name. " * 40 + b"</p>\n") * (_PIECE // 1370)
        for _ in range(_HUGE // len(line)):
            writer.write(_spell_chunk(line))
            await writer.drain()
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    return answer


def _spell_chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def send_bomb(page: bytes) -> Wire:
    """A page followed by 1 GB of blanks, which gzip makes 1 MB of."""

    async def answer(writer: asyncio.StreamWriter, request: Request, _: float) -> None:
        body = await asyncio.to_thread(make_bomb, page)
        fields = (("Content-Encoding", "gzip"),)
        writer.write(spell_reply(Reply(200, body, fields), head_only=request.method == "HEAD", closes=True))
        await writer.drain()

    return answer


def make_bomb(page: bytes, megabytes: int = _BOMB) -> bytes:
    """A gzip file (RFC 1952) of `page` and `megabytes` of blanks.

    One block of blanks is compressed and repeated: after a full flush a block means the same anywhere.
    """
    blanks = b" " * _MEGABYTE
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    begin = packer.compress(page) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH)
    check = zlib.crc32(page)
    for _ in range(megabytes):
        check = zlib.crc32(blanks, check)
    size = (len(page) + megabytes * _MEGABYTE) % 2**32
    header = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    return header + begin + block * megabytes + packer.flush() + struct.pack("<II", check, size)
