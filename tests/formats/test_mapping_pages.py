"""The mapping tables of the manual are those of the code."""

import runpy
from pathlib import Path


def test_tables_are_current() -> None:
    """docs/formats.md says what the code does; `python tests/formats/mapping_pages.py --write` mends it."""
    pages = runpy.run_path(str(Path(__file__).with_name("mapping_pages.py")))

    assert not pages["mend_page"](write=False)
