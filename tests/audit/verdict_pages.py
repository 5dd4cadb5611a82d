"""The parts of docs/verdicts that follow from the table of verdicts, in plain words.

`python tests/audit/verdict_pages.py` names the pages that say something else than the table, and ends with
1 if there are any; with `--write` it mends them. The words around the tables are written by hand.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from footnotes.audit.judge.rows import ROWS, Row
from footnotes.audit.report.sign_words import SIGNS
from footnotes.model import LinkStatus, Sign, Verdict

PAGES = Path(__file__).parents[2] / "docs" / "verdicts"

EVIDENCE_HEAD = "| row | what came | and | unless | it prints | confidence |\n|---|---|---|---|---|---|\n"
ORDER_HEAD = "| verdict | rows that give it, in the order in which they are asked |\n|---|---|\n"

STATUS_WORDS: dict[LinkStatus, str] = {
    LinkStatus.OK: "a page",
    LinkStatus.HTTP_ERROR: "an answer that is an error",
    LinkStatus.TOO_LARGE: "the first part of a page that is too large",
    LinkStatus.UNDECODABLE: "an answer that breaks off or cannot be decoded",
    LinkStatus.REDIRECT_LOOP: "redirects that come back to where they were",
    LinkStatus.TOO_MANY_REDIRECTS: "more redirects than are followed",
    LinkStatus.DNS: "nothing: the name of the host does not exist",
    LinkStatus.DNS_UNAVAILABLE: "nothing: the name servers do not answer",
    LinkStatus.REFUSED: "nothing: the host refuses the connection",
    LinkStatus.RESET: "nothing: the host breaks the connection off",
    LinkStatus.TIMEOUT: "nothing in time, or no end in time",
    LinkStatus.TLS: "no encryption, or a certificate that is not valid",
    LinkStatus.PROTOCOL: "what is not HTTP, or a redirect to what is no web page",
    LinkStatus.POSTPONED: "nothing: the host asked to be left alone",
    LinkStatus.UNREACHABLE: "nothing: the host could not be asked",
    LinkStatus.PRIVATE: "nothing: the address, or one it leads to, is private and was not asked",
    LinkStatus.UNSUPPORTED: "nothing: the address is not one of the web",
    LinkStatus.EXCLUDED: "nothing: the user left the address out, or asked for others",
}
"""What came with each status."""

GROUP_WORDS: dict[frozenset[LinkStatus], str] = {
    frozenset({LinkStatus.OK, LinkStatus.TOO_LARGE}): "a page, or the first part of one",
    frozenset(
        {LinkStatus.OK, LinkStatus.TOO_LARGE, LinkStatus.TIMEOUT, LinkStatus.UNDECODABLE}
    ): "a page, or as much of one as could be read",
}
"""The same for statuses that stand together in rows."""


def write_evidence(verdict: Verdict) -> str:
    """The table of the rows that give `verdict`, with its head."""
    return EVIDENCE_HEAD + "".join(write_row(row) for row in ROWS if row.verdict is verdict)


def write_row(row: Row) -> str:
    """The line of `row` in its table."""
    shown = [_describe_sign(sign) for sign in row.shows]
    if row.similarity:
        shown.append(_describe_similarity(*row.similarity))
    lacked = [_describe_sign(sign) for sign in row.lacks]
    cells = (
        f"`{row.name}`",
        _describe_answer(row),
        "; ".join(shown) or "–",
        "; or ".join(lacked) or "–",
        row.reason,
        f"{row.confidence:g}",
    )
    return f"| {' | '.join(cells)} |\n"


def write_order() -> str:
    """The table of all rows in their order, those in a row that give one verdict together."""
    runs = ((verdict.value, [*rows]) for verdict, rows in groupby(ROWS, key=lambda row: row.verdict))
    lines = (
        f"| [{verdict}]({verdict}.md) | {', '.join(f'`{row.name}`' for row in rows)} |\n"
        for verdict, rows in runs
    )
    return ORDER_HEAD + "".join(lines)


def _describe_answer(row: Row) -> str:
    if not row.statuses:
        return "anything"
    names = ", ".join(f"`{status.value}`" for status in row.statuses)
    code = f", code {_spell_codes(row.codes)}" if row.codes else ""
    return f"{_describe_statuses(row.statuses)} ({names}{code})"


def _describe_statuses(statuses: Sequence[LinkStatus]) -> str:
    if len(statuses) == 1:
        return STATUS_WORDS[statuses[0]]
    return GROUP_WORDS[frozenset(statuses)]


def _spell_codes(codes: Sequence[int]) -> str:
    if len(codes) > 1 and list(codes) == list(range(codes[0], codes[-1] + 1)):
        return f"{codes[0]} to {codes[-1]}"
    return ", ".join(str(code) for code in codes)


def _describe_sign(sign: Sign) -> str:
    return f"{SIGNS[sign]} (`{sign.value}`)"


def _describe_similarity(least: float, most: float) -> str:
    bounds = [f"at least {least:g}"] * (least > 0) + [f"at most {most:g}"] * (most < 1)
    return f"the similarity to the copy is {' and '.join(bounds)}"


def find_table(text: str, head: str) -> str | None:
    """The table of `text` that begins with `head`, or None."""
    match = re.search(re.escape(head) + r"(?:\|.*\n)*", text)
    return match and match.group()


def list_tables() -> Iterator[tuple[Path, str, str]]:
    """Each page with a table that follows from the code: its path, the head of the table, and the table."""
    yield PAGES / "README.md", ORDER_HEAD, write_order()
    for verdict in Verdict:
        yield PAGES / f"{verdict.value}.md", EVIDENCE_HEAD, write_evidence(verdict)


def mend_pages(*, write: bool) -> list[str]:
    """The names of the pages whose table is not that of the code; with `write` it is put there."""
    stale = []
    for path, head, expected in list_tables():
        text = path.read_text(encoding="utf-8")
        found = find_table(text, head)
        if found is None:
            raise SystemExit(f"{path.name} has no table that begins with:\n{head}")
        if found != expected:
            stale.append(path.name)
            if write:
                path.write_text(text.replace(found, expected), encoding="utf-8")
    return stale


def main() -> int:
    """Name the pages that differ, or mend them."""
    parser = argparse.ArgumentParser(description="Compare docs/verdicts with the table of verdicts.")
    parser.add_argument("--write", action="store_true", help="mend the pages that differ")
    write = parser.parse_args().write
    stale = mend_pages(write=write)
    sys.stdout.write("".join(f"{name}{' was mended' if write else ' differs'}\n" for name in stale))
    return 1 if stale and not write else 0


if __name__ == "__main__":
    sys.exit(main())
