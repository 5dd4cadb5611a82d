"""Libraries joined, and duplicates within one: nothing is lost, and order does not matter."""

from random import Random
from typing import Any

from attrs import evolve
from collect.library_cases import works
from hypothesis import given
from hypothesis import strategies as st

from footnotes.collect import find_duplicates, join_libraries, merge_duplicates
from footnotes.collect.joining import join_references
from footnotes.collect.spelled_values import spell_value
from footnotes.model import Confidence, Date, Library, Name, PartialDate, Reference

libraries = st.lists(works, max_size=7).map(
    lambda entries: Library(tuple(evolve(work, key=f"{work.key}{at}") for at, work in enumerate(entries)))
)


def _name_book(**values: Any) -> Reference:
    stated = {
        "key": "smith2001",
        "author": (Name("Smith", "John"),),
        "title": "Great Ports",
        "issued": Date(PartialDate(2001)),
    }
    return Reference(type="book", **{**stated, **values})


@given(libraries)
def test_merging_with_itself_changes_nothing(library: Library) -> None:
    """A library merged with itself is the library."""
    joining = join_libraries([("a", library), ("b", library)], Confidence.LOW)

    assert library == joining.library
    assert () == joining.renamed
    assert () == joining.conflicts


def test_pairs_that_stay_apart_are_counted() -> None:
    """Entries of one library that fit each other are works of their own still, and are counted."""
    one, other = _name_book(), _name_book(key="smith2001a", publisher="Routledge")
    third = _name_book(key="s", publisher="Routledge", publisher_place="London")
    alone = join_libraries([("a", Library((one,))), ("b", Library((third,)))])
    doubtful = join_libraries([("a", Library((one, other))), ("b", Library((third,)))])

    assert (1, 0) == (len(alone.library), alone.unjoined)
    assert (3, 3) == (len(doubtful.library), doubtful.unjoined)


@given(libraries, st.integers(0, 99))
def test_order_does_not_matter(library: Library, seed: int) -> None:
    """The same pairs are found in any order of the entries."""
    shuffled = list(library)
    Random(seed).shuffle(shuffled)  # noqa: S311 - no secret

    assert _list_pairs(list(library)) == _list_pairs(shuffled)


def _list_pairs(entries: list[Reference]) -> set[frozenset[Reference]]:
    plain = [evolve(work, key="") for work in entries]
    return {frozenset({plain[pair.one], plain[pair.other]}) for pair in find_duplicates(entries)}


@given(libraries)
def test_no_field_is_lost(library: Library) -> None:
    """Each value of each entry stands in the joined library, in `extra`, or among what is told."""
    joined, _, conflicts = merge_duplicates(library, find_duplicates(library))
    held = {
        (name, word)
        for work in joined
        for name, value in work.stated().items()
        for word in _split(name, spell_value(name, value))
    }
    told = {(conflict.variable, conflict.other) for conflict in conflicts}
    for work in library:
        for name, value in work.stated().items():
            words = set(_split(name, spell_value(name, value)))
            assert {(name, word) for word in words} <= held or (name, spell_value(name, value)) in told
        extra = {pair for one in joined for pair in one.extra}
        assert set(work.extra) <= extra
    keys = {key for work in joined for key in [work.key, *dict(work.extra).get("ids", "").split(",")]}
    assert {work.key for work in library} <= keys


def _split(name: str, text: str) -> list[str]:
    return (
        text.replace("; ", ", ").split(", ")
        if name == "keyword"
        else [text.removeprefix("Read. ")] * (name != "note" or text != "Read.")
    )


@given(libraries)
def test_joined_library_is_settled(library: Library) -> None:
    """Joining the certain pairs once more changes nothing that was joined: two people stay two."""
    joined, groups, _ = merge_duplicates(library, find_duplicates(library, Confidence.MEDIUM))

    assert len(library) - sum(len(group) - 1 for group in groups) == len(joined)
    assert [work.key for work in joined] == [
        work.key for at, work in enumerate(library) if not any(at in group[1:] for group in groups)
    ]


def test_fuller_value_is_kept() -> None:
    """Of two values the fuller is taken, the other stands in extra, and the other key in ids."""
    one = _name_book(publisher="Verso", note="Read.", keyword="ports")
    other = _name_book(
        key="s01",
        author=(Name("Smith", "J."),),
        title="Great Ports: A History",
        publisher="New Left Books",
        keyword="ports, ships",
    )
    work, conflicts = join_references([one, other])

    assert ("smith2001", "Great Ports: A History", "New Left Books") == (
        work.key,
        work.title,
        work.publisher,
    )
    assert (Name("Smith", "John"),) == work.author
    assert ("Read.", "ports, ships") == (work.note, work.keyword)
    assert (
        ("variant-title", "Great Ports"),
        ("variant-publisher", "Verso"),
        ("ids", "s01"),
    ) == work.extra
    assert {"author", "title", "publisher"} == {conflict.variable for conflict in conflicts}


