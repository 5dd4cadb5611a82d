"""Words that look like a source."""

import pytest

from footnotes.text.likely_sources import looks_like_source


@pytest.mark.parametrize(
    "text",
    [
        "CAB 23/45",
        "HStA Dresden, Loc. 9813",
        "Maurice Aymard, in conversation with the author",
        "*Emmanuel Le Roy Ladurie,* passim",
        "Ömer Lütfi Barkan, aynı yerde",
    ],
)
def test_likely(text: str) -> None:
    """A figure, or a name of several words and a comma at the beginning."""
    assert looks_like_source(text)


@pytest.mark.parametrize(
    "text",
    [
        "The phrase was common in the period.",
        "That is what Jones has always said.",
        "Abel schrieb darüber auch an anderer Stelle, was hier nicht interessiert.",
        "However, this is disputed.",
        "",
    ],
)
def test_unlikely(text: str) -> None:
    """A sentence without figures."""
    assert not looks_like_source(text)
