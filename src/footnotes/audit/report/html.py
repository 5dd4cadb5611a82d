"""An audit as one HTML file that needs nothing besides: words, charts, and a table to search and print."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from footnotes.audit.report.charts import draw_columns, draw_rows, draw_swatch, draw_textures
from footnotes.audit.report.page_rows import list_rows
from footnotes.audit.report.safe_text import fold_text
from footnotes.audit.report.sums import count_outcomes, tell_rescues, tell_sums
from footnotes.audit.report.tallies import tally_hosts, tally_years
from footnotes.audit.report.verdict_words import URGENCY, VERDICTS, Outcome
from footnotes.model import ArchiveState, Audit

if TYPE_CHECKING:
    from jinja2 import Template

_PIECES = 2_000
"""So many pieces of the template are joined at a time."""

_TILES: dict[Outcome, str] = {
    Outcome.GONE: "gone",
    Outcome.CHANGED: "changed",
    Outcome.UNSEEN: "cannot be told",
    Outcome.CLOSED: "not open to all",
    Outcome.THERE: "there",
    Outcome.SKIPPED: "not looked at",
}
"""The words below the figures, in the order of the tiles."""

_STATES: dict[ArchiveState, str] = {
    ArchiveState.OK: "answered",
    ArchiveState.HIBERNATING: "failed several times and was left alone",
    ArchiveState.UNREACHABLE: "could not be reached",
    ArchiveState.OFF: "was not asked",
}


def write_html(audit: Audit, version: str) -> str:
    """The page as text; `version` is that of the program. Nothing in it is taken from elsewhere."""
    style, script = _read_part("audit.css"), _read_part("audit.js")
    pages = _load_template().stream(
        source=fold_text(audit.source),
        started=audit.started,
        version=version,
        sums=tell_sums(audit),
        rescues=tell_rescues(audit),
        total=len(audit.findings),
        tiles=_list_tiles(audit),
        verdicts=_list_verdicts(audit),
        archives=[(fold_text(one.name), _STATES[one.state]) for one in audit.archives],
        textures=draw_textures(),
        **_draw_charts(audit),
        rows=list_rows(audit),
        style=style,
        style_hash=_hash_part(style),
        script=script,
        script_hash=_hash_part(script),
    )
    pages.enable_buffering(_PIECES)  # Each piece is a few letters: a list of them takes twice the room.
    return "".join(pages)


@cache
def _load_template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only this layout needs it

    environment = Environment(
        loader=PackageLoader("footnotes.audit", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("audit.html.jinja")


@cache
def _read_part(name: str) -> str:
    return files("footnotes.audit.report").joinpath(name).read_text(encoding="utf-8")


def _hash_part(text: str) -> str:
    """The digest by which the content policy allows this very text and no other (CSP 3, 8.2)."""
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _list_tiles(audit: Audit) -> list[dict[str, object]]:
    sums, total = count_outcomes(audit), len(audit.findings)
    return [
        {"kind": one.value, "words": words, "number": sums[one], "percent": round(100 * sums[one] / total)}
        for one, words in _TILES.items()
        if sums[one]
    ]


def _list_verdicts(audit: Audit) -> list[dict[str, object]]:
    """Each verdict that occurs, in words, with its number and its sample of colour."""
    numbers = audit.count_verdicts()
    return [
        {"value": one.value, "words": VERDICTS[one], "number": numbers[one], "swatch": draw_swatch(one)}
        for one in URGENCY
        if numbers[one]
    ]


def _draw_charts(audit: Audit) -> dict[str, object]:
    years, (hosts, left) = tally_years(audit), tally_hosts(audit)
    year_title = f"Verdicts by year of {years.event}"
    return {
        "year_event": years.event,
        "year_span": years.span,
        "year_chart": draw_columns(years.bars, year_title) if years.bars else "",
        "years_unknown": years.unknown,
        "host_chart": draw_rows(hosts, "Verdicts by host") if hosts else "",
        "hosts_left": left,
    }
