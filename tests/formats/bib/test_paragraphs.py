r"""Paragraphs and lines of abstracts: as TeX, pandoc and people have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.formats import parse_library, write_library
from footnotes.formats.bib.paragraphs import read_prose, write_prose
from footnotes.model import Library, Reference


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One.\r\n  \r\n  Two.", "One.\n\nTwo."),
        (r"One.\par Two.", "One.\n\nTwo."),
        (r"One.\par{} \noindent Two.", "One.\n\nTwo."),
        (r"One.\\Two.", "One.\nTwo."),
        (r"One.\newline Two.", "One.\nTwo."),
        (r"One.\\[1ex] Two.", "One.\nTwo."),
        (r"One.\\ \\ Two.", "One.\n\nTwo."),
        ("One.\\\\\n\nTwo.", "One.\n\nTwo."),
        ("One\ntwo.", "One two."),
        (r"\emph{One\\ two}", "<i>One\ntwo</i>"),
        (r"\partial \parbox{1} \newlines", r"\partial \parbox{1} \newlines"),
    ],
)
def test_breaks_are_read(value: str, text: str) -> None:
    """A blank line and the macros that people type are paragraphs or lines; a line end alone is a blank."""
    assert read_prose(value) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("One.\nTwo & three.", r"One.\\ Two \& three."),
        ("One.\n\nTwo.", r"One.\\ \\ Two."),
        ("One.\n[sic] two\n* three", r"One.\\ {}[sic] two\\ {}* three"),
        ("  One.  \n", "One."),
    ],
)
def test_breaks_are_written(text: str, value: str) -> None:
    r"""Each end of a line is `\\`; what would be its argument stands behind empty braces."""
    assert write_prose(text, "biblatex") == value


@pytest.mark.parametrize("format_name", ["biblatex", "biblatex-strict", "bibtex"])
@given(lines=st.lists(st.text("ab[*\\{}$%&~-'` ", max_size=8), max_size=6))
def test_lines_come_back(lines: list[str], format_name: str) -> None:
    """An abstract comes back with its lines, blanks at their ends and around the whole apart."""
    text = "\n".join(" ".join(line.split()) for line in lines).strip()
    work = Reference("book", "a", title="T", abstract=text or None, annote=text or None)
    again = parse_library(write_library(Library((work,)), format_name).text, format_name)

    assert (again.references[0].abstract or "", again.references[0].annote or "") == (text, text)
