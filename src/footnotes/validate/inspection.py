"""The walk through the entries of a library file and the rules."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from footnotes.errors import FormatError
from footnotes.formats import parse_library
from footnotes.model import Problem, Reference, Severity, Span
from footnotes.validate.finding import Finding, Remark, Validation
from footnotes.validate.places import Entry, find_entries
from footnotes.validate.rules import BROKEN, REPEATED, RULES, Rule
from footnotes.validate.subject import Subject

DIALECTS = ("biblatex", "bibtex", "csl-json")
"""The dialects of which the required fields are known."""
_REPEATED = "duplicate-key"


def validate_library(
    text: str,
    format: str,  # noqa: A002 - the word
    *,
    dialect: str | None = None,
    source: str = "-",
) -> Validation:
    """What should be mended in the text of a library in that format, in the order of the file.

    `dialect` is that whose required fields are asked for, one of `DIALECTS`; without it that of the format,
    and CSL-JSON for formats that have none of their own. Raises InputError where the text cannot be read at
    all, FormatError where there is no such format or dialect.
    """
    own = format.removesuffix("-strict")
    chosen = dialect or (own if own in DIALECTS else "csl-json")
    if chosen not in DIALECTS:
        raise FormatError(f"there is no dialect {chosen!r}: choose one of {', '.join(DIALECTS)}")
    library = parse_library(text, format)
    entries = find_entries(text, format)
    subjects, repeated = _match(library.references, entries, chosen)
    found = [finding for subject in subjects for finding in _inspect(subject)]
    found += [
        _tell(REPEATED, Remark(f"The key “{one.key}” is that of an earlier entry."), one.key, one.span)
        for one in repeated
    ]
    found += _list_broken(library.problems)
    found.sort(key=lambda finding: (finding.span or Span(0, 0), finding.code))
    return Validation(source, text, len(library), tuple(dict.fromkeys(found)))


def _match(
    works: Sequence[Reference], entries: Sequence[Entry], dialect: str
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
        subjects.append(Subject(work, own.pop(0) if own else None, dialect, twins))
        seen[work.key.lower()].append(work.key)
    left = [entry for own in by_key.values() for entry in own if entry.key in seen[entry.key.lower()]]
    return subjects, left


def _inspect(subject: Subject) -> Iterator[Finding]:
    for rule in RULES:
        for remark in rule.find(subject) if rule.find else ():
            yield _tell(rule, remark, subject.work.key, _find_place(subject.entry, remark.field))


def _find_place(entry: Entry | None, field: str | None) -> Span | None:
    if entry is None:
        return None
    found = entry.find(field) if field else None
    return found.span if found else entry.span


def _tell(rule: Rule, remark: Remark, key: str, span: Span | None) -> Finding:
    return Finding(rule.code, rule.name, rule.severity, remark.message, key, remark.field, span)


def _list_broken(problems: Sequence[Problem]) -> Iterator[Finding]:
    for problem in problems:
        if problem.severity is Severity.ERROR and problem.code != _REPEATED:
            yield _tell(BROKEN, Remark(problem.message), "", problem.span)
