"""Where a work came out and who published it, with a colon between the two and without."""

import re
from collections.abc import Iterator

from footnotes.parse.imprint_fields import ImprintField, trim_field
from footnotes.parse.names.persons import is_organisation
from footnotes.parse.towns import begins_with_publisher


def read_without_colon(text: str, start: int, end: int) -> Iterator[ImprintField]:
    """Without a colon `London, 1980` is a place, `OUP 2007` a publisher, `Berkeley, UCP, 2010` both."""
    comma = text.find(",", start, end)
    if comma >= 0 and (state := _STATE.match(text, comma, end)):
        # "Cambridge, Mass., 2000" and "Durham, NC, Duke University Press, 1992".
        comma = state.end() if text[state.end() : end].strip(" ,") else -1
        if comma < 0:
            yield from trim_field("publisher_place", text, start, end)
            return
    if comma >= 0 and text[comma + 1 : end].strip(" ,"):
        swapped = begins_with_publisher(text[start:comma].strip(), text[comma + 1 : end].strip(" ,"))
        first, second = ("publisher", "publisher_place") if swapped else ("publisher_place", "publisher")
        yield from trim_field(first, text, start, comma)
        yield from trim_field(second, text, comma + 1, end)
    elif comma < 0 or _is_publisher(text[start:end]):
        yield from trim_field("publisher", text, start, end)
    else:
        yield from trim_field("publisher_place", text, start, end)


_STATE = re.compile(r",\s(?:[A-Z]{2}|(?:[A-Z]\.){2}|[A-Z][a-z]{2,4}\.)(?=,|\s*$)")
"""The state or province after a town: `NC`, `N.J.`, `Mass.`."""


def _is_publisher(text: str) -> bool:
    named = re.search(r"\b[A-Z]\.|&|\b(?:Verlag|Books|Sons|Éditions|UP)\b", text)
    return is_organisation(text) or named is not None
