"""The parts of one URL, whatever stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.text.url_parts import drop_fragment, find_host, is_web_url, split_url


@pytest.mark.parametrize(
    ("url", "host", "is_web"),
    [
        ("https://www.Example.org:8080/a", "www.example.org", True),
        (" HTTP://user@EXAMPLE.ORG ", "example.org", True),
        ("http://[::1]:80/", "::1", True),
        ("ftp://example.org/a", "example.org", False),
        ("//example.org/a", "example.org", False),
        ("mailto:a@example.org", "", False),
        ("http://:80/a", "", False),
        ("http://[broken", "", False),
        ("http://[#a", "", False),
        ("", "", False),
    ],
)
def test_hosts(url: str, host: str, is_web: bool) -> None:  # noqa: FBT001 - an expected value
    """A host has no capitals, user or port; only http and https with one can be asked for."""
    assert (host, is_web) == (find_host(url), is_web_url(url))


@given(st.text() | st.text(alphabet="htp:/[]#@?.%a1").map("http://{}".format))
def test_nothing_raises(text: str) -> None:
    """Whatever stands there, it has parts, and up to its fragment it has none."""
    split_url(text)
    is_web_url(text)

    assert "#" not in drop_fragment(text)
    assert text.startswith(drop_fragment(text))
