"""What finding duplicates costs: entries per CPU second, and how the cost grows with the library.

Run as `python benchmarks/libraries.py [ENTRIES]`. The entries are made: a tenth of them is another wording
of an earlier one, and one in a hundred is a column of a newspaper with one title for all.
"""

import sys
import time
from random import Random

import footnotes
from footnotes.model import Date, Name, PartialDate, Reference

ENTRIES = 20_000
_SYLLABLES = [first + last for first in "bdfgklmnprstv" for last in ("a", "e", "i", "o", "an", "er")]
_COLUMN, _REPEATED = 0.01, 0.1


def make_entries(number: int) -> list[Reference]:
    """So many works, the same in every run."""
    chance = Random(6)  # noqa: S311 - no secret
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(4000)]
    entries: list[Reference] = []
    for at in range(number):
        if entries and chance.random() < _REPEATED:
            entries.append(_reword(chance.choice(entries), at))
        else:
            entries.append(_make_entry(chance, words, at))
    return entries


def _make_entry(chance: Random, words: list[str], at: int) -> Reference:
    is_column = chance.random() < _COLUMN
    return Reference(
        type="article-newspaper" if is_column else chance.choice(["book", "article-journal"]),
        key=f"key{at}",
        author=(Name(chance.choice(words[:900]).title(), chance.choice(words[:300]).title()),),
        title="The Week" if is_column else _make_title(chance, words),
        issued=Date(PartialDate(chance.randint(1950, 2020), chance.randint(1, 12), chance.randint(1, 28))),
    )


def _make_title(chance: Random, words: list[str]) -> str:
    return " ".join(chance.choices(words, k=chance.randint(3, 9))).capitalize()


def _reword(work: Reference, at: int) -> Reference:
    name = work.author[0]
    initial = Name(name.family, f"{(name.given or '')[:1]}.") if isinstance(name, Name) else name
    title = f"{work.title}: a history" if at % 2 else work.title
    return Reference(type=work.type, key=f"key{at}", author=(initial,), title=title, issued=work.issued)


def measure(number: int) -> float:
    """CPU seconds for the pairs among so many entries."""
    entries = make_entries(number)
    start = time.process_time()
    pairs = footnotes.find_duplicates(entries)
    seconds = time.process_time() - start
    rate = number / seconds
    print(f"{number:>7,} entries: {len(pairs):,} pairs, {seconds:.1f} CPU seconds, {rate:,.0f} a second")
    return seconds


def main() -> None:
    """Measure a half and the whole; near-linear is a ratio near 2."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    measure(1000)
    half, whole = measure(number // 2), measure(number)
    print(f"twice the entries cost {whole / half:.2f} times as much")


if __name__ == "__main__":
    main()
