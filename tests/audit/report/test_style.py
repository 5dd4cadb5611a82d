"""The style sheet of the HTML report: enough contrast in light, dark and print."""

import re
from importlib.resources import files

import pytest

from footnotes.audit.report.verdict_words import VERDICTS

STYLE = files("footnotes.audit.report").joinpath("audit.css").read_text(encoding="utf-8")
SCHEMES = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))
    for block in re.findall(r":root \{(.*?)\n? *\}\n", STYLE, re.DOTALL)
]
LEAST = 4.5
"""WCAG 2.2, 1.4.3: text of the usual size against its ground."""


def _measure_light(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _measure_contrast(one: str, other: str) -> float:
    dark, light = sorted(map(_measure_light, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def test_measure() -> None:
    """Black on white has the greatest contrast that there is."""
    assert 21.0 == pytest.approx(_measure_contrast("#000", "#ffffff"))
    assert 3 == len(SCHEMES)


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark", "print"])
def test_words_can_be_read(scheme: dict[str, str]) -> None:
    """Words and links stand out from each ground that they stand on."""
    pairs = [(ink, ground) for ink in ("ink", "faint", "link") for ground in ("paper", "raised")]

    assert [] == [pair for pair in pairs if _measure_contrast(*(scheme[name] for name in pair)) < LEAST]


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark", "print"])
def test_marks_can_be_read(scheme: dict[str, str]) -> None:
    """The mark in each badge stands out from the colour of its verdict."""
    for words in VERDICTS.values():
        is_light = re.search(rf"\.badge-{words.name} {{ [^}}]*on-light", STYLE)
        mark = scheme["on-light" if is_light else "on-dark"]

        assert _measure_contrast(mark, scheme[words.name]) >= LEAST, words.name


@pytest.mark.parametrize("name", [words.name for words in VERDICTS.values()])
def test_every_verdict_has_a_colour(name: str) -> None:
    """Each verdict has its colour in all schemes, in the charts and in the table."""
    assert all(name in scheme for scheme in SCHEMES)
    assert all(f".{kind}-{name} {{" in STYLE for kind in ("fill", "badge", "on"))
