"""Laws of all formats: what is written reads back, but for what the losses name."""

import pytest
from attrs import evolve
from formats.any_libraries import libraries
from hypothesis import HealthCheck, given, settings

from footnotes.formats import READABLE, parse_library, write_library
from footnotes.formats.roundtrip import describe_value, find_losses
from footnotes.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    TEXT_VARIABLES,
    VARIABLES,
    WORK_TYPES,
    Date,
    Library,
    LiteralName,
    Name,
    PartialDate,
    Reference,
)

PROSE = "Əlif “x ‘y’” & 5% #1 _a $b {c} \\d ~e ^f -- g''h <i>i</i> @j{k, l = m}"
"""Text with every sign that means something to TeX or BibTeX."""

PLAIN_VALUES: dict[str, object] = {
    **dict.fromkeys(
        NAME_VARIABLES,
        (
            Name("Waal", "Thomas", non_dropping_particle="de"),
            LiteralName("REAL TV"),
            Name("Əhmədov", "İlqar"),
        ),
    ),
    **dict.fromkeys(DATE_VARIABLES, Date(PartialDate(2010, 5, 6))),
    **dict.fromkeys(TEXT_VARIABLES, PROSE),
    "url": "https://example.org/a_b/c%20d?e=f&g=h#i~j",
    "doi": "10.1000/a_b<c>(1)",
    "page": "64-65",
    "language": "az",
}

HOMELESS = {
    "biblatex": {"page_first", "year_suffix"},
    "biblatex-strict": {"page_first", "year_suffix"},
    "bibtex": {"page_first", "year_suffix", "citation_label"},
    "csl-json": set[str](),
    "csl-yaml": set[str](),
    "csv": set[str](),
    "ris": set[str](),
    "tsv": set[str](),
}

SUPPLIED = {"biblatex-strict": {"title"}}
"""What a format asks of every work, so that it is supplied where a work has none."""


def list_differences(before: Library, after: Library) -> set[tuple[str, str]]:
    """Key and variable of all that differs."""
    return {
        (old.key, variable)
        for old, new in zip(before, after, strict=True)
        for variable in ("type", "key", *VARIABLES, "extra")
        if getattr(old, variable) != getattr(new, variable)
    }


@pytest.mark.parametrize("name", READABLE)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(library=libraries)
def test_only_losses_differ(name: str, library: Library) -> None:
    """Whatever the library holds, the losses name exactly what does not come back."""
    export = write_library(library, name)
    back = parse_library(export.text, name)

    assert {(loss.key, loss.variable) for loss in export.losses} == list_differences(library, back)
    expected = ()
    assert expected == back.problems


@pytest.mark.parametrize("name", READABLE)
def test_each_variable_of_each_type_has_its_home(name: str) -> None:
    """A variable comes back for every type of work, but for those the format has no place for."""
    library = Library(
        tuple(
            Reference(
                **{"type": work_type, "key": f"{work_type}.{variable}", "title": "T", variable: value}
            )
            for work_type in WORK_TYPES
            for variable, value in PLAIN_VALUES.items()
        ),
    )
    export = write_library(library, name)

    assert HOMELESS[name] == {loss.variable for loss in export.losses}


@pytest.mark.parametrize("name", READABLE)
def test_types_come_back(name: str) -> None:
    """All 45 types come back, with and without what the entry type is chosen by."""
    bare = [Reference(type=one, key=one) for one in WORK_TYPES]
    full = [
        evolve(one, key=f"full.{one.key}", container_title="C", editor=(Name("A"),), url="http://a.b")
        for one in bare
    ]
    export = write_library(Library((*bare, *full)), name)

    assert {loss.variable for loss in export.losses} == SUPPLIED.get(name, set())


@pytest.mark.parametrize("name", READABLE)
def test_a_second_writing_changes_nothing(name: str) -> None:
    """What has been read once is written to the letter again."""
    library = Library((Reference(key="k", **PLAIN_VALUES),))  # type: ignore[arg-type]  # by name
    once = write_library(library, name).text

    assert once == write_library(parse_library(once, name), name).text


def test_missing_work_is_a_fault() -> None:
    """A work that is gone altogether is no loss but a broken file."""
    with pytest.raises(RuntimeError, match="1 works were written and 0 read back"):
        find_losses(Library((Reference(),)), Library(), {})


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Reference(note="a\n\nb"), Reference(note="a b"), "its paragraphs and lines become one"),
        (
            Reference(url="https://x.example/{a}"),
            Reference(url="https://x.example/%7Ba%7D"),
            "signs that no address may hold are percent-encoded (RFC 3986)",
        ),
        (Reference(note="a  b"), Reference(note="a b"), "several blanks become one"),
        (Reference(note="\ta\n b"), Reference(note="a\nb"), "some of its blanks are dropped"),
        (Reference(note="e\u0301"), Reference(note="\u00e9"), "letters and their marks are composed (NFC)"),
        (Reference(note="a\x07b"), Reference(note="ab"), "control characters are dropped"),
        (Reference(note="a\nb"), Reference(note="c\nd"), "it reads back as “c d”"),
        (
            Reference(author=(LiteralName("Office, Admiralty"),)),
            Reference(author=(Name("Office", "Admiralty"),)),
            "an institution reads back as a person; it reads back as “Admiralty Office”",
        ),
        (
            Reference(author=(Name("Ibn Khaldūn"),)),
            Reference(author=(LiteralName("Ibn Khaldūn"),)),
            "a person reads back as an institution",
        ),
        (
            Reference(author=(Name("de Souza", "Ana"),)),
            Reference(author=(Name("Souza", "Ana", non_dropping_particle="de"),)),
            "the parts of a name read back divided otherwise",
        ),
    ],
)
def test_what_happened_is_told(before: Reference, after: Reference, expected: str) -> None:
    """The reason of a loss says what became of the value, and nothing that did not."""
    (loss,) = find_losses(Library((before,)), Library((after,)), {})

    assert expected == loss.reason


def test_values_are_described_for_people() -> None:
    """A loss tells names and dates in words."""
    value = (Name("Waal", "Thomas", non_dropping_particle="de"), LiteralName("REAL TV"))

    expected = "Thomas de Waal; REAL TV"
    assert expected == describe_value(value)
    expected = "1998/"
    assert expected == describe_value(Date(PartialDate(1998), open_ended=True))
