"""Damages .bib files at random and reads them: no exception, no neighbour lost, no time without end.

    python benchmarks/fuzz.py [--minutes 10] [--seed 1] [FOLDER]

The files of tests/cases/formats (or of FOLDER) are the material. Each round takes one,
damages its text or its bytes in one to six places, puts an entry that nobody touched before it
and one behind it, reads it in both dialects, and writes every tenth back. A finding is printed
with the text that makes it; the exit code is 1 if there was any.
"""

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

from footnotes.errors import InputError
from footnotes.formats.bib.syntax import read_entries
from footnotes.formats.encodings import decode_text
from footnotes.formats.library_files import parse_library, read_library, write_library

CASES = Path(__file__).parents[1] / "tests" / "cases" / "formats"
FIRST = "@book{untouched-before, title = {Before}, author = {One, Ann}, year = {2001}}\n"
LAST = "\n@book{untouched-behind, title = {Behind}, author = {Two, Bob}, year = {2002}}\n"
KEYS = {"untouched-before", "untouched-behind"}
SIGNS = [
    *'{}",=#@()%\\$~^&_- \n\r\t',
    "@book{",
    "@comment{",
    "@string{",
    "\\'{",
    "\\url{",
    "and",
    "\x00",
    "\u0301",
]
SLOWEST = 2.0
"""Seconds for a file of a few kilobytes that count as a finding."""


def damage_text(text: str, chance: random.Random) -> str:
    """The text with one to six pieces deleted, doubled, moved or put in."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(text))
        width = chance.choice((0, 1, 1, 2, 5, 20, 80))
        piece = text[at : at + width]
        put = chance.choice(
            ("", piece * 2, chance.choice(SIGNS), chance.choice(SIGNS) * chance.randint(1, 50))
        )
        text = text[:at] + put + text[at + width :]
    return text


def damage_bytes(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to six of them changed to any others."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def check_text(text: str, *, is_written: bool) -> str | None:
    """What is wrong with the reading of a damaged text between two whole entries, or None."""
    whole = f"{FIRST}{text}{LAST}"
    keys = {entry.key for entry in read_entries(whole)[0]}
    if not keys >= KEYS:
        return f"lost {KEYS - keys}"
    for dialect in ("bibtex", "biblatex"):
        library = parse_library(whole, dialect)
        if is_written:
            export = write_library(library, dialect)
            if len(parse_library(export.text, dialect)) != len(library):
                return f"{dialect} reads back another number of works"
    return None


def run_round(data: bytes, chance: random.Random, count: int) -> tuple[str, str] | None:
    """One round: the finding and the text that made it, or None."""
    text = decode_text(data).text
    text = damage_text(text, chance)
    start = time.process_time()
    try:
        wrong = check_text(text, is_written=count % 10 == 0)
        if count % 3 == 0:
            read_damaged(damage_bytes(data, chance))
    except Exception as error:  # noqa: BLE001 - any exception is what is looked for
        wrong = f"{type(error).__name__}: {error}"
    if wrong is None and time.process_time() - start > SLOWEST:
        wrong = f"took {time.process_time() - start:.1f} s"
    return None if wrong is None else (wrong, text)


def read_damaged(data: bytes) -> None:
    """Reads bytes; that they are no text is an answer."""
    try:
        read_library(data, None, "damaged.bib")
    except InputError:
        return


def main() -> int:
    """Runs rounds until the time is over, and prints what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CASES)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    files = [path.read_bytes() for path in sorted(wanted.folder.rglob("*.bib*"))]
    chance = random.Random(wanted.seed)  # noqa: S311 - no secret
    end = time.monotonic() + 60 * wanted.minutes
    found: Counter[str] = Counter()
    count = 0
    while time.monotonic() < end:
        count += 1
        if finding := run_round(chance.choice(files), chance, count):
            if found[finding[0]] == 0:
                print(f"round {count}: {finding[0]}\n{finding[1]!r}\n", flush=True)
            found[finding[0]] += 1
    print(
        f"{count} rounds over {len(files)} files in {wanted.minutes:g} min: {sum(found.values())} findings"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
