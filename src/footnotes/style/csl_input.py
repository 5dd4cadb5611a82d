"""The works of a library as processors take them: unique lower-case ids, and no value that trips one.

citeproc-py lower-cases the ids: of two that differ in case, one would print the other's work.
"""

import re
from collections.abc import Iterable, Mapping

from footnotes.formats import reference_to_csl
from footnotes.model import Library, Reference
from footnotes.style.items import PLACEHOLDER, CslItem
from footnotes.style.title_languages import protect_titles

_COUNTED = {"chapter-number", "collection-number", "edition", "issue", "part-number", "volume"}
"""Variables in which a hyphen between two numbers makes a range (CSL 1.0.2, "Number")."""
_RANGE = re.compile(r"^(\d+)--?(\d+)$")


def number_works(library: Library) -> dict[str, Reference]:
    """The works under ids: letters and figures only, in lower case, none twice, whatever keys they have."""
    return {f"w{number}": work for number, work in enumerate(library)}


def list_csl_items(works: Mapping[str, Reference]) -> list[CslItem]:
    """Each work as an item of CSL-JSON under its id; titles that are not English keep their letters."""
    return [
        protect_titles(clean_item({**reference_to_csl(work), "id": one})) for one, work in works.items()
    ]


def list_placeholders(ids: Iterable[str]) -> list[CslItem]:
    """Items for the works that nobody knows, among `ids`."""
    return [
        {"id": one, "type": "document", "title": "[unknown]"} for one in ids if one.startswith(PLACEHOLDER)
    ]


def clean_item(item: CslItem) -> CslItem:
    """`item` without what says nothing (null, empty text, names or dates) and what is no CSL variable."""
    stated = {name: _mend_value(name, value) for name, value in item.items() if name != "custom"}
    kept = {name: value for name, value in stated.items() if not _is_empty(value)}
    return {**kept, "id": str(item["id"]).lower(), "type": str(item.get("type") or "document")}


def _mend_value(name: str, value: object) -> object:
    """A value without names that say nothing; the dash of a range of numbers is no hyphen."""
    if isinstance(value, list):
        return [
            one
            for one in value
            if not isinstance(one, dict) or any(str(part).strip() for part in one.values())
        ]
    return _RANGE.sub("\\1–\\2", value) if name in _COUNTED and isinstance(value, str) else value


def _is_empty(value: object) -> bool:
    if isinstance(value, dict) and "date-parts" in value:
        parts = value["date-parts"]
        return not parts or not parts[0] or parts[0][0] in (None, "")
    return value in (None, "", [], {})
