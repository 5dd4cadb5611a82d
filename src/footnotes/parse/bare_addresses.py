"""Addresses of which nothing else is known: enough to look at the source."""

from bisect import bisect_left

from attrs import evolve

from footnotes.model import CiteForm
from footnotes.parse.known_works import KnownWorks
from footnotes.parse.landmarks import Stretch
from footnotes.parse.readings import FoundCite, Reading

_NEAR = 3
"""How many characters may stand between an address and its access date."""


def read_address(stretch: Stretch, _known: KnownWorks) -> FoundCite | None:
    """An address in a sentence: all that is known of the source, but enough to look at it."""
    urls = stretch.landmarks.urls
    at = bisect_left(urls, (stretch.start, 0))
    found = urls[at] if at < len(urls) and urls[at][1] <= stretch.end else None
    if found is None:
        return None
    reading = Reading(
        type="webpage",
        variables={"url": stretch.cut(*found).text},
        places=(("url", *found),),
        locator=None,
        start=found[0],
        end=found[1],
        identified=True,
        certain=False,
    )
    for access in stretch.landmarks.accesses:
        if found[1] <= access.start < found[1] + _NEAR and access.end <= stretch.end:
            accessed = ("accessed", access.date_start, access.date_end)
            variables = reading.variables | {"accessed": access.date}
            reading = evolve(
                reading, variables=variables, places=(*reading.places, accessed), end=access.end
            )
    return FoundCite(CiteForm.FULL, reading, None, "low")
