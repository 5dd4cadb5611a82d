"""Letters behind years, for works that nothing else tells apart (CSL 1.0.2, "Disambiguation")."""

from collections.abc import Iterable, Sequence


def give_letters(alike: Iterable[Sequence[str]], order: Iterable[str]) -> dict[str, str]:
    """A letter for each work of each set, in the order of the bibliography."""
    sets = {one: at for at, works in enumerate(alike) for one in works}
    given: dict[int, int] = {}
    letters: dict[str, str] = {}
    for one in order:
        if one in sets:
            given[sets[one]] = given.get(sets[one], 0) + 1
            letters[one] = write_letters(given[sets[one]])
    return letters


def write_letters(number: int) -> str:
    """The letters for a number: a for 1, z for 26, aa for 27."""
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out
