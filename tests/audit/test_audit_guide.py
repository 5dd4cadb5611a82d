"""The guide to audits is true where it states what the settings, bounds and budgets are."""

import re
from pathlib import Path

import pytest
from attrs import fields

from footnotes.audit.ask.retries import Patience
from footnotes.audit.judge.rows import ALIKE, UNLIKE
from footnotes.audit.settings import Settings

GUIDE = " ".join((Path(__file__).parents[2] / "docs" / "audit.md").read_text(encoding="utf-8").split())
OPTIONS = dict(re.findall(r"\| `(-[\w-]+)` \| (\S*) ?\| \S[^|]*\. \|", GUIDE))

NAMES = {"probes": "--no-probes", "confirmation": "--confirm"}
"""The options that are not called as their setting is."""


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_is_an_option_with_its_default(name: str) -> None:
    """The table of options has each setting, and the default where it is a figure."""
    option = NAMES.get(name, f"--{name.replace('_', '-')}")
    default = getattr(Settings(), name)
    is_figure = isinstance(default, int | float) and not isinstance(default, bool)

    assert (f"{default:.9g}" if is_figure else "") == OPTIONS[option]


def test_bounds_of_likeness_are_told() -> None:
    """The guide names the similarities from which pages count as the same, and as different."""
    assert f"From {ALIKE:g} on two texts count as the same, up to {UNLIKE:g} as different" in GUIDE


def test_patience_is_told() -> None:
    """How long a host may ask us to wait, and how often it is tried again, are as the guide says."""
    assert 120 == Patience().longest_asked
    assert "all requests to it wait, up to two minutes" in GUIDE
    assert 2 == Settings().max_retries
    assert "is tried again twice" in GUIDE


def test_agent_is_told() -> None:
    """The User-Agent that the guide shows is the one that is sent."""
    agent = Settings(contact="library@example.org").name_agent("1.0")

    assert f"```text {agent} ```" in GUIDE
