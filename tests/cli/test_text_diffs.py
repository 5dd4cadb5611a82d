"""The edits of a text as a unified diff."""

import re

from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit import TextEdit, apply_edits
from footnotes.cli.text_diffs import list_diff
from footnotes.model import Span

LINES = st.lists(st.sampled_from(["a", "b", "}", ""]), max_size=60)
WORDS = st.sampled_from(["x", "\n", "+x\n", ",\n  y", ""])


def _patch(lines: list[str], diff: list[str]) -> list[str]:
    """The lines with the diff applied, as `patch` does it; fails where it does not fit."""
    patched, at = [], 0
    for line in diff[2:]:
        if match := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line):
            start = int(match[1]) - (match[2] != "0")
            patched += lines[at:start]
            at = start
            assert int(match[3]) - (match[4] != "0") == len(patched)
            continue
        if line[0] in " -":
            assert lines[at] == line[1:]
            at += 1
        if line[0] in " +":
            patched.append(line[1:])
    return [*patched, *lines[at:]]


@given(lines=LINES, data=st.data())
def test_patch(lines: list[str], data: st.DataObject) -> None:
    """The diff is a patch that makes the new text of the old, wherever the edits are."""
    text = "".join(f"{line}\n" for line in lines)
    ends = data.draw(st.lists(st.integers(0, max(len(text) - 1, 0)), max_size=6, unique=True).map(sorted))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    edits = [TextEdit(Span(start, end), data.draw(WORDS)) for start, end in pairs] if text else []
    new = apply_edits(text, edits)

    assert new.removesuffix("\n").split("\n") == (
        _patch(text.removesuffix("\n").split("\n"), [*list_diff(text, edits, "old", "new")])
    )


def test_hunks() -> None:
    """Three lines of context stand around each change; changes near each other share a hunk."""
    text = "".join(f"{number}\n" for number in range(1, 31))
    edits = [TextEdit(Span(place, place), "x\n") for place in (text.index("5\n"), text.index("12\n"))]
    edits.append(TextEdit(Span(text.index("25"), text.index("25") + 2), "y"))
    heads = [line for line in list_diff(text, edits, "old", "new") if line.startswith("@@")]

    assert ["@@ -2,6 +2,7 @@", "@@ -9,6 +10,7 @@", "@@ -22,7 +24,7 @@"] == heads


def test_nothing() -> None:
    """Where there are no edits there is no diff."""
    assert [] == [*list_diff("a\n", [], "old", "new")]
