"""How many works pandoc could return whole from a BibLaTeX file of which biber has nothing to say.

    python benchmarks/ceiling.py [DIR]

No exporter is measured here, but the two programs between which it stands. Entries of every type that
biber's data model gives fields are read by pandoc, once with the required fields alone (`XXXX` for a date,
which pandoc passes over), which tells the CSL type and what it cannot but return, and once with each other
field besides, which tells what it can return at all. A work is in reach if some entry returns its type, no
variable that it does not state, and each that it states. So the share is a bound from above: values that
change on the way (a date in words, a volume and its part, the region of a language) are not looked at.
Beside it stands the bound for a file that may make biber warn.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from attrs import frozen
from loop import COLLECTION, PANDOC_TYPES, find_pandoc, load_works

from footnotes.formats import csl_to_reference
from footnotes.formats.bib.data_model import load_data_model
from footnotes.model import Reference

SUBTYPES = ("", "newspaper", "magazine")
"""The values of `entrysubtype` that pandoc minds; any other is as none to it."""

EVENTS: tuple[dict[str, str], ...] = (
    {},
    *({name: "2002"} for name in ("eventtitle", "eventdate", "venue")),
)
"""With any of these pandoc makes a speech of an @unpublished."""

UNFIELDED = [
    "artwork",
    "audio",
    "image",
    "jurisdiction",
    "legal",
    "legislation",
    "letter",
    "movie",
    "music",
    "review",
    "video",
]
"""The types of the BibLaTeX manual's 2.1.3 that pandoc knows and biber gives no field of their own."""

NAMES = [
    "author",
    "editor",
    "editora",
    "editorb",
    "editorc",
    "translator",
    "annotator",
    "commentator",
    "introduction",
]
VALUES = {
    "date": "2001",
    "eventdate": "2002",
    "origdate": "2003",
    "urldate": "2004",
    "url": "https://example.org",
    "type": "note",
    "volume": "1",
    "langid": "french",
    "eprinttype": "jstor",
}
"""Values that a reader takes for what they are; any other field holds its own name."""

COMPANIONS = {
    "editor": {"editortype": "director"},
    "eprint": {"eprinttype": "pubmed"},
    "url": {"urldate": "2004"},
    "urldate": {"url": "https://example.org"},
    "volume": {"part": "2"},
}
"""Fields that are read together."""

WAYWARD = frozenset(["genre"])
"""Variables that come of a required field by its value (`type` of a thesis): taken as avoidable."""

STEERING = frozenset(
    ["crossref", "xdata", "xref", "related", "relatedtype", "entryset", "options", "ids", "entrysubtype"]
)
"""Fields that point to other entries, or say how the entry is read."""


@frozen
class Way:
    """What pandoc returns of one kind of entry: a type, the variables that may come, those that must."""

    type: str
    possible: frozenset[str]
    needed: frozenset[str]


def find_ways(pandoc: str, *, may_warn: bool) -> list[Way]:
    """What each kind of entry can bring back, asked of pandoc."""
    kinds = list(_list_kinds(may_warn=may_warn))
    text = "\n".join(
        _write_entry(f"{at}:{number}", kind.entry_type, fields)
        for at, kind in enumerate(kinds)
        for number, fields in enumerate(kind.list_entries())
    )
    command = [pandoc, "--from", "biblatex", "--to", "csljson"]
    run = subprocess.run(command, input=text.encode(), capture_output=True, check=True, timeout=300)
    found: dict[str, list[Reference]] = {}
    for item in json.loads(run.stdout):
        found.setdefault(item["id"].partition(":")[0], []).append(csl_to_reference(item))
    return [_join_entries(bare, others) for bare, *others in found.values()]


def _join_entries(bare: Reference, others: list[Reference]) -> Way:
    stated = (frozenset(one.stated()) for one in others if one.type == bare.type)
    needed = frozenset(bare.stated())
    return Way(bare.type, needed.union(*stated), needed - WAYWARD)


@frozen
class Kind:
    """An entry type with what steers its reading, what it must have, and what it may have."""

    entry_type: str
    bare: dict[str, str]
    fields: frozenset[str]

    def list_entries(self) -> Iterator[dict[str, str]]:
        """The entry as bare as it may be, then with one field more each, then with all."""
        more = {name: _fill(name) for name in sorted(self.fields)}
        yield self.bare
        for name, value in more.items():
            yield self.bare | {name: value}
            if name in COMPANIONS:
                yield self.bare | {name: value} | COMPANIONS[name]
        yield self.bare | more


def _list_kinds(*, may_warn: bool) -> Iterator[Kind]:
    model = load_data_model()
    every = frozenset[str]().union(*model.fields.values())
    types = [*model.fields, *(UNFIELDED if may_warn else ())]
    for entry_type, subtype, event in product(types, SUBTYPES, EVENTS):
        fields = every if may_warn else model.fields[entry_type]
        if not event.keys() <= fields:
            continue
        steer = event | ({"entrysubtype": subtype} if subtype else {})
        for chosen in product(*(() if may_warn else model.required[entry_type])):
            bare = {name: "XXXX" if name == "date" else _fill(name) for name in chosen}
            yield Kind(entry_type, bare | steer, fields - STEERING)


def _fill(field: str) -> str:
    return "Doe, Jane" if field in NAMES else VALUES.get(field, field)


def _write_entry(key: str, entry_type: str, fields: dict[str, str]) -> str:
    body = ", ".join(f"{field} = {{{value}}}" for field, value in fields.items())
    return f"@{entry_type}{{{key}, {body}}}"


def is_in_reach(work: Reference, ways: list[Way]) -> bool:
    """Whether some entry could return the work's type and all its variables, and no other."""
    stated = frozenset(work.stated())
    return any(way.type == work.type and way.needed <= stated <= way.possible for way in ways)


def main() -> int:
    """Print the two bounds."""
    parser = argparse.ArgumentParser(description="Bound what pandoc can return of BibLaTeX.")
    parser.add_argument("folder", nargs="?", type=Path, default=COLLECTION, help="CSL-JSON and .bib files")
    chosen = parser.parse_args()
    if (pandoc := find_pandoc()) is None:
        print("pandoc is not installed: nothing can be asked.", file=sys.stderr)
        return 1
    works = [work for work in load_works(chosen.folder) if work.type in PANDOC_TYPES]
    for name, may_warn in (("of which biber has nothing to say", False), ("of which biber may warn", True)):
        ways = find_ways(pandoc, may_warn=may_warn)
        count = sum(is_in_reach(work, ways) for work in works)
        print(f"BibLaTeX {name}: at most {count} of {len(works)} works whole ({count / len(works):.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
