"""Pandoc as a second reader, where it is installed."""

import json
import shutil
import subprocess
from typing import Any

import pytest


def find_pandoc() -> str | None:
    """The program: that of the wheel, which is new enough for RIS, or the one on the path."""
    try:
        import pypandoc  # noqa: PLC0415 - it may not be there
    except ImportError:
        return shutil.which("pandoc")
    return str(pypandoc.get_pandoc_path())


def read_with_pandoc(text: str, name: str) -> list[dict[str, Any]]:
    """The items of CSL-JSON that pandoc reads from a text; skips the test where there is no pandoc."""
    program = find_pandoc()
    if program is None:
        pytest.skip("pandoc is not installed")
    done = subprocess.run(
        [program, "-f", name, "-t", "csljson"],
        input=text,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        encoding="utf-8",
    )
    items: list[dict[str, Any]] = json.loads(done.stdout)
    return items
