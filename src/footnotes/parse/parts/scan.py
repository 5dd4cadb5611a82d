"""The parts of a cite after its title, one after another."""

import re
from collections.abc import Iterator

from footnotes.parse.landmarks import Stretch
from footnotes.parse.parts.part import Part, Rule
from footnotes.parse.parts.rules import RULES
from footnotes.parse.parts.volume_titles import recognise_volume_title
from footnotes.parse.parts.words import recognise_editors

_SKIP = re.compile(r"[\s,.:;–—،؛]*")


def scan_parts(stretch: Stretch) -> Iterator[Part]:
    """The parts of `stretch` in order; every character but separators is in one of them."""
    before = ""
    while True:
        skip = _SKIP.match(stretch.landmarks.text, stretch.start, stretch.end)
        stretch = stretch.cut(skip.end() if skip else stretch.start)
        if stretch.start >= stretch.end:
            return
        for rule in AFTER.get(before, RULES):
            part = rule(stretch)
            if part is not None:
                yield part
                before, stretch = part.kind, stretch.cut(part.end)
                break


AFTER: dict[str, tuple[Rule, ...]] = {
    "in": (recognise_editors, *RULES),
    "volume": (recognise_volume_title, *RULES),
}
"""After "in" names are those of the editors; after a volume and a colon comes its own title."""
