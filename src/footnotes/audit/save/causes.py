"""Why Save Page Now does not take a page: its codes in a few causes, by the table in errors.toml."""

import tomllib
from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib.resources import files


class Cause(Enum):
    """Why a page was not taken; the first four are the tables of errors.toml."""

    PAGE_MISSING = "page-missing"
    PAGE_REFUSES = "page-refuses"
    ARCHIVE_REFUSES = "archive-refuses"
    TEMPORARY = "temporary"
    TOO_FAST = "too-fast"
    """It wants us to be slower (429)."""
    KEYS = "keys"
    """It does not accept the keys, so that it accepts no page either."""
    UNCLEAR = "unclear"


def find_cause(code: str) -> Cause:
    """The cause that a `status_ext` stands for; UNCLEAR for one that nobody has told of."""
    code = code.removeprefix("error:").strip().lower()
    for cause, (_, codes) in _load_causes().items():
        for one in codes:
            if code == one or (one.endswith("*") and code.startswith(one[:-1])):
                return cause
    return Cause.UNCLEAR


@cache
def _load_causes() -> Mapping[Cause, tuple[str, tuple[str, ...]]]:
    text = files("footnotes.audit.save").joinpath("errors.toml").read_text(encoding="utf-8")
    return {Cause(name): (row["says"], tuple(row["codes"])) for name, row in tomllib.loads(text).items()}


def describe_cause(cause: Cause) -> str:
    """The words for a cause where the archive has none itself."""
    if cause in _load_causes():
        return _load_causes()[cause][0]
    return "the archive gives a cause unknown to us"
