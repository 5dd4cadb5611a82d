"""What works keep on the way through BibLaTeX and BibTeX, read again by us and by pandoc.

    python benchmarks/loop.py [DIR] [--worst N] [--speed N] [--write]

Every CSL-JSON or .bib file of DIR, or of the project's own collection, is written in both dialects (and in
strict BibLaTeX) and read again by two readers: ours, and pandoc's, which knows nothing of us. A *field* is
a variable that a work states, its type included; it is kept if it reads back equal but for quotation
marks, which pandoc curls. A work is *whole* if all its fields are kept and none has come besides. Of
pandoc's readings those works count whose type its reader can return at all; and as it gives a language the
region that it presumes (`fr` comes back as `fr-FR`) or the name that babel has for it (`azerbaijani`),
these are the same language. The last two columns count to the letter and take them for lost. `--write`
puts the table into docs/formats.md.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path

from attrs import Factory, define, evolve
from bibtexparser.entrypoint import parse_string, write_string
from bibtexparser.middlewares.parsestack import default_unparse_stack

from footnotes.errors import FootnotesError
from footnotes.formats import csl_to_reference, load_library, parse_library, write_library
from footnotes.formats.bib.languages import LANGUAGE_TAGS
from footnotes.model import AnyName, Library, LiteralDate, LiteralName, Reference

COLLECTION = Path(__file__).parents[1] / "tests" / "cases" / "formats" / "collection"
PAGE = COLLECTION.parents[3] / "docs" / "formats.md"
DIALECTS = ("biblatex", "biblatex-strict", "bibtex")
COLUMNS = (
    "through",
    "read by",
    "works",
    "whole",
    "fields",
    "kept",
    "whole to the letter",
    "kept to the letter",
)
PANDOC_SECONDS = 10
"""Pandoc's reader hangs on some files (formats.md, 3); then the works are halved until it does not."""

PANDOC_TYPES = frozenset(
    [
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "book",
        "chapter",
        "dataset",
        "entry-encyclopedia",
        "graphic",
        "legal_case",
        "legislation",
        "manuscript",
        "motion_picture",
        "pamphlet",
        "paper-conference",
        "patent",
        "personal_communication",
        "report",
        "review",
        "software",
        "song",
        "speech",
        "thesis",
        "treaty",
        "webpage",
    ]
)
"""What pandoc 3.9 gives as type for some entry type of its BibLaTeX reader; others come back as none."""

_QUOTES = re.compile("[\"'`‘’‚‛“”„‟«»‹›′″]")

Reader = Callable[[Library, str], Sequence[Reference | None]]


@define
class Tally:
    """What was counted of one dialect and one reader."""

    works: int = 0
    whole: int = 0
    fields: int = 0
    kept: int = 0
    renamed: int = 0
    """Languages that came back with a region more, or by name."""
    whole_but_renamed: int = 0
    lost: Counter[str] = Factory(Counter)
    added: Counter[str] = Factory(Counter)
    broken: list[tuple[str, str, object, object]] = Factory(list)

    def count(self, before: Reference, after: Reference | None) -> None:
        """Counts one work as it was and as it came back; None is a work that did not."""
        stated, found = state_fields(before), {} if after is None else state_fields(after)
        renamed = _is_same_language(before.language, str(found.get("language", "")))
        if renamed:
            found["language"] = before.language
        lost = [name for name, value in stated.items() if found.get(name) != value]
        added = [name for name in found if name not in stated]
        self.renamed += renamed
        self.whole_but_renamed += renamed and not lost and not added
        self.works += 1
        self.whole += not lost and not added
        self.fields += len(stated)
        self.kept += len(stated) - len(lost)
        self.lost.update(lost)
        self.added.update(added)
        self.broken += [(before.key, name, stated[name], found.get(name)) for name in lost]
        self.broken += [(before.key, f"+{name}", None, found[name]) for name in added]


