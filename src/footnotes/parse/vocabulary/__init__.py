"""The words of citation, as tables: a line an entry, columns divided by tabs, `#` begins a comment.

Adding a language or a word touches one of these files and no code.
"""

import functools
from importlib.resources import files


@functools.cache
def load_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table `name` (a file of this package without `.tsv`), each a tuple of its columns."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].rstrip() for line in text.splitlines())
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines if line)


@functools.cache
def load_words(name: str) -> frozenset[str]:
    """The first column of the table `name`."""
    return frozenset(row[0] for row in load_table(name))
