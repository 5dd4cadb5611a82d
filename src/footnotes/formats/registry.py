"""The formats: a literal table, and what it says of a name."""

from collections.abc import Callable

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
