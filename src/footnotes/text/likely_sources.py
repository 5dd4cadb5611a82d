"""Words that look like a source, though nobody has read one in them."""

import re

_DIGIT = re.compile(r"\d")
_PERSON = re.compile(r"\W*(?:[^\W\d_a-z][\w'’.-]*\s){1,3}[^\W\d_a-z][\w'’-]+,")


def looks_like_source(text: str) -> bool:
    """Whether `text` has a figure ("CAB 23/45"), or begins as citations do ("Maurice Aymard, in ...")."""
    return _DIGIT.search(text) is not None or _PERSON.match(text) is not None
