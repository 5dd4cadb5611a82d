"""docs/styles.md: its tables are about the styles of the benchmark, add up, and reach what is asked for."""

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from footnotes.style import ALIASES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "styles.md").read_text(encoding="utf-8")
Row = list[str]


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    """benchmarks/styles.py, which knows the styles and what is asked for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        return importlib.import_module("styles")


def _read_rows(mark: str) -> list[Row]:
    """The cells of each row of the table between two marks, without its head."""
    text = PAGE.split(f"<!-- {mark} -->")[1].split(f"<!-- end of {mark} -->")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.strip().splitlines()]
    return rows[2:]


def _read_share(cell: str) -> float:
    return float(re.sub(r"[ %]", "", cell))


def test_tables_name_the_styles_of_the_benchmark(benchmark: ModuleType) -> None:
    """One row for each style, in its order, and the sum."""
    assert [*benchmark.STYLES, "**all**"] == [row[0] for row in _read_rows("table")]
    assert [*benchmark.COLLIDING, "**all**"] == [row[0] for row in _read_rows("colliding")]


@pytest.mark.parametrize("mark", ["table", "colliding"])
def test_rows_add_up_to_the_last(benchmark: ModuleType, mark: str) -> None:
    """The last row is the sum of the others: no row is changed by hand."""
    *rows, last = _read_rows(mark)
    for column in range(1, 3 * len(benchmark.ENGINES) + 1):
        pairs = [row[column].split("/") for row in rows if row[column] != "none"]
        share = 100 * sum(int(same) for same, _ in pairs) / sum(int(whole) for _, whole in pairs)

        assert f"{share:.1f} %" == last[column]


def test_figures_reach_what_is_asked_for(benchmark: ModuleType) -> None:
    """Both engines agree with the reference processor as is asked of them, on each collection."""
    lasts = [
        _read_rows("table")[-1][1:],
        _read_rows("colliding")[-1][1:],
        *(row[2:] for row in _read_rows("collections")),
    ]
    for cells in lasts:
        shares = iter(map(_read_share, cells))
        for engine in benchmark.ENGINES:
            exact, folded, _entries = next(shares), next(shares), next(shares)

            assert benchmark.BOUNDS[engine][0] <= exact
            assert benchmark.BOUNDS[engine][1] <= folded


def test_old_names_are_those_of_the_program() -> None:
    """The table of old names is that of the code."""
    assert dict(ALIASES) == dict(_read_rows("aliases"))
