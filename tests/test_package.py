"""The package as a whole: what it exports, and what importing it costs."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import footnotes
from footnotes import errors

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
HEAVY = {"babel", "bibtexparser", "citeproc", "click", "lxml", "requests", "rich"}


def test_import_is_light() -> None:
    """`import footnotes` loads no third-party library that only some users need."""
    program = "import footnotes, sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}

    assert set() == HEAVY & loaded


def test_help_is_light() -> None:
    """`footnotes --help` answers without loading formats, tables or names of months."""
    program = "import sys; from footnotes.cli import main; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}

    assert {"click"} == HEAVY & loaded


def test_exports_are_sorted() -> None:
    """`__all__` has constants, classes and functions, each in order, and names nothing twice."""
    kinds = [(not name.isupper(), not name[0].isupper(), name) for name in footnotes.__all__]
    assert sorted(set(kinds)) == kinds


@pytest.mark.parametrize("name", footnotes.__all__)
def test_exports_exist(name: str) -> None:
    """Every name of `__all__` can be had."""
    assert getattr(footnotes, name) is not None


def test_exports_are_complete() -> None:
    """Whatever is public in the package, or can be had lazily, is in `__all__`; so is every exception."""
    lazy = set(footnotes._HOMES)
    own = {
        name
        for name, value in vars(footnotes).items()
        if getattr(value, "__module__", "").startswith("footnotes") and not name.startswith("_")
    }
    raised = {name for name, value in vars(errors).items() if isinstance(value, type)}

    assert set(footnotes.__all__) == lazy | own | raised


def test_unknown_names() -> None:
    """A name that is not there is an AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="has no attribute 'read_minds'"):
        footnotes.read_minds  # noqa: B018 - asking for it is the test


def test_version() -> None:
    """The version of the package is that of the project file."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]

    assert project["version"] == footnotes.__version__
