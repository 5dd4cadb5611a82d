"""What the tests of the command line share: a way to run it, and a small paper with a doubt."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from click.testing import CliRunner, Result

from footnotes.cli import main
from footnotes.cli.messages import TRACEBACK

Run = Callable[..., Result]

DOUBTFUL = """\
# A paper

One claim.[1] Another claim.[2] A third claim.[3]

## Notes

[1] Audrey L. Altstadt, *Frustrated Democracy in Post-Soviet Azerbaijan* (Washington: Woodrow Wilson \
Center Press, 2017), 28.

[2] Laurence Broers, *Armenia and Azerbaijan: Anatomy of a Rivalry* (Edinburgh: Edinburgh UP, 2019), 105; \
Alexander Murinson, *Turkey's Entente with Israel and Azerbaijan* (London: Routledge, 2013), 116.

[3] Ibid.
"""


@pytest.fixture(autouse=True)
def work_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has a folder of its own; a fault of the program shows its traceback."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(TRACEBACK, "1")
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def run() -> Run:
    """The command line, in this process."""

    def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
        words = [str(one) for one in arguments]
        return CliRunner().invoke(main, words, input=stdin, catch_exceptions=False)

    return run


@pytest.fixture
def start() -> Callable[..., "Popen[bytes]"]:
    """The command line, in a process of its own."""

    def start(*arguments: object, **environment: str) -> "Popen[bytes]":
        words = [sys.executable, "-m", "footnotes", *(str(one) for one in arguments)]
        return Popen(words, stdin=PIPE, stdout=PIPE, stderr=PIPE, env={**os.environ, **environment})

    return start


@pytest.fixture
def doubtful() -> Path:
    """A paper whose last Ibid. may mean two works."""
    path = Path("doubtful.txt")
    path.write_text(DOUBTFUL, encoding="utf-8")
    return path


@pytest.fixture
def bad_papers(tmp_path: Path) -> dict[str, Path]:
    """Files that are no papers, by what is wrong with them."""
    contents = {
        "binary": bytes(range(256)) * 16,
        "not UTF-8": "Ərəfat".encode() + b"\xff\xfe and more\n",
        "empty": b"",
        "a PDF": b"%PDF-1.7\n",
    }
    papers = {kind: tmp_path / f"{kind}.txt" for kind in contents}
    for kind, data in contents.items():
        papers[kind].write_bytes(data)
    return {**papers, "no such file": tmp_path / "absent.txt", "folder": tmp_path}
