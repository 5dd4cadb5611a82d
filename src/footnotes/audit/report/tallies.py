"""How the verdicts spread over the years and the hosts of the cited pages."""

from collections import Counter
from collections.abc import Callable, Iterable

from attrs import frozen

from footnotes.audit.report.safe_text import name_host
from footnotes.audit.report.verdict_words import URGENCY, VERDICTS, Outcome
from footnotes.model import Audit, LinkFinding, Verdict

_MOST_COLUMNS = 24
_SPANS = (1, 5, 10, 25, 100, 1000)
_MOST_HOSTS = 12
_IN_ORDER = {Outcome.THERE, Outcome.CLOSED, Outcome.SKIPPED}


@frozen
class Bar:
    """The findings that have something in common, by verdict."""

    label: str
    numbers: dict[Verdict, int]

    @property
    def total(self) -> int:
        """How many they are."""
        return sum(self.numbers.values())


@frozen
class YearTally:
    """The bars of the years in their order, empty ones among them; `unknown` has those that state none."""

    event: str
    """What happened in that year: "publication" or "reading"."""
    bars: tuple[Bar, ...]
    unknown: int
    span: int = 1
    """How many years a bar has; its label is the first."""


def tally_years(audit: Audit) -> YearTally:
    """The verdicts by the year in which the pages were published; by that of reading if no page says so.

    Long times are cut into spans of equal length, so that at most 24 bars stand side by side.
    """
    for event, find_year in _EVENTS.items():
        dated = [(year, one) for one in audit.findings if (year := find_year(one)) is not None]
        if dated:
            span = _choose_span([year for year, _ in dated])
            bars = tuple(_make_bars(dated, span))
            return YearTally(event, bars, len(audit.findings) - len(dated), span)
    return YearTally("publication", (), len(audit.findings))


_EVENTS: dict[str, Callable[[LinkFinding], int | None]] = {
    "publication": lambda finding: finding.link.published.year if finding.link.published else None,
    "reading": lambda finding: finding.link.accessed.year if finding.link.accessed else None,
}


def _choose_span(years: list[int]) -> int:
    length = max(years) - min(years)
    return next((one for one in _SPANS if length // one + 2 <= _MOST_COLUMNS), length + 1)


def _make_bars(dated: list[tuple[int, LinkFinding]], span: int) -> Iterable[Bar]:
    first, last = min(year for year, _ in dated), max(year for year, _ in dated)
    groups: dict[int, list[LinkFinding]] = {
        start: [] for start in range(first - first % span, last + 1, span)
    }
    for year, finding in dated:
        groups[year - year % span].append(finding)
    for start, findings in groups.items():
        yield Bar(str(start), _count(findings))


def tally_hosts(audit: Audit) -> tuple[tuple[Bar, ...], int]:
    """The hosts with the most pages, among equals those with more to do, and how many are left out."""
    groups: dict[str, list[LinkFinding]] = {}
    for finding in audit.findings:
        groups.setdefault(name_host(finding.link.url) or "no host", []).append(finding)
    bars = [Bar(host, _count(findings)) for host, findings in groups.items()]
    bars.sort(key=lambda bar: (-bar.total, -_count_needy(bar), bar.label))
    return tuple(bars[:_MOST_HOSTS]), max(0, len(bars) - _MOST_HOSTS)


def _count_needy(bar: Bar) -> int:
    return sum(number for one, number in bar.numbers.items() if VERDICTS[one].outcome not in _IN_ORDER)


def _count(findings: Iterable[LinkFinding]) -> dict[Verdict, int]:
    """The verdicts that occur, from what is there to what is gone: so bars stand on what is well."""
    numbers = Counter(finding.verdict for finding in findings)
    return {verdict: numbers[verdict] for verdict in reversed(URGENCY) if numbers[verdict]}
