"""Halves of surrogate pairs, which are no characters and cannot be written in UTF-8."""

import re

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def replace_surrogates(text: str) -> str:
    """The text with U+FFFD in the place of each."""
    return _SURROGATE.sub("\ufffd", text)
