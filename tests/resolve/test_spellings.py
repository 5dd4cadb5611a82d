"""Names that are spelled almost alike."""

from footnotes.resolve.spellings import Spellings, Wordings


def _know(*names: str) -> Spellings:
    spellings = Spellings()
    for name in names:
        spellings.add(name)
    return spellings


def test_the_one_name_that_is_alike_is_found() -> None:
    """One letter may differ in a name of five to eight, two in a longer one."""
    spellings = _know("murinson", "goltzstein", "smith")

    assert "murinson" == spellings.find_nearest("murinsen")
    assert "goltzstein" == spellings.find_nearest("golzstain")
    assert "smith" == spellings.find_nearest("smyth")


def test_short_names_are_never_guessed_at() -> None:
    """Four letters are too few."""
    assert _know("lund", "bonds").find_nearest("lunt") is None
    assert _know("lund", "bonds").find_nearest("bond") is None


def test_of_two_that_are_alike_none_is_taken() -> None:
    """The nearest must be the only one."""
    assert _know("murinson", "murinsan").find_nearest("murinsen") is None


def test_a_crowd_is_no_help() -> None:
    """Where very many names are alike, none is the one meant, and looking costs no time."""
    names = [f"author{number:04}" for number in range(400)]

    assert _know(*names).find_nearest("autor0001") is None


def test_a_wording_varies_in_one_word() -> None:
    """An institution is a variant if one word of its name is spelled a little otherwise."""
    wordings = Wordings()
    wordings.add("falastin azerbaycanda")

    assert wordings.holds_variant("falastin azerbaycani")
    assert not wordings.holds_variant("falastin azerbaycanda")
    assert not wordings.holds_variant("turkiye azerbaycanda")
