"""The libraries in bib/ are what the command line makes of the seed paper, byte for byte."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from footnotes.cli import main

ROOT = Path(__file__).parents[1]
COMMANDS = [
    line.strip()
    for line in (ROOT / "bib" / "README.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("    footnotes collect ")
]


def test_every_library_has_its_command() -> None:
    """Each file of bib/ is made by one of the commands that its README shows, and by the Makefile."""
    made = {shlex.split(command)[-1] for command in COMMANDS}
    kept = {f"bib/{path.name}" for path in (ROOT / "bib").iterdir() if path.suffix != ".md"}
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    seed, stem = "seeds/000_d40ec8d5fa738bcb.txt", "bib/000_d40ec8d5fa738bcb"
    recipe = recipe.replace("$(SEED)", seed).replace("$(BIB)", stem).replace("$(RUN)/", "")

    assert kept == made
    assert all(f"\t{command}\n" in recipe for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_libraries_are_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """Made again, a library is the same; where a change is meant, run `make bib` and look at it."""
    monkeypatch.chdir(tmp_path)
    Path("seeds").symlink_to(ROOT / "seeds")
    Path("bib").mkdir()
    words = shlex.split(command)
    result = CliRunner().invoke(main, words[1:], catch_exceptions=False)

    assert 0 == result.exit_code
    assert (ROOT / words[-1]).read_bytes() == Path(words[-1]).read_bytes()
