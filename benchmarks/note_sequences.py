"""Notes made of any works, the same in every run, as the footnotes of a paper cite: benchmarks/styles.py.

The works are dealt to papers of thirty, works of one author to the same paper. The notes of a paper follow
one round of moves again and again: first cites with and without a locator, the same place at once again,
another place of the same work, several works in a note, short forms near and far, words before and behind.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from attrs import frozen

from footnotes.errors import FootnotesError
from footnotes.formats import csl_to_reference, load_library, reference_to_csl
from footnotes.model import Library, Reference
from footnotes.style.csl_input import list_csl_items, number_works
from footnotes.style.title_languages import protect_titles

Item = dict[str, Any]
Cites = Sequence[Mapping[str, str]]
WORKS_OF_A_PAPER = 30
CASES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "style"
CASE, COLLISIONS = CASES / "seed.json", CASES / "collisions.json"

ROUND: tuple[tuple[tuple[int, str, str, str, str], ...], ...] = (
    ((0, "page", "12", "", ""),),
    ((-1, "page", "12", "", ""),),
    ((-1, "page", "114-118", "", ""),),
    ((0, "", "", "See ", ""),),
    ((-1, "", "", "", ""),),
    ((-1, "page", "iv-vi", "", ""),),
    ((0, "page", "7, 12-15", "", ""), (0, "", "", "", "")),
    ((-1, "page", "45", "", ""),),
    ((-3, "page", "1101-1109", "", ", with older literature"),),
    ((0, "chapter", "3", "", ""),),
    ((-1, "chapter", "4", "", ""),),
    ((-9, "", "", "", ""),),
    ((0, "", "", "", ""), (-2, "page", "99-101", "but see ", ""), (-2, "page", "100", "", "")),
    ((0, "volume", "2", "On this, see ", ""),),
    ((-14, "page", "3n1", "", ""),),
    ((0, "page", "200", "", " (my translation)"),),
    ((-1, "page", "200", "", ""),),
    ((-20, "page", "21", "Compare ", ""), (0, "", "", "", "")),
    ((0, "section", "5", "", ""),),
    ((-2, "paragraph", "17", "", ""),),
)
"""Each note of a round: which work (0 is the next that was not cited yet, -n the n-th last cite's), kind of
locator, locator, words before, words behind."""


@frozen
class Paper:
    """Works and the notes that cite them: as the reference processor is given them, and as ours are."""

    items: Sequence[Item]
    ours: Sequence[Item]
    notes: Sequence[Cites]


def load_seed(path: Path = CASE) -> list[Paper]:
    """The seed paper."""
    case = json.loads(path.read_text(encoding="utf-8"))
    ids = {item["id"]: f"w{at}" for at, item in enumerate(case["items"])}
    items = [{**item, "id": ids[item["id"]]} for item in case["items"]]
    notes = [[{**cite, "id": ids[cite["id"]]} for cite in note] for note in case["notes"]]
    return [Paper(items, items, notes)]


def make_papers(folder: Path, most: int | None = None) -> list[Paper]:
    """Papers that cite the works of the CSL-JSON and .bib files of a folder, or of one file.

    `most` bounds the works: then so many are taken, spread over all of them.
    """
    works = list(_read_works(folder))
    if most is not None and most < len(works):
        works = [works[at * len(works) // most] for at in range(most)]
    works = _shuffle_authors(works)
    starts = range(0, len(works), WORKS_OF_A_PAPER)
    return [make_paper(works[at : at + WORKS_OF_A_PAPER]) for at in starts]


def make_paper_of(path: Path) -> Paper:
    """One paper that cites all works of a file, in their order."""
    return make_paper(list(_read_works(path)))


def make_paper(works: Sequence[tuple[Item, Reference]]) -> Paper:
    """A paper that cites these works; titles that are told not to be English are held for all."""
    ours = list_csl_items(number_works(Library(tuple(work for _, work in works))))
    ids = [item["id"] for item in ours]
    items = [protect_titles({**item, "id": one}) for one, (item, _) in zip(ids, works, strict=True)]
    return Paper(items, ours, list(make_notes(ids)))


def make_notes(ids: Sequence[str]) -> Iterator[Cites]:
    """The notes of a paper that cites the works of these ids, each at least once."""
    cited: list[str] = []
    waiting = list(ids)
    while waiting:
        for moves in ROUND:
            if not waiting:
                return
            note = []
            for back, label, locator, prefix, suffix in moves:
                if back == 0 and not waiting:
                    continue
                work = waiting.pop(0) if back == 0 else cited[max(back, -len(cited))]
                cited.append(work)
                stated = {"label": label, "locator": locator, "prefix": prefix, "suffix": suffix}
                note.append({"id": work, **{name: text for name, text in stated.items() if text}})
            yield note


def _read_works(folder: Path) -> Iterator[tuple[Item, Reference]]:
    """Each work as its file states it in CSL-JSON, and as we read it; files of other kinds are named."""
    paths = [folder] if folder.is_file() else sorted(folder.rglob("*"))
    for path in (one for one in paths if one.suffix in {".json", ".bib"}):
        try:
            if path.suffix == ".bib":
                yield from ((reference_to_csl(work), work) for work in load_library(path))
                continue
            data = json.loads(path.read_text(encoding="utf-8"))
            yield from ((item, csl_to_reference(item)) for item in data if isinstance(item, dict))
        except (FootnotesError, ValueError, OSError) as error:
            print(f"{path}: {error}", file=sys.stderr)


def _shuffle_authors(works: Sequence[tuple[Item, Reference]]) -> list[tuple[Item, Reference]]:
    """The works in an order by chance, but those of one author together."""
    groups: dict[str, list[tuple[Item, Reference]]] = defaultdict(list)
    for at, work in enumerate(works):
        first = next(iter(work[0].get("author") or ()), None)
        groups[json.dumps(first, sort_keys=True) if first else str(at)].append(work)
    names = sorted(groups)
    Random(7).shuffle(names)  # noqa: S311 - nothing is secret here
    return [work for name in names for work in groups[name]]
