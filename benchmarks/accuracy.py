"""How much of the annotated corpus is read right: a line for each document, and the mean.

    python benchmarks/accuracy.py [NAME...] [--errors]

The corpus and the scorer stand in the folder `shared` beside the project; without it the script says so
and measures nothing. Each document is read with `footnotes.read_apparatus` and scored against its gold.
"""

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import footnotes
from footnotes.formats import apparatus_to_json

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SEED = ROOT / "tests" / "cases" / "apparatus" / "000_d40ec8d5fa738bcb.json"
Errors = list[tuple[Any, ...]]

COLUMNS: dict[str, Callable[[dict[str, Any]], float]] = {
    "notes": lambda figures: figures["notes"],
    "cites F1": lambda figures: figures["cites"][2],
    "kind": lambda figures: figures["kind"],
    "fields F1": lambda figures: figures["fields"][2],
    "type": lambda figures: figures["type"],
    "target": lambda figures: figures["target"],
    "wrong high": lambda figures: figures["wrong_high"],
    "commentary F1": lambda figures: figures["commentary"][2],
    "perfect": lambda figures: figures["perfect"],
}
"""What is shown of the scorer's figures."""


def load_scorer() -> Any:
    """The scorer beside the project, as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "evaluate" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("the scorer is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def count_by_confidence(
    scorer: Any, gold: Any, predicted: Any, errors: Errors
) -> Counter[tuple[str, bool]]:
    """How many cites of each confidence are right in every field, form and target, and how many not."""
    wrong = {(error[0], error[1]) for error in errors if error[1] is not None}
    notes = {note["number"]: note for note in predicted["notes"]}
    counts: Counter[tuple[str, bool]] = Counter()
    for note in gold["notes"]:
        cites = scorer.cites_of(notes.get(note["ordinal"], {}))
        matched = {found: wanted for wanted, found in scorer.match(note["citations"], cites)}
        for at, cite in enumerate(cites):
            right = at in matched and (note["ordinal"], matched[at]) not in wrong
            counts[cite["confidence"], right] += 1
    return counts


def list_documents() -> Iterator[tuple[str, Path, Path]]:
    """Name, paper and gold of each document: the corpus, and last the seed paper."""
    for gold in sorted((SHARED / "corpus").glob("*.gold.json")):
        source = json.loads(gold.read_text(encoding="utf-8"))["source"]
        yield gold.name.removesuffix(".gold.json"), SHARED / "corpus" / source, gold
    yield "(the seed)", ROOT / "seeds" / f"{SEED.stem}.txt", SEED


def read_paper(paper: Path) -> dict[str, Any]:
    """The printed apparatus of `paper`; an empty one where no notes are found."""
    try:
        return apparatus_to_json(footnotes.read_apparatus(paper))
    except footnotes.NoNotesError:
        return {"notes": []}


def print_row(name: str, values: list[float]) -> None:
    """One line of the table."""
    print(f"{name:<16}" + "".join(f"{value:>14.3f}" for value in values))


def main() -> int:
    """Print the table; 0 if it could be measured, 1 if the corpus is not there."""
    parser = argparse.ArgumentParser(description="Score the annotated corpus.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="documents of the corpus (default: all)")
    parser.add_argument("--errors", action="store_true", help="list every difference")
    arguments = parser.parse_args()
    if not (SHARED / "corpus").is_dir():
        print("The annotated corpus (shared/corpus beside the project) is not here: nothing measured.")
        return 1
    scorer, rows, counts = load_scorer(), [], Counter[tuple[str, bool]]()
    print(f"{'':<16}" + "".join(f"{name:>14}" for name in COLUMNS))
    for name, paper, gold in list_documents():
        if arguments.names and name not in arguments.names:
            continue
        wanted, predicted = json.loads(gold.read_text(encoding="utf-8")), read_paper(paper)
        figures, errors = scorer.score(wanted, predicted)
        values = [column(figures) for column in COLUMNS.values()]
        print_row(name, values)
        if gold != SEED:
            rows.append(values)
            counts += count_by_confidence(scorer, wanted, predicted, errors)
        for note, index, what, want, got in errors if arguments.errors else ():
            print(f"    note {note} cite {index}: {what}: want {want!r}, got {got!r}")
    if len(rows) > 1:
        print_row("mean of corpus", [sum(column) / len(rows) for column in zip(*rows, strict=True)])
    for level in ("high", "medium", "low"):
        right, total = counts[level, True], counts[level, True] + counts[level, False]
        if total:
            print(
                f"read with {level} confidence: {right} of {total} cites right in all ({right / total:.1%})"
            )
    print(f"({time.process_time():.1f} s of CPU time)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
