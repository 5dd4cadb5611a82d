"""What `import footnotes` loads: the modules beyond bare Python, and the time they take.

The list of modules is the same on every machine and is what the tests hold on to; the time is
of this machine, and the least of several starts.
"""

import re
import subprocess
import sys

STARTS = 7
_LIST = "import sys; bare = set(sys.modules); import footnotes; print(*sorted(set(sys.modules) - bare))"
_LAST = re.compile(r"(\d+) \| footnotes$", re.MULTILINE)


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A fresh interpreter with `arguments`, after it ended well."""
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)


def list_modules() -> list[str]:
    """The modules that `import footnotes` loads, and bare Python does not."""
    return run_python("-c", _LIST).stdout.split()


def measure_import() -> float:
    """The milliseconds that `import footnotes` takes with all that it loads."""
    found = _LAST.search(run_python("-X", "importtime", "-c", "import footnotes").stderr)
    if found is None:
        raise RuntimeError("python -X importtime did not tell the time of footnotes")
    return int(found[1]) / 1000


def main() -> None:
    """Print the modules by origin, and the least time."""
    modules = list_modules()
    own = [name for name in modules if name.partition(".")[0] == "footnotes"]
    foreign = sorted({name.partition(".")[0] for name in modules} - sys.stdlib_module_names - {"footnotes"})
    milliseconds = min(measure_import() for _ in range(STARTS))
    print(f"import footnotes: {milliseconds:.1f} ms, least of {STARTS} starts")
    print(f"{len(modules)} modules beyond bare Python, {len(own)} of them its own: {', '.join(own)}")
    print(f"third-party packages: {', '.join(foreign) or 'none'}")


if __name__ == "__main__":
    main()
