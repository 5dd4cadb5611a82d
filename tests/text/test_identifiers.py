"""Shapes and check digits of identifiers."""

import pytest

from footnotes.text.identifiers import (
    fold_doi,
    fold_isbn,
    fold_url,
    is_doi,
    is_isbn,
    is_issn,
    is_orcid,
    split_numbers,
)


@pytest.mark.parametrize("number", ["0198526636", "9780198526636", "080442957X"])
def test_isbns(number: str) -> None:
    """An ISBN of either length is told from one with a figure mistyped."""
    wrong = number[:4] + str((int(number[4]) + 1) % 10) + number[5:]

    assert is_isbn(number)
    assert not is_isbn(wrong)


def test_isbn_of_one_book() -> None:
    """An ISBN-10 and the ISBN-13 of the same book are one."""
    assert "9780198526636" == fold_isbn("0198526636") == fold_isbn("9780198526636")


def test_numbers_are_split() -> None:
    """A field may hold several numbers, with words and brackets around them."""
    assert ["080442957X", "9780198526636"] == split_numbers("ISBN 0-8044-2957-X; 978-0-19-852663-6 (pbk)")
    assert ["9780804710138", "0804710139"] == split_numbers("978-0-8047-1013-8 0-8047-1013-9")
    assert ["09521909", "14676443"] == split_numbers("0952-1909 1467-6443")
    assert ["080442957X"] == split_numbers("0 8044 2957 X")


def test_issn_orcid_doi() -> None:
    """Other identifiers are told from what is near them."""
    assert is_issn("03178471")
    assert not is_issn("03178472")
    assert is_orcid("https://orcid.org/0000-0002-1694-233X")
    assert not is_orcid("0000-0002-1694-2330")
    assert is_doi("doi: 10.1000/ABC")
    assert "10.1000/abc" == fold_doi("https://doi.org/10.1000/ABC")


def test_addresses() -> None:
    """Two spellings of one address meet, those of two pages do not."""
    assert fold_url("http://www.Example.org/a/?utm_source=b") == fold_url("https://example.org/a")
    assert fold_url("http://example.org/A") != fold_url("http://example.org/a")
