"""How far each engine formats notes as the reference processor, citeproc-js, does.

    python benchmarks/styles.py [DIR [--works N]] [--styles N [--seed N]] [--write] [--differences STYLE]
    python benchmarks/styles.py --collisions [--write]
    python benchmarks/styles.py --all | --speed

Without DIR sixteen notes over ten works of the seed paper (tests/cases/style/seed.json) are formatted in
twenty note styles much used in the humanities; quotation marks, blanks and the last full stop do not count.
With DIR, a folder of CSL-JSON and .bib files or one such file, notes are made of the works in it, the
same in every run (note_sequences.py); citeproc-js is given them as the files have them, but that it is
told too which titles are not English, our engines as we read them. `--styles N` takes N other note styles
by chance. `--collisions` takes forty works that share authors and years
(tests/cases/style/collisions.json) in twenty styles that have means to tell them apart. Needs Node, and
npm to install citeproc 2.4.63 into build/citeproc-js. `--write` puts the table in docs/styles.md, `--all`
formats the notes in every note style there is and counts those that fail, `--speed` measures 1,000 and
10,000 works. The exit code is 1 if a figure is below what is asked for.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from attrs import frozen
from note_positions import place_notes
from note_sequences import COLLISIONS, Paper, load_seed, make_paper_of, make_papers
from reference_processor import Printed, format_by_reference
from style_speed import measure_speed

from footnotes.errors import FootnotesError
from footnotes.style import (
    ALIASES,
    ENGINES,
    Style,
    choose_engine,
    find_style,
    list_note_styles,
)
from footnotes.style.locator_terms import choose_locale
from footnotes.style.marked_text import strip_marks

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "styles.md"
BOUNDS = {"pandoc": (60.0, 80.0), "citeproc-py": (55.0, 55.0)}
"""What is asked for: per cent to the letter, and but for case."""
STYLES = (
    "chicago-notes-bibliography",
    "chicago-notes-bibliography-17th-edition",
    "chicago-notes-bibliography-subsequent-ibid",
    "chicago-shortened-notes-bibliography",
    "chicago-notes-bibliography-fr",
    "mhra-notes",
    "mhra-shortened-notes",
    "modern-language-association-notes",
    "new-harts-rules-notes",
    "oscola",
    "bluebook-law-review",
    "australian-guide-to-legal-citation",
    "mcgill-en",
    "the-historical-journal",
    "infoclio-de",
    "geschichte-und-gesellschaft",
    "annales",
    "iso690-note-fr",
    "iso690-full-note-es",
    "isnad-dipnotlu",
)
COLLIDING = (
    "deutsches-archaologisches-institut",
    "american-journal-of-archaeology",
    "ausonius-editions",
    "citation-compass-apa-note",
    "norsk-apa-manual-note",
    "bibliotheca-hertziana-max-planck-institute-for-art-history",
    "academy-of-management-perspectives",
    "mimesis-edizioni",
    "anabases",
    "estudios-de-cultura-maya",
    "institut-francais-darcheologie-orientale",
    "university-of-helsinki-faculty-of-theology",
    "apa",
    "chicago-author-date",
    "harvard-cite-them-right",
    "mhra-author-date",
    "american-anthropological-association",
    "iso690-author-date-en",
    "modern-language-association",
    "din-1505-2-alphanumeric",
)
"""Styles that tell works apart by names, letters, labels or titles: of notes, then of the text."""
Row = dict[str, "tuple[Agreement, Agreement]"]


@frozen
class Agreement:
    """Of how many notes or entries two processors say the same, to the letter and but for case."""

    exact: int = 0
    folded: int = 0
    whole: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.exact + other.exact, self.folded + other.folded, self.whole + other.whole)

    @property
    def shares(self) -> tuple[float, float]:
        """Both as per cent."""
        return 100 * self.exact / self.whole, 100 * self.folded / self.whole


def choose_styles(number: int, seed: int) -> tuple[str, ...]:
    """So many note styles by chance, none of them of the twenty."""
    others = [name for name in list_note_styles() if name not in STYLES]
    return tuple(sorted(Random(seed).sample(others, number)))  # noqa: S311 - nothing is secret here


def normalize(text: str) -> str:
    """`text` without what does not count: kinds of quotation marks and blanks, and the last full stop."""
    text = re.sub(r"[“”„«»‹›\"‘’‚']", "'", strip_marks(text))
    return (
        re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " ")).strip().rstrip(".").rstrip()
    )


def format_by_engine(name: str, style: Style, paper: Paper) -> Printed:
    """The notes and entries of one paper in one style by one of our engines."""
    engine = choose_engine(name)
    locale = choose_locale(style.default_locale) or "en-US"
    printed = engine.format_notes(paper.ours, place_notes(paper.notes), style, locale, _ignore)
    entries: list[tuple[str, str]] = []
    if style.has_bibliography:
        entries = engine.format_entries(paper.ours, style, locale, _ignore)
    return {"notes": printed, "entries": [text for _, text in entries]}


def _ignore(_done: int) -> None:
    pass


def compare(ours: Sequence[str], theirs: Sequence[str]) -> Agreement:
    """How many notes agree, in order."""
    pairs = [(normalize(one), normalize(other)) for one, other in zip(ours, theirs, strict=True)]
    return Agreement(
        sum(one == other for one, other in pairs),
        sum(one.casefold() == other.casefold() for one, other in pairs),
        len(pairs),
    )


def compare_entries(ours: Sequence[str], theirs: Sequence[str]) -> Agreement:
    """How many entries agree, in any order; those that a style leaves out are none."""
    wanted = Counter(normalize(one) for one in theirs)
    found = Counter(normalize(one) for one in ours if normalize(one))
    same = (wanted & found).total()
    return Agreement(same, same, max(wanted.total(), found.total()))


def measure(names: Sequence[str], papers: Sequence[Paper]) -> Iterator[tuple[str, Row]]:
    """What each engine agrees on in each style; papers at which citeproc-js fails do not count."""
    styles = [find_style(name) for name in names]
    for style in styles:
        row = dict.fromkeys(ENGINES, (Agreement(), Agreement()))
        for paper, truth in zip(papers, format_by_reference([style], papers)[0], strict=True):
            if "error" in truth:
                print(f"citeproc-js fails: {truth['error']}", file=sys.stderr)
                continue
            for engine in ENGINES:
                ours = format_by_engine(engine, style, paper)
                notes, entries = row[engine]
                row[engine] = (
                    notes + compare(ours["notes"], truth["notes"]),
                    entries + compare_entries(ours["entries"], truth["entries"]),
                )
        yield style.name, row


def show_differences(name: str, papers: Sequence[Paper]) -> None:
    """Each note that differs, by all three; an entry of the reference's that an engine has not."""
    style = find_style(name)
    for paper, truth in zip(papers, format_by_reference([style], papers)[0], strict=True):
        ours = {engine: format_by_engine(engine, style, paper) for engine in ENGINES}
        for at, wanted in enumerate(truth.get("notes", ())):
            print(f"note {at + 1:3} js      {normalize(wanted)}")
            for engine in ENGINES:
                got = normalize(ours[engine]["notes"][at])
                if got != normalize(wanted):
                    print(f"         {engine[:7]:7} {got}")
        for engine in ENGINES:
            found = Counter(normalize(one) for one in ours[engine]["entries"])
            wanted_entries = Counter(normalize(one) for one in truth.get("entries", ()))
            for title, texts in (("js", wanted_entries - found), (engine[:7], found - wanted_entries)):
                print(*(f"entry    {title:7} {text}" for text in sorted(texts) if text), sep="\n")


