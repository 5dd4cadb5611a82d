"""The works as citeproc-py takes them, and their order in a bibliography."""

from collections.abc import Sequence
from typing import Any

from citeproc.source import BibliographySource, Name, Reference

from footnotes.style.citeproc_py.date_values import CslDate, read_date
from footnotes.style.citeproc_py.state import Item
from footnotes.style.collation import make_sort_key
from footnotes.style.items import CslItem
from footnotes.style.marked_text import hold_punctuation, mark_rich_text
from footnotes.style.punctuation import mark_quotes
from footnotes.style.xml_names import CSL

_NAME_PARTS = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"}
_CUT = ("names-min", "names-use-first", "names-use-last")


def make_source(works: Sequence[CslItem]) -> BibliographySource:
    """The works with all their variables; citeproc-py's own list lacks those that came with CSL 1.0.2."""
    source = BibliographySource()
    for work in works:
        source.add(Reference(work["id"], work["type"], **_read_values(work)))
    return source


def _read_values(work: CslItem) -> dict[str, Any]:
    values = {name.replace("-", "_"): value for name, value in work.items() if name not in {"id", "type"}}
    known = {name: _read_value(name, value) for name, value in values.items()}
    return {name: value for name, value in known.items() if value is not None}


def _read_value(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_read_name(one) for one in value if isinstance(one, dict)] or None
    if isinstance(value, dict):
        return read_date(value)
    text = str(value)
    return text if name == "language" else hold_punctuation(_mark(text, name))


def _mark(text: str, name: str) -> str:
    return text if name in {"URL", "DOI"} else mark_quotes(mark_rich_text(text))


def _read_name(name: Any) -> Name:
    parts = {part: text for part, text in name.items() if part in _NAME_PARTS and isinstance(text, str)}
    return Name(
        **{part: hold_punctuation(mark_quotes(mark_rich_text(text))) for part, text in parts.items()}
    )


def list_sort_keys(root: Any) -> list[Any]:
    """The keys by which the style sorts its entries, or the cites of a note."""
    area = getattr(root, root.state.area)
    sort = None if area is None else area.find(f"{CSL}sort")
    return [] if sort is None else list(sort)


def sort_items(items: list[Item], root: Any, locale: str) -> list[Item]:
    """By the keys of the style, the last first, so that each sort keeps the order of those before it."""
    for key in reversed(list_sort_keys(root)):
        ranks = [_rank_item(item, key, root, locale) for item in items]
        falling = key.get("sort") == "descending"
        pairs = sorted(zip(ranks, items, strict=True), key=_take_key, reverse=falling)
        items = [item for _, item in sorted(pairs, key=_take_absence)]
    return items


def _rank_item(item: Item, key: Any, root: Any, locale: str) -> tuple[bool, Any]:
    """Whether a work lacks the key, and its place in the alphabet."""
    root.state.silent = set()
    root.state.sorts, root.state.sort_options = True, _read_sort_options(key)
    value = key.sort_keys([item], getattr(root, root.state.area).layout)[0]
    root.state.sorts = False
    if isinstance(value, CslDate):
        value = value.sort_key()
    elif isinstance(value, list):
        value = "; ".join(" ".join(map(str, filter(None, reversed(name.parts()[:2])))) for name in value)
    return value in (None, ""), make_sort_key(str(value or ""), locale)


def _read_sort_options(key: Any) -> dict[str, str]:
    """Names are sorted by the family first, and cut as the key says (CSL 1.0.2, "Sorting")."""
    stated = {name.replace("names", "et-al", 1): key.get(name) for name in _CUT if name in key.attrib}
    return {"name-as-sort-order": "all", **stated}


def _take_key(pair: tuple[tuple[bool, Any], Any]) -> Any:
    return pair[0][1]


def _take_absence(pair: tuple[tuple[bool, Any], Any]) -> bool:
    """Works without a key stand last, whichever way the key sorts (CSL 1.0.2, "Sorting")."""
    return pair[0][0]
