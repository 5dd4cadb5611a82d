"""How ranges of pages are shortened (CSL 1.0.2, appendix V: "Page range formats")."""

import re

_RANGE = re.compile(r"\b([A-Za-z]*)(\d+)\s*[-–]\s*(?:\1(?=\d))?(\d+)\b")
"""Two numbers, with the same letters before both or before the first (S12–S19)."""
_SHORTEST_LONG = 4


def format_ranges(text: str, style: str | None, delimiter: str = "–") -> str:
    """`text` with each range as `style` has it; None leaves its figures and sets the dash only."""

    def write(found: re.Match[str]) -> str:
        letters, first, last = found.groups()
        if style is None:
            return re.sub(r"\s*[-–]\s*", delimiter, found[0])
        again = letters if style == "expanded" else ""
        return letters + first + delimiter + again + _shorten(first, _expand(first, last), style)

    return (
        re.sub(r"(?<=\w)\s*[-–]\s*(?=\w)", delimiter, _RANGE.sub(write, text))
        if "-" in text or "–" in text
        else text
    )


def _expand(first: str, last: str) -> str:
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last


def _shorten(first: str, last: str, style: str) -> str:
    if len(first) != len(last) or style == "expanded":
        return last
    if style.startswith("chicago"):
        return _shorten_chicago(first, last, style)
    return _drop_common(first, last, 2 if style == "minimal-two" else 1)


def _shorten_chicago(first: str, last: str, style: str) -> str:
    number = int(first)
    hundred = 100
    if number < hundred or number % hundred == 0:
        return last
    if number % hundred < 10:  # noqa: PLR2004 - "101-8": the figures that changed only
        return _drop_common(first, last, 1)
    changed = len(_drop_common(first, last, 1))
    if style != "chicago-16" and len(first) == _SHORTEST_LONG and changed > 2:  # noqa: PLR2004 - "1496-1504"
        return last
    return _drop_common(first, last, 2)


def _drop_common(first: str, last: str, least: int) -> str:
    common = 0
    while common < len(first) - least and first[common] == last[common]:
        common += 1
    return last[common:]
