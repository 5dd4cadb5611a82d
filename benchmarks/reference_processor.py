"""Notes and entries by citeproc-js, the reference processor, through styles.mjs: benchmarks/styles.py."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from note_sequences import Paper

from footnotes.style import Style
from footnotes.style.locator_terms import choose_locale, read_locale

SCRATCH = Path(__file__).resolve().parents[1] / "build" / "citeproc-js"
DRIVER = Path(__file__).with_name("styles.mjs")
Printed = dict[str, Any]


def format_by_reference(styles: Sequence[Style], papers: Sequence[Paper]) -> list[list[Printed]]:
    """The notes and entries of each paper in each style by citeproc-js."""
    install_reference()
    locales = {style.name: choose_locale(style.default_locale) for style in styles}
    job = {
        "styles": [
            {
                "name": style.name,
                "xml": style.path.read_text(encoding="utf-8"),
                "locale": locales[style.name],
            }
            for style in styles
        ],
        "locales": {name: read_locale(name or "en-US") for name in {*locales.values(), "en-US"}},
        "papers": [{"items": paper.items, "notes": paper.notes} for paper in papers],
    }
    done = subprocess.run(
        ["node", str(DRIVER), str(SCRATCH)],  # noqa: S607 - whichever Node the user has
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=True,
    )
    results: list[list[Printed]] = json.loads(done.stdout)
    return results


def install_reference() -> None:
    """citeproc-js in a folder of its own, once."""
    if (SCRATCH / "node_modules" / "citeproc").is_dir():
        return
    SCRATCH.mkdir(parents=True, exist_ok=True)
    command = [
        "npm",
        "install",
        "--silent",
        "--no-audit",
        "--no-fund",
        "--prefix",
        str(SCRATCH),
        "citeproc@2.4.63",
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
