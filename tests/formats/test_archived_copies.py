"""The remark about an archived copy: written, read again, and told from the user's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.formats import parse_library, write_library
from footnotes.formats.archived_copies import NAMES, STATUSES, split_copy, take_copies
from footnotes.model import Library, Reference

URL = "https://web.archive.org/web/20230107101112/https://a.org/x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Archived 7 January 2023 at {URL}; URL status: dead",
            ("", {"archive_url": URL, "archive_date": "2023-01-07", "url_status": "dead"}),
        ),
        (f"With a map; Archived at {URL}", ("With a map", {"archive_url": URL})),
        (f"With a map. Archived at {URL}", ("With a map.", {"archive_url": URL})),
        ("URL status: usurped", ("", {"url_status": "usurped"})),
        ("See there; URL status: deviated", ("See there", {"url_status": "deviated"})),
    ],
)
def test_remarks(text: str, expected: tuple[str, dict[str, str]]) -> None:
    """What stands at the end in these words is read; what stands before it stays."""
    assert expected == split_copy(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"Archived 31 February 2023 at {URL}",
        f"Archived 7 Januar 2023 at {URL}",
        f"Not Archived at {URL}",
        f"Archived at {URL} by the author",
        "Archived at the British Library",
        "URL status: unknown",
        "The URL status: dead",
        f"Archived at {URL}; URL status: dead; With a map",
    ],
)
def test_other_words(text: str) -> None:
    """Words that only look like it are the user's own."""
    assert (text, {}) == split_copy(text)


EXTRA = st.fixed_dictionaries(
    {"archive_url": st.text("abc/.:%#_~{}\\&$-?=é", max_size=20).map(lambda tail: f"https://{tail}x")},
    optional={
        "archive_date": st.dates().map(lambda day: day.isoformat()),
        "url_status": st.sampled_from(STATUSES),
    },
)


@given(extra=EXTRA, note=st.sampled_from([None, "A note", "A note.", "Archived by hand"]))
@pytest.mark.parametrize("name", ["biblatex", "bibtex", "csl-json"])
def test_round_trip(name: str, extra: dict[str, str], note: str | None) -> None:
    """A library with archived copies is written and read again without loss, in all formats."""
    pairs = tuple((one, extra[one]) for one in NAMES if one in extra)
    work = Reference(type="webpage", key="k", title="T", note=note, extra=pairs)
    library = Library((work,), ())
    export = write_library(library, name)

    assert () == export.losses
    assert (work,) == parse_library(export.text, name).references


def test_no_field_of_their_own() -> None:
    """A .bib file made from CSL-JSON has the copy in words, not in fields that biber does not know."""
    item = f'[{{"id": "k", "type": "webpage", "custom": {{"archive_url": "{URL}", "url_status": "dead"}}}}]'
    text = write_library(parse_library(item, "csl-json"), "biblatex").text

    assert rf"addendum = {{Archived at \url{{{URL}}}; URL status: dead}}" in text
    assert "archive_url" not in text


@pytest.mark.parametrize(
    "extra",
    [
        (("archive_url", "no address"),),
        (("archive_date", "2023-01-07"),),
        (("archive_url", URL), ("archive_date", "some day")),
        (("archive_url", URL), ("archive_url", URL)),
        (("url_status", "unknown"),),
    ],
)
def test_what_no_remark_can_say(extra: tuple[tuple[str, str], ...]) -> None:
    """Values that the words could not give back are not put into words."""
    assert {} == take_copies(extra)
