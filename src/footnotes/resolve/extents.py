"""Whether a place can be in a work: pages against the extent that the full citation prints."""

import re

from footnotes.model import Reference

_PRINTED = {"report", "book", "thesis", "article-journal", "chapter", "manuscript", "legislation"}
"""Works that have pages wherever they are read."""
_REPORTED = {"legal_case"}
"""Works of which the first page alone is printed."""


def may_hold(work: Reference, label: str, value: str) -> bool:
    """Whether a place can be in `work`: no page is in a web page, nor outside the extent of an article.

    An article has no volumes of its own.
    """
    if label == "page":
        return not (_is_unpaginated(work) or lies_outside(work, label, value))
    return label != "volume" or not work.type.startswith("article")


def lies_outside(work: Reference, label: str, value: str) -> bool:
    """Whether a page lies outside the printed extent of an article or chapter (R11).

    Of a decision the first page is printed, and no page before it is in it.
    """
    page = re.split("[-,]", value, maxsplit=1)[0]
    if label != "page" or not work.page or not page.isdigit():
        return False
    first, _, last = work.page.partition("-")
    if not first.isdigit():
        return False
    if not last:
        return work.type in _REPORTED and int(page) < int(first)
    return last.isdigit() and not int(first) <= int(page) <= int(last)


def _is_unpaginated(work: Reference) -> bool:
    return bool(work.url) and work.type not in _PRINTED and not (work.page or work.publisher or work.volume)
