"""Reads the notes of a paper into references, resolves their chains, and hands them on.

    a paper --read--> SourceDocument --split--> notes, markers --parse--> cites --resolve--> resolutions
                                                                                                  |
                                                                                               collect
                                                                                                  v
    BibTeX, BibLaTeX, CSL-JSON <----------------------------formats---------------------------- Library

`read_apparatus(path)` runs all of it; every stage can be called by itself.
"""

import os
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from footnotes.errors import (
    FootnotesError,
    FormatError,
    InputError,
    LossError,
    NoNotesError,
    TooLargeError,
)

if TYPE_CHECKING:
    from footnotes.collect import collect_library, keep_certain, link_resolutions, merge_libraries
    from footnotes.formats import (
        FORMATS,
        Loss,
        apparatus_to_json,
        detect_format,
        dump_library,
        load_library,
        parse_library,
        write_library,
    )
    from footnotes.model import (
        Apparatus,
        Cite,
        CiteForm,
        Confidence,
        Library,
        Locator,
        Marker,
        Name,
        Note,
        Problem,
        Reference,
        Resolution,
        Segment,
        Severity,
        SourceDocument,
        Span,
    )
    from footnotes.parse import ParsedNotes, parse_cites
    from footnotes.read import read_document
    from footnotes.rewrite import Edit, LeftCite, Rewriting, WrittenForm
    from footnotes.split import FoundNotes, find_notes

__version__ = "0.1.0"

# Where each name lives. It is imported when it is asked for, so that `import footnotes` stays light.
_HOMES = {
    "Apparatus": "footnotes.model",
    "Cite": "footnotes.model",
    "CiteForm": "footnotes.model",
    "Confidence": "footnotes.model",
    "Edit": "footnotes.rewrite",
    "FORMATS": "footnotes.formats",
    "LeftCite": "footnotes.rewrite",
    "Library": "footnotes.model",
    "Locator": "footnotes.model",
    "Loss": "footnotes.formats",
    "Marker": "footnotes.model",
    "Name": "footnotes.model",
    "Note": "footnotes.model",
    "Problem": "footnotes.model",
    "Reference": "footnotes.model",
    "Resolution": "footnotes.model",
    "Rewriting": "footnotes.rewrite",
    "Segment": "footnotes.model",
    "Severity": "footnotes.model",
    "SourceDocument": "footnotes.model",
    "Span": "footnotes.model",
    "WrittenForm": "footnotes.rewrite",
    "apparatus_to_json": "footnotes.formats",
    "collect_library": "footnotes.collect",
    "detect_format": "footnotes.formats",
    "dump_library": "footnotes.formats",
    "find_notes": "footnotes.split",
    "keep_certain": "footnotes.collect",
    "link_resolutions": "footnotes.collect",
    "load_library": "footnotes.formats",
    "merge_libraries": "footnotes.collect",
    "parse_cites": "footnotes.parse",
    "parse_library": "footnotes.formats",
    "read_document": "footnotes.read",
    "write_library": "footnotes.formats",
}

__all__ = [
    "FORMATS",
    "Apparatus",
    "Cite",
    "CiteForm",
    "Confidence",
    "Edit",
    "FootnotesError",
    "FormatError",
    "InputError",
    "LeftCite",
    "Library",
    "Locator",
    "Loss",
    "LossError",
    "Marker",
    "Name",
    "NoNotesError",
    "Note",
    "Problem",
    "Reference",
    "Resolution",
    "Rewriting",
    "Segment",
    "Severity",
    "SourceDocument",
    "Span",
    "TooLargeError",
    "WrittenForm",
    "apparatus_to_json",
    "collect_library",
    "detect_format",
    "dump_library",
    "find_notes",
    "keep_certain",
    "link_resolutions",
    "load_library",
    "merge_libraries",
    "normalize_apparatus",
    "parse_apparatus",
    "parse_cites",
    "parse_library",
    "read_apparatus",
    "read_document",
    "read_reference_list",
    "resolve_cites",
    "write_library",
]


def read_apparatus(path: str | os.PathLike[str]) -> "Apparatus":
    """Read the notes of the paper at `path` (`-` is standard input) to the end.

    Gives notes, markers, segments, cites, resolutions, library and problems. Raises `InputError` with one
    sentence if the file cannot be read, and `NoNotesError` if it holds no notes.
    """
    from footnotes.read import read_document  # noqa: PLC0415 - the stages are imported when they run

    return parse_apparatus(read_document(path))


def read_reference_list(path: str | os.PathLike[str]) -> "Apparatus":
    """Read a reference list: the bibliography at the end of a paper, or a file with one reference a line.

    Each entry is a note with one full cite. Raises `InputError` as `read_apparatus` does, and
    `NoNotesError` if there is no entry.
    """
    from footnotes import parse, read, split  # noqa: PLC0415 - the stages are imported when they run

    document = read.read_document(path)
    found = split.find_references(document)
    if not found.notes:
        raise NoNotesError(f"{document.source}: no references were found in this text.")
    return _conclude(document, found, parse.parse_references(found.notes))


def parse_apparatus(document: "SourceDocument") -> "Apparatus":
    """The apparatus of a document that was read already; raises `NoNotesError` if it holds no notes."""
    from footnotes import parse, split  # noqa: PLC0415 - the stages are imported when they run

    found = split.find_notes(document)
    if not found.notes:
        raise NoNotesError(f"{document.source}: no notes were found in this text.")
    return _conclude(document, found, parse.parse_cites(found.notes))


def _conclude(document: "SourceDocument", found: "FoundNotes", parsed: "ParsedNotes") -> "Apparatus":
    """What the cites mean, and the library of their works."""
    from footnotes import collect, model  # noqa: PLC0415 - the stages are imported when they run

    resolutions = resolve_cites(parsed.cites, found.notes)
    library = collect.collect_library(parsed.cites, resolutions)
    return model.Apparatus(
        document=document,
        notes=found.notes,
        markers=found.markers,
        segments=parsed.segments,
        cites=parsed.cites,
        resolutions=collect.link_resolutions(resolutions, library),
        library=library,
        problems=found.problems,
    )


def normalize_apparatus(
    apparatus: "Apparatus",
    form: "WrittenForm | str" = "short",
    *,
    min_confidence: "Confidence | str" = "medium",
    repeats: bool = False,
) -> "Rewriting":
    """Write every back-reference of a paper as `form`: short, full, ibid or key.

    All else stays to the letter, and so does a back-reference whose work is unknown, or less sure than
    `min_confidence`, or that would not be read again as the same work at the same place. With `repeats`
    a full citation that repeats an earlier one is taken for a back-reference too. Raises ValueError for
    a form or confidence that there is none of.
    """
    from attrs import evolve  # noqa: PLC0415 - the stages are imported when they run

    from footnotes import model, rewrite  # noqa: PLC0415 - as above

    return rewrite.rewrite_cites(
        apparatus,
        rewrite.WrittenForm(form),
        lambda text: parse_apparatus(evolve(apparatus.document, text=text)),
        model.Confidence(min_confidence),
        repeats=repeats,
    )


def resolve_cites(cites: "Sequence[Cite]", notes: "Sequence[Note]") -> "tuple[Resolution, ...]":
    """What each of `cites` means, in the same order; `notes` are all notes, also those without a cite."""
    from footnotes import collect, resolve  # noqa: PLC0415 - the stages are imported when they run

    return resolve.resolve_cites(cites, notes, collect.is_same_work)


def __getattr__(name: str) -> Any:
    """Import a name of the public API from its home when it is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
