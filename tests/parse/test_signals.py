"""Words that lead into a cite."""

from collections.abc import Callable

import pytest

from footnotes.model import Cite

Row = tuple[str, str]
ReadOnly = Callable[..., Cite]


@pytest.mark.cases("parse/signals")
def test_signals(case: Row, read_only: ReadOnly) -> None:
    """The words that lead into a cite are its signal, and no part of it."""
    printed, expected = case
    cite = read_only(f"{printed} John Smith, *Great Ports* (London: Verso, 2001), 12.")
    assert expected == cite.signal
    assert cite.text == "John Smith, Great Ports (London: Verso, 2001), 12"
