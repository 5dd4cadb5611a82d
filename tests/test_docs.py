"""The documents are true: every command is there, and whatever they show is what happens."""

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from footnotes.cli import main
from footnotes.cli.exits import ExitCode

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("*/README.md")])
NAMES = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in DOCUMENTS}

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FIGURE = re.compile(r"\d (?:ms|seconds|notes per)\b")


def _list_blocks(text: str, kind: str) -> Iterator[str]:
    yield from (body for found, body in _FENCE.findall(text) if found == kind)


def _list_sessions(text: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of the console blocks with the lines that are shown below them."""
    for block in _list_blocks(text, "console"):
        for session in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = session.rstrip("\n").split("\n")
            yield command, shown


def _matches(shown: list[str], printed: list[str]) -> bool:
    """Whether lines are as shown, where a line of three dots stands for any lines."""
    if not shown:
        return not printed
    if shown[0] == "...":
        return any(_matches(shown[1:], printed[at:]) for at in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and _matches(shown[1:], printed[1:])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the examples work as in the project, and write without harm."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", [name for name, text in NAMES.items() if "```console" in text])
def test_shown_output_is_real(name: str) -> None:
    """Each command that is shown prints what is shown below it; those of a page run in order."""
    for command, shown in _list_sessions(NAMES[name]):
        words = shlex.split(command)
        if words[0] == "footnotes":
            result = CliRunner().invoke(main, words[1:], prog_name="footnotes", catch_exceptions=False)

            assert _matches(shown, result.output.rstrip("\n").split("\n")), f"{command}\n{result.output}"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", [name for name, text in NAMES.items() if "```pycon" in text])
def test_shown_python_is_real(name: str) -> None:
    """Each line of Python gives what is shown below it; the lines of a page run in order."""
    examples = doctest.DocTestParser().get_doctest(
        "\n".join(_list_blocks(NAMES[name], "pycon")), {}, name, None, None
    )
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.REPORT_NDIFF)
    runner.run(examples)

    assert 0 == runner.failures


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_documented(command: str) -> None:
    """The manual has a section for each command, with the whole of its help."""
    text = NAMES["docs/commands.md"]
    helps = dict(_list_sessions(text))

    assert f"\n## footnotes {command}\n" in text
    assert f"footnotes {command} --help" in helps
    assert "..." not in helps[f"footnotes {command} --help"]


def test_every_exit_code_is_documented() -> None:
    """The page of the exit codes lists each with its name, and no other."""
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \|", NAMES["docs/exit-codes.md"], re.MULTILINE)

    assert [(str(code.value), code.name) for code in ExitCode] == rows


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name: str) -> None:
    """Each link into the project leads to a file or folder of it."""
    targets = [link.partition("#")[0] for link in _LINK.findall(NAMES[name]) if "://" not in link]
    missing = [
        target for target in targets if target and not (ROOT / name).parent.joinpath(target).exists()
    ]

    assert [] == missing


@pytest.mark.parametrize("name", NAMES)
def test_figures_name_their_command(name: str) -> None:
    """A paragraph that states a measured figure names the command that measures it."""
    paragraphs = [one for one in NAMES[name].split("\n\n") if _FIGURE.search(one) and "```" not in one]

    assert all("`make " in one for one in paragraphs)


@pytest.mark.parametrize(
    "name",
    [
        "docs/python.md",
        "docs/commands.md",
        "docs/recipes.md",
        "docs/json.md",
        "docs/exit-codes.md",
        "docs/audit.md",
        "docs/audit-reports.md",
    ],
)
def test_every_page_is_in_the_index(name: str) -> None:
    """The index of the manual links to each of its pages."""
    assert f"({Path(name).name})" in NAMES["docs/README.md"]