def make_table(
    rows: Sequence[tuple[str, Row]],
) -> tuple[str, dict[str, tuple[float, float]]]:
    """The table in Markdown, and the shares of each engine over all styles."""
    head = [
        "style",
        *(f"{engine}: {what}" for engine in ENGINES for what in ("notes", "but for case", "entries")),
    ]
    lines = [f"| {' | '.join(head)} |", "|---|" + "--:|" * (len(head) - 1)]
    sums = {engine: (Agreement(), Agreement()) for engine in ENGINES}
    for name, row in rows:
        cells = [cell for engine in ENGINES for cell in _tell(*row[engine])]
        lines.append(f"| {name} | {' | '.join(cells)} |")
        for engine in ENGINES:
            sums[engine] = sums[engine][0] + row[engine][0], sums[engine][1] + row[engine][1]
    cells = [
        f"{share:.1f} %"
        for engine in ENGINES
        for share in (*sums[engine][0].shares, sums[engine][1].shares[0])
    ]
    lines.append(f"| **all** | {' | '.join(cells)} |")
    return "\n".join(lines), {engine: sums[engine][0].shares for engine in ENGINES}


def _tell(notes: Agreement, entries: Agreement) -> tuple[str, str, str]:
    bibliography = f"{entries.exact}/{entries.whole}" if entries.whole else "none"
    return f"{notes.exact}/{notes.whole}", f"{notes.folded}/{notes.whole}", bibliography


