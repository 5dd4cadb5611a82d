"""Which format a file is in: its suffix says, or how its text begins, or what only one dialect has."""

import re
from os import PathLike
from pathlib import Path

from footnotes.errors import FormatError
from footnotes.formats.registry import FORMATS

_ENOUGH = 20_000
"""The characters in which a format shows itself."""

_BEGINNINGS = (
    ("csl-json", re.compile(r"\[\s*(?:\]|\{)")),
    ("ris", re.compile(r"(?:.*\n)??TY {0,3}- ?[A-Z]{3,}", re.ASCII)),
    (
        "csl-yaml",
        re.compile(r"(?:---\s+)?(?:[^\n]*\n)*?(?:references:|[ \t]*-[ \t]+(?:id|type|author|title):)"),
    ),
    ("biblatex", re.compile(r"%|(?:[^\n]*\n)*?[ \t]*@[A-Za-z]+\s*[{(]")),
    (
        "csv",
        re.compile(
            r"(?:sep=.\s+)?(?:[^\n]*[,;\t|])??[ ]*\"?(?:key|title|author)\"?[ ]*(?:[,;\t|]|$)",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
)

_HEADER = re.compile(r"^% (BibLaTeX|BibTeX)\b", re.MULTILINE)
# `urldate` is not among them: Zotero writes it into classic BibTeX as well.
_BIBLATEX_ONLY = re.compile(
    r"(?:^|[,\r])\s*(?:date|journaltitle|location|origdate|eventdate|eventtitle|maintitle)"
    r"[ \t]*=[ \t]*[{\"\d]"
    r"|@(?:online|thesis|report|collection|mvbook|mvcollection|inreference|reference|dataset|software|video"
    r"|movie|legislation|jurisdiction|artwork|audio|letter|music|performance|review|standard|periodical"
    r"|suppbook|suppperiodical|bookinbook|xdata)\s*[{(]",
    re.IGNORECASE | re.MULTILINE,
)


def detect_format(path: str | PathLike[str], text: str | None = None, *, to_write: bool = False) -> str:
    """The name of the format of a file, by its suffix, else by how its text begins.

    Of a .bib file the text tells the dialect, where there is one: fields and entry types that
    only BibLaTeX has. Without text, or before there is any, it is BibLaTeX. Formats that are written only
    count with `to_write`. Raises FormatError where nothing tells.
    """
    suffix = Path(path).suffix.lower()
    names = [
        one.name for one in FORMATS.values() if suffix in one.suffixes and (to_write or one.is_readable)
    ]
    name = names[0] if names else None if text is None else sniff_format(text)
    if name is None:
        raise FormatError(f"the format of {path} cannot be told from its name: say which")
    if name == "biblatex" and suffix != ".biblatex" and text is not None:
        return detect_dialect(text)
    return name


def sniff_format(text: str) -> str | None:
    """The format that the beginning of a text tells, or None; a .bib file is BibLaTeX here."""
    start = text[:_ENOUGH].removeprefix("\ufeff").lstrip()
    return next((name for name, begins in _BEGINNINGS if begins.match(start)), None)


def detect_dialect(text: str) -> str:
    """Which of the two dialects the text of a .bib file is in: its header says, or what it uses."""
    if header := _HEADER.search(text):
        return header[1].lower()
    return "biblatex" if _BIBLATEX_ONLY.search(text) else "bibtex"
