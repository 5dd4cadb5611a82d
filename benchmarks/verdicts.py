"""How many kinds of page are judged right, and whether they are so each time: on the site of the tests.

    python benchmarks/verdicts.py [--runs 5]

Starts the loopback web of tests/audit/site and, where pywb is installed (FOOTNOTES_PYWB, or `make test`
installed it), an archive of its pages; audits all kinds of tests/cases/audit/kinds.toml, and prints those
that were wrong and the sum. Exit code 1 if one was wrong once.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from audit.site.auditing import LATE, audit_kinds, open_archive  # noqa: E402 - the path above is needed
from audit.site.gold import explain_mistakes  # noqa: E402 - as above
from audit.site.process import Site  # noqa: E402 - as above

RUNS = 5


def run_audit(site: Site, archive: str | None) -> dict[str, list[str]]:
    """The mistakes of one audit of all kinds, by the name of the kind."""
    site.reset()
    found = audit_kinds(site, archive)
    return {kind.name: explain_mistakes(kind, finding) for kind, finding in found.items()}


def main() -> int:
    """Audit all kinds again and again; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, metavar="N")
    runs = parser.parse_args().runs
    right: Counter[str] = Counter()
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    with (
        tempfile.TemporaryDirectory() as folder,
        Site(late=LATE) as site,
        open_archive(Path(folder) / "archive") as archive,
    ):
        for run in range(1, runs + 1):
            start = time.monotonic()
            mistakes = run_audit(site, archive)
            for name, said in mistakes.items():
                right[name] += not said
                wrong[name].update(said)
            held = sum(not said for said in mistakes.values())
            print(f"run {run}: {held} of {len(mistakes)} kinds right, {time.monotonic() - start:.1f} s")
        if archive is None:
            print("pywb is not installed: the kinds that need an archive were left out")
    return _print_sum(right, wrong, runs)


def _print_sum(right: Counter[str], wrong: dict[str, Counter[str]], runs: int) -> int:
    for name in (name for name in wrong if right[name] < runs):
        print(f"{name}: right in {right[name]} of {runs} runs")
        for words, count in wrong[name].most_common():
            print(f"    {count} x {words}")
    whole = sum(right[name] == runs for name in wrong)
    print(f"{whole} of {len(wrong)} kinds right in {runs} of {runs} runs")
    return 0 if whole == len(wrong) else 1


if __name__ == "__main__":
    sys.exit(main())
