"""Whether a place can be in a work: pages against the extent that the full citation prints."""

import re

from footnotes.model import Reference


def may_hold_page(work: Reference, label: str, value: str) -> bool:
    """Whether a place can be in `work`: no page is in a web page, nor outside the extent of an article."""
    if label != "page":
        return True
    if work.page and "-" in work.page:
        first, last = work.page.split("-", 1)
        page = re.split("[-,]", value, maxsplit=1)[0]
        return not (first.isdigit() and last.isdigit() and page.isdigit()) or int(first) <= int(
            page
        ) <= int(last)
    return not (work.url and work.publisher is None and work.volume is None)
