"""An audit as a table for the terminal: what an editor should act on first, and the sums in words."""

from collections.abc import Iterator

import click

from footnotes.audit import (
    fold_text,
    hide_passwords,
    name_citations,
    shorten_end,
    shorten_middle,
    sort_by_urgency,
    spell_confidence,
    tell_copy,
    tell_rescues,
    tell_sums,
    tell_verdicts,
)
from footnotes.cli.messages import say
from footnotes.model import Audit, LinkFinding, Verdict

_CITED, _WIDEST = 12, 24
"""How wide the names of notes and works are at most, and on a wide terminal."""
_VERDICT = 11
_BETWEEN = 2
"""What the table puts between two columns."""
_USUAL = 80
"""A wider terminal gives a third of what it has more to the names."""
_NARROW = 60
"""On a narrower terminal the notes stand above the page, not beside it."""
_LONGEST = 300


def print_audit(audit: Audit) -> None:
    """Print the sums, a table of the pages, and on standard error how many have each verdict."""
    if audit.findings:
        _print_table(hide_passwords(audit))
    else:
        click.echo(f"{fold_text(audit.source)}: {tell_sums(audit)}")
    say(f"{tell_verdicts(audit)}.")


def _print_table(audit: Audit) -> None:
    from footnotes.cli.tables import Column, open_console, print_table  # noqa: PLC0415 - only a table needs rich

    width = open_console().width
    cited = max(_CITED, min(_WIDEST, _CITED + (width - _USUAL) // 3, _measure_names(audit)))
    columns = [
        Column("Cited in", cited),
        Column("Verdict", _VERDICT),
        Column("Page, why, and the copy to use"),
    ]
    if width < _NARROW:
        columns = [Column("Verdict", _VERDICT), Column("Note, page, why, copy")]
    left = width - 1 - sum(column.width + _BETWEEN for column in columns if column.width)
    sums = f"{tell_sums(audit)} {tell_rescues(audit)}".rstrip()
    rows = (_make_row(finding, left) for finding in sort_by_urgency(audit))
    joined = (row if width >= _NARROW else _join_first(row) for row in rows)
    print_table(f"{fold_text(audit.source)}: {sums}", columns, joined)


def _measure_names(audit: Audit) -> int:
    """The length of the longest name of a note or a work."""
    return max(len(name) for finding in audit.findings for name in (*name_citations(finding.link), ""))


def _make_row(finding: LinkFinding, width: int) -> tuple[str, str, str]:
    cited = "\n".join(shorten_end(name, _LONGEST) for name in name_citations(finding.link))
    url = shorten_middle(fold_text(finding.link.url), max(width, 1))
    if finding.verdict is Verdict.LIVE:
        return cited, finding.verdict.value, url
    verdict = f"{finding.verdict.value}\n{spell_confidence(finding.confidence)}"
    return cited, verdict, "\n".join([url, *_tell(finding)])


def _join_first(row: tuple[str, str, str]) -> tuple[str, str]:
    cited, verdict, told = row
    return verdict, f"{cited}\n{told}" if cited else told


def _tell(finding: LinkFinding) -> Iterator[str]:
    yield shorten_end(fold_text(finding.reason), _LONGEST)
    yield f"→ {shorten_end(tell_copy(finding), _LONGEST)}"
    if rescue := finding.archived.rescue:
        yield fold_text(rescue.memento.uri)