def test_a_name_that_fits_two_people_is_joined_with_neither() -> None:
    """Smith without a given name may be John or Anna: the pairs are shown, and nothing is joined."""
    books = (
        _name_book(key="a"),
        _name_book(key="b", author=(Name("Smith"),)),
        _name_book(key="c", author=(Name("Smith", "Anna"),)),
    )
    pairs = find_duplicates(books)

    assert [(0, 1), (1, 2)] == [(pair.one, pair.other) for pair in pairs]
    assert 3 == len(merge_duplicates(Library(books), pairs)[0])


def test_keys_stay_and_collisions_are_told() -> None:
    """Two works of two libraries with one key: the later gets a letter, and what points to it follows."""
    ours = Library((_name_book(),))
    theirs = Library(
        (
            _name_book(title="Small Ships"),
            _name_book(key="x", title="Oars", extra=(("related", "smith2001"),)),
        )
    )
    joining = join_libraries([("ours", ours), ("theirs", theirs)])

    assert ["smith2001", "smith2001a", "x"] == [work.key for work in joining.library]
    assert (("theirs", "smith2001", "smith2001a"),) == joining.renamed
    assert (("related", "smith2001a"),) == joining.library.references[2].extra


def test_one_work_with_one_key_is_joined() -> None:
    """The same work in two libraries under the same key keeps that key and what either says."""
    joining = join_libraries(
        [("a", Library((_name_book(),))), ("b", Library((_name_book(publisher="Verso"),)))]
    )

    assert [("smith2001", "Verso")] == [(work.key, work.publisher) for work in joining.library]
    assert () == joining.renamed


def test_large_library_is_near_linear() -> None:
    """The pairs that are compared grow with the number of works, also where thousands have one title."""
    from footnotes.collect.blocking import list_candidates  # noqa: PLC0415 - what is measured
    from footnotes.collect.traits import find_traits  # noqa: PLC0415 - as above

    counts = []
    for number in (500, 1000):
        columns = [
            find_traits(_name_book(title="Editorial", author=(Name(f"A{at}", "B."),), volume=str(at)))
            for at in range(number)
        ]
        counts.append(len(list_candidates(columns)))

    assert counts[1] <= 2.1 * counts[0]


def test_signs_are_no_gain() -> None:
    """Of two wordings with the same letters the first is kept, and never one in capitals."""
    plain = _name_book(
        title="Great Ports: A History", author=(Name("King", "Martin Luther", suffix="Jr."),)
    )
    spaced = _name_book(title="Great ports : a history", author=(Name("King", "Martin Luther Jr."),))
    loud = _name_book(title="GREAT PORTS: A HISTORY")

    assert ("Great Ports: A History", plain.author) == _choose((plain, spaced))
    assert ("Great ports : a history", plain.author) == _choose((spaced, plain))
    assert "Great Ports: A History" == _choose((loud, plain))[0]


def _choose(works: tuple[Reference, ...]) -> tuple[str | None, Any]:
    joined, _ = join_references(works)
    return joined.title, joined.author


def test_two_words_without_a_number_are_two() -> None:
    """An edition in other words is kept beside the first."""
    joined, _ = join_references((_name_book(edition="Revised"), _name_book(edition="Rev. ed.")))

    assert "Revised" == joined.edition
    assert ("variant-edition", "Rev. ed.") in joined.extra


def test_a_season_is_told() -> None:
    """What two entries differ in is told such that it differs."""
    winter, year = (_name_book(issued=Date(PartialDate(2001, season=one))) for one in (4, None))
    _, (conflict,) = join_references((winter, year))

    assert ("2001 (winter)", "2001") == (conflict.kept, conflict.other)


def test_further_fields_of_one_name_are_all_kept() -> None:
    """A further field whose value differs is kept as a variant, and a third one beside it."""
    first, second, third = (
        _name_book(publisher=house, extra=(("howpublished", f"Royal Society, {mark}"), ("file", "a.pdf")))
        for house, mark in (("Verso Books", "CMO/3"), ("Verso", "CMO/4"), ("Foo", "CMO/5"))
    )
    joined, _ = join_references((first, second, third))

    assert {
        "howpublished": "Royal Society, CMO/3",
        "variant-howpublished": "Royal Society, CMO/4",
        "variant-howpublished-2": "Royal Society, CMO/5",
        "file": "a.pdf",
        "variant-publisher": "Verso",
        "variant-publisher-2": "Foo",
    } == dict(joined.extra)
