"""Ranges of pages in the one spelling that works are kept in: 12-34.

Programs and people write any dash (CSL 1.0.2, "page"; BibLaTeX manual 2.2.1; RIS parts the first page from
the last), and some blanks around it.
"""

import re

_DASH = re.compile(r"(?<=\w)\s*(?:[\u2010-\u2015\u2212]|-{1,3})\s*(?=\w)")


def fold_pages(text: str) -> str:
    """The pages with a hyphen for every dash between two of them."""
    return text if text.isdecimal() else _DASH.sub("-", text)
