"""Notes as CSL citation objects: what a citation processor takes to print the notes again.

The objects are those of the schema `csl-citation.json` of CSL 1.0.2. Positions are not part of them, since
the processor finds them itself.
"""

from collections import defaultdict
from typing import Any

from footnotes.model import Apparatus, Cite, Locator, Resolution, list_levels, rank_label

SCHEMA = "https://resource.citationstyles.org/schema/latest/input/json/csl-citation.json"
LABELS = frozenset(
    [
        *("act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation"),
        *("equation", "figure", "folio", "issue", "line", "note", "opus", "page", "paragraph", "part"),
        *("rule", "scene", "section", "sub-verbo", "supplement", "table", "timestamp"),
        *("title-locator", "verse", "version", "volume"),
    ]
)
"""The locator labels of CSL 1.0.2."""


def apparatus_to_citations(apparatus: Apparatus) -> list[dict[str, Any]]:
    """A citation object for each note with a cite whose work is known; cites of unknown works are left out.

    `noteIndex` is the true number of the note, `id` the key of the work in the library, `prefix` the
    signal.
    """
    items: dict[int, list[dict[str, str]]] = defaultdict(list)
    for cite, resolution in zip(apparatus.cites, apparatus.resolutions, strict=True):
        if resolution.reference is not None:
            items[cite.note].append(_cite_to_item(cite, resolution))
    return [
        {
            "schema": SCHEMA,
            "citationID": str(note.number),
            "citationItems": items[note.number],
            "properties": {"noteIndex": note.number},
        }
        for note in apparatus.notes
        if items[note.number]
    ]


def _cite_to_item(cite: Cite, resolution: Resolution) -> dict[str, str]:
    item = {"id": resolution.reference or ""}
    if cite.signal:
        item["prefix"] = f"{cite.signal} "
    return item | (locator_to_csl(resolution.locator) if resolution.locator else {})


def locator_to_csl(locator: Locator) -> dict[str, str]:
    """A place as members of a citation item, one label and one value.

    `vol. 1, 300` is the volume "1, 300", and an archive gives its leaf.
    """
    levels = list_levels(locator)
    outer, value = levels[0]
    if len(levels) > 1 and rank_label(outer) >= rank_label("volume"):
        value = ", ".join(value for _, value in levels)
    else:
        outer, value = locator.label, locator.value
    return {"locator": value, "label": outer} if outer in LABELS else {"locator": value}
