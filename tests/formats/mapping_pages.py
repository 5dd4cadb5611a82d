"""The tables of docs/formats.md, which follow from the tables of fields and of types.

`python tests/formats/mapping_pages.py` says whether the page differs from the code, and ends with 1 if it
does; with `--write` it is mended. The words around the tables are written by hand.
"""

import argparse
import re
import sys
from collections import defaultdict
from pathlib import Path

from footnotes.formats.bib.biblatex_strict import NEXT_TYPES
from footnotes.formats.bib.data_model import INSTEAD, load_data_model
from footnotes.formats.fields import FIELD_ROWS, FieldRow
from footnotes.formats.types import TYPE_ROWS, TypeRow

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"

FIELD_HEAD = "| CSL variable | kind | BibLaTeX | BibTeX | entry types |\n|---|---|---|---|---|\n"
TYPE_HEAD = "| CSL type | BibLaTeX | BibTeX | `entrysubtype` |\n|---|---|---|---|\n"
STRICT_HEAD = "| CSL variable | where the entry type has no such field |\n|---|---|\n"
MISC_HEAD = "| CSL type | BibLaTeX | strict BibLaTeX |\n|---|---|---|\n"


def write_fields() -> str:
    """The table of fields, with its head."""
    return FIELD_HEAD + "".join(write_field(row) for row in FIELD_ROWS)


def write_field(row: FieldRow) -> str:
    """The line of a row: where the variable stands in both dialects."""
    cells = (
        f"`{row.csl}`",
        row.kind.value,
        _describe_home(row, "biblatex", "addendum"),
        _describe_home(row, "bibtex", "note"),
        _describe_condition(row),
    )
    return f"| {' | '.join(cells)} |\n"


def write_types() -> str:
    """The table of types, with its head."""
    return TYPE_HEAD + "".join(write_type(row) for row in TYPE_ROWS)


def write_type(row: TypeRow) -> str:
    """The line of a row."""
    return f"| `{row.csl}` | `@{row.biblatex}` | `@{row.bibtex}` | `{row.subtype}` |\n"


def write_remarks() -> str:
    """The table of what strict BibLaTeX has as a remark if not as a field, with its head."""
    rows = (row for row in FIELD_ROWS if row.biblatex and row.label and row.bibtex)
    return STRICT_HEAD + "".join(dict.fromkeys(map(_write_remark, rows)))


def _write_remark(row: FieldRow) -> str:
    types: dict[str, list[str]] = defaultdict(list)
    for (entry_type, variable), instead in INSTEAD.items():
        if variable == row.variable:
            types[instead].append(f"`@{entry_type}`")
    place = "".join(f"`{instead}` of {' and '.join(names)}, else " for instead, names in types.items())
    return f"| `{row.csl}` | {place}“{row.label.strip()}” |\n"


def write_misc() -> str:
    """The table of the types to which biber's data model gives no fields, with its head."""
    known = load_data_model().fields
    return MISC_HEAD + "".join(
        f"| `{row.csl}` | `@{row.biblatex}` | `@{NEXT_TYPES.get(row.biblatex, ('misc',))[0]}`, "
        f"`entrysubtype = {{{row.subtype}}}` |\n"
        for row in TYPE_ROWS
        if row.biblatex not in known
    )


def _describe_home(row: FieldRow, dialect: str, remarks: str) -> str:
    if field := row.field_in(dialect):
        return f"`{field}`"
    if row.label:
        beside = row.beside_in(dialect)
        return f"`{remarks}`: “{row.label.strip()}”" + (f", and `{beside}`" if beside else "")
    if row.role and dialect == "biblatex":
        return f"an editor of type `{row.role}`"
    return row.reason or "–"


def _describe_condition(row: FieldRow) -> str:
    if row.when:
        return ", ".join(f"`{name}`" for name in sorted(row.when))
    return (
        "all but " + ", ".join(f"`{name}`" for name in sorted(row.unless)) if row.unless else "all others"
    )


def mend_page(*, write: bool) -> bool:
    """Whether the page differs from the code; with `write` it is mended."""
    text = mended = PAGE.read_text(encoding="utf-8")
    tables = {
        FIELD_HEAD: write_fields(),
        TYPE_HEAD: write_types(),
        MISC_HEAD: write_misc(),
        STRICT_HEAD: write_remarks(),
    }
    for head, table in tables.items():
        mended = re.sub(re.escape(head) + r"(?:\|.*\n)*", lambda _, table=table: table, mended)
        if table not in mended:
            raise SystemExit(f"{PAGE.name} has no table that begins with:\n{head}")
    if write and mended != text:
        PAGE.write_text(mended, encoding="utf-8")
    return mended != text


def main() -> int:
    """Say whether the page differs, or mend it."""
    parser = argparse.ArgumentParser(description="Compare docs/formats.md with the tables of the code.")
    parser.add_argument("--write", action="store_true", help="mend the page")
    write = parser.parse_args().write
    differs = mend_page(write=write)
    sys.stdout.write(f"{PAGE.name}{' was mended' if write else ' differs'}\n" if differs else "")
    return 1 if differs and not write else 0


if __name__ == "__main__":
    sys.exit(main())
