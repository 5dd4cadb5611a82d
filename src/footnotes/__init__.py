"""Reads the notes of a paper into references, resolves their chains, and hands them on.

    a paper --read--> SourceDocument --split--> notes, markers --parse--> cites --resolve--> resolutions
                                                                                                  |
                                                                                               collect
                                                                                                  v
    BibTeX, BibLaTeX, CSL-JSON <----------------------------formats---------------------------- Library
                                                                                                  |
    reports <-----------------------------------findings---------------------------------------audit

`read_apparatus(path)` runs all of it up to the library, `audit_links(library)` the rest; every stage can be
called by itself.
"""

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from footnotes.errors import (
    ArchiveError,
    DurationError,
    EngineError,
    FootnotesError,
    FormatError,
    InputError,
    JournalError,
    KeyPatternError,
    LossError,
    NoNotesError,
    ProfileError,
    StyleError,
    TooLargeError,
    UnknownRuleError,
    UnknownStyleError,
)

if TYPE_CHECKING:
    from footnotes.audit import Archive, Settings, report_audit
    from footnotes.check import Finding, check_apparatus
    from footnotes.collect import (
        Conflict,
        Joining,
        Pair,
        collect_library,
        find_duplicates,
        join_libraries,
        keep_certain,
        link_resolutions,
        merge_duplicates,
        merge_libraries,
        parse_key_pattern,
        rekey_library,
    )
    from footnotes.formats import (
        FORMATS,
        Loss,
        apparatus_to_citations,
        apparatus_to_json,
        detect_format,
        dump_library,
        load_library,
        parse_library,
        read_library,
        report_losses,
        write_library,
    )
    from footnotes.model import (
        Apparatus,
        Audit,
        Cite,
        CiteForm,
        Confidence,
        Library,
        LinkCheck,
        LinkFinding,
        Locator,
        Marker,
        Memento,
        Name,
        Note,
        Problem,
        Reference,
        Resolution,
        Segment,
        Severity,
        SourceDocument,
        Span,
        Verdict,
    )
    from footnotes.parse import ParsedNotes, parse_cites
    from footnotes.read import read_document
    from footnotes.resolve import PROFILES
    from footnotes.rewrite import Edit, LeftCite, Rewriting, WrittenForm
    from footnotes.split import FoundNotes, find_notes
    from footnotes.style import Formatted, format_bibliography, format_notes, print_formatted
    from footnotes.validate import Validation, validate_library

__version__ = "0.1.0"

# Where each name lives. It is imported when it is asked for, so that `import footnotes` stays light.
_HOMES = {
    "Apparatus": "footnotes.model",
    "Audit": "footnotes.model",
    "Cite": "footnotes.model",
    "CiteForm": "footnotes.model",
    "Confidence": "footnotes.model",
    "Conflict": "footnotes.collect",
    "Edit": "footnotes.rewrite",
    "FORMATS": "footnotes.formats",
    "Finding": "footnotes.check",
    "Joining": "footnotes.collect",
    "Formatted": "footnotes.style",
    "LeftCite": "footnotes.rewrite",
    "Library": "footnotes.model",
    "LinkCheck": "footnotes.model",
    "LinkFinding": "footnotes.model",
    "Locator": "footnotes.model",
    "Loss": "footnotes.formats",
    "Marker": "footnotes.model",
    "Memento": "footnotes.model",
    "Name": "footnotes.model",
    "Note": "footnotes.model",
    "PROFILES": "footnotes.resolve",
    "Pair": "footnotes.collect",
    "Problem": "footnotes.model",
    "Reference": "footnotes.model",
    "Resolution": "footnotes.model",
    "Rewriting": "footnotes.rewrite",
    "Segment": "footnotes.model",
    "Severity": "footnotes.model",
    "SourceDocument": "footnotes.model",
    "Span": "footnotes.model",
    "Validation": "footnotes.validate",
    "Verdict": "footnotes.model",
    "WrittenForm": "footnotes.rewrite",
    "apparatus_to_citations": "footnotes.formats",
    "apparatus_to_json": "footnotes.formats",
    "check_apparatus": "footnotes.check",
    "collect_library": "footnotes.collect",
    "detect_format": "footnotes.formats",
    "dump_library": "footnotes.formats",
    "find_duplicates": "footnotes.collect",
    "find_notes": "footnotes.split",
    "join_libraries": "footnotes.collect",
    "format_bibliography": "footnotes.style",
    "format_notes": "footnotes.style",
    "keep_certain": "footnotes.collect",
    "link_resolutions": "footnotes.collect",
    "load_library": "footnotes.formats",
    "merge_duplicates": "footnotes.collect",
    "merge_libraries": "footnotes.collect",
    "parse_cites": "footnotes.parse",
    "parse_key_pattern": "footnotes.collect",
    "parse_library": "footnotes.formats",
    "read_library": "footnotes.formats",
    "print_formatted": "footnotes.style",
    "read_document": "footnotes.read",
    "rekey_library": "footnotes.collect",
    "report_audit": "footnotes.audit",
    "report_losses": "footnotes.formats",
    "validate_library": "footnotes.validate",
    "write_library": "footnotes.formats",
}

