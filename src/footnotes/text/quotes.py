"""Quotation marks: which stretch of a text is quoted, in any typography."""

import re

# Opening mark -> the marks that may close it. German „ “ and ‚ ‘, Polish „ ”, Scandinavian » «.
PAIRS = {
    "“": "”“",
    "‘": "’‘",
    "„": "“”",
    "‚": "‘’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    '"': '"',
    "'": "'",
}
_MARK = re.compile("[“”‘’„‚«»‹›\"']")
_SINGLE = "‘’'‚"
_LONGEST = 3000


def find_quotations(text: str) -> list[tuple[int, int]]:
    """The outermost quoted stretches of `text`, with their marks, as half-open ranges in order.

    An apostrophe inside a word (Ma'oz, Turkey's) opens and closes nothing, a mark after a
    letter opens nothing, and a mark that is never closed is a character like any other.
    """
    found = []
    at = 0
    while match := _MARK.search(text, at):
        end = _find_close(text, match.start())
        if end is None:
            at = match.end()
        else:
            found.append((match.start(), end))
            at = end
    return found


def _find_close(text: str, start: int) -> int | None:
    opening = text[start]
    if opening not in PAIRS or not _may_open(text, start):
        return None
    closing = PAIRS[opening]
    at = start + 1
    while match := _MARK.search(text, at, start + _LONGEST):
        place = match.start()
        if text[place] in closing and _may_close(text, place):
            return place + 1
        inner = _find_close(text, place) if text[place] != opening else None
        at = place + 1 if inner is None else inner
    return None


def _may_open(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isalnum() and bool(after) and not after.isspace()


def _may_close(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isspace() or after.isalnum():
        return False
    # "the 1990s' music": a single mark after a letter and before a word may be a possessive; it
    # closes only what no later single mark of the same sentence closes.
    return not (
        text[at] in _SINGLE
        and before == "s"
        and re.match(r"\s\w[^‘’'\"“”]*[’'][\s,.;:)]", text[at + 1 : at + 80])
    )


def strip_quotes(text: str) -> str:
    """`text` without the pair of quotation marks that encloses the whole of it, if one does."""
    if len(text) > 1 and text[0] in PAIRS and _find_close(text, 0) == len(text):
        return text[1:-1]
    return text
