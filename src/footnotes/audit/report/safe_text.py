"""The words of strangers, made fit to stand in a report: nothing in them steers what shows them."""

import re

from footnotes.text.url_parts import find_host, is_web_url

# Controls, marks that turn the direction of what follows, tags that nobody sees, halves of surrogate
# pairs and noncharacters. Joiners and the marks of a single place (U+200C to U+200F) belong to the
# writing of Persian and Hebrew and stay.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"\s+")


def fold_text(text: str) -> str:
    """`text` on one line, with spaces single and each steering character written as its code.

    A title may hold U+202E, behind which "gpj.exe" reads as "exe.jpg"; it becomes the six letters of its
    escape. XML 1.0 (2.2) has no way to write most of them.
    """
    return _STEERING.sub(_spell_code, _SPACE.sub(" ", text).strip())


def _spell_code(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - where \u ends


def shorten_end(text: str, width: int) -> str:
    """`text` in at most `width` characters, cut at its end."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def shorten_middle(text: str, width: int) -> str:
    """`text` in at most `width` characters, cut in the middle, where an address tells least."""
    if len(text) <= width:
        return text
    kept = width - 1
    head = (kept * 3 + 4) // 5
    return f"{text[:head]}…{text[len(text) - (kept - head) :]}"


def may_be_linked(url: str) -> bool:
    """Whether `url` may stand behind a link: http or https with a host, in characters that a URL has."""
    return is_web_url(url) and not _SPACE.search(url) and not _STEERING.search(url)


def name_host(url: str) -> str:
    """The host of a URL as a reader names it, without "www."; empty where it has none."""
    return fold_text(find_host(url)).removeprefix("www.")
