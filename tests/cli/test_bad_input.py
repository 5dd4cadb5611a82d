"""Files that cannot be read: one sentence that names file and cause, exit code 1, nothing written."""

from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest
from click.testing import Result

from footnotes.cli.exits import ExitCode
from footnotes.read import documents

Run = Callable[..., Result]
KINDS = ["binary", "not UTF-8", "empty", "a PDF", "no such file", "folder"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["notes", "cites", "collect"])
def test_one_sentence(run: Run, bad_papers: dict[str, Path], command: str, kind: str) -> None:
    """Each command names file and cause in one line, and prints nothing else."""
    result = run(command, bad_papers[kind])

    assert (ExitCode.FAILED, "") == (result.exit_code, result.stdout)
    assert 1 == len(result.stderr.splitlines())
    assert result.stderr.startswith(f"{bad_papers[kind]}: ")
    assert kind in result.stderr


@pytest.mark.parametrize("command", ["notes", "cites", "collect"])
def test_over_the_limit(run: Run, seed_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """A file over the limit is refused, and the limit is named."""
    monkeypatch.setattr(documents, "LIMIT", 2**10)
    result = run(command, seed_path)

    assert (ExitCode.FAILED, "") == (result.exit_code, result.stdout)
    assert f"{seed_path}: the file is over the limit" in result.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_output_survives(run: Run, bad_papers: dict[str, Path], kind: str) -> None:
    """Where nothing is collected the output is as it was, and no piece of a file lies beside it."""
    output = Path("library.bib")
    output.write_text("what was there", encoding="utf-8")
    before = set(Path().iterdir())
    result = run("collect", bad_papers[kind], "-o", output)

    assert ExitCode.FAILED == result.exit_code
    assert "what was there" == output.read_text(encoding="utf-8")
    assert before == set(Path().iterdir())
    assert result.stderr.endswith("library.bib: nothing was collected, so nothing was written.\n")


def test_no_output_appears(run: Run, bad_papers: dict[str, Path]) -> None:
    """Where nothing is collected no file is made."""
    run("collect", bad_papers["empty"], "-o", "library.bib")

    assert not Path("library.bib").exists()


def test_real_process(start: Callable[..., "Popen[bytes]"], bad_papers: dict[str, Path]) -> None:
    """Outside of tests it is the same: a code, a sentence, no traceback."""
    process = start("cites", bad_papers["binary"])
    stdout, stderr = process.communicate()

    assert (ExitCode.FAILED, b"") == (process.returncode, stdout)
    assert f"{bad_papers['binary']}: this is binary data, not text.\n" == stderr.decode()
