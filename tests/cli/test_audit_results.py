"""The names that the commands of an audit show without loading it."""

from collections.abc import Callable

import pytest
from click.testing import Result

from footnotes.audit import FORMATS
from footnotes.cli.audit_results import LAYOUTS, VERDICTS
from footnotes.cli.exits import ExitCode
from footnotes.model import Verdict

Run = Callable[..., Result]


def test_names_are_those_of_the_audit() -> None:
    """`--help` names the layouts and the verdicts that there are."""
    assert ("table", *FORMATS) == LAYOUTS
    assert tuple(verdict.value for verdict in Verdict) == VERDICTS


@pytest.mark.parametrize(
    "arguments",
    [("audit", "--urls", "-", "--fail-on"), ("report", "x", "--fail-on"), ("enrich", "x", "--only")],
)
def test_unknown_verdicts(run: Run, arguments: tuple[str, ...]) -> None:
    """A name that is no verdict is refused, and those that there are are told."""
    result = run(*arguments, "dead, gone")

    assert ExitCode.USAGE == result.exit_code
    assert f"'gone' is none of {', '.join(VERDICTS)}." in result.stderr
