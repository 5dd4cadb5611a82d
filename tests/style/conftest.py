"""Which citation processors are there: tests that need one that is not are skipped, but fail in CI."""

import os
import shutil
from pathlib import Path

import pytest

import footnotes
from footnotes.style.pandoc_engine import find_pandoc

ROOT = Path(__file__).parents[2]


def require(name: str, found: object) -> None:
    """Skip the test, naming what is not there; where CI=true it fails."""
    if found:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed")


@pytest.fixture(params=["citeproc-py", "pandoc"])
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine that is installed."""
    if request.param == "pandoc":
        require("pandoc", find_pandoc())
    return str(request.param)


@pytest.fixture
def reference() -> None:
    """citeproc-js is there."""
    require("node", shutil.which("node"))
    require(
        "npm's citeproc in build/citeproc-js", (ROOT / "build/citeproc-js/node_modules/citeproc").is_dir()
    )
    require("pandoc", find_pandoc())


@pytest.fixture(scope="session")
def seed() -> footnotes.Apparatus:
    """The seed paper, read."""
    return footnotes.read_apparatus(ROOT / "seeds" / "000_d40ec8d5fa738bcb.txt")
