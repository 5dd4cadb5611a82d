"""How fast a bibliography is made, beside citeproc-py as it comes: benchmarks/styles.py --speed."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from note_sequences import load_seed

from footnotes.formats import csl_to_reference
from footnotes.model import Library
from footnotes.style import ENGINES, find_style, format_bibliography

SPEED_STYLE = "chicago-notes-bibliography-17th-edition"


def time_plain(works: Sequence[Mapping[str, Any]]) -> float:
    """The seconds that citeproc-py as it comes takes for a bibliography of `works`."""
    source = CiteProcJSON([dict(work) for work in works])
    style = CitationStylesStyle(str(find_style(SPEED_STYLE).path), validate=False)
    start = time.perf_counter()
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(work["id"].lower()) for work in works]))
    bibliography.sort()
    printed = [str(entry) for entry in bibliography.bibliography()]
    took = time.perf_counter() - start
    if len(printed) != len(works):
        raise RuntimeError(f"citeproc-py printed {len(printed)} of {len(works)} works")
    return took


def measure_speed() -> None:
    """Works of a bibliography a second, by each engine, and by citeproc-py as it comes."""
    items = load_seed()[0].items
    plain = time_plain([_vary(items[at % len(items)], at) for at in range(1000)])
    print(f"citeproc-py as it comes: 1000 works in {plain:.1f} s, {1000 / plain:.0f} a second")
    for size in (1000, 10000):
        works = [_vary(items[at % len(items)], at) for at in range(size)]
        library = Library(tuple(csl_to_reference(work) for work in works))
        for engine in ENGINES:
            start = time.perf_counter()
            format_bibliography(library, SPEED_STYLE, engine=engine)
            took = time.perf_counter() - start
            print(f"{engine}: {size} works in {took:.1f} s, {size / took:.0f} a second")


def _vary(item: Mapping[str, Any], at: int) -> dict[str, Any]:
    return {**item, "id": f"{item['id']}-{at}", "title": f"{item['title']} {at}"}
