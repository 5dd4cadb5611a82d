"""Labels such as "Smit01" for styles that cite by them (CSL 1.0.2, "citation-label": made by processors).

The specification leaves their form open; they are those of the reference processor: letters of up to four
names and two figures of the year; for one name "Smit01", for two "SmRo01", for three "SmRL01", or "SRLD01".
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from footnotes.style.citeproc_py.year_letters import write_letters
from footnotes.style.items import CslItem
from footnotes.style.marked_text import mark_rich_text, strip_marks

_SHARES = {1: (4,), 2: (2, 2), 3: (2, 1, 1), 4: (1, 1, 1, 1)}
"""How many letters of each name a label has, by how many names there are."""
_NO_YEAR = "00"


def make_labels(works: Sequence[CslItem]) -> dict[str, str]:
    """A label for each work that states none, by its id; a letter parts those that would be the same."""
    bare = {work["id"]: _make_label(work) for work in works if not work.get("citation-label")}
    count, given = Counter(bare.values()), defaultdict[str, int](int)
    labels = {}
    for one, label in bare.items():
        given[label] += 1
        labels[one] = label + (write_letters(given[label]) if count[label] > 1 else "")
    return labels


def _make_label(work: CslItem) -> str:
    people = work.get("author") or work.get("editor") or []
    names = [name.get("family") or name.get("literal") or name.get("given") or "" for name in people[:4]]
    sources = [name for name in names if name] or [str(work.get("title", ""))]
    shares = _SHARES[len(sources)]
    letters = "".join(_take(source, share) for source, share in zip(sources, shares, strict=True))
    return letters + _read_year(work)


def _take(source: str, number: int) -> str:
    return re.sub(r"[\W\d_]", "", strip_marks(mark_rich_text(source)))[:number].capitalize()


def _read_year(work: CslItem) -> str:
    parts = (work.get("issued") or {}).get("date-parts") or [[]]
    year = str(parts[0][0]) if parts[0] else ""
    return year[-2:] if year.lstrip("-").isdecimal() else _NO_YEAR
