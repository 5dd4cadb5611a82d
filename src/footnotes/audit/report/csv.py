"""An audit as a table for spreadsheets, under the names of Wikipedia's `Template:Cite web`."""

import csv
from collections.abc import Callable, Iterator
from io import StringIO

from attrs import frozen

from footnotes.audit.report.safe_text import fold_text
from footnotes.audit.report.wording import spell_day, tell_copy
from footnotes.formats import format_edtf
from footnotes.formats.url_statuses import URL_STATUSES
from footnotes.model import Audit, CitedBy, Date, LinkCheck, LinkFinding, Sign, Verdict

_URL_ACCESS = {Sign.PAYWALL: "subscription", Sign.LOGIN: "registration"}
"""`url-access` of a page that is restricted, by the same template; what bars more comes first."""

# A spreadsheet takes a cell that begins so for a formula, and may run it (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

_Cell = str | int | float | None


@frozen
class _Row:
    """One citation of a URL; `cited` is empty where the URL stands in a plain list."""

    finding: LinkFinding
    cited: CitedBy


_COLUMNS: dict[str, Callable[[_Row], _Cell]] = {
    "url": lambda row: row.finding.link.url,
    "title": lambda row: "; ".join(row.finding.link.titles),
    "author": lambda row: "; ".join(row.finding.link.authors),
    "website": lambda row: row.finding.link.container,
    "date": lambda row: _spell_date(row.finding.link.published),
    "access-date": lambda row: _spell_date(row.finding.link.accessed),
    "archive-url": lambda row: one.memento.uri if (one := row.finding.archived.rescue) else None,
    "archive-date": lambda row: (
        spell_day(one.memento.captured) if (one := row.finding.archived.rescue) else None
    ),
    "url-status": lambda row: URL_STATUSES[row.finding.verdict],
    "url-access": lambda row: _name_access(row.finding),
    "verdict": lambda row: row.finding.verdict.value,
    "confidence": lambda row: round(row.finding.confidence, 4),
    "reason": lambda row: row.finding.reason,
    "note": lambda row: row.cited.note,
    "cite": lambda row: row.cited.cite,
    "reference": lambda row: row.cited.reference,
    "status": lambda row: look.status.value if (look := row.finding.look) else None,
    "code": lambda row: look.code if (look := row.finding.look) else None,
    "final-url": lambda row: look.final_url if (look := row.finding.look) else None,
    "checked": lambda row: _spell_check_day(row.finding.look),
    "archived": lambda row: row.finding.archived.state.value,
    "archive": lambda row: one.memento.archive if (one := row.finding.archived.rescue) else None,
    "days-from-access": lambda row: one.days_from_access if (one := row.finding.archived.rescue) else None,
    "copy": lambda row: tell_copy(row.finding),
}
"""The columns in their order, Wikipedia's first, and what stands in each."""


def write_csv(audit: Audit) -> str:
    """A heading and a row for each citation, in UTF-8 with commas (RFC 4180, with bare line feeds)."""
    text = StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    for row in _list_rows(audit):
        table.writerow([guard_cell(find(row)) for find in _COLUMNS.values()])
    return text.getvalue()


def _list_rows(audit: Audit) -> Iterator[_Row]:
    for finding in audit.findings:
        for cited in finding.link.cited_by or (CitedBy(),):
            yield _Row(finding, cited)


def guard_cell(value: _Cell) -> _Cell:
    """`value` so that a spreadsheet shows it: words that look like a formula get an apostrophe before them.

    Numbers are our own, never text of strangers, and stay numbers (-12 days).
    """
    if not isinstance(value, str):
        return value
    folded = fold_text(value)
    return (
        f"'{folded}" if value.startswith(_FORMULA_STARTS) or folded.startswith(_FORMULA_STARTS) else folded
    )


def _name_access(finding: LinkFinding) -> str | None:
    if finding.verdict is not Verdict.RESTRICTED or finding.look is None:
        return None
    return next((name for sign, name in _URL_ACCESS.items() if sign in finding.look.signs), None)


def _spell_date(date: Date | None) -> str | None:
    return format_edtf(date) if date else None


def _spell_check_day(look: LinkCheck | None) -> str | None:
    return spell_day(look.checked) if look else None
