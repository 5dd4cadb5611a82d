"""The formats: a literal table, and how to tell which one a file is in."""

import re
from collections.abc import Callable
from os import PathLike
from pathlib import Path

from attrs import frozen

from footnotes.errors import FormatError
from footnotes.formats.bib_library import Written
from footnotes.formats.biblatex import parse_biblatex, write_biblatex
from footnotes.formats.bibtex import parse_bibtex, write_bibtex
from footnotes.formats.csl_json import parse_csl_json, write_csl_json
from footnotes.model import Library


@frozen
class Format:
    """A format of libraries: its name, the suffixes of its files, and both directions."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    parse: Callable[[str], Library]
    write: Callable[[Library], Written]


FORMATS = {
    "biblatex": Format("biblatex", "BibLaTeX", (".bib", ".biblatex"), parse_biblatex, write_biblatex),
    "bibtex": Format("bibtex", "BibTeX", (".bib", ".bibtex"), parse_bibtex, write_bibtex),
    "csl-json": Format("csl-json", "CSL-JSON", (".json", ".csljson"), parse_csl_json, write_csl_json),
}
"""By name; of two with one suffix the first is the default."""

_HEADER = re.compile(r"^% (BibLaTeX|BibTeX)\b", re.MULTILINE)
_BIBLATEX_ONLY = re.compile(
    r"^[ \t]*(?:date|journaltitle|location|urldate|origdate|eventdate|eventtitle|maintitle)[ \t]*="
    r"|@(?:online|thesis|report|collection|mvbook|mvcollection|inreference|reference|dataset|software|video"
    r"|movie|legislation|jurisdiction|artwork|audio|letter|music|performance|review|standard|periodical"
    r"|suppbook|suppperiodical|bookinbook|xdata)\s*[{(]",
    re.IGNORECASE | re.MULTILINE,
)


def find_format(name: str) -> Format:
    """The format of that name; raises FormatError with the names there are."""
    if name not in FORMATS:
        raise FormatError(f"there is no format {name!r}: choose one of {', '.join(sorted(FORMATS))}")
    return FORMATS[name]


def detect_format(path: str | PathLike[str], text: str | None = None) -> str:
    """The name of the format of a file, by its suffix; raises FormatError where that tells nothing.

    Of a .bib file the text tells the dialect, where there is one: fields and entry types that
    only BibLaTeX has. Without text, or before there is any, it is BibLaTeX.
    """
    suffix = Path(path).suffix.lower()
    names = [one.name for one in FORMATS.values() if suffix in one.suffixes]
    if not names:
        raise FormatError(f"the format of {path} cannot be told from its name: say which")
    if names[0] == "biblatex" and suffix == ".bib" and text is not None:
        return detect_dialect(text)
    return names[0]


def detect_dialect(text: str) -> str:
    """Which of the two dialects the text of a .bib file is in: its header says, or what it uses."""
    if header := _HEADER.search(text):
        return header[1].lower()
    return "biblatex" if _BIBLATEX_ONLY.search(text) else "bibtex"