def state_fields(work: Reference) -> dict[str, object]:
    """The fields of a work, its quotation marks made alike."""
    return {"type": work.type, **{name: _level(value) for name, value in work.stated().items()}}


def _level(value: object) -> object:
    if isinstance(value, str):
        return _QUOTES.sub("'", value)
    if isinstance(value, tuple):
        return tuple(_level_name(name) for name in value)
    return _QUOTES.sub("'", value.literal) if isinstance(value, LiteralDate) else value


def _level_name(name: AnyName) -> object:
    if isinstance(name, LiteralName):
        return _QUOTES.sub("'", name.literal)
    parts = (name.family, name.given, name.dropping_particle, name.non_dropping_particle, name.suffix)
    return tuple(part and _QUOTES.sub("'", part) for part in parts)


def _is_same_language(tag: str | None, found: str) -> bool:
    return bool(tag) and (found.startswith(f"{tag}-") or LANGUAGE_TAGS.get(found.lower()) == tag)


def find_pandoc() -> str | None:
    """The pandoc of `pypandoc_binary`, or that of the system."""
    spec = find_spec("pypandoc")
    bundled = Path(spec.origin or "").parent / "files" / "pandoc" if spec else None
    return str(bundled) if bundled is not None and bundled.is_file() else shutil.which("pandoc")


def read_ourselves(library: Library, dialect: str) -> Sequence[Reference | None]:
    """The works as our own reader finds them in what we write."""
    return parse_library(write_library(library, dialect).text, dialect).references


def make_pandoc_reader(pandoc: str) -> Reader:
    """A reader that writes the works and has pandoc read them."""

    def read(library: Library, dialect: str) -> Sequence[Reference | None]:
        found = dict(_ask_pandoc(pandoc, library.references, dialect))
        return [found.get(work.key) for work in library]

    return read