def write_page(mark: str, table: str) -> None:
    """Put a table, and that of old names, between their marks in docs/styles.md."""
    names = "\n".join(
        ["| asked for | given |", "|---|---|", *(f"| {old} | {new} |" for old, new in ALIASES.items())]
    )
    text = PAGE.read_text(encoding="utf-8")
    for place, rows in ((mark, table), ("aliases", names)):
        begin, end = f"<!-- {place} -->", f"<!-- end of {place} -->"
        before, rest = text.split(begin)
        text = f"{before}{begin}\n\n{rows}\n\n{end}{rest.split(end)[1]}"
    PAGE.write_text(text, encoding="utf-8")


def count_failures() -> int:
    """How many of all note styles fail with the embedded engine; each is printed with its cause."""
    paper = load_seed()[0]
    failed = 0
    names = list(list_note_styles())
    for name in names:
        try:
            printed = format_by_engine("citeproc-py", find_style(name), paper)
        except FootnotesError as error:
            failed += 1
            print(f"{name}: {error}")
            continue
        except Exception as error:  # noqa: BLE001 - a crash is what is looked for
            failed += 1
            print(f"{name}: CRASH {type(error).__name__}: {error}")
            continue
        bare = sum(not normalize(one) for one in printed["notes"])
        if bare:
            print(f"{name}: {bare} notes are empty")
    print(f"{len(names)} note styles, {failed} failed")
    return failed


def _list_parts(papers: Sequence[Paper]) -> tuple[list[Sequence[Any]], list[Sequence[Any]]]:
    return [paper.items for paper in papers], [paper.notes for paper in papers]


def main() -> int:
    """Measure, print, and say by the exit code whether all is as asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="CSL-JSON and .bib files")
    parser.add_argument("--works", type=int, metavar="N", help="of a folder take N works, spread over it")
    parser.add_argument("--styles", type=int, metavar="N", help="N other note styles, drawn by chance")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what they are drawn with")
    parser.add_argument("--collisions", action="store_true", help="works that share authors and years")
    parser.add_argument("--write", action="store_true", help="put the table into docs/styles.md")
    parser.add_argument("--all", action="store_true", help="format in every note style")
    parser.add_argument("--speed", action="store_true", help="measure 1,000 and 10,000 works")
    parser.add_argument("--differences", metavar="STYLE", help="show what differs in a style")
    options = parser.parse_args()
    papers = load_seed() if options.folder is None else make_papers(options.folder, options.works)
    if options.collisions:
        papers = [make_paper_of(COLLISIONS)]
    if options.differences:
        show_differences(options.differences, papers)
        return 0
    if options.all:
        return int(count_failures() > 0)
    if options.speed:
        measure_speed()
        return 0
    names = choose_styles(options.styles, options.seed) if options.styles else STYLES
    names = COLLIDING if options.collisions else names
    table, shares = make_table(list(measure(names, papers)))
    print(table)
    counts = [len(names), *(sum(map(len, each)) for each in _list_parts(papers))]
    print("{} styles, {} works, {} notes each".format(*counts))
    if options.write:
        write_page("colliding" if options.collisions else "table", table)
    return int(any(shares[one][at] < BOUNDS[one][at] for one in ENGINES for at in (0, 1)))


if __name__ == "__main__":
    sys.exit(main())
