"""The library again, with what an audit found: archived copies written into the text of the file.

The text is edited in its place. Whatever is not an insertion (or a remark of our own made true again) stays
to the byte: line ends, indentation, comments, macros, the order of fields. The cited URL is never touched.
"""

from collections.abc import Iterable

from footnotes.audit.enrich.bib import enrich_bib
from footnotes.audit.enrich.csl import enrich_csl
from footnotes.audit.enrich.enriched import Enriched, FieldStyle
from footnotes.audit.enrich.matching import FindingIndex
from footnotes.errors import FormatError
from footnotes.formats.bib.biblatex import BIBLATEX
from footnotes.formats.bib.bibtex import BIBTEX
from footnotes.model import LinkFinding

_DIALECTS = {dialect.name: dialect for dialect in (BIBLATEX, BIBTEX)}
CSL_JSON = "csl-json"


def enrich_text(
    text: str,
    format_name: str,
    findings: Iterable[LinkFinding],
    *,
    style: FieldStyle = FieldStyle.NOTE,
    replace: bool = False,
) -> Enriched:
    """Write archived copies, and what became of the originals, into the entries that cite them.

    An entry that says otherwise already is left and named, unless the words are of our own making (the
    remark in `addendum` or `note`) or `replace` is set. What the audit does not know never takes the place
    of what the entry says. Doing it twice changes nothing. Raises FormatError where there is no such
    format, InputError where the text cannot be read as it.
    """
    index = FindingIndex.of(findings)
    if format_name == CSL_JSON:
        # It has one place for them, whatever the style.
        return enrich_csl(text, index, replace=replace)
    if format_name not in _DIALECTS:
        names = ", ".join((*_DIALECTS, CSL_JSON))
        raise FormatError(f"there is no format {format_name!r}: choose one of {names}")
    return enrich_bib(text, _DIALECTS[format_name], index, style, replace=replace)
