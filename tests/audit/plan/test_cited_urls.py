"""URLs as printed, as asked for, and as told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.plan.cited_urls import complete_url, fetch_key, make_doi_url, normalize_url

HOSTS = st.sampled_from(
    ["example.org", "EXAMPLE.org:80", "user:pw@x.org", "[::1]:443", "bücher.example", "[", ""]
)
URLS = st.text() | st.builds(
    "{}://{}/{}".format,
    st.sampled_from(["http", "https", "HTTP", "ftp", "x"]),
    HOSTS,
    st.text("aé%27E/?#&=~ \ud800"),
)


@pytest.mark.cases("audit/printed_urls")
def test_printed_urls(case: tuple[str, str]) -> None:
    """What is printed leads where its reader would go; what is no URL is left alone."""
    printed, url = case

    assert url == complete_url(printed)


@pytest.mark.cases("audit/equal_urls")
def test_equal_urls(case: tuple[str, str]) -> None:
    """Two URLs are one link, one page or two pages, as the case says."""
    one, other = case[0].split(" ; ")
    if normalize_url(one) == normalize_url(other):
        relation = "one"
    else:
        relation = "page" if fetch_key(one) == fetch_key(other) else "two"

    assert case[1] == relation


@pytest.mark.parametrize(
    "doi", ["10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182", " 10.1000/182 "]
)
def test_doi_urls(doi: str) -> None:
    """However a DOI is printed, it is asked for at the resolver."""
    assert "https://doi.org/10.1000/182" == make_doi_url(doi)


@given(url=URLS)
def test_normal_form_is_stable(url: str) -> None:
    """The normal form of a normal form is itself, with and without its fragment, whatever the text."""
    assert normalize_url(normalize_url(url)) == normalize_url(url)
    assert fetch_key(fetch_key(url)) == fetch_key(url)
    assert fetch_key(normalize_url(url)) == fetch_key(url)


@given(printed=URLS)
def test_completing_is_stable(printed: str) -> None:
    """A URL that was completed is complete."""
    assert complete_url(complete_url(printed)) == complete_url(printed)
