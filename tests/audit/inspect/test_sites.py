"""Hosts, their sites, and addresses that are no change."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.inspect.sites import (
    find_ascii_host,
    find_site,
    is_root,
    is_same_site,
    is_trivial_change,
)


@pytest.mark.cases("audit/sites")
def test_sites_are_found(case: Mapping[str, Any]) -> None:
    """A host belongs to its registrable domain."""
    assert case["site"] == find_site(case["host"])


@pytest.mark.cases("audit/changes")
def test_trivial_changes_are_told(case: Mapping[str, Any]) -> None:
    """Two spellings of an address are one, two addresses are two; in both orders."""
    assert case["trivial"] == is_trivial_change(case["one"], case["other"])
    assert case["trivial"] == is_trivial_change(case["other"], case["one"])


def test_same_site() -> None:
    """Subdomains are of one site; the users of a host of sites are not; no host is no site."""
    assert is_same_site("http://www.bbc.co.uk/a", "https://news.bbc.co.uk/b")
    assert not is_same_site("http://a.github.io/", "http://b.github.io/")
    assert not is_same_site("mailto:a@example.org", "mailto:b@example.org")


@given(st.text(max_size=80))
def test_any_text_may_be_an_address(text: str) -> None:
    """No text makes these fail, and each is a trivial change of itself."""
    assert is_trivial_change(text, text)
    assert isinstance(is_root(f"http://{text}"), bool)
    assert isinstance(find_site(find_ascii_host(f"http://{text}")), str)


@given(st.text(max_size=40))
def test_a_site_is_its_own_site(host: str) -> None:
    """The site of a site is the site."""
    assert find_site(host) == find_site(find_site(host))