__all__ = [
    "FORMATS",
    "PROFILES",
    "Apparatus",
    "ArchiveError",
    "Audit",
    "Cite",
    "CiteForm",
    "Confidence",
    "Conflict",
    "DurationError",
    "Edit",
    "EngineError",
    "Finding",
    "FootnotesError",
    "FormatError",
    "Formatted",
    "InputError",
    "Joining",
    "JournalError",
    "KeyPatternError",
    "LeftCite",
    "Library",
    "LinkCheck",
    "LinkFinding",
    "Locator",
    "Loss",
    "LossError",
    "Marker",
    "Memento",
    "Name",
    "NoNotesError",
    "Note",
    "Pair",
    "Problem",
    "ProfileError",
    "Reference",
    "Resolution",
    "Rewriting",
    "Segment",
    "Severity",
    "SourceDocument",
    "Span",
    "StyleError",
    "TooLargeError",
    "UnknownRuleError",
    "UnknownStyleError",
    "Validation",
    "Verdict",
    "WrittenForm",
    "apparatus_to_citations",
    "apparatus_to_json",
    "audit_links",
    "check_apparatus",
    "collect_library",
    "detect_format",
    "dump_library",
    "find_duplicates",
    "find_notes",
    "format_bibliography",
    "format_notes",
    "join_libraries",
    "keep_certain",
    "link_resolutions",
    "load_library",
    "merge_duplicates",
    "merge_libraries",
    "normalize_apparatus",
    "parse_apparatus",
    "parse_cites",
    "parse_key_pattern",
    "parse_library",
    "print_formatted",
    "read_apparatus",
    "read_document",
    "read_library",
    "read_reference_list",
    "rekey_library",
    "report_audit",
    "report_losses",
    "resolve_cites",
    "validate_library",
    "write_library",
]


def read_apparatus(path: str | os.PathLike[str], *, profile: str | None = None) -> "Apparatus":
    """Read the notes of the paper at `path` (`-` is standard input) to the end.

    `profile` names the tradition in which its back-references are written, one of `PROFILES`; without it
    the back-references tell. Gives notes, markers, segments, cites, resolutions, library and problems.
    Raises `InputError` with one sentence if the file cannot be read, and `NoNotesError` if it holds no
    notes.
    """
    from footnotes.read import read_document  # noqa: PLC0415 - the stages are imported when they run

    return parse_apparatus(read_document(path), profile=profile)


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


def parse_apparatus(document: "SourceDocument", *, profile: str | None = None) -> "Apparatus":
    """The apparatus of a document that was read already; raises `NoNotesError` if it holds no notes."""
    from footnotes import parse, split  # noqa: PLC0415 - the stages are imported when they run

    found = split.find_notes(document)
    if not found.notes:
        raise NoNotesError(f"{document.source}: no notes were found in this text.")
    return _conclude(document, found, parse.parse_cites(found.notes), profile)


