"""Evidence as JSON: what is written down is what is read again."""

import json
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.keep.records import (
    VERSION,
    decode_record,
    dump_record,
    encode_record,
    load_record,
    read_time,
    write_time,
)
from footnotes.errors import JournalError
from footnotes.model import (
    Archived,
    ArchivedState,
    ArchiveReport,
    ArchiveState,
    CitedBy,
    CitedLink,
    Date,
    DateSource,
    Hop,
    LinkCheck,
    LinkStatus,
    Memento,
    PartialDate,
    RejectedCopy,
    Rescue,
    Sign,
)

# Lone halves of characters stand in titles that were decoded badly.
TEXTS = st.text(max_size=20) | st.just("\ud83d half")
MAYBE = st.none() | TEXTS
NUMBERS = st.integers(-(10**12), 10**12)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
MOMENTS = st.datetimes(timezones=st.just(UTC))
PARTS = st.builds(PartialDate, NUMBERS, *[st.none() | NUMBERS] * 3)
DATES = st.none() | st.builds(Date, PARTS, st.none() | PARTS, st.booleans(), st.booleans(), st.booleans())
MANY_TEXTS = st.lists(TEXTS, max_size=3).map(tuple)
SKETCHES = st.lists(st.integers(0, 2**32 - 1), max_size=70).map(tuple) | st.lists(NUMBERS, max_size=3).map(
    tuple
)
LINKS = st.builds(
    CitedLink,
    TEXTS,
    st.lists(st.builds(CitedBy, MAYBE, st.none() | NUMBERS, MAYBE), max_size=3).map(tuple),
    DATES,
    DATES,
    MANY_TEXTS,
    MANY_TEXTS,
    MAYBE,
    MAYBE,
)
LOOKS = st.builds(
    LinkCheck,
    TEXTS,
    st.sampled_from(LinkStatus),
    MOMENTS,
    st.none() | NUMBERS,
    MAYBE,
    st.lists(st.builds(Hop, TEXTS, TEXTS), max_size=3).map(tuple),
    FLOATS,
    MAYBE,
    MAYBE,
    MAYBE,
    st.none() | st.booleans(),
    st.frozensets(st.sampled_from(Sign)),
    SKETCHES,
    TEXTS,
)
MEMENTOS = st.builds(Memento, TEXTS, TEXTS, MOMENTS, TEXTS, MAYBE, st.none() | NUMBERS)
COPIES = st.builds(
    Archived,
    st.sampled_from(ArchivedState),
    st.none() | st.builds(Rescue, MEMENTOS, st.none() | NUMBERS, st.none() | st.booleans()),
    st.none() | MEMENTOS,
    st.none() | MEMENTOS,
    st.sampled_from(DateSource),
    st.none() | FLOATS,
    st.lists(st.builds(RejectedCopy, MEMENTOS, TEXTS), max_size=2).map(tuple),
    MANY_TEXTS,
)
REPORTS = st.builds(ArchiveReport, TEXTS, st.sampled_from(ArchiveState))

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LOOK = LinkCheck(
    "http://example.org/a",
    LinkStatus.HTTP_ERROR,
    NOON,
    code=404,
    chain=(Hop("301", "https://example.org/a"),),
    signs=frozenset({Sign.SIBLING_MISSING, Sign.PERMANENT}),
    sketch=(1, 2**32 - 1),
)


@given(noun=LINKS | LOOKS | COPIES | REPORTS | MEMENTOS)
def test_read_is_what_was_written(noun: object) -> None:
    """Every noun of an audit comes back from JSON as it was, whatever it holds."""
    assert noun == decode_record(type(noun), encode_record(noun))
    assert noun == load_record(type(noun), dump_record(noun))


@given(noun=LOOKS | COPIES)
def test_records_are_plain_ascii_json(noun: object) -> None:
    """A record is a line of ASCII, which is JSON for strict readers too."""
    text = dump_record(noun)

    assert text.isascii()
    assert len(text.splitlines()) == 1
    json.loads(text, parse_constant=pytest.fail)


