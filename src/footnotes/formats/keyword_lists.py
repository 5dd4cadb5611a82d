"""Keywords as the one text of CSL's variable, and apart.

They are parted by commas, as BibLaTeX wants it (manual 2.2.2); by semicolons where one has a comma of its
own. Zotero's tables and many databases part all by semicolons.
"""

from collections.abc import Iterable


def split_keywords(text: str) -> list[str]:
    """The keywords of a text."""
    return [word for piece in text.split(";" if ";" in text else ",") if (word := piece.strip())]


def join_keywords(words: Iterable[str]) -> str:
    """The keywords as one text."""
    words = list(words)
    return ("; " if any("," in word for word in words) else ", ").join(words)


def fold_keywords(text: str) -> str:
    """The same keywords with commas for semicolons, where none of them has a comma."""
    return join_keywords(split_keywords(text)) if ";" in text else text
