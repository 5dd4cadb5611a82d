"""How far apart two spellings are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.text.distance import measure_distance

WORDS = st.text(alphabet="abcd", max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("murinson", "murinson", 0),
        ("murinson", "murinsen", 1),
        ("murinson", "murinsn", 1),
        ("murinson", "murinsson", 1),
        ("murinson", "murisnon", 1),
        ("smith", "jones", 3),
        ("", "ab", 2),
    ],
)
def test_distance(one: str, other: str, distance: int) -> None:
    """A letter changed, left out, put in, or two exchanged count one; beyond two all is far."""
    assert distance == measure_distance(one, other, 2)


@given(WORDS, WORDS)
def test_distance_is_one_of_two_sides(one: str, other: str) -> None:
    """It is the same from both sides, 0 for equals alone, and at least the difference in length."""
    distance = measure_distance(one, other, 20)

    assert distance == measure_distance(other, one, 20)
    assert (distance == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance <= max(len(one), len(other))
    assert min(distance, 3) == measure_distance(one, other, 2)
