"""Papers in Markdown written out: nothing changes but the notes, wherever they stand."""

from collections.abc import Mapping
from typing import Any

import pytest

import footnotes
from footnotes.model import SourceDocument


@pytest.mark.cases("rewrite/markdown")
def test_papers_in_markdown(case: Mapping[str, Any]) -> None:
    """The paper is written as an editor would write it, and what must stay is left."""
    paper = footnotes.parse_apparatus(SourceDocument("paper.md", "text", case["paper"]))
    least = case.get("min_confidence", "high")
    rewriting = footnotes.normalize_apparatus(paper, case["form"], min_confidence=least)

    assert case["written"] == rewriting.text
    assert case.get("left", []) == [one.cite for one in rewriting.left]
    assert sorted(edit.span for edit in rewriting.edits) == [edit.span for edit in rewriting.edits]
