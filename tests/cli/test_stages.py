"""What is shown while a large library is worked on."""

import sys
from pathlib import Path

import pytest

from footnotes.cli.stages import measure_file, show_stage


@pytest.mark.parametrize(
    ("size", "is_terminal", "is_shown"), [(10**7, True, True), (10**7, False, False), (10, True, False)]
)
def test_stage(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    size: int,
    is_terminal: bool,  # noqa: FBT001 - a case of the table
    is_shown: bool,  # noqa: FBT001 - as above
) -> None:
    """The words stand on standard error where a person looks on and the step takes long, and only there."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    with show_stage("Reading [odd].bib", size):
        pass
    shown = capsys.readouterr()

    assert "" == shown.out
    assert is_shown == ("Reading [odd].bib" in shown.err)


def test_measure() -> None:
    """A file has its bytes; what is no file has none."""
    Path("a.bib").write_bytes(b"12345")

    assert (5, 0, 0) == (measure_file("a.bib"), measure_file("absent.bib"), measure_file("a\0b"))
