"""The tradition of the notes, told by their own words."""

from collections.abc import Callable

import pytest

import footnotes
from footnotes.errors import ProfileError
from footnotes.parse import ParsedNotes
from footnotes.resolve import guess_profile

Parse = Callable[..., ParsedNotes]
FULL = "John Smith, *A History of Trade* (London: Verso, 2001), 12."


@pytest.mark.parametrize(
    ("profile", "notes"),
    [
        ("general", ["Ibid., 14.", "Smith 15."]),
        ("oscola", ["Smith (n 1) 14.", "Smith (n 1) 15."]),
        ("bluebook", ["Id. at 14.", "Id. at 15."]),
        ("de", ["Ebd., S. 14.", "Smith, a.a.O., S. 15."]),
        ("pl", ["Tamże, s. 14.", "Tamże, s. 15."]),
        ("tr", ["A.g.e., s. 14.", "A.g.e., s. 15."]),
        ("gost", ["Там же. С. 14.", "Там же. С. 15."]),
    ],
)
def test_guess(profile: str, notes: list[str], parse_texts: Parse) -> None:
    """Two cites in a tradition's own words tell it; what all traditions share tells nothing."""
    assert profile == guess_profile(parse_texts(FULL, *notes).cites)


def test_one_cite_tells_nothing(parse_texts: Parse) -> None:
    """A single foreign word is a quotation, or a slip."""
    assert "general" == guess_profile(parse_texts(FULL, "Tamże, s. 14.").cites)


def test_unknown_profile() -> None:
    """A profile that there is not is refused, and those that there are are named."""
    with pytest.raises(ProfileError, match="oscola"):
        footnotes.resolve_cites((), (), profile="oskola")
