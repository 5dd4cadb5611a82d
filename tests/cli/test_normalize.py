"""`footnotes normalize`."""

from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest
from click.testing import Result

import footnotes
from footnotes.cli.exits import ExitCode

Run = Callable[..., Result]

PAPER = """\
# A paper

One claim.[1] Another.[2] A third.[3]

## Notes

[1] John Smith, *A History of Trade* (London: Verso, 2001), 12.
[2] Ibid., 15.
[3] The ports were many, and of most of them little is known. See Smith 20. The rest are lost to us.
"""


@pytest.fixture
def paper() -> Path:
    """A paper with three notes."""
    path = Path("paper.txt")
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_changes_are_shown(run: Run, paper: Path) -> None:
    """Without a file the old words and the new are shown, with note, line and the words around them."""
    result = run("normalize", paper)
    expected = [
        "note 2, line 8",
        "- Ibid., 15.",
        "+ Smith, *History of Trade*, 15.",
        "",
        "note 3, line 9",
        "- … of most of them little is known. See Smith 20. The rest are lost to…",
        "+ … of most of them little is known. See Smith, *History of Trade*, 20. The rest are lost to…",
    ]

    assert ExitCode.DONE == result.exit_code
    assert expected == result.stdout.splitlines()


def test_changes_of_a_note_are_one(run: Run) -> None:
    """Several changes of one note are shown together: the note as printed, and as it will be written."""
    Path("paper.txt").write_text(PAPER.replace("Ibid., 15.", "Ibid., 15; see also ibid., 18 and 20."))
    result = run("normalize", "paper.txt", "--as", "key")
    expected = [
        "note 2, line 8",
        "- Ibid., 15; see also ibid., 18 and 20.",
        "+ [@smith2001, p. 15]; see also [@smith2001, pp. 18, 20].",
    ]

    assert expected == result.stdout.splitlines()[:3]


def test_long_words_between_changes_are_cut(run: Run) -> None:
    """Of a long remark between two changes its beginning and its end are shown."""
    remark = "This claim has been disputed by many for reasons that need not be told here in any detail."
    Path("paper.txt").write_text(PAPER.replace("Ibid., 15.", f"Ibid., 15. {remark} Ibid., 18."))
    shown = run("normalize", "paper.txt").stdout.splitlines()

    assert "- Ibid., 15. This claim has been… need not be told here in any detail. Ibid., 18." == shown[1]
    assert [] == [line for line in shown[:4] if "disputed by many" in line]


def test_summary(run: Run, paper: Path) -> None:
    """The last sentence on standard error counts what was written out."""
    last = run("normalize", paper).stderr.splitlines()[-1]

    assert "paper.txt: 2 of 2 back-references written out as short forms." == last


def test_replaced_file(run: Run, paper: Path) -> None:
    """That the new paper takes the place of another file is told."""
    first = run("normalize", paper, "-o", "new.txt").stderr.splitlines()
    second = run("normalize", paper, "-o", "new.txt").stderr.splitlines()

    assert ["new.txt: 2 of 2 back-references written out as short forms."] == first
    assert "new.txt: the paper is written, in place of what was there." == second[-2]


def test_file(run: Run, paper: Path) -> None:
    """-o writes the paper with the new words, and nothing on standard output."""
    result = run("normalize", paper, "-o", "new.txt")
    expected = PAPER.replace("Ibid., 15", "Smith, *History of Trade*, 15").replace(
        "Smith 20", "Smith, *History of Trade*, 20"
    )

    assert (ExitCode.DONE, "") == (result.exit_code, result.stdout)
    assert expected == Path("new.txt").read_text(encoding="utf-8")
    assert "new.txt: 2 of " in result.stderr


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("short", "[2] Smith, *History of Trade*, 15.\n"),
        ("full", "[2] John Smith, *A History of Trade* (London: Verso, 2001), 15.\n"),
        ("ibid", "[2] Ibid., 15.\n"),
        ("key", "[2] [@smith2001, p. 15].\n"),
    ],
)
def test_forms(run: Run, paper: Path, form: str, expected: str) -> None:
    """--as tells the form; on standard output goes the paper."""
    assert expected in run("normalize", paper, "--as", form, "-o", "-").stdout


