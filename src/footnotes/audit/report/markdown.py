"""An audit as Markdown that code hosts render: the sums, and a table of what is not simply there."""

import re

from footnotes.audit.report.safe_text import fold_text, may_be_linked, shorten_end, shorten_middle
from footnotes.audit.report.sums import tell_rescues, tell_sums
from footnotes.audit.report.verdict_words import URGENCY, VERDICTS, sort_by_urgency
from footnotes.audit.report.wording import (
    may_link,
    name_citations,
    spell_confidence,
    spell_day,
    tell_copy,
)
from footnotes.model import Audit, LinkFinding, Verdict

_LONGEST_TITLE = 120
_LONGEST_URL = 80

# What has a meaning inside a line, to CommonMark or to a code host (":smile:", "$x$", bare addresses).
_MARKUP = re.compile(r"[\\`*_\[\]|~:$^#]|(?<=www)\.")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# A code host notifies whom a comment names, and links what "#" numbers: U+2060, of no width, parts them.
_MENTION = re.compile(r"([@#])(?=\w)")


def write_markdown(audit: Audit) -> str:
    """A heading, the sums as sentence and table, and a row for each cited page, what needs action first."""
    lines = [
        f"# Cited pages of {escape_words(audit.source)}",
        "",
        escape_words(f"{tell_sums(audit)} {tell_rescues(audit)}"),
        "",
        *_make_table(("Verdict", "Pages", "Meaning"), _list_sums(audit), "lrl"),
    ]
    if audit.findings:
        rows = [_make_row(finding) for finding in sort_by_urgency(audit)]
        lines += ["", *_make_table(("Cited in", "Page", "Verdict", "Why", "Copy to use"), rows, "lllll")]
    lines += ["", f"Looked at from {spell_day(audit.started)} on."]
    return "\n".join(lines) + "\n"


def _list_sums(audit: Audit) -> list[tuple[str, ...]]:
    numbers = audit.count_verdicts()
    return [
        (_name_verdict(one), str(numbers[one]), escape_words(VERDICTS[one].summary))
        for one in URGENCY
        if numbers[one]
    ]


def _make_row(finding: LinkFinding) -> tuple[str, ...]:
    return (
        "<br>".join(map(escape_words, name_citations(finding.link))),
        _show_page(finding),
        f"{_name_verdict(finding.verdict)} ({escape_words(spell_confidence(finding.confidence))})",
        escape_words(finding.reason),
        _show_copy(finding),
    )


def _name_verdict(verdict: Verdict) -> str:
    words = VERDICTS[verdict]
    return f"{escape_words(words.mark)} **{escape_words(words.name)}**"


def _show_page(finding: LinkFinding) -> str:
    titles = [escape_words(shorten_end(fold_text(one), _LONGEST_TITLE)) for one in finding.link.titles[:1]]
    return "<br>".join([*titles, link_url(finding.link.url, is_safe=may_link(finding))])


def _show_copy(finding: LinkFinding) -> str:
    rescue, told = finding.archived.rescue, escape_words(tell_copy(finding))
    if rescue is None or not may_be_linked(rescue.memento.uri):
        return told
    return f"[{told}](<{_quote_target(rescue.memento.uri)}>)"


def link_url(url: str, *, is_safe: bool = True) -> str:
    """A URL as a link, or as plain words where it is not safe or leads to no page of the web."""
    shown = escape_text(shorten_middle(fold_text(url), _LONGEST_URL))
    return f"[{shown}](<{_quote_target(url)}>)" if is_safe and may_be_linked(url) else shown


def _quote_target(url: str) -> str:
    """The target of a link in pointed brackets: what would end it, or the cell, is percent-encoded."""
    return re.sub(r"[<>|\\`\"]", lambda sign: f"%{ord(sign.group()):02X}", url)


def escape_words(text: str) -> str:
    """`text` letter for letter, and nobody and nothing that it names is told or linked."""
    return escape_text(_MENTION.sub("\\1\u2060", text))


def escape_text(text: str) -> str:
    """`text` so that Markdown shows it letter for letter (CommonMark 2.4, 2.5)."""
    escaped = _MARKUP.sub(lambda sign: f"\\{sign.group()}", fold_text(text))
    return re.sub("[&<>]", lambda sign: _HTML[sign.group()], escaped)


def _make_table(heads: tuple[str, ...], rows: list[tuple[str, ...]], sides: str) -> list[str]:
    rules = ["---:" if side == "r" else "---" for side in sides]
    return [f"| {' | '.join(row)} |" for row in (heads, rules, *rows)]
