"""Tables in terminals of any width."""

import pytest

from footnotes.cli.tables import Column, print_table

COLUMNS = (Column("Entry", 20), Column("Place", 9), Column("Check", 8), Column("What was found"))
ROW = (
    "http://zotero.org/users/1/items/AB",
    "2:135",
    "warning\nFL502",
    "This is no date that programs read.",
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            60,
            [
                "http://zotero.org/us  2:135  warning  This is no date that",
                "ers/1/items/AB               FL502    programs read.",
            ],
        ),
        (
            45,
            [
                "http://zo  2:135  warning  This is no date",
                "tero.org/         FL502    that programs",
                "users/1/i                  read.",
                "tems/AB",
            ],
        ),
    ],
)
def test_narrow_terminals(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int, expected: list[str]
) -> None:
    """In a narrow terminal the widest column gives way, so that sentences can still be read."""
    monkeypatch.setenv("COLUMNS", str(width))
    print_table("works.json", COLUMNS, [ROW])
    lines = capsys.readouterr().out.splitlines()

    assert all(len(line) <= width for line in lines)
    assert expected == lines[3:]


@pytest.mark.parametrize(("told", "expected"), [("0", 100), ("wide", 100), ("", 100), ("70", 70)])
def test_width_of_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, told: str, expected: int
) -> None:
    """A pipe is 100 signs wide where COLUMNS tells nothing, or no width."""
    monkeypatch.setenv("COLUMNS", told)
    print_table("works.json", COLUMNS, [ROW])

    assert "─" * expected == capsys.readouterr().out.splitlines()[2]
