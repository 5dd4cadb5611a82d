"""Citation keys as pandoc reads them: `[@murinson2013, p. 124]`."""

import re

from footnotes.model import Locator, Resolution
from footnotes.rewrite.places import label_value

KEY_MARK = re.compile(r"\[[^\[\]]*@\w")
"""What a citation key looks like where one stands in a paper already."""


def write_key(resolution: Resolution) -> str:
    """The key of the work with the place cited, in the syntax of pandoc's "Citations in note styles"."""
    place = _write_place(resolution.locator) if resolution.locator else ""
    return f"[@{resolution.reference}{place}]"


def _write_place(locator: Locator) -> str:
    levels = locator.levels or ((locator.label, locator.value),)
    return "".join(f", {label_value(label, value)}" for label, value in levels)
