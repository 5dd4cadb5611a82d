"""The syntax of .bib files."""

import logging
import re

import pytest

from footnotes.formats.bib.braces import is_balanced, split_outside_braces
from footnotes.formats.bib.syntax import RawEntry, RawField, read_entries, write_entries


def test_fields_come_back() -> None:
    """Type, key, fields and macros come back as they were written."""
    entry = RawEntry(
        "book", "a", (RawField("title", "{T {x} \\& y}"), RawField("month", "may", enclosed=False))
    )
    text, back = write_entries([entry], "a header")

    expected = "% a header\n\n@book{a,\n  title = {{T {x} \\& y}},\n  month = may,\n}\n"
    assert expected == text
    expected = [("title", "{T {x} \\& y}"), ("month", "may")]
    assert expected == [(one.name, one.value) for one in back[0].fields]


@pytest.mark.parametrize("value", ["lone {", "lone }", "ends in \\", "a}, b = {c"])
def test_broken_value_is_a_fault(value: str) -> None:
    """A value that would break the file is not written: better no file than a broken one."""
    with pytest.raises(RuntimeError, match="read back"):
        write_entries([RawEntry("book", "a", (RawField("title", value),)), RawEntry("book", "b", ())])


def test_broken_entry_has_its_place(capfd: pytest.CaptureFixture[str]) -> None:
    """A broken entry is a problem with line, column and span, and nothing is printed."""
    text = "@book{a, title = {A}}\n\n  @book{b, title = {B\n\n@book{c, title = {C}}\n"
    entries, problems = read_entries(text)

    expected = ["a", "c"]
    assert expected == [entry.key for entry in entries]
    expected = ["@book{a, title = {A}}", "@book{c, title = {C}}"]
    assert expected == [entry.span.of(text) for entry in entries]
    assert problems[0].message.startswith(
        "Line 3, column 20: this brace is never closed; @book b is left out"
    )
    assert problems[0].span.of(text).startswith("@book{b")
    expected = ("", "")
    assert expected == capfd.readouterr()


def test_log_is_left_to_the_user() -> None:
    """The parser's own log is not silenced, only not printed by default."""
    assert not logging.getLogger("bibtexparser").disabled


def test_macros_and_concatenation() -> None:
    """`@string`, `#`, quotes, numbers and unknown macros make one value."""
    text = """@string{a = "A"} @string{b = a # { B}}
    @misc{k, x = b # " {"} C" # 5, y = nowhere, month = jan # "~5"}"""
    entries, problems = read_entries(text)

    expected = ['A B {"} C5', "nowhere", "jan~5"]
    assert expected == [field.value for field in entries[0].fields]
    expected = ()
    assert expected == problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {b} c", True),
        ("{", False),
        ("}{", False),
        ("\\{", False),
        ("\\{\\}", True),
        ("a\\", False),
        ("{\\}", False),
    ],
)
def test_balance(text: str, expected: bool) -> None:  # noqa: FBT001 - the table's right side
    """Braces close for the parsers that heed a backslash and for those that do not."""
    assert expected is is_balanced(text)


def test_splitting() -> None:
    """Only separators outside braces separate; a brace that never closes hides the rest."""
    comma = re.compile(",")
    expected = ["a", "{b,c}", "d"]
    assert expected == split_outside_braces("a,{b,c},d", comma)
    expected = ["a", "{b,c"]
    assert expected == split_outside_braces("a,{b,c", comma)