def _conclude(
    document: "SourceDocument", found: "FoundNotes", parsed: "ParsedNotes", profile: str | None = None
) -> "Apparatus":
    """What the cites mean, and the library of their works."""
    from footnotes import collect, model, resolve, split  # noqa: PLC0415 - the stages are imported when they run

    profile = profile or resolve.guess_profile(parsed.cites)
    resolutions = resolve_cites(
        parsed.cites,
        found.notes,
        profile=profile,
        find_context=split.make_context_finder(document, found.markers, found.notes),
    )
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
        profile=profile,
    )


def normalize_apparatus(
    apparatus: "Apparatus",
    form: "WrittenForm | str" = "short",
    *,
    min_confidence: "Confidence | str" = "high",
    repeats: bool = False,
    profile: str | None = None,
) -> "Rewriting":
    """Write every back-reference of a paper as `form`: short, full, ibid or key.

    All else stays to the letter, and so does a back-reference whose work is unknown, or less sure than
    `min_confidence`, or that would not be read again as the same work at the same place. With `repeats`
    a full citation that repeats an earlier one is taken for a back-reference too. `profile` is that with
    which the paper was read. Raises ValueError for a form or confidence that there is none of.
    """
    from attrs import evolve  # noqa: PLC0415 - the stages are imported when they run

    from footnotes import model, rewrite  # noqa: PLC0415 - as above

    return rewrite.rewrite_cites(
        apparatus,
        rewrite.WrittenForm(form),
        lambda text: parse_apparatus(evolve(apparatus.document, text=text), profile=profile),
        model.Confidence(min_confidence),
        repeats=repeats,
    )


def audit_links(
    *sources: "Apparatus | Library | list[str] | tuple[str, ...]",
    journal: str | os.PathLike[str] | None = None,
    archives: "Sequence[Archive] | None" = None,
    settings: "Settings | None" = None,
) -> "Audit":
    """Look at every URL that papers, libraries and lists of URLs cite, and ask the archives for copies.

    `journal` is the file in which all is written down; without one it is kept in memory. `archives` are
    those of `footnotes.audit.choose_archives`, by default the ones that are on in the registry; an empty
    tuple asks none. `settings` are the manners and bounds, a `footnotes.audit.Settings`. Gives the findings
    in the order of citation. Raises `JournalError` where the journal cannot be used.
    """
    from footnotes import audit  # noqa: PLC0415 - only an audit loads what it needs for the network

    plan = audit.plan_audit(sources, source="")
    with audit.open_journal(":memory:" if journal is None else os.fspath(journal)) as kept:
        return audit.audit_plan(
            plan,
            kept,
            version=__version__,
            settings=settings,
            archives=audit.choose_archives() if archives is None else archives,
        )


def resolve_cites(
    cites: "Sequence[Cite]",
    notes: "Sequence[Note]",
    *,
    profile: str | None = None,
    find_context: "Callable[[int], str] | None" = None,
) -> "tuple[Resolution, ...]":
    """What each of `cites` means, in the same order; `notes` are all notes, also those without a cite.

    `profile` is one of `PROFILES`; without it the cites tell. `find_context` gives the words of the body
    that lead to a note, by its number. Raises `ProfileError` if there is no such profile.
    """
    from footnotes import collect, resolve  # noqa: PLC0415 - the stages are imported when they run

    if profile is not None and profile not in resolve.PROFILES:
        raise ProfileError(f"There is no profile {profile!r}; there are {', '.join(resolve.PROFILES)}.")
    return resolve.resolve_cites(
        cites,
        notes,
        collect.is_same_work,
        profile=profile,
        find_context=find_context or resolve.know_no_context,
    )


def __getattr__(name: str) -> Any:
    """Import a name of the public API from its home when it is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
