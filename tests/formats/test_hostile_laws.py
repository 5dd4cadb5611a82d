"""Laws for hostile .bib files: no bytes raise, whole entries survive broken neighbours, time is linear."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footnotes.errors import InputError
from footnotes.formats import parse_library, read_library, write_library
from footnotes.formats.bib.syntax import read_entries

FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PIECES = st.sampled_from(
    [
        *'{}",=#@()%\\ \n',
        *(
            "@book{a,",
            "@comment{",
            "@string{x = ",
            "title = {",
            'note = "',
            "\\'{",
            "jan",
            "crossref = {a}",
        ),
        *(
            "xdata = {b}",
            "year = 2001",
            "$_2$",
            "\\foo{",
            "and",
            "author = {",
            "date = {2001-0",
            "ə",
            "\u0301",
        ),
    ]
)
DAMAGE = st.lists(PIECES, max_size=40).map("".join)
BEFORE = "@book{before, title = {Before}, year = {2001}}\n"
BEHIND = "\n@article{behind, title = {Behind}, journal = {J}, year = {2002}}\n"


@FEW
@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    """Any bytes are a library, perhaps an empty one, or no text."""
    for one in (data, b"@book{k, title = {" + data + b"}, year = 2001}"):
        try:
            library = read_library(one, None, "a.bib")
        except InputError:
            assert b"\0" in data or any(sign < 32 for sign in data)
        else:
            assert all(work.key for work in library)


@FEW
@given(DAMAGE)
def test_neighbours_survive(damage: str) -> None:
    """Whatever stands between two entries that begin lines of their own, both are read as alone."""
    alone = {entry.key: entry.fields for entry in read_entries(BEFORE + BEHIND)[0]}
    found = {entry.key: entry.fields for entry in read_entries(BEFORE + damage + BEHIND)[0]}

    assert alone.items() <= found.items()


@FEW
@given(DAMAGE)
def test_every_entry_is_read_or_named(damage: str) -> None:
    """An entry that begins a line is a work, or a problem tells its place."""
    text = f"@book{{k, title = {{T}}{damage}\n"
    entries, problems = read_entries(text)

    assert any(entry.span.start == 0 for entry in entries) or any(one.span.start == 0 for one in problems)


@FEW
@given(DAMAGE, st.sampled_from(["bibtex", "biblatex"]))
def test_what_is_read_is_written(damage: str, dialect: str) -> None:
    """A library that a damaged file left can be written, and no work is lost."""
    library = parse_library(BEFORE + damage + BEHIND, dialect)
    back = parse_library(write_library(library, dialect).text, dialect)

    assert len(library) == len(back)


SMALL, LARGE = 4_000, 32_000
"""Eight times as much may take twenty times as long: linear, with room for noise; quadratic is 64."""

HOSTILE = {
    "braces open": lambda n: "@book{a, title = " + "{" * n,
    "braces nested": lambda n: "@book{a, title = " + "{" * n + "x" + "}" * n + "}",
    "accents nested": lambda n: "@book{a, title = {" + "\\'{" * n + "x" + "}" * n + "}}",
    "accents over blanks": lambda n: "@book{a, title = {" + "\\'{" * n + "\\ " * n + "x" + "}" * n + "}}",
    "combining marks": lambda n: "@book{a, title = {x" + "\u0301\u0323" * n + "}}",
    "macros": lambda n: "@book{a, title = {" + "\\foo{" * n + "}" * n + "}}",
    "addresses open": lambda n: "@book{a, title = {" + "\\url" * n + "}}",
    "formulas": lambda n: "@book{a, title = {" + "$x_" * n + "}}",
    "comments open": lambda n: "@comment{\n" * n,
    "entries open": lambda n: "@book{a, title = {\n" * n,
    "entries with quotes": lambda n: '@book{a, title = "\n' * n,
    "quotes within": lambda n: '@book{a, title = "' + 'x" y' * n + '"}',
    "brackets too many": lambda n: "@book{a" + ", x = {1}}" * n,
    "escaped braces": lambda n: "@book{a" + ", x = {\\}" * n + "}",
    "at signs": lambda n: "@" * n,
    "heads": lambda n: "@a " * n,
    "blanks": lambda n: (
        "@book{a, author = {" + " " * n + "}, pages = {" + " " * n + "x}, note = {" + "\n" * n + "}}"
    ),
    "blanks and more": lambda n: "@book{a, title = {" + " \n" * n + "x = {}",
    "one key": lambda n: "@book{a, title = {T}}\n" * (n // 10),
    "crossref chain": lambda n: "".join(
        f"@book{{k{at}, title = {{T}}, crossref = {{k{at + 1}}}}}\n" for at in range(n // 10)
    ),
    "crossref star": lambda n: (
        "@xdata{k, note = {N}}\n@book{a, title = {T}, xdata = {" + ",".join(["k"] * n) + "}}\n"
    ),
    "joined": lambda n: "@book{a, title = {T}" + " # x" * n + "}",
    "names": lambda n: "@book{a, author = {" + "A and " * n + "B}}",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_is_linear(kind: str) -> None:
    """Eight times the text takes no more than some eight times as long."""
    small, large = (min(_measure(HOSTILE[kind](size)) for _ in range(2)) for size in (SMALL, LARGE))

    assert large < 20 * small + 0.2


def _measure(text: str) -> float:
    start = time.process_time()
    parse_library(text, "biblatex")
    return time.process_time() - start
