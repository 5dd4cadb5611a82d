"""pywb as the real archive: a server of its own, on a free port of this machine."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from audit.archive.warcs import Capture, write_warc

ROOT = Path(__file__).parents[3]
COLLECTION = "papers"
_CONFIG = "framed_replay: false\nredirect_to_exact: true\n"
_RECORDING = """\
collections:
  live: $live
recorder:
  source_coll: live
  source_filter: live
"""
_PATIENCE = 60.0
"""Seconds that a start may take; it needs one, on a machine that has nothing else to do."""


def find_pywb() -> Path | None:
    """The folder of pywb's commands: $FOOTNOTES_PYWB, or what `make test` has set up; None if neither."""
    places = [Path(os.environ.get("FOOTNOTES_PYWB", "")), ROOT / ".venv-pywb" / "bin"]
    return next((place for place in places if (place / "wayback").is_file()), None)


@contextmanager
def serve_captures(
    folder: Path, captures: Iterable[Capture], pywb: Path, *, port: int = 0
) -> Iterator[str]:
    """Serve `captures` from `folder` and give the address of the server, `http://127.0.0.1:PORT/`.

    The collection is at `papers/`. Any free port is taken unless `port` is given.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_warc(folder / "captures.warc.gz", captures)
    setup = (("init", COLLECTION), ("add", COLLECTION, "captures.warc.gz"))
    with _run_pywb(folder, pywb, setup, port=port) as root:
        yield root


@contextmanager
def serve_recorder(folder: Path, pywb: Path) -> Iterator[str]:
    """An archive in `folder` that keeps what is asked for below `record/`; the address of `papers/`."""
    options = ("-a", "--auto-interval", "1")
    with _run_pywb(folder, pywb, [("init", COLLECTION)], config=_RECORDING, options=options) as root:
        yield f"{root}{COLLECTION}/"


@contextmanager
def _run_pywb(  # noqa: PLR0913 - what pywb is started with
    folder: Path,
    pywb: Path,
    setup: Iterable[Sequence[str]],
    *,
    config: str = "",
    options: Sequence[str] = (),
    port: int = 0,
) -> Iterator[str]:
    """Pywb at work in `folder`, which `setup` (calls of wb-manager) prepares; gives its address.

    What it prints is in `folder`/pywb.log.
    """
    (folder / "config.yaml").write_text(_CONFIG + config, encoding="utf-8")
    with (folder / "pywb.log").open("wb") as log:
        for words in setup:
            subprocess.run([pywb / "wb-manager", *words], cwd=folder, stdout=log, stderr=log, check=True)
        chosen = port or _find_port()
        command = [pywb / "wayback", "-b", "127.0.0.1", "-p", str(chosen), *options]
        with subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=_stay_here()) as server:
            try:
                root = f"http://127.0.0.1:{chosen}/"
                _wait_until_ready(f"{root}{COLLECTION}/", server, folder)
                yield root
            finally:
                server.terminate()
                try:
                    server.wait(5)
                except subprocess.TimeoutExpired:
                    server.kill()


def _stay_here() -> dict[str, str]:
    """An environment in which pywb asks nobody beyond loopback.

    A library of it asks for the Public Suffix List at the start: it is sent to a proxy that is not there.
    """
    nowhere, here = "http://127.0.0.1:9", "127.0.0.1,localhost"
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), nowhere)
    return {**os.environ, **proxies, "no_proxy": here, "NO_PROXY": here}


def _find_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_until_ready(url: str, server: subprocess.Popen[bytes], folder: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own server
                return
        except urllib.error.HTTPError as error:
            error.close()
            return
        except OSError:
            time.sleep(0.1)
    told = (folder / "pywb.log").read_text(encoding="utf-8", errors="replace")[-2000:]
    raise RuntimeError(f"pywb did not start; it said:\n{told}")