def test_line_ends_stay(run: Run) -> None:
    """A file from Windows has its line ends still."""
    Path("paper.txt").write_bytes(PAPER.replace("\n", "\r\n").encode())
    run("normalize", "paper.txt", "-o", "new.txt")
    written = Path("new.txt").read_bytes()

    assert b"*History of Trade*, 15.\r\n" in written
    assert written.count(b"\n") == written.count(b"\r\n")


def test_input_is_not_overwritten(run: Run, paper: Path) -> None:
    """The paper itself is refused as the file, and is as it was."""
    result = run("normalize", paper, "-o", "./paper.txt")

    assert ExitCode.USAGE == result.exit_code
    assert "paper.txt is an input" in result.stderr
    assert PAPER == paper.read_text(encoding="utf-8")


def test_what_is_left_is_told(run: Run, doubtful: Path) -> None:
    """A doubtful back-reference stays, and is named with its note and the reason."""
    result = run("normalize", doubtful)
    expected = "doubtful.txt: note 3: “Ibid.”: left as printed, because which work it means is not sure."

    assert expected in result.stderr.splitlines()
    assert "" == result.stdout


def test_confidence(run: Run, doubtful: Path) -> None:
    """With --min-confidence low the likeliest work is written, and nothing is left."""
    result = run("normalize", doubtful, "--min-confidence", "low")

    assert "\n+ Murinson, *Turkey's Entente*" in result.stdout
    assert "left as printed" not in result.stderr


def test_repeats(run: Run, seed_path: Path) -> None:
    """With --repeats a repeated full citation becomes Ibid. too."""
    plain = run("normalize", seed_path, "--as", "ibid").stdout
    repeats = run("normalize", seed_path, "--as", "ibid", "--repeats").stdout

    assert "note xxiv," not in plain
    assert "note xxiv," in repeats


def test_no_back_references(run: Run) -> None:
    """A paper without back-references says so."""
    Path("paper.txt").write_text(
        "A claim.[1]\n\n## Notes\n\n[1] John Smith, *Trade* (London: Verso, 2001), 12.\n"
    )

    assert "paper.txt: there are no back-references." in run("normalize", "paper.txt").stderr


def test_unreadable_paper(run: Run) -> None:
    """A paper that is not there costs exit code 1, and no file is written."""
    result = run("normalize", "absent.txt", "-o", "new.txt")

    assert ExitCode.FAILED == result.exit_code
    assert not Path("new.txt").exists()


def test_narrow_terminal(run: Run, seed_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 60 columns no line is longer."""
    monkeypatch.setenv("COLUMNS", "60")

    assert max(map(len, run("normalize", seed_path).stdout.splitlines())) <= 60


def test_no_colour_in_a_pipe(start: Callable[..., "Popen[bytes]"], seed_path: Path) -> None:
    """Into a pipe go no escape sequences."""
    output, _ = start("normalize", seed_path).communicate()

    assert b"\x1b" not in output


def test_control_characters_are_shown(run: Run) -> None:
    """A control character in a note does not reach the terminal."""
    Path("paper.txt").write_text(PAPER.replace("see Smith", "s\x1b[31mee Smith"), encoding="utf-8")

    assert "\x1b" not in run("normalize", "paper.txt").stdout


def test_same_as_the_library(run: Run, seed_path: Path) -> None:
    """What the command writes is what the library gives."""
    written = footnotes.normalize_apparatus(footnotes.read_apparatus(seed_path), "key").text

    assert written == run("normalize", seed_path, "--as", "key", "-o", "-").stdout
