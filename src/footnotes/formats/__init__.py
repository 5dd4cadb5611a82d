"""Library <-> text: a package per family of formats; `fields` and `types` are the tables.

load_library   file -> Library        dump_library   Library -> file, losses
parse_library  text -> Library        write_library  Library -> text, losses
"""

from footnotes.formats.apparatus.chains import make_graph
from footnotes.formats.apparatus.graphs import GRAPHS
from footnotes.formats.apparatus.json import apparatus_to_json
from footnotes.formats.apparatus.notes import list_repairs, notes_to_json
from footnotes.formats.csl.citation import LABELS, apparatus_to_citations, locator_to_csl
from footnotes.formats.csl.json import csl_to_reference, reference_to_csl
from footnotes.formats.detection import detect_format
from footnotes.formats.edtf import format_edtf
from footnotes.formats.encodings import decode_text
from footnotes.formats.library_files import (
    dump_library,
    load_library,
    parse_library,
    read_library,
    replace_text,
    write_library,
)
from footnotes.formats.loss import Export, Loss, Move
from footnotes.formats.loss_report import name_variable, report_losses
from footnotes.formats.registry import FORMATS, READABLE, Format
from footnotes.formats.sarif import SARIF_SCHEMA, locate_artifact

__all__ = [
    "FORMATS",
    "GRAPHS",
    "LABELS",
    "READABLE",
    "SARIF_SCHEMA",
    "Export",
    "Format",
    "Loss",
    "Move",
    "apparatus_to_citations",
    "apparatus_to_json",
    "csl_to_reference",
    "decode_text",
    "detect_format",
    "dump_library",
    "format_edtf",
    "list_repairs",
    "load_library",
    "locate_artifact",
    "locator_to_csl",
    "make_graph",
    "name_variable",
    "notes_to_json",
    "parse_library",
    "read_library",
    "reference_to_csl",
    "replace_text",
    "report_losses",
    "write_library",
]
