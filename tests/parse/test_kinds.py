"""The type of a work."""

from collections.abc import Callable

import pytest

from footnotes.model import Cite

Row = tuple[str, str]
ReadOnly = Callable[..., Cite]


@pytest.mark.cases("parse/types")
def test_types(case: Row, read_only: ReadOnly) -> None:
    """A work has the type that a cataloguer would choose for it."""
    printed, expected = case
    cite = read_only(printed)
    assert expected == (cite.stated.type if cite.stated else None)
