"""When two addresses are one to an archive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.rescue.surts import is_filed_together, make_surt


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/a/b?x=1&y=2",
        "http://www.example.org:80/a/b?x=1&y=2",
        "http://WWW2.EXAMPLE.ORG/A/B/?y=2&x=1#part",
        "http://example.org./a/%62?x=1&y=2",
    ],
)
def test_spellings_of_one_page(other: str) -> None:
    """Scheme, "www.", port, case, a final slash, order of the query and fragment make no difference."""
    assert is_filed_together("http://example.org/a/b?x=1&y=2", other)


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/a/b?x=1",
        "http://example.org:8080/a/b?x=1&y=2",
        "http://example.org/a/bc?x=1&y=2",
        "http://sub.example.org/a/b?x=1&y=2",
        "http://example.com/a/b?x=1&y=2",
    ],
)
def test_other_pages(other: str) -> None:
    """Path, query, port and host make a difference."""
    assert not is_filed_together("http://example.org/a/b?x=1&y=2", other)


def test_hosts_of_all_scripts() -> None:
    """A host in letters and in its form for DNS are one."""
    assert is_filed_together("http://bücher.example/ü", "http://xn--bcher-kva.example/%C3%BC")


@given(st.text(max_size=60))
def test_anything_has_a_key(text: str) -> None:
    """No text, however broken, is an error; a page is the same as itself."""
    assert make_surt(f"http://example.org/{text}")
    assert is_filed_together(text, text)
