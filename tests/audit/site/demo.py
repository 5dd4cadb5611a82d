"""Audit the seed paper's library on loopback: python tests/audit/site/demo.py --out build/demo-audit.

A proxy answers for all hosts of the library (`impersonator`), pywb holds captures of their pages (`fates`),
and `footnotes audit` runs behind a fence. Leaves report.html, audit.json, library.bib and the journal.
Without pywb (see `make test`) the audit asks no archive.
"""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parents[2]
if str(TESTS) not in sys.path:
    # A script sees its own folder, where a module is named as one of the standard library is.
    sys.path[:] = [str(TESTS), *(place for place in sys.path if Path(place) != Path(__file__).parent)]

from audit.archive.server import COLLECTION, find_pywb, serve_captures  # noqa: E402 - as above
from audit.site.fates import list_demo_captures  # noqa: E402 - as above
from audit.site.process import Server  # noqa: E402 - as above

import footnotes  # noqa: E402 - as above

_ROOT = TESTS.parent
_LIBRARY = _ROOT / "bib" / "000_d40ec8d5fa738bcb.biblatex.bib"
_LATE = "8"
_MANNERS = (
    *("--allow-private", "--host-request-interval", "0", "--host-concurrency", "8"),
    *("--timeout", "3", "--max-time", "6", "--max-retries", "1", "--retry-wait-time", "0.2"),
)
"""The hosts are all this machine, which needs no patience; what is slow is given up soon."""


def main() -> int:
    """Run the audit and write its results; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=_ROOT / "build" / "demo-audit")
    parser.add_argument("--library", type=Path, default=_LIBRARY)
    given = parser.parse_args()
    out: Path = given.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    journal, authority = out / "journal.sqlite", out / "authority.pem"
    for old in out.glob("journal.sqlite*"):
        old.unlink()
    shutil.rmtree(out / "archive", ignore_errors=True)
    proxy = Server(
        *(str(given.library), "--authority", str(authority), "--late", _LATE),
        module="audit.site.impersonator",
    )
    with proxy, _open_archive(given.library, out / "archive") as archive:
        network = _point_to(proxy.ports["http"], authority)
        _run(
            network,
            "audit",
            given.library,
            "--journal",
            journal,
            *archive,
            *_MANNERS,
            "-o",
            out / "report.html",
        )
        _run({}, "report", journal, "--format", "json", "-o", out / "audit.json")
        _run({}, "enrich", given.library, "--journal", journal, "-o", out / "library.bib")
    print(f"\nreport.html, audit.json and library.bib are in {out}")  # noqa: T201 - for the reader
    return 0


@contextlib.contextmanager
def _open_archive(library: Path, folder: Path) -> Iterator[tuple[str, ...]]:
    """The options that name an archive of the library's pages, or that there is none."""
    pywb = find_pywb()
    if pywb is None:
        print("pywb is not installed, so that no archive is asked.")  # noqa: T201 - for the reader
        yield ("--no-archives",)
        return
    captures = list_demo_captures(footnotes.load_library(library))
    with serve_captures(folder, captures, pywb) as root:
        yield ("--archive", f"{root}{COLLECTION}/")


def _point_to(port: int, authority: Path) -> dict[str, str]:
    """The environment in which all is asked of the proxy, but for this machine."""
    proxy = f"http://127.0.0.1:{port}"
    names = ("HTTP_PROXY", "HTTPS_PROXY")
    return {
        **{spelled: proxy for name in names for spelled in (name, name.lower())},
        **dict.fromkeys(("NO_PROXY", "no_proxy"), "127.0.0.1"),
        **dict.fromkeys(("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"), str(authority)),
    }


def _run(network: dict[str, str], *arguments: str | Path) -> None:
    """Show a command and run it behind the fence."""
    words = [_shorten(argument) for argument in arguments]
    print(f"\n$ footnotes {' '.join(words)}", flush=True)  # noqa: T201 - for the reader
    path = os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, **network, "PYTHONPATH": path}
    command = [sys.executable, "-m", "audit.site.fence", *words]
    subprocess.run(command, env=environment, check=True, cwd=_ROOT)


def _shorten(argument: str | Path) -> str:
    """A file of the project by its place in it, as a person would name it."""
    if isinstance(argument, Path) and argument.is_relative_to(_ROOT):
        return str(argument.relative_to(_ROOT))
    return str(argument)


if __name__ == "__main__":
    sys.exit(main())
