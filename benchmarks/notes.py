"""Notes per CPU second: the seed paper from its file to the library, in one process.

The time is the least of several runs in CPU time, after one run that loads all modules and
fills all caches: what a batch of papers costs per paper on a machine that does other things too.
"""

import sys
import time
from pathlib import Path

import footnotes

SEED = Path(__file__).parents[1] / "seeds" / "000_d40ec8d5fa738bcb.txt"
RUNS = 40


def measure_run() -> tuple[int, float]:
    """The number of notes of the seed, and the CPU seconds that reading it took."""
    start = time.process_time()
    apparatus = footnotes.read_apparatus(SEED)
    return len(apparatus.notes), time.process_time() - start


def main() -> None:
    """Print the best of all runs."""
    measure_run()
    notes, seconds = min((measure_run() for _ in range(RUNS)), key=lambda run: run[1])
    print(f"Python {sys.version.split()[0]}, best of {RUNS} runs after one to warm up")
    print(f"{notes} notes in {seconds:.3f} CPU seconds: {notes / seconds:.0f} notes per CPU second")


if __name__ == "__main__":
    main()
