"""Names in a row: delimiters, the word before the last, and what stands for those left out."""

import re

from attrs import frozen

_WITHOUT_BLANKS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts that set no blank between words, nor before "and" and "et al." in them."""


@frozen
class NameList:
    """Names that are written; `others` stands for those left out, before `last` if that is still named."""

    names: tuple[str, ...]
    is_inverted: bool = False
    """Whether the last of the names has its family name first."""
    others: str | None = None
    last: str | None = None


def join_names(names: NameList, delimiter: str, conjunction: str | None, precedes: tuple[str, str]) -> str:
    """The names as one text (CSL 1.0.2, "Name").

    `precedes` are the values of delimiter-precedes-last and delimiter-precedes-et-al.
    """
    shown = names.names
    if names.last is not None:
        return delimiter.join((*shown, f"… {names.last}"))
    if names.others is not None:
        several = _has_delimiter(precedes[1], len(shown) > 1, is_inverted=names.is_inverted)
        glue = delimiter if several else _blank(names.others)
        return delimiter.join(shown) + (glue + names.others if names.others else "")
    if conjunction is None or len(shown) < 2:  # noqa: PLR2004 - nothing stands between fewer
        return delimiter.join(shown)
    several = _has_delimiter(precedes[0], len(shown) > 2, is_inverted=names.is_inverted)  # noqa: PLR2004 - "A and B"
    glue = delimiter if several else _blank(conjunction)
    return f"{delimiter.join(shown[:-1])}{glue}{conjunction}{_blank(conjunction)}{shown[-1]}"


def _has_delimiter(rule: str, contextual: bool, *, is_inverted: bool) -> bool:  # noqa: FBT001 - a value of a table
    return {"always": True, "never": False, "after-inverted-name": is_inverted}.get(rule, contextual)


def _blank(word: str) -> str:
    return "" if _WITHOUT_BLANKS.match(word) else " "
