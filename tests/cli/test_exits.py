"""The exit codes, and what leads to each."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen, TimeoutExpired
from types import ModuleType

import pytest
from click.testing import Result

import footnotes
from footnotes.__main__ import run as load_and_run
from footnotes.cli.exits import ExitCode
from footnotes.cli.messages import TRACEBACK

Run = Callable[..., Result]
Start = Callable[..., "Popen[bytes]"]


def test_codes() -> None:
    """The numbers are a promise to scripts: they never change."""
    expected = {
        "DONE": 0,
        "FAILED": 1,
        "FINDINGS": 2,
        "CONFIGURATION": 3,
        "USAGE": 64,
        "INTERRUPTED": 130,
        "PIPE_CLOSED": 141,
    }

    assert expected == {code.name: code.value for code in ExitCode}


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["-h"], ["collect", "--help"]])
def test_asking_is_done(run: Run, words: list[str]) -> None:
    """Who asks for help or the version gets it, on standard output."""
    result = run(*words)

    assert (ExitCode.DONE, "") == (result.exit_code, result.stderr)
    assert result.stdout


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["notes"],
        ["notes", "a.txt", "b.txt"],
        ["notes", "a.txt", "--format", "xml"],
        ["collect", "a.txt", "--bogus"],
        ["collect", "-", "-"],
        ["collect", "a.txt", "-o", "library.odt"],
        ["convert", "a.bib"],
        ["convert", "-", "--to", "bibtex"],
        ["convert", "library.odt", "--to", "bibtex"],
    ],
)
def test_wrong_usage(run: Run, words: list[str]) -> None:
    """A wrong command line has a code of its own, and prints nothing on standard output."""
    result = run(*words)

    assert (ExitCode.USAGE, "") == (result.exit_code, result.stdout)
    assert result.stderr


def test_interruption(run: Run, seed_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the program with a word, and no traceback."""

    def interrupt(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(footnotes, "read_apparatus", interrupt)
    result = run("notes", seed_path)

    assert (ExitCode.INTERRUPTED, "Interrupted.") == (result.exit_code, result.stderr.strip())


def test_interruption_while_loading(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C before the program is loaded ends it in the same way."""

    class Loading(ModuleType):
        def __getattr__(self, name: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "footnotes.cli", Loading("footnotes.cli"))
    with pytest.raises(SystemExit) as left:
        load_and_run()

    assert (ExitCode.INTERRUPTED, "Interrupted.\n") == (left.value.code, capsys.readouterr().err)


def _interrupt(process: "Popen[bytes]") -> bytes:
    """What `process` writes to standard error when it is interrupted, as often as a person would try.

    Python drops an interruption that comes while it runs a finalizer, and sometimes it does here.
    """
    for _ in range(10):
        process.send_signal(signal.SIGINT)
        try:
            return process.communicate(timeout=2)[1]
        except TimeoutExpired:
            continue
    process.kill()
    return process.communicate()[1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to a process.")
def test_signal(start: Start, doubtful: Path) -> None:
    """A process that waits for its paper can be stopped by its signal, with the exit code of shells."""
    # The fifo opens when the program does: from then on it is inside the command.
    os.mkfifo("paper")
    process = start("notes", "paper")
    with Path("paper").open("w", encoding="utf-8") as paper:
        paper.write(doubtful.read_text(encoding="utf-8"))
        paper.flush()
        stderr = _interrupt(process)

    assert (ExitCode.INTERRUPTED, b"Interrupted.") == (process.returncode, stderr.strip())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows closes pipes in another way.")
@pytest.mark.parametrize("words", [["notes"], ["cites"], ["cites", "--format", "json"], ["collect"]])
def test_closed_pipe(start: Start, seed_path: Path, words: list[str]) -> None:
    """A reader that goes away, as `head` does, is no error to speak of."""
    process = start(*words, seed_path)
    assert process.stdout
    process.stdout.close()
    process.stdout = None
    _, stderr = process.communicate()

    assert ExitCode.PIPE_CLOSED == process.returncode
    assert b"rror" not in stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Only Linux has a full disk to try.")
@pytest.mark.parametrize("words", [["notes"], ["cites", "--format", "json"], ["collect"]])
def test_full_disk(seed_path: Path, words: list[str]) -> None:
    """Output that cannot be written is an error in one sentence."""
    with Path("/dev/full").open("wb") as full, Path("stderr").open("w+b") as stderr:
        process = Popen([sys.executable, "-m", "footnotes", *words, seed_path], stdout=full, stderr=stderr)
        process.wait()

    assert ExitCode.FAILED == process.returncode
    assert "standard output: No space left on device." == Path("stderr").read_text().splitlines()[-1]


def test_fault_of_the_program(run: Run, seed_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours is said to be one, without a traceback; the other papers are collected."""

    def fail(path: str) -> footnotes.Apparatus:
        if path == "first.txt":
            raise ZeroDivisionError("oh")
        return footnotes.parse_apparatus(footnotes.read_document(path))

    monkeypatch.setattr(footnotes, "read_apparatus", fail)
    monkeypatch.delenv(TRACEBACK)
    result = run("collect", "first.txt", seed_path)

    assert ExitCode.FAILED == result.exit_code
    assert "first.txt: this is a fault of footnotes" in result.stderr
    assert "@book{murinson2013," in result.stdout
