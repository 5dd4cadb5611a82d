"""The walk through the entries of a library file and the rules."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from attrs import evolve

from footnotes.errors import FormatError
from footnotes.formats import parse_library
from footnotes.model import Problem, Reference, Severity, Span
from footnotes.validate.entries import Entry
from footnotes.validate.finding import Finding, Remark, Validation
from footnotes.validate.places import find_entries
from footnotes.validate.rules import BROKEN, MENDED, REPEATED, RULES, Rule
from footnotes.validate.subject import Subject, fold_key

DIALECTS = ("biblatex", "bibtex", "csl-json")
"""The dialects of which the required fields are known."""
_REPEATED = "duplicate-key"
_OF_PROBLEMS = {Severity.ERROR: BROKEN, Severity.WARNING: MENDED}


def validate_library(
    text: str,
    format: str,  # noqa: A002 - the word
    *,
    dialect: str | None = None,
    source: str = "-",
    this_year: int | None = None,
) -> Validation:
    """What should be mended in the text of a library in that format, in the order of the file.

    `dialect` is that whose required fields are asked for, one of `DIALECTS`; without it that of the format,
    and CSL-JSON for formats that have none of their own. Dates beyond `this_year`, that of the clock unless
    told, have not come. Raises InputError where the text cannot be read at all, FormatError where there is
    no such format or dialect.
    """
    own = format.removesuffix("-strict")
    chosen = dialect or (own if own in DIALECTS else "csl-json")
    if chosen not in DIALECTS:
        raise FormatError(f"there is no dialect {chosen!r}: choose one of {', '.join(DIALECTS)}")
    year = this_year or datetime.now(UTC).year
    library = parse_library(text, format)
    entries = find_entries(text, format)
    draft = Subject(
        Reference(), None, chosen, format=format, places=_number(entries, chosen), this_year=year
    )
    subjects, repeated = _match(library.references, entries, draft)
    found = [finding for subject in subjects for finding in _inspect(subject)]
    found += [
        _tell(REPEATED, Remark(f"The key “{one.key}” is that of an earlier entry."), one.key, one.span)
        for one in repeated
    ]
    found += _list_broken(library.problems)
    found.sort(key=lambda finding: (finding.span or Span(0, 0), finding.code))
    return Validation(source, text, len(library), tuple(dict.fromkeys(found)))


def _match(
    works: Sequence[Reference], entries: Sequence[Entry], draft: Subject
) -> tuple[list[Subject], list[Entry]]:
    """The works with their entries, and the entries that were left out for their keys."""
    by_key: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_key[entry.key].append(entry)
    seen: dict[str, list[str]] = defaultdict(list)
    subjects: list[Subject] = []
    for work in works:
        own = by_key[work.key]
        twins = tuple(seen[work.key.lower()]) if work.key else ()
        subjects.append(evolve(draft, work=work, entry=own.pop(0) if own else None, twins=twins))
        seen[work.key.lower()].append(work.key)
    left = [entry for own in by_key.values() for entry in own if entry.key in seen[entry.key.lower()]]
    return subjects, left


def _number(entries: Sequence[Entry], dialect: str) -> dict[str, int]:
    """The places of the entries by their keys, which BibTeX folds, and by their other keys in `ids`."""
    places: dict[str, int] = {}
    for at, entry in enumerate(entries):
        ids = entry.fields.get("ids")
        for key in (entry.key, *(ids.text.split(",") if ids else ())):
            places.setdefault(fold_key(key.strip(), dialect), at)
    return places


def _inspect(subject: Subject) -> Iterator[Finding]:
    for rule in RULES:
        for remark in rule.find(subject) if rule.find else ():
            yield _tell(
                rule, remark, subject.work.key, remark.span or _find_place(subject.entry, remark.field)
            )


def _find_place(entry: Entry | None, field: str | None) -> Span | None:
    if entry is None:
        return None
    found = entry.find(field) if field else None
    return found.span if found else entry.span


def _tell(rule: Rule, remark: Remark, key: str, span: Span | None) -> Finding:
    return Finding(rule.code, rule.name, rule.severity, remark.message, key, remark.field, span)


def _list_broken(problems: Sequence[Problem]) -> Iterator[Finding]:
    for problem in problems:
        rule = _OF_PROBLEMS.get(problem.severity)
        if rule and problem.code != _REPEATED:
            yield _tell(rule, Remark(problem.message), "", problem.span)
