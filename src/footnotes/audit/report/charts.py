"""The charts of a report as inline SVG: stacked bars whose parts have a colour, a texture and a mark.

Colours are classes (`fill-dead`), so that the page's style sheet turns them with light and dark; there are
no style attributes, which its content policy forbids. Lengths are in units of the viewBox.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from attrs import frozen

from footnotes.audit.report.safe_text import shorten_middle
from footnotes.audit.report.tallies import Bar
from footnotes.audit.report.verdict_words import VERDICTS
from footnotes.audit.report.wording import count
from footnotes.model import Verdict

_WIDTH = 520
_TILE = 8
_TEXTURES: dict[Verdict, str] = {
    Verdict.LIVE: "",
    Verdict.MOVED: "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    Verdict.DRIFTED: "M0 2H8M0 6H8",
    Verdict.SOFT_DEAD: "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    Verdict.USURPED: "M0 0L8 8M0 8L8 0",
    Verdict.RESTRICTED: "M0 4H8M4 0V8",
    Verdict.BLOCKED: "M2 0V8M6 0V8",
    Verdict.FAILING: "M1 2H3M5 6H7",
    Verdict.DEAD: "",
    Verdict.UNSUPPORTED: "M0 4H8",
    Verdict.EXCLUDED: "M4 0V8",
}
"""What is drawn over the colour of a verdict, on a tile of 8 by 8; live and dead are plain."""

_READABLE = 14
"""A part of a bar shows its mark from this height and width on."""


def draw_textures() -> str:
    """The patterns that the charts refer to, once for the page."""
    root = ET.Element("svg", {"width": "0", "height": "0", "aria-hidden": "true", "class": "textures"})
    for verdict, path in _TEXTURES.items():
        tile = {"width": str(_TILE), "height": str(_TILE), "patternUnits": "userSpaceOnUse"}
        pattern = ET.SubElement(root, "pattern", {"id": f"texture-{verdict.value}", **tile})
        full = {"width": str(_TILE), "height": str(_TILE), "class": f"fill-{verdict.value}"}
        ET.SubElement(pattern, "rect", full)
        if path:
            ET.SubElement(pattern, "path", {"d": path, "class": "hatch"})
    return _write(root)


def draw_swatch(verdict: Verdict) -> str:
    """A sample of the colour and texture of a verdict, for the legend."""
    root = ET.Element("svg", {"viewBox": "0 0 24 16", "class": "swatch", "aria-hidden": "true"})
    ET.SubElement(root, "rect", {"width": "24", "height": "16", "rx": "2", **_fill(verdict)})
    return _write(root)


@frozen
class _Box:
    """A rectangle with numbers for its sides."""

    x: float
    y: float
    width: float
    height: float


def draw_columns(bars: Sequence[Bar], title: str) -> str:
    """Standing bars, a total above each and its label below."""
    top, floor, left = 18.0, 196.0, 6.0
    root = _open_chart(title, bars, 220)
    step = (_WIDTH - 2 * left) / max(len(bars), 1)
    width, unit = min(step * 0.8, 44), (floor - top) / max((bar.total for bar in bars), default=1)
    every = -(-len(bars) * max((len(bar.label) for bar in bars), default=1) * 8 // int(_WIDTH - 2 * left))
    line = {"x1": "0", "x2": str(_WIDTH), "y1": _spell(floor), "y2": _spell(floor), "class": "axis"}
    ET.SubElement(root, "line", line)
    for place, bar in enumerate(bars):
        middle, y = left + step * (place + 0.5), floor
        for verdict, number in bar.numbers.items():
            y -= number * unit
            _draw_part(root, _Box(middle - width / 2, y, width, number * unit), bar, verdict)
        if bar.total:
            _write_text(root, str(bar.total), middle, y - 5, "total")
        if place % every == 0:
            _write_text(root, bar.label, middle, floor + 16, "label")
    return _write(root)


def draw_rows(bars: Sequence[Bar], title: str) -> str:
    """Lying bars, each with its label before it and its total behind it."""
    start, height, step = 196.0, 16.0, 24.0
    root = _open_chart(title, bars, step * len(bars) + 4)
    unit = (_WIDTH - start - 36) / max((bar.total for bar in bars), default=1)
    for place, bar in enumerate(bars):
        x, y = start, step * place + 4
        _write_text(root, shorten_middle(bar.label, 28), start - 8, y + 12.5, "label end")
        for verdict, number in bar.numbers.items():
            _draw_part(root, _Box(x, y, number * unit, height), bar, verdict)
            x += number * unit
        _write_text(root, str(bar.total), x + 6, y + 12.5, "total start")
    return _write(root)


def _open_chart(title: str, bars: Sequence[Bar], height: float) -> ET.Element:
    root = ET.Element("svg", {"viewBox": f"0 0 {_WIDTH} {_spell(height)}", "class": "chart", "role": "img"})
    ET.SubElement(root, "title").text = title
    ET.SubElement(root, "desc").text = "; ".join(_tell_bar(bar) for bar in bars if bar.total)
    return root


def _tell_bar(bar: Bar) -> str:
    parts = (f"{number} {VERDICTS[verdict].name}" for verdict, number in bar.numbers.items())
    return f"{bar.label}: {', '.join(parts)}"


def _draw_part(root: ET.Element, box: _Box, bar: Bar, verdict: Verdict) -> None:
    group = ET.SubElement(root, "g")
    words = VERDICTS[verdict]
    told = f"{bar.label}: {count(bar.numbers[verdict], 'page')} {words.name}"
    ET.SubElement(group, "title").text = told
    sides = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    placed = {name: _spell(value) for name, value in sides.items()}
    ET.SubElement(group, "rect", {**placed, "class": "part", **_fill(verdict)})
    if min(box.width, box.height) >= _READABLE:
        x, y = box.x + box.width / 2, box.y + box.height / 2 + 4.5
        _write_text(group, words.mark, x, y, f"mark on-{verdict.value}")


def _fill(verdict: Verdict) -> dict[str, str]:
    return {"fill": f"url(#texture-{verdict.value})"}


def _write_text(root: ET.Element, text: str, x: float, y: float, kind: str) -> None:
    ET.SubElement(root, "text", {"x": _spell(x), "y": _spell(y), "class": kind}).text = text


def _spell(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _write(root: ET.Element) -> str:
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)
