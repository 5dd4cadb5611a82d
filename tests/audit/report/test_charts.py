"""The charts of the HTML report, and the numbers in them."""

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest

from footnotes.audit.report.charts import draw_columns, draw_rows, draw_swatch, draw_textures
from footnotes.audit.report.tallies import Bar, tally_hosts, tally_years
from footnotes.formats.edtf import parse_edtf
from footnotes.model import Archived, ArchivedState, Audit, CitedLink, LinkFinding, Verdict


def _audit(*pages: tuple[str, str | None, Verdict], accessed: str | None = None) -> Audit:
    findings = [
        LinkFinding(
            CitedLink(url, published=year and parse_edtf(year), accessed=accessed and parse_edtf(accessed)),  # type: ignore[arg-type]  # an empty string is none
            verdict,
            1.0,
            "",
            Archived(ArchivedState.NOT_ASKED),
        )
        for url, year, verdict in pages
    ]
    return Audit("-", datetime(2026, 11, 22, tzinfo=UTC), tuple(findings))


def test_years() -> None:
    """Years stand in their order, empty ones among them, and undated pages are counted apart."""
    tally = tally_years(
        _audit(
            ("http://a", "2012-05", Verdict.DEAD),
            ("http://b", "2010", Verdict.LIVE),
            ("http://c", "2012", Verdict.LIVE),
            ("http://d", None, Verdict.LIVE),
        )
    )

    assert "publication" == tally.event
    assert (1, 1) == (tally.span, tally.unknown)
    assert [
        Bar("2010", {Verdict.LIVE: 1}),
        Bar("2011", {}),
        Bar("2012", {Verdict.LIVE: 1, Verdict.DEAD: 1}),
    ] == [*tally.bars]


def test_years_of_reading_stand_in() -> None:
    """Where no page states its year, that of reading is shown; without either there is nothing to draw."""
    page = ("http://a", None, Verdict.DEAD)

    assert ("reading", "2023") == (
        (tally := tally_years(_audit(page, accessed="2023-01-05"))).event,
        tally.bars[0].label,
    )
    assert ((), 1) == ((tally := tally_years(_audit(page))).bars, tally.unknown)


@pytest.mark.parametrize(("first", "span"), [("2003", 1), ("1990", 5), ("1820", 10), ("-0044", 100)])
def test_long_times_have_few_bars(first: str, span: int) -> None:
    """However far back a page goes, at most 24 bars stand side by side, and each page is in one."""
    tally = tally_years(_audit(("http://a", first, Verdict.LIVE), ("http://b", "2023", Verdict.LIVE)))

    assert span == tally.span
    assert len(tally.bars) <= 24
    assert 2 == sum(bar.total for bar in tally.bars)


def test_hosts() -> None:
    """The hosts with the most pages come first, with more to do first among equals; the rest is counted."""
    many = [(f"http://h{number}.org/", None, Verdict.LIVE) for number in range(14)]
    bars, left = tally_hosts(
        _audit(
            ("https://www.a.org/1", None, Verdict.LIVE),
            ("http://a.org/2", None, Verdict.DEAD),
            ("http://z.org/", None, Verdict.DEAD),
            *many,
        )
    )

    assert ["a.org", "z.org", "h0.org"] == [bar.label for bar in bars[:3]]
    assert (12, 4) == (len(bars), left)


def test_parts_add_up() -> None:
    """The parts of a bar are as high as their numbers, each has its words, and totals stand beside them."""
    bars = (
        Bar("2010", {Verdict.LIVE: 3, Verdict.DEAD: 1}),
        Bar("2011", {}),
        Bar("2012", {Verdict.DEAD: 2}),
    )
    chart = ET.fromstring(draw_columns(bars, "By year"))  # noqa: S314 - our own
    parts = {group.findtext("title"): float(group.find("rect").get("height")) for group in chart.iter("g")}  # type: ignore[union-attr,arg-type]  # each group has one

    assert ["2010: 3 pages live", "2010: 1 page dead", "2012: 2 pages dead"] == [*parts]
    assert parts["2010: 3 pages live"] == pytest.approx(3 * parts["2010: 1 page dead"], abs=0.02)
    assert ["4", "2"] == [text.text for text in chart.iter("text") if text.get("class") == "total"]
    assert "2010: 3 live, 1 dead; 2012: 2 dead" == chart.findtext("desc")


@pytest.mark.parametrize("draw", [draw_columns, draw_rows])
def test_names_of_hosts_are_words(draw: object) -> None:
    """The name of a host is the text of an element, whatever it holds."""
    bar = Bar("<script>&\"'</script>", {Verdict.DEAD: 1})
    chart = draw((bar,), "<b>")  # type: ignore[operator]  # one of the two functions

    assert "<script" not in chart
    assert "<b>" == ET.fromstring(chart).findtext("title")  # noqa: S314 - our own


def test_textures() -> None:
    """Each verdict has a texture that parts and samples refer to, and no style attribute is among them."""
    textures = ET.fromstring(draw_textures())  # noqa: S314 - our own
    names = [pattern.get("id") for pattern in textures.iter("pattern")]

    assert {f"texture-{verdict.value}" for verdict in Verdict} == {*names}
    assert all(f"url(#texture-{verdict.value})" in draw_swatch(verdict) for verdict in Verdict)
    assert "style=" not in draw_textures()
