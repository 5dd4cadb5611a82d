"""Notes written out: cases that are files, in the traditions of several languages."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from attrs import evolve

import footnotes

Case = dict[str, Any]
MakePaper = Callable[[Sequence[str]], footnotes.Apparatus]


@pytest.mark.cases("rewrite/notes")
def test_notes(case: Case, make_paper: MakePaper) -> None:
    """The notes are written as an editor would write them, and what must stay is left."""
    paper = make_paper(case["notes"])
    rewriting = footnotes.normalize_apparatus(paper, case["form"], **case.get("options", {}))

    assert case["written"] == _list_notes(rewriting.text)
    assert case.get("left", []) == [one.cite for one in rewriting.left]


@pytest.mark.cases("rewrite/notes")
def test_twice_is_once(case: Case, make_paper: MakePaper) -> None:
    """What was written out is written in that form already."""
    options = case.get("options", {})
    paper = make_paper(case["notes"])
    text = footnotes.normalize_apparatus(paper, case["form"], **options).text
    again = footnotes.parse_apparatus(evolve(paper.document, text=text))

    assert text == footnotes.normalize_apparatus(again, case["form"], **options).text


def _list_notes(text: str) -> list[str]:
    """The notes of a paper as `make_paper` makes it, without their labels."""
    return [line.split("] ", 1)[1] for line in text.splitlines() if line.startswith("[")]
