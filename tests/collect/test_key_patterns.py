"""Citation keys by pattern."""

import pytest
from collect.library_cases import read_work, works
from hypothesis import given
from hypothesis import strategies as st

from footnotes.collect import parse_key_pattern, rekey_library
from footnotes.errors import KeyPatternError
from footnotes.model import Date, Library, Name, PartialDate, Reference

PATTERN = "auth.lower+year"


def _name_book(family: str, title: str, year: int = 2001, **values: object) -> Reference:
    issued = Date(PartialDate(year))
    return Reference(type="book", author=(Name(family),), title=title, issued=issued, **values)  # type: ignore[arg-type]  # the cases' own


def _list_keys(*books: Reference, pattern: str = PATTERN) -> list[str]:
    return [work.key for work in rekey_library(Library(books), pattern)]


@pytest.mark.cases("collect/key_patterns")
def test_patterns(case: tuple[str, str]) -> None:
    """A pattern gives the key that the manual promises."""
    given_case, key = case
    pattern, _, entry = given_case.partition(" @ ")

    assert [key] == _list_keys(read_work(entry), pattern=pattern)


@pytest.mark.cases("collect/key_pattern_errors")
def test_pattern_errors(case: tuple[str, str]) -> None:
    """A pattern that cannot be read is refused with the column and the nearest that there is."""
    pattern, message = case
    with pytest.raises(KeyPatternError) as caught:
        parse_key_pattern(pattern)

    assert message in str(caught.value)


def test_suffixes_go_by_title() -> None:
    """Of works with one key those are told apart by date and title, wherever they stand in the file."""
    ports, ships = _name_book("Smith", "Ports"), _name_book("Smith", "Ships")

    assert ["smith2001", "smith2001a"] == _list_keys(ports, ships)
    assert ["smith2001a", "smith2001"] == _list_keys(ships, ports)


def test_suffixes_go_by_citation() -> None:
    """Of works that a paper cites the one cited first keeps the key."""
    ships = _name_book("Smith", "Ships", cited_by=("1.1",))
    ports = _name_book("Smith", "Ports", cited_by=("2.1",))

    assert ["smith2001", "smith2001a"] == _list_keys(ships, ports)


def test_keys_are_unique_without_case() -> None:
    """Keys that differ in capitals alone are told apart: files and programs fold them."""
    keys = _list_keys(_name_book("Smith", "Ports"), _name_book("SMITH", "Ships"), pattern="auth+year")

    assert ["Smith2001", "SMITH2001a"] == keys


def test_suffix_takes_no_key() -> None:
    """A suffix never makes the key that another work has without one."""
    keys = _list_keys(
        _name_book("Li", "A"), _name_book("Li", "B"), _name_book("Lia", "C"), pattern="auth.lower"
    )

    assert ["li", "lib", "lia"] == keys


def test_pointers_follow() -> None:
    """A field that names another entry names it by its new key."""
    part = _name_book("Smith", "Ports", key="one", extra=(("related", "two, gone"),))
    whole = _name_book("Jones", "Ships", key="two")
    library = rekey_library(Library((part, whole)), PATTERN)

    assert (("related", "jones2001,gone"),) == library.references[0].extra


@given(
    st.lists(works, max_size=8), st.sampled_from([PATTERN, "authors+shorttitle", "type", "title(3).upper"])
)
def test_keys_of_any_works(books: list[Reference], pattern: str) -> None:
    """Keys are ASCII, not empty, and unique without regard to case; all else of the works stays."""
    library = rekey_library(Library(tuple(books)), pattern)
    keys = [work.key for work in library]

    assert len(keys) == len({key.lower() for key in keys})
    assert all(key and key.isascii() for key in keys)
    assert [work.stated() for work in books] == [work.stated() for work in library]


@given(st.lists(works, max_size=6, unique_by=lambda work: work), st.randoms(use_true_random=False))
def test_keys_do_not_depend_on_order(books: list[Reference], random: st.DataObject) -> None:
    """A work has the same key in whatever order the file has the works, if no two are alike in all."""
    shuffled = list(books)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a source of chance
    first = {
        (work.type, str(work.stated())): work.key for work in rekey_library(Library(tuple(books)), PATTERN)
    }
    if len(first) == len(books):
        again = rekey_library(Library(tuple(shuffled)), PATTERN)
        assert first == {(work.type, str(work.stated())): work.key for work in again}
