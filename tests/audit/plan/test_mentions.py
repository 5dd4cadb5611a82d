"""Mentions: where a URL is named, and by what a work is to be found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.plan.mentions import find_address, list_mentions
from footnotes.model import Library, Reference


@pytest.mark.parametrize(
    ("work", "address"),
    [
        (Reference(url="https://example.org/a", doi="10.1000/182"), "https://example.org/a"),
        (Reference(url=" ", doi="10.1000/182"), "https://doi.org/10.1000/182"),
        (Reference(url="doi:10.1000/182", doi="10.1000/182"), "https://doi.org/10.1000/182"),
        (Reference(url="www.example.org"), "http://www.example.org"),
        (Reference(doi=" "), None),
        (Reference(title="Letters"), None),
    ],
)
def test_addresses(work: Reference, address: str | None) -> None:
    """A work is found at its URL, else at its DOI, else nowhere."""
    assert address == find_address(work)


@pytest.mark.parametrize("name", ["archiveurl", "archive_url", "archive-url", "ArchiveURL"])
def test_kept_copies(name: str) -> None:
    """The address of a copy is known by any of the names that libraries give it, and only with a URL."""
    copy = "https://archive.example/a"
    works = (
        Reference(key="a", url="http://example.org/a", extra=(("remark", "x"), (name, copy))),
        Reference(key="b", url="http://example.org/b", extra=((name, " "),)),
        Reference(key="c", extra=((name, copy),)),
    )

    assert [("a", copy), ("b", None)] == [
        (one.cited_by.reference, one.copy) for one in list_mentions(Library(works)) if one.cited_by
    ]


@given(urls=st.lists(st.text(max_size=10)))
def test_lists_keep_all(urls: list[str]) -> None:
    """Every line of a list that is not blank is a mention, whatever stands there."""
    assert sum(bool(url.strip()) for url in urls) == len(list(list_mentions(urls)))
