"""Dates of publication, and the days on which pages were read."""

from collections.abc import Callable

import pytest

Row = tuple[str, str]
SpellOnly = Callable[[str], dict[str, str]]


@pytest.mark.cases("parse/access")
def test_access_dates(case: Row, spell_only: SpellOnly) -> None:
    """The day on which a page was read is found in any wording, and is not its date of publication."""
    printed, expected = case
    clause = printed if printed.startswith(",") else f" {printed}"
    stated = spell_only(
        f"John Smith, “Great Ports,” *Port News*, 3 May 2020, https://example.org/a{clause}."
    )
    assert expected == stated.get("accessed")
    assert (stated["url"], stated["issued"]) == ("https://example.org/a", "2020-05-03")


@pytest.mark.cases("parse/dates")
def test_dates(case: Row, spell_only: SpellOnly) -> None:
    """A date of publication is as exact as it is printed, day and month in either order."""
    printed, expected = case
    stated = spell_only(f"John Smith, “Great Ports,” *Port News*, {printed}, https://example.org/a.")
    assert expected == stated.pop("issued", None)
    assert {"author", "title", "container-title", "url"} == stated.keys()
