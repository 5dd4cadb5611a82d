"""What the tests of rewriting share: small papers made of notes."""

from collections.abc import Callable, Sequence

import pytest

import footnotes
from footnotes.model import SourceDocument


@pytest.fixture(scope="session")
def make_paper() -> Callable[[Sequence[str]], footnotes.Apparatus]:
    """What is read of a paper with these notes, each on a line of its own."""

    def make(notes: Sequence[str]) -> footnotes.Apparatus:
        calls = " ".join(f"A claim.[{number}]" for number in range(1, len(notes) + 1))
        lines = (f"[{number}] {note}\n" for number, note in enumerate(notes, start=1))
        text = f"# A paper\n\n{calls}\n\n## Notes\n\n{''.join(lines)}"
        return footnotes.parse_apparatus(SourceDocument("paper.txt", "text", text))

    return make
