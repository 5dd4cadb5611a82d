"""Braces of TeX: splitting where none is open, and telling whether they close."""

import re

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def split_outside_braces(text: str, separator: re.Pattern[str]) -> list[str]:
    r"""The pieces between the separators that stand outside braces; `\{` is no brace."""
    if "{" not in text:
        return separator.split(text)
    pieces, start = [], 0
    groups = _outer_groups(text)
    at = 0
    for match in separator.finditer(text):
        while at < len(groups) and groups[at][1] <= match.start():
            at += 1
        if at < len(groups) and groups[at][0] < match.end():
            continue
        pieces.append(text[start : match.start()])
        start = match.end()
    return [*pieces, text[start:]]


def is_balanced(text: str) -> bool:
    r"""Whether every brace is closed, and no backslash at the end would catch the closing one.

    Counted as the strictest reader does: BibTeX counts `\{` as a brace, bibtexparser does not.
    """
    return _closes(text, escaped=False) and _closes(text, escaped=True) and not text.endswith("\\")


def find_group_end(text: str, start: int) -> int:
    """The place behind the brace that closes the one at `start`; the end of the text if none does."""
    depth = 0
    for match in _BRACE.finditer(text, start):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
            if depth == 0:
                return match.end()
    return len(text)


def _closes(text: str, *, escaped: bool) -> bool:
    depth = 0
    for match in _BRACE.finditer(text):
        if len(match[0]) > 1 and not (escaped and match[0][1] in "{}"):
            continue
        depth += 1 if match[0][-1] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _outer_groups(text: str) -> list[tuple[int, int]]:
    groups, depth, start = [], 0, 0
    for match in _BRACE.finditer(text):
        if match[0] == "{":
            if depth == 0:
                start = match.start()
            depth += 1
        elif match[0] == "}" and depth > 0:
            depth -= 1
            if depth == 0:
                groups.append((start, match.end()))
    if depth > 0:
        groups.append((start, len(text)))
    return groups
