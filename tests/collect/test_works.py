"""Cites and resolutions to a library: keys, and wordings that are one work or are not."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import footnotes
from footnotes.model import (
    Apparatus,
    Cite,
    Date,
    Library,
    Name,
    PartialDate,
    Reference,
    Resolution,
    SourceDocument,
)

Resolve = Callable[..., tuple[tuple[Cite, ...], tuple[Resolution, ...]]]
Collect = Callable[[Sequence[str]], Library]
SpellWork = Callable[[Reference | None], dict[str, str]]


@pytest.fixture
def collect(resolve_texts: Resolve) -> Collect:
    """The library of notes of these texts."""

    def run(texts: Sequence[str]) -> Library:
        return footnotes.collect_library(*resolve_texts(texts))

    return run


def _name_book(
    family: str, given: str | None = None, title: str = "Great Ports", year: int = 2001
) -> Reference:
    return Reference(
        type="book", author=(Name(family, given),), title=title, issued=Date(PartialDate(year))
    )


@pytest.mark.cases("collect/keys")
def test_keys(case: tuple[str, str], collect: Collect) -> None:
    """A key is made of surname or first telling word and year, and any script is written in a to z."""
    note, key = case
    assert [key] == [work.key for work in collect([note])]


@pytest.mark.cases("collect/works")
def test_works(case: dict[str, Any], collect: Collect, spell_work: SpellWork) -> None:
    """Wordings of one work are one reference that loses nothing; what may be two works stays two."""
    found = [
        {"key": work.key, "cited-by": " ".join(work.cited_by)} | spell_work(work)
        for work in collect(case["notes"])
    ]
    assert len(case["works"]) == len(found)
    assert case["works"] == [
        {name: one.get(name) for name in expected}
        for expected, one in zip(case["works"], found, strict=True)
    ]


@pytest.mark.cases("collect/certain")
def test_certain_works(case: dict[str, Any], resolve_texts: Resolve) -> None:
    """A work that no cite states as surely as is asked for is left out, whatever its short forms are."""
    cites, resolutions = resolve_texts(case["notes"])
    document = SourceDocument("paper.txt", "text", "")
    library = footnotes.collect_library(cites, resolutions)
    apparatus = Apparatus(document, (), (), (), cites, resolutions, library, ())
    for least in ("high", "medium", "low"):
        assert case[least] == [work.key for work in footnotes.keep_certain(apparatus, least)]


def test_keys_of_many_works_stay_apart(collect: Collect) -> None:
    """Works of one name and year are told apart by letters: the second gets a, the 28th aa."""
    library = collect([f"John Smith, *Port {number}* (London: Verso, 2001)." for number in range(30)])
    keys = [work.key for work in library]
    assert ["smith2001", "smith2001a", "smith2001b"] == keys[:3]
    assert ["smith2001z", "smith2001aa", "smith2001ab"] == keys[26:29]
    assert len(keys) == len(set(keys)) == 30


def test_keys_of_very_many_works_stay_apart() -> None:
    """There are keys for any number of works of one name and year."""
    works = tuple(_name_book("Smith", "John", title=f"Port {number}") for number in range(800))
    library = footnotes.merge_libraries([("paper", Library(works))])
    assert len({work.key for work in library}) == 800


def test_keys_are_stable(collect: Collect) -> None:
    """The same notes give the same keys, and a work cited later changes none that was given."""
    notes = [f"John Smith, *Port {number}* (London: Verso, 2001)." for number in range(5)]
    first = [work.key for work in collect(notes)]
    assert first == [work.key for work in collect(notes)]
    more = [
        *notes,
        "Mary Smith, *Ships* (London: Verso, 2001).",
        "Adam Abel, *Boats* (London: Verso, 1999).",
    ]
    assert first == [work.key for work in collect(more)][:5]


@given(st.lists(st.builds(_name_book, st.text(min_size=1), st.none(), st.text(), st.integers(1400, 2099))))
def test_keys_are_ascii_and_unique(works: list[Reference]) -> None:
    """Whatever the names are made of, keys are unique, not empty, and of the letters a to z and digits."""
    library = footnotes.merge_libraries([("paper", Library(tuple(works)))])
    keys = [work.key for work in library]
    assert len(keys) == len(set(keys))
    assert all(key and key.isascii() and key.isalnum() and key == key.lower() for key in keys)


def test_resolutions_know_their_work(resolve_texts: Resolve) -> None:
    """Each resolution is linked to the work that lists its cite, and to none where there is none."""
    cites, resolutions = resolve_texts(
        ["Ibid.", "John Smith, *Great Ports* (London: Verso, 2001).", "Smith 5."]
    )
    library = footnotes.collect_library(cites, resolutions)
    linked = footnotes.link_resolutions(resolutions, library)
    assert [None, "smith2001", "smith2001"] == [one.reference for one in linked]


def test_a_work_in_several_papers_is_one(collect: Collect) -> None:
    """A work that two papers cite is one reference, which names both papers and keeps what either says."""
    one = collect(["J. Smith, *Great Ports* (2001), 12.", "Mary Jones, *Ships* (Oxford: OUP, 2010)."])
    other = collect(["John Smith, *Great Ports* (London: Verso, 2001), 14.", "Smith 15."])
    merged = footnotes.merge_libraries([("a.txt", one), ("b.txt", other)])
    assert ["smith2001", "jones2010"] == [work.key for work in merged]
    assert ("a.txt#1.1", "b.txt#1.1", "b.txt#2.1") == merged.references[0].cited_by
    assert (Name("Smith", "John"),) == merged.references[0].author
    assert ("London", "Verso") == (merged.references[0].publisher_place, merged.references[0].publisher)


def test_works_of_several_papers_stay_apart(collect: Collect) -> None:
    """Two people of one surname in two papers are two works with two keys."""
    one = collect(["John Smith, *Great Ports* (London: Verso, 2001)."])
    other = collect(["Anna Smith, *Great Ports* (London: Verso, 2001)."])
    merged = footnotes.merge_libraries([("a.txt", one), ("b.txt", other)])
    assert ["smith2001", "smith2001a"] == [work.key for work in merged]


def test_merging_one_library_changes_only_the_papers(collect: Collect) -> None:
    """A library merged with nothing is itself, but that its cites name their paper."""
    library = collect(["John Smith, *Great Ports* (London: Verso, 2001).", "Smith 5."])
    merged = footnotes.merge_libraries([("a.txt", library)])
    assert library == merged
    assert ("a.txt#1.1", "a.txt#2.1") == merged.references[0].cited_by


def test_merging_twice_is_merging_once(collect: Collect) -> None:
    """The works of a paper given twice are not doubled."""
    library = collect(
        ["John Smith, *Great Ports* (London: Verso, 2001).", "Mary Jones, *Ships* (Oxford: OUP, 2010)."]
    )
    merged = footnotes.merge_libraries([("a.txt", library), ("b.txt", library)])
    assert [work.key for work in library] == [work.key for work in merged]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_name_book("Smith", "John"), _name_book("Smith", "Anna")),
        (_name_book("Smith", "John"), _name_book("Jones", "John")),
        (_name_book("Smith", "John"), _name_book("Smith", "John", title="Small Ports")),
        (_name_book("Smith", "John"), _name_book("Smith", "John", year=2011)),
        (_name_book("Smith", "John"), Reference(type="book", title="Great Ports")),
        (Reference(type="book"), Reference(type="book")),
        (Reference(doi="10.1000/a", title="Ports"), Reference(doi="10.1000/b", title="Ports")),
    ],
)
def test_doubtful_works_are_two(one: Reference, other: Reference) -> None:
    """Where a surname alone, a title alone, or nothing at all agrees, two references are two works."""
    library = footnotes.merge_libraries([("a", Library((one,))), ("b", Library((other,)))])
    assert len(library) == 2


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="known defect")
def test_a_doi_decides() -> None:
    """Two references with one DOI are one work, however they are worded, and in whatever case."""
    one = Reference(doi="10.1000/ABC", title="Ports", type="article-journal")
    other = Reference(doi="10.1000/abc", title="The Great Ports of the Levant", volume="8")
    library = footnotes.merge_libraries([("a", Library((one,))), ("b", Library((other,)))])
    assert len(library) == 1
    assert library.references[0].volume == "8"
