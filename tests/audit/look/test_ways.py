"""What the way to a page says of it."""

import pytest

from footnotes.audit.look.ways import find_way_signs
from footnotes.model import Hop, Sign

URL = "http://www.a.org/papers/1.html"


@pytest.mark.parametrize(
    ("url", "way", "expected"),
    [
        (URL, "", "stayed"),
        (URL, "301 https://www.a.org/papers/1.html", "trivial permanent"),
        # To https and to a slash is a step that many sites make with a 302: it says nothing of the page.
        (URL, "302 https://a.org/papers/1.html/", "trivial permanent"),
        (URL, "301 http://www.a.org/articles/7", "permanent"),
        (URL, "308 http://www.a.org/articles/7", "permanent"),
        (URL, "302 http://www.a.org/articles/7", ""),
        (URL, "307 http://www.a.org/articles/7", ""),
        (URL, "refresh http://www.a.org/articles/7", ""),
        (URL, "302 https://www.a.org/papers/1.html 301 https://www.a.org/articles/7", "permanent"),
        (URL, "301 http://www.a.org/articles/7 302 http://www.a.org/articles/8", ""),
        (URL, "301 http://shop.a.org/articles/7", "permanent"),
        (URL, "301 http://b.org/articles/7", "permanent other-site"),
        # Out and back: where the way ends is what counts.
        (URL, "302 http://b.org/seen 302 http://www.a.org/papers/1.html", "trivial"),
        (URL, "301 http://www.a.org/", "permanent to-root"),
        (URL, "302 http://b.org/index.html", "other-site to-root"),
        ("http://www.a.org/", "301 http://www.a.org/en/", "permanent"),
        (URL, "302 http://www.a.org/404.html", "to-error-page"),
        ("http://www.a.org/404.html", "301 http://www.a.org/notfound", "permanent"),
        # A tilde of the old days: the account of a person is a deep address, and the front page is not.
        ("http://a.ac.uk/~smith/", "301 http://a.ac.uk/", "permanent to-root"),
        # Two colleges under one public suffix are two sites.
        ("http://one.ac.uk/x", "301 http://two.ac.uk/x", "permanent other-site"),
    ],
)
def test_signs_of_ways(url: str, way: str, expected: str) -> None:
    """A way, as causes and addresses in turn, has these signs and no others."""
    words = way.split()
    chain = [Hop(cause, target) for cause, target in zip(words[::2], words[1::2], strict=True)]

    assert {Sign(name) for name in expected.split()} == find_way_signs(url, chain)