def _ask_pandoc(pandoc: str, works: Sequence[Reference], dialect: str) -> Iterator[tuple[str, Reference]]:
    text = write_library(Library(tuple(works)), dialect).text
    command = [pandoc, "--from", dialect.removesuffix("-strict"), "--to", "csljson"]
    try:
        run = subprocess.run(
            command, input=text.encode(), capture_output=True, check=True, timeout=PANDOC_SECONDS
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        if len(works) > 1:
            middle = len(works) // 2
            yield from _ask_pandoc(pandoc, works[:middle], dialect)
            yield from _ask_pandoc(pandoc, works[middle:], dialect)
        return
    for item in json.loads(run.stdout):
        yield item["id"], csl_to_reference(item)


def load_works(folder: Path) -> Library:
    """The works of all files of a folder, numbered anew; what cannot be read is named on standard error."""
    works: list[Reference] = []
    for path in sorted(path for path in folder.rglob("*") if path.suffix in {".json", ".bib", ".biblatex"}):
        try:
            works += load_library(path)
        except FootnotesError as error:
            print(error, file=sys.stderr)
    # Without its spelling a work is written as one that comes from no .bib.
    return Library(
        tuple(evolve(work, key=f"work{at}", extra=(), spelling=None) for at, work in enumerate(works, 1))
    )


def run_loops(library: Library, readers: Mapping[str, Reader]) -> Iterator[tuple[str, str, Tally]]:
    """The tally of each dialect and each reader; `pandoc` is asked for the types it can return."""
    for dialect in DIALECTS:
        for name, read in readers.items():
            asked = [work for work in library if name != "pandoc" or work.type in PANDOC_TYPES]
            tally = Tally()
            for before, after in zip(asked, read(Library(tuple(asked)), dialect), strict=True):
                tally.count(before, after)
            yield dialect, name, tally


def make_table(tallies: Iterable[tuple[str, str, Tally]]) -> str:
    """The table of the loops in Markdown."""
    lines = [f"| {' | '.join(COLUMNS)} |", "|---" * len(COLUMNS) + "|"]
    for dialect, reader, tally in tallies:
        works, fields = max(tally.works, 1), max(tally.fields, 1)
        whole, kept = tally.whole - tally.whole_but_renamed, tally.kept - tally.renamed
        shares = (tally.whole / works, tally.kept / fields, whole / works, kept / fields)
        loosely, kept_loosely, to_the_letter, kept_to_the_letter = (f"{share:.1%}" for share in shares)
        cells = (dialect, reader, tally.works, loosely, tally.fields, kept_loosely)
        lines.append(f"| {' | '.join(map(str, (*cells, to_the_letter, kept_to_the_letter)))} |")
    return "\n".join(lines) + "\n"


def write_table(table: str) -> None:
    """Puts the table into the page of the formats, where one of its head stands."""
    text = PAGE.read_text(encoding="utf-8")
    head = re.escape(table.partition("\n")[0])
    PAGE.write_text(re.sub(rf"{head}\n(?:\|.*\n)*", lambda _: table, text), encoding="utf-8")


def print_table(tallies: Iterable[tuple[str, str, Tally]], worst: int, *, verbose: bool) -> None:
    """A line for each loop, and below it the fields that it loses most."""
    shown = list(tallies)
    print(make_table(shown), end="")
    for dialect, reader, tally in shown:
        for title, counted in (("lost", tally.lost), ("added", tally.added)):
            words = ", ".join(f"{name} {count}" for name, count in counted.most_common(worst))
            print(f"{dialect}, {reader}, {title}: {words or 'none'}")
        for line in tally.broken if verbose else ():
            print("   ", *line, sep=" | ")


def measure_speed(entries: int) -> None:
    """Prints what reading and writing `entries` costs beside bibtexparser alone, in CPU time by turns."""
    text = make_bib(entries)
    ratios = []
    for _ in range(3):
        alone, ours = _time(lambda: _run_bibtexparser(text)), _time(lambda: _run_ourselves(text))
        ratios.append(ours / alone)
        print(f"{entries} entries: bibtexparser {alone:.2f} s, ours {ours:.2f} s, {ours / alone:.2f} times")
    print(f"median: {sorted(ratios)[1]:.2f} times")


def make_bib(entries: int) -> str:
    """A BibLaTeX file of so many entries, from the collection over and over."""
    works = load_works(COLLECTION).references
    chosen = (
        evolve(work, key=f"key{at}", title=f"{work.title} ({at})", doi=f"10.1000/{at}")
        for at, work in zip(range(entries), cycle(works), strict=False)
    )
    return write_library(Library(tuple(chosen)), "biblatex").text


def _time(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _run_bibtexparser(text: str) -> object:
    library = parse_string(text)
    return write_string(library, unparse_stack=default_unparse_stack(allow_inplace_modification=True))


def _run_ourselves(text: str) -> object:
    return write_library(parse_library(text, "biblatex"), "biblatex")


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure what libraries keep through the two dialects.")
    parser.add_argument("folder", nargs="?", type=Path, default=COLLECTION, help="CSL-JSON and .bib files")
    parser.add_argument("--worst", type=int, default=12, metavar="N", help="name so many fields")
    parser.add_argument("--verbose", action="store_true", help="print every field that differs")
    parser.add_argument("--speed", type=int, metavar="N", help="time N entries beside bibtexparser instead")
    parser.add_argument("--write", action="store_true", help="put the table into docs/formats.md")
    chosen = parser.parse_args()
    if chosen.speed:
        measure_speed(chosen.speed)
        return 0
    readers: dict[str, Reader] = {"footnotes": read_ourselves}
    if pandoc := find_pandoc():
        readers["pandoc"] = make_pandoc_reader(pandoc)
    else:
        print("pandoc is not installed: only our own reader is measured.", file=sys.stderr)
    tallies = list(run_loops(load_works(chosen.folder), readers))
    print_table(tallies, chosen.worst, verbose=chosen.verbose)
    if chosen.write:
        write_table(make_table(tallies))
    return 0


if __name__ == "__main__":
    sys.exit(main())
