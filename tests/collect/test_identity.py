"""Whether two references are one work."""

import pytest

from footnotes.collect.identity import is_same_work
from footnotes.model import AnyName, LiteralName, Name, Reference

BELL, ROE, LUND = Name("Bell", "Ann"), Name("Roe", "Jan"), Name("Lund", "Britt")
OTHERS = LiteralName("others")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((BELL, OTHERS), (BELL,), True),
        ((BELL, OTHERS), (BELL, ROE, LUND), True),
        ((BELL, OTHERS), (ROE, BELL), False),
        ((BELL,), (BELL, ROE), False),
    ],
)
def test_et_al_leaves_open_who_else(
    one: tuple[AnyName, ...], other: tuple[AnyName, ...], *, expected: bool
) -> None:
    """A work "by Ann Bell et al." may be one by her and more people, not one by others in her place."""
    first, second = (Reference("book", title="Salt", author=names) for names in (one, other))

    assert expected == is_same_work(first, second) == is_same_work(second, first)
