"""Words whose brackets do not close."""

import pytest

import footnotes
from footnotes.model import SourceDocument
from footnotes.rewrite.brackets import is_balanced


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("Smith, *History*, 12", True),
        ("Smith (ed.), [*History*](https://example.org), 12", True),
        ("Smith, [*History*, 14", False),
        ("12) and (13", False),
        ("[12)", False),
    ],
)
def test_is_balanced(text: str, balanced: bool) -> None:  # noqa: FBT001 - the expected answer
    """Each bracket is closed by its partner, in order."""
    assert balanced == is_balanced(text)


def test_half_a_link_is_never_written() -> None:
    """A citation whose title is a link in Markdown is written whole, or stays."""
    title = "[*A History of Trade*](https://ex.org/a_b)"
    notes = f"[^1]: John Smith, {title} (London: Verso, 2001), 12.\n[^2]: Ibid., 14.\n"
    text = f"One[^1]. Two[^2].\n\n{notes}"
    apparatus = footnotes.parse_apparatus(SourceDocument("paper.md", "markdown", text))
    written = footnotes.normalize_apparatus(apparatus).text

    assert is_balanced(written)
