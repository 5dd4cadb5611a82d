"""What the tests of `footnotes audit` and `footnotes report` share."""

from http.server import BaseHTTPRequestHandler
from pathlib import Path

from audit.loopback import give

SWIFT = (
    *("--no-archives", "--no-probes", "--allow-private", "--host-request-interval", "0"),
    *("--max-retries", "0", "--journal", "journal.sqlite"),
)
"""Options with which nobody waits."""
PAGE = (
    b"<!doctype html><title>Ice</title><h1>Ice</h1><p>Ice cores show three warm centuries and one cold.</p>"
)


def answer(handler: BaseHTTPRequestHandler) -> None:
    """A site on which /gone is gone and all else is there."""
    if handler.path.startswith("/gone"):
        give(handler, 410)
    else:
        give(handler, 200, PAGE, Content_Type="text/html")


def write_library(root: str, *names: str) -> Path:
    """A library of works at addresses below `root`."""
    entries = (f"@online{{{name},\n  title = {{Ice}},\n  url = {{{root}{name}}},\n}}\n" for name in names)
    path = Path("library.bib")
    path.write_text("\n".join(entries), encoding="utf-8")
    return path


def write_paper(root: str, *names: str) -> Path:
    """A paper whose notes cite addresses below `root`."""
    notes = (
        f'[{number}] Jane Smith, "Ice," *Journal of Ice*, May 5, 2010, {root}{name}.\n'
        for number, name in enumerate(names, start=1)
    )
    claims = " ".join(f"A claim.[{number}]" for number in range(1, len(names) + 1))
    path = Path("paper.txt")
    path.write_text(f"# A paper\n\n{claims}\n\n## Notes\n\n" + "\n".join(notes), encoding="utf-8")
    return path


def write_list(root: str, *names: str) -> Path:
    """A list of addresses below `root`."""
    path = Path("urls.txt")
    path.write_text("# Addresses\n\n" + "".join(f"{root}{name}\n" for name in names), encoding="utf-8")
    return path
