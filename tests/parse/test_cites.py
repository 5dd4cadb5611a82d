"""Notes cut into their cites."""

from collections.abc import Callable
from typing import Any

import pytest

from footnotes.model import Cite, SegmentRole
from footnotes.parse import ParsedNotes

Case = dict[str, Any]
SpellCite = Callable[[Cite], dict[str, str]]
Parse = Callable[..., ParsedNotes]

LOOKED_AT = {"form", "text", "type", "signal", "confidence", "via", "declares", "points_to", "idem"}
"""What of a cite is looked at only where the case says something about it."""


@pytest.mark.cases("parse/notes")
def test_notes(case: Case, parse_texts: Parse, spell_cite: SpellCite) -> None:
    """A note of several sources, signals and comments is cut where a reader would cut it."""
    texts = [*case.get("before", []), case["note"]]
    parsed = parse_texts(*texts)
    cites = [cite for cite in parsed.cites if cite.note == len(texts)]
    found = [_describe(cite, spell_cite) for cite in cites]
    expected = case["cites"]
    kept = [
        {name: one[name] for name in one if name in want or name not in LOOKED_AT}
        for one, want in zip(found, expected, strict=False)
    ]
    assert expected == kept + found[len(expected) :]
    commentary = [
        one.text for one in parsed.segments if one.note == len(texts) and one.role is SegmentRole.COMMENTARY
    ]
    assert case.get("commentary", commentary) == commentary


def _describe(cite: Cite, spell_cite: SpellCite) -> dict[str, str]:
    """All that the tables may say about a cite."""
    form = {"form": cite.form.value, "text": cite.text, "confidence": cite.confidence}
    form |= {"type": cite.stated.type} if cite.stated else {}
    optional = {"via": cite.via, "declares": cite.declares, "points_to": cite.points_to, "idem": cite.idem}
    form |= {name: value for name, value in optional.items() if value}
    return form | ({"signal": cite.signal} if cite.signal else {}) | spell_cite(cite)