def test_shape() -> None:
    """A record has the words of the nouns and of their vocabularies, and nothing that is at its default."""
    assert {
        "version": 1,
        "url": "http://example.org/a",
        "status": "http-error",
        "checked": "2026-11-20T12:00:00.000000+00:00",
        "code": 404,
        "chain": [{"cause": "301", "url": "https://example.org/a"}],
        "signs": ["permanent", "sibling-missing"],
        "sketch": "AQAAAP////8=",
    } == encode_record(LOOK)


def test_members_of_later_versions_are_passed_over() -> None:
    """What a later version of this program adds to a record does not keep this one from the rest."""
    written = encode_record(LOOK)
    written["mood"] = "good"
    written["chain"][0]["seconds"] = 0.1

    assert LOOK == decode_record(LinkCheck, written)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"version": VERSION + 1}, "is of version 2; this program knows versions up to 1"),
        ({"status": "asleep"}, "holds the LinkStatus 'asleep', which this program does not know"),
        ({"signs": ["permanent", "smelly"]}, "holds the Sign 'smelly', which this program does not know"),
        ({"signs": "permanent"}, "holds 'permanent' where a list should stand"),
        ({"status": None}, "holds the LinkStatus None"),
        ({"checked": "yesterday"}, "holds 'yesterday' where a time should stand"),
        ({"checked": 7}, "holds 7 where a time should stand"),
        ({"code": "404"}, "holds '404' where a int should stand"),
        ({"code": True}, "holds True where a int should stand"),
        ({"url": None}, "holds None where a str should stand"),
        ({"sketch": "AQAAA"}, "holds 'AQAAA' where a sketch should stand"),
        ({"sketch": "AQAA"}, "holds 'AQAA' where a sketch should stand"),
        ({"sketch": 5}, "holds 5 where a sketch should stand"),
        ({"chain": [7]}, "holds 7 where a Hop should stand"),
        ({"chain": [{"cause": "301"}]}, "A Hop of the journal lacks url"),
        ({"fragment_found": 1}, "holds 1 where a bool should stand"),
    ],
)
def test_refuses_what_it_cannot_understand(changes: dict[str, Any], message: str) -> None:
    """A record that is damaged or from a later version is refused in a sentence, never half read."""
    with pytest.raises(JournalError) as caught:
        decode_record(LinkCheck, {**encode_record(LOOK), **changes})

    assert message in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '"x"'])
def test_refuses_what_is_no_record(text: str) -> None:
    """What is no JSON object is no record."""
    with pytest.raises(JournalError, match="The journal holds"):
        load_record(LinkCheck, text)


def test_names_what_is_missing() -> None:
    """A record without what a look must state says which that is."""
    with pytest.raises(JournalError, match="A LinkCheck of the journal lacks url and status and checked"):
        decode_record(LinkCheck, {"version": 1})


@given(moments=st.tuples(MOMENTS, MOMENTS))
def test_times_sort_as_texts(moments: tuple[datetime, datetime]) -> None:
    """The texts of two moments stand in the order of the moments, so that a database can compare them."""
    one, other = moments

    assert (one < other) == (write_time(one) < write_time(other))
    assert one == read_time(write_time(one))


def test_times_are_in_utc() -> None:
    """A time of another zone is written in UTC, and one without a zone is a mistake of the caller."""
    east = timezone(timedelta(hours=3))

    assert "2026-11-20T09:00:00.000000+00:00" == write_time(datetime(2026, 11, 20, 12, tzinfo=east))
    with pytest.raises(ValueError, match="time zone"):
        write_time(datetime(2026, 11, 20, 12))  # noqa: DTZ001 - that it has no zone is the point


@pytest.mark.parametrize("vocabulary", [LinkStatus, Sign, ArchivedState, ArchiveState, DateSource])
def test_words_are_told_apart(vocabulary: type[Enum]) -> None:
    """No two members of a vocabulary have the same word, or one would be read as the other."""
    assert len(vocabulary.__members__) == len(list(vocabulary))
