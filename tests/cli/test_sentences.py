"""The words for doubts, losses, references and dates."""

import re
from pathlib import Path

import pytest

from footnotes.cli.doubts import REASONS
from footnotes.cli.wording import describe_locator, describe_reference, describe_url, describe_value
from footnotes.model import AnyDate, Date, LiteralDate, LiteralName, Locator, Name, PartialDate, Reference

SOURCE = Path(__file__).parents[2] / "src" / "footnotes"


def test_every_flag_has_its_words() -> None:
    """Each flag that a rule can raise is explained, and no other."""
    paths = [path for stage in ("parse", "resolve") for path in (SOURCE / stage).glob("*.py")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    words = set(re.findall(r'"([a-z_]+)"', source))

    assert set(REASONS) <= words


def test_reference_in_one_line() -> None:
    """A work is told in the order of a bibliography, and nothing that is stated is left out."""
    work = Reference(
        type="chapter",
        author=(Name("Waal", "Thomas", non_dropping_particle="de"), LiteralName("REAL TV")),
        editor=(Name("Ma'oz", "Moshe"),),
        title="A Title",
        container_title="A Book",
        volume="2",
        page="10-20",
        publisher="UP",
        publisher_place="Oxford",
        issued=Date(PartialDate(2015)),
        genre="survey",
        url="https://example.org/a/very/long/path",
    )
    expected = (
        "chapter · de Waal, Thomas; REAL TV · A Title · ed. Ma'oz, Moshe · A Book · vol. 2 · pp. 10-20"
        " · Oxford: UP · 2015 · genre survey · example.org/…"
    )

    assert expected == describe_reference(work)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(PartialDate(2013)), "2013"),
        (Date(PartialDate(2013, 5)), "2013-05"),
        (Date(PartialDate(2013, 5, 9)), "2013-05-09"),
        (Date(PartialDate(2013, season=2)), "summer 2013"),
        (Date(PartialDate(1998), open_ended=True), "1998/"),
        (Date(PartialDate(1998), PartialDate(2001)), "1998/2001"),
        (Date(PartialDate(1602), approximate=True, uncertain=True), "c. 1602?"),
        (LiteralDate("n.d."), "n.d."),
    ],
)
def test_dates(date: AnyDate, expected: str) -> None:
    """A date is told as exactly as it is known."""
    assert expected == describe_value(date)


@pytest.mark.parametrize("url", ["example.org/a", "http://[broken", "mailto:"])
def test_odd_urls(url: str) -> None:
    """What has no host is shown whole."""
    assert url == describe_url(url)


def test_locator_levels() -> None:
    """Every level of a place is told, the outer first."""
    locator = Locator("page", "10", (("volume", "2"), ("page", "10")))

    assert "volume 2, page 10" == describe_locator(locator)
