"""Quotation marks: which stretch of a text is quoted, in any typography."""

import re
from collections.abc import Sequence

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
# French sets its marks off by spaces: « Les ports ».
_SPACED_OPEN, _SPACED_CLOSE = "«‹", "»›"
_LONGEST = 3000
# "the 1990s' music": a single mark after an s and before a word may be a possessive; it closes only
# what no later single mark of the same sentence closes.
_LATER_CLOSE = re.compile(r"\s\w[^‘’'\"“”]*[’'][\s,.;:)]")


def find_quotations(text: str) -> list[tuple[int, int]]:
    """The outermost quoted stretches of `text`, with their marks, as half-open ranges in order.

    An apostrophe inside a word (Ma'oz, Turkey's) opens and closes nothing, a mark after a
    letter opens nothing, and a mark that is never closed is a character like any other.
    """
    found: list[tuple[int, int]] = []
    waiting: list[int] = []
    for match in _MARK.finditer(text):
        at = match.start()
        start = _find_open(text, waiting, at)
        if start is not None:
            while waiting and waiting[-1] >= start:
                waiting.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, at + 1))
        elif text[at] in PAIRS and _may_open(text, at):
            _wait(text, waiting, at)
    return found


def _find_open(text: str, waiting: Sequence[int], at: int) -> int | None:
    """Where the quotation begins that the mark at `at` closes; there is one open of each kind at most."""
    if waiting and _may_close(text, at):
        for start in reversed(waiting):
            if text[at] in PAIRS[text[start]] and at - start < _LONGEST:
                return start
    return None


def _wait(text: str, waiting: list[int], at: int) -> None:
    """Let the mark at `at` wait for its close, unless one of its kind does that is not too far back."""
    for start in waiting:
        if text[start] == text[at]:
            if at - start < _LONGEST:
                return
            waiting.remove(start)
            break
    waiting.append(at)


def _may_open(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isalnum() and bool(after) and (not after.isspace() or text[at] in _SPACED_OPEN)


def _may_close(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if (before.isspace() and text[at] not in _SPACED_CLOSE) or after.isalnum():
        return False
    later = text[at] in _SINGLE and before == "s" and _LATER_CLOSE.match(text, at + 1, at + 80)
    return not later


def strip_quotes(text: str) -> str:
    """`text` without the pair of quotation marks that encloses the whole of it, if one does."""
    if len(text) > 1 and text[0] in PAIRS and find_quotations(text)[:1] == [(0, len(text))]:
        return text[1:-1]
    return text
