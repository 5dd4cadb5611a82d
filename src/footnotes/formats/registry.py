"""The formats: a literal table, and how to tell which one a file is in."""

import re
from collections.abc import Callable
from os import PathLike
from pathlib import Path

from attrs import frozen

from footnotes.errors import FormatError
from footnotes.formats.bib.biblatex import write_biblatex
from footnotes.formats.bib.biblatex_strict import (
    parse_biblatex_strict,
    parse_by_header,
    write_biblatex_strict,
)
from footnotes.formats.bib.bibtex import parse_bibtex, write_bibtex
from footnotes.formats.csl.json import parse_csl_json, write_csl_json
from footnotes.formats.csl.yaml import parse_csl_yaml, write_csl_yaml
from footnotes.formats.csv.table import parse_csv, write_csv, write_tsv
from footnotes.formats.hayagriva.writing import write_hayagriva
from footnotes.formats.reference_list import write_markdown_list, write_text_list
from footnotes.formats.ris.library import parse_ris, write_ris
from footnotes.formats.wikipedia.writing import write_wikipedia
from footnotes.formats.written import Written
from footnotes.model import Library


@frozen
class Format:
    """A format of libraries: its name, the suffixes of its files, and both directions.

    `parse` is None where a format is written only.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    parse: Callable[[str], Library] | None
    write: Callable[[Library], Written]

    @property
    def is_readable(self) -> bool:
        """Whether there is a reader, too."""
        return self.parse is not None


FORMATS = {
    "biblatex": Format("biblatex", "BibLaTeX", (".bib", ".biblatex"), parse_by_header, write_biblatex),
    "biblatex-strict": Format(
        "biblatex-strict",
        "BibLaTeX within biber's data model",
        (".bib",),
        parse_biblatex_strict,
        write_biblatex_strict,
    ),
    "bibtex": Format("bibtex", "BibTeX", (".bib", ".bibtex"), parse_bibtex, write_bibtex),
    "csl-json": Format("csl-json", "CSL-JSON", (".json", ".csljson"), parse_csl_json, write_csl_json),
    "csl-yaml": Format("csl-yaml", "CSL-YAML", (".yaml", ".yml"), parse_csl_yaml, write_csl_yaml),
    "csv": Format("csv", "CSV", (".csv",), parse_csv, write_csv),
    "hayagriva": Format(
        "hayagriva", "Hayagriva YAML", (".hayagriva", ".yaml", ".yml"), None, write_hayagriva
    ),
    "markdown": Format("markdown", "a Markdown list", (".md", ".markdown"), None, write_markdown_list),
    "plain-text": Format("plain-text", "a plain text list", (".txt",), None, write_text_list),
    "ris": Format("ris", "RIS", (".ris",), parse_ris, write_ris),
    "tsv": Format("tsv", "TSV", (".tsv",), parse_csv, write_tsv),
    "wikipedia": Format("wikipedia", "Wikipedia templates", (".wiki", ".wikitext"), None, write_wikipedia),
}
"""By name; of two with one suffix the first is the default."""

READABLE = tuple(name for name, one in FORMATS.items() if one.is_readable)
"""The formats of both directions."""

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


def find_format(name: str) -> Format:
    """The format of that name; raises FormatError with the names there are."""
    if name not in FORMATS:
        raise FormatError(f"there is no format {name!r}: choose one of {', '.join(sorted(FORMATS))}")
    return FORMATS[name]


def find_reader(name: str) -> Callable[[str], Library]:
    """The reader of the format of that name; raises FormatError where there is none."""
    found = find_format(name)
    if found.parse is None:
        raise FormatError(f"{name!r} is written only: what can be read is {', '.join(READABLE)}")
    return found.parse


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
