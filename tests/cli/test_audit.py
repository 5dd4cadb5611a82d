"""`footnotes audit`: what it takes, prints, refuses and leaves behind."""

import csv
import io
import json
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from subprocess import Popen
from xml.etree import ElementTree as ET

import pytest
from audit.loopback import Loopback, serve
from cli.audit_words import SWIFT, answer, write_library, write_list, write_paper
from click.testing import Result

from footnotes.cli.audit_results import LAYOUTS, VERDICTS
from footnotes.cli.exits import ExitCode
from footnotes.model import Verdict

Run = Callable[..., Result]
Start = Callable[..., "Popen[bytes]"]


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal of whoever runs the tests is left alone."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "FOOTNOTES_CONTACT"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def web() -> Iterator[Loopback]:
    """The site that is cited."""
    with serve(answer) as loopback:
        yield loopback


def _read_verdicts(result: Result) -> dict[str, str]:
    """The verdicts of JSON on standard output, by the last part of each address."""
    findings = json.loads(result.stdout)["findings"]
    return {one["url"].rpartition("/")[2]: one["verdict"] for one in findings}


def test_library(run: Run, web: Loopback) -> None:
    """The addresses of a library are looked at, each once, and the table tells of them."""
    result = run("audit", write_library(web.root, "ice", "gone"), *SWIFT)

    assert ExitCode.DONE == result.exit_code
    assert "library.bib: 2 pages at 1 host to look at: " in result.stderr
    assert result.stderr.endswith("2 pages: 1 live, 1 dead.\n")
    assert result.stdout.index("gone") < result.stdout.index("live")
    assert ["/gone", "/ice"] == sorted(asked.target for asked in web.asked)


def test_paper(run: Run, web: Loopback) -> None:
    """The addresses of a paper are those of its notes, with the notes that cite them."""
    result = run("audit", write_paper(web.root, "ice", "gone", "ice"), "--format", "json", *SWIFT)
    cited = {
        one["url"].rpartition("/")[2]: one["cited_by"] for one in json.loads(result.stdout)["findings"]
    }

    assert {"ice": "live", "gone": "dead"} == _read_verdicts(result)
    assert ([1, 3], [2]) == tuple([one["note"] for one in cited[name]] for name in ("ice", "gone"))


@pytest.mark.parametrize("write", [write_library, write_paper])
def test_standard_input(run: Run, web: Loopback, write: Callable[..., Path]) -> None:
    """On standard input a library is told from a paper by how it begins."""
    text = write(web.root, "ice", "gone").read_text(encoding="utf-8")
    result = run("audit", "-", "--format", "json", *SWIFT, stdin=text)

    assert {"ice": "live", "gone": "dead"} == _read_verdicts(result)


def test_json_library_on_standard_input(run: Run, web: Loopback) -> None:
    """CSL-JSON is known as well."""
    text = json.dumps([{"id": "ice", "type": "webpage", "title": "Ice", "URL": f"{web.root}ice"}])
    result = run("audit", "-", "--format", "json", *SWIFT, stdin=text)

    assert {"ice": "live"} == _read_verdicts(result)


@pytest.mark.parametrize("is_stream", [False, True])
def test_list(run: Run, web: Loopback, *, is_stream: bool) -> None:
    """A list of addresses, from a file or standard input, without its remarks."""
    path = write_list(web.root, "ice", "gone")
    text = path.read_text(encoding="utf-8")
    result = run("audit", "--urls", "-" if is_stream else path, "--format", "json", *SWIFT, stdin=text)

    assert {"ice": "live", "gone": "dead"} == _read_verdicts(result)


def test_list_is_utf_8(start: Callable[..., "Popen[bytes]"]) -> None:
    """A list on standard input is UTF-8 whatever the terminal says, and may say so itself."""
    words = ("audit", "--urls", "-", "--include", "nothing", "--format", "json", *SWIFT)
    told, _ = start(*words, PYTHONIOENCODING="ascii").communicate("\ufeffhttps://example.org/é\n".encode())

    assert ["https://example.org/é"] == [one["url"] for one in json.loads(told)["findings"]]


def test_several_sources(run: Run, web: Loopback) -> None:
    """What several sources cite is looked at once, and the report names them all."""
    sources = (write_library(web.root, "ice"), write_paper(web.root, "ice", "gone"))
    result = run("audit", *sources, "--urls", write_list(web.root, "new"), "--format", "json", *SWIFT)

    assert {"ice": "live", "gone": "dead", "new": "live"} == _read_verdicts(result)
    assert 3 == len(web.asked)
    assert "library.bib, paper.txt, urls.txt" == json.loads(result.stdout)["source"]


@pytest.mark.parametrize("bad", [["absent.txt"], ["absent.bib"], ["--urls", "absent.list"], ["binary.txt"]])
def test_one_that_cannot_be_read(run: Run, web: Loopback, bad: list[str]) -> None:
    """A source that cannot be read costs a sentence and the exit code; the others are audited."""
    Path("binary.txt").write_bytes(bytes(range(256)))
    result = run("audit", write_library(web.root, "ice"), *bad, "--format", "json", *SWIFT)

    assert ExitCode.FAILED == result.exit_code
    assert {"ice": "live"} == _read_verdicts(result)
    assert bad[-1] in result.stderr.splitlines()[0]


def test_no_addresses(run: Run) -> None:
    """A paper that cites no page needs no audit, and that is no failure."""
    Path("plain.txt").write_text("A claim.[1]\n\n[1] Jane Smith, *Ice* (London: Faber, 1999), 5.\n")
    result = run("audit", "plain.txt", *SWIFT)

    assert (ExitCode.DONE, "") == (result.exit_code, result.stdout)
    assert "plain.txt: no addresses are cited, so nothing was looked at." in result.stderr
    assert not Path("journal.sqlite").exists()


def test_no_addresses_as_data(run: Run) -> None:
    """Who asks for a report of a paper without addresses gets one, and not that of yesterday."""
    Path("plain.txt").write_text("A claim.[1]\n\n[1] Jane Smith, *Ice* (London: Faber, 1999), 5.\n")
    Path("report.csv").write_text("of yesterday")

    assert [] == json.loads(run("audit", "plain.txt", "--format", "json", *SWIFT).stdout)["findings"]
    assert ExitCode.DONE == run("audit", "plain.txt", "-o", "report.csv", *SWIFT).exit_code
    assert "of yesterday" not in Path("report.csv").read_text()


def _is_json(text: str) -> bool:
    return 1 == len(json.loads(text)["findings"])


def _is_sarif(text: str) -> bool:
    return "2.1.0" == json.loads(text)["version"]


def _is_csv(text: str) -> bool:
    return 2 == len(list(csv.reader(io.StringIO(text))))


def _is_junit(text: str) -> bool:
    return ET.fromstring(text).tag in {"testsuites", "testsuite"}  # noqa: S314 - our own


@pytest.mark.parametrize(
    ("name", "is_right"),
    [
        ("out.json", _is_json),
        ("out.csv", _is_csv),
        ("OUT.CSV", _is_csv),
        ("out.md", lambda text: text.startswith("#")),
        ("out.html", lambda text: text.lower().startswith("<!doctype html>")),
        ("out.htm", lambda text: text.lower().startswith("<!doctype html>")),
        ("out.xml", _is_junit),
        ("out.sarif", _is_sarif),
    ],
)
def test_suffixes_tell_the_layout(
    run: Run, web: Loopback, name: str, is_right: Callable[[str], bool]
) -> None:
    """A file has the layout that its suffix promises, and standard output stays empty."""
    result = run("audit", write_library(web.root, "gone"), "-o", name, *SWIFT)

    assert (ExitCode.DONE, "") == (result.exit_code, result.stdout)
    assert f"{name}: 1 address reported.\n" in result.stderr
    assert is_right(Path(name).read_text(encoding="utf-8"))


def test_vocabularies_are_those_of_the_library() -> None:
    """The names that `--help` prints without loading an audit are the names there are."""
    from footnotes.audit import FORMATS  # noqa: PLC0415 - the command line is loaded without

    assert tuple(verdict.value for verdict in Verdict) == VERDICTS
    assert ("table", *FORMATS) == LAYOUTS


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Name a paper, a library, or a list of URLs"),
        (["library.bib", "--format", "table", "-o", "out.txt"], "The table is for the terminal"),
        (["library.bib", "-o", "out.txt"], "out.txt: the suffix tells no layout (.json, .csv, .md,"),
        (["library.bib", "--format", "pdf"], "'pdf' is not one of"),
        (["library.bib", "--fail-on", "dead,rotten"], "'rotten' is none of live, moved,"),
        (["library.bib", "--archive", "ia", "--no-archives"], "--archive and --no-archives contradict"),
        (["library.bib", "--over", "3d"], "--over says how long --confirm takes"),
        (["library.bib", "--confirm", "0"], "--confirm"),
        (["library.bib", "--max-age", "soon"], "soon"),
        (["library.bib", "--exclude", "("], "--exclude '(' is no regular expression"),
        (["library.bib", "--include", "[a"], "--include '[a' is no regular expression"),
        (["library.bib", "--timeout", "0"], "--timeout"),
        (["-", "--urls", "-"], "Standard input (-) can be read only once."),
        (["library.bib", "-o", "library.bib", "--format", "json"], "library.bib is an input"),
        (["--urls", "urls.txt", "-o", "urls.txt", "--format", "csv"], "urls.txt is an input"),
        (["library.bib", "-o", "j.json", "--journal", "j.json"], "j.json is the journal"),
        (["library.bib", "-o", "./sub/../j.json", "--journal", "j.json"], "is the journal"),
    ],
)
def test_wrong_usage(run: Run, words: list[str], told: str) -> None:
    """A wrong command line is refused before anything is asked or written, with what is wrong."""
    library = write_library("http://a.test/", "ice")
    listed = write_list("http://a.test/", "ice")
    Path("sub").mkdir()
    before = [path.read_bytes() for path in (library, listed)]
    result = run("audit", *words)

    assert (ExitCode.USAGE, "") == (result.exit_code, result.stdout)
    assert told in " ".join(result.stderr.split())
    assert before == [path.read_bytes() for path in (library, listed)]
    assert ["library.bib", "sub", "urls.txt"] == sorted(path.name for path in Path().iterdir())


def test_unknown_archive(run: Run) -> None:
    """A name that no archive has is answered by the nearest that one has."""
    result = run("audit", write_library("http://a.test/", "ice"), "--archive", "arquivvo")

    assert ExitCode.FAILED == result.exit_code
    assert "No archive is called “arquivvo”; the nearest is arquivo" in result.stderr


def test_output_that_cannot_be_written(run: Run, web: Loopback) -> None:
    """Where the report cannot be written it is said before an hour is spent."""
    result = run("audit", write_library(web.root, "ice"), "-o", "nowhere/out.json", *SWIFT)

    assert (ExitCode.FAILED, []) == (result.exit_code, web.asked)
    assert "nowhere/out.json: the file cannot be written" in result.stderr


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [("dead", 2), ("moved,dead", 2), (" dead , live ", 2), ("moved", 0), ("soft-dead,failing", 0)],
)
def test_fail_on(run: Run, web: Loopback, fail_on: str, code: int) -> None:
    """The exit code tells whether one of the verdicts was found."""
    result = run("audit", write_library(web.root, "gone"), "--fail-on", fail_on, *SWIFT)

    assert code == result.exit_code
    assert "gone" in result.stdout


def test_one_unread_counts_for_more_than_findings(run: Run, web: Loopback) -> None:
    """Where a source was not read, the findings are not all there are."""
    result = run("audit", write_library(web.root, "gone"), "absent.txt", "--fail-on", "dead", *SWIFT)

    assert ExitCode.FAILED == result.exit_code


def test_pure_json(start: Start, web: Loopback) -> None:
    """JSON on standard output is JSON and nothing else: all other words go to standard error."""
    process = start("audit", write_library(web.root, "ice", "gone"), "--format", "json", "--resume", *SWIFT)
    out, err = process.communicate(timeout=60)

    assert (0, 2) == (process.returncode, len(json.loads(out)["findings"]))
    assert b"library.bib: 2 pages" in err
    assert b"there is no interrupted audit of it, so this is a new one." in err


def test_include_and_exclude(run: Run, web: Loopback) -> None:
    """What is left out stays in the report, and is not asked for."""
    library = write_library(web.root, "ice", "gone", "new")
    excluded = run("audit", library, "--exclude", "gone|new", "--format", "json", *SWIFT)
    included = run("audit", library, "--include", "/new$", "--format", "json", *SWIFT)

    assert {"ice": "live", "gone": "excluded", "new": "excluded"} == _read_verdicts(excluded)
    assert {"ice": "excluded", "gone": "excluded", "new": "live"} == _read_verdicts(included)
    # Who asks for some addresses has not asked to leave out the others.
    reasons = {
        one["reason"] for one in json.loads(included.stdout)["findings"] if one["verdict"] == "excluded"
    }
    assert {"It is not among the addresses that you asked for (--include, --exclude)."} == reasons
    assert ["/ice", "/new"] == [asked.target for asked in web.asked]


def test_journals(run: Run, web: Loopback, tmp_path: Path) -> None:
    """The journal is where the user says, else in the folder for the state of programs."""
    library = write_library(web.root, "ice")
    run("audit", library, *SWIFT)
    run("audit", library, *SWIFT[:-2])

    assert Path("journal.sqlite").stat().st_size
    assert list((tmp_path / "state").rglob("journal.sqlite"))


def test_a_journal_that_is_none(run: Run, web: Loopback) -> None:
    """A file that is no journal is not touched; why, is said in a sentence."""
    Path("notes.txt").write_text("These are notes and no database. " * 9, encoding="utf-8")
    result = run("audit", write_library(web.root, "ice"), *SWIFT[:-1], "notes.txt")

    assert (ExitCode.FAILED, []) == (result.exit_code, web.asked)
    assert "The journal notes.txt cannot be used: it is no journal of audits" in result.stderr
    assert Path("notes.txt").read_text(encoding="utf-8").startswith("These are notes")


def test_max_age(run: Run, web: Loopback) -> None:
    """What the journal knows and is young enough is not asked for again."""
    library = write_library(web.root, "ice")
    run("audit", library, *SWIFT)
    result = run("audit", library, "--max-age", "1h", "--format", "json", *SWIFT)

    assert ({"ice": "live"}, 1) == (_read_verdicts(result), len(web.asked))


def test_contact(run: Run, web: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whom a host can complain to stands in the User-Agent, from the option or the environment."""
    library = write_library(web.root, "ice")
    monkeypatch.setenv("FOOTNOTES_CONTACT", "mailto:env@example.org")
    for words in ((), ("--contact", "mailto:me@example.org"), ("--user-agent", "Mine/1")):
        run("audit", library, *words, *SWIFT)
    agents = [asked.headers["User-Agent"] for asked in web.asked]

    assert "mailto:env@example.org" in agents[0]
    assert "mailto:me@example.org" in agents[1]
    assert agents[0].startswith("footnotes/")
    assert "Mine/1" == agents[2]


class Slow:
    """A site that answers its first pages at once, and the others when it is told to."""

    def __init__(self) -> None:
        self.released = threading.Event()
        self.waiting = threading.Event()

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        if not handler.path.startswith("/quick") and not self.released.is_set():
            self.waiting.set()
            self.released.wait(30)
        answer(handler)


QUICK = [f"quick{number}" for number in range(4)]
LATE = [f"late{number}" for number in range(12)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to a process.")
def test_interruption(run: Run, start: Start) -> None:
    """Ctrl-C ends an audit soon, with a word on how to go on; what was seen is kept, and not asked for."""
    slow = Slow()
    with serve(slow) as web:
        words = ("audit", "--urls", write_list(web.root, *QUICK, *LATE), *SWIFT)
        process = start(*words)
        assert slow.waiting.wait(30)
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        seconds = time.monotonic() - started
        reported = run("report", "journal.sqlite", "--format", "json")
        slow.released.set()
        before = len(web.asked)
        resumed = run(*words, "--resume", "--format", "json")

    assert (ExitCode.INTERRUPTED, b"") == (process.returncode, out)
    assert seconds < 3
    assert b"the same command with --resume goes on." in err
    assert b"Traceback" not in err
    kept = _read_verdicts(reported)
    assert kept == dict.fromkeys(kept, "live")
    # Threads overtake each other: which of the quick pages were seen is not told before.
    assert set() < set(kept) <= set(QUICK)
    assert "this audit was interrupted" in reported.stderr
    assert dict.fromkeys([*QUICK, *LATE], "live") == _read_verdicts(resumed)
    assert sorted({*QUICK, *LATE} - set(kept)) == sorted(asked.target[1:] for asked in web.asked[before:])


def test_nothing_to_resume(run: Run, web: Loopback) -> None:
    """Where no audit was interrupted, a new one is made, and it is said."""
    library = write_library(web.root, "ice")
    run("audit", library, *SWIFT)
    result = run("audit", library, "--resume", *SWIFT)

    assert "library.bib: there is no interrupted audit of it, so this is a new one." in result.stderr
    assert 2 == len(web.asked)


def test_a_paper_that_changed_is_not_resumed(
    run: Run, web: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that came in since the interruption is in the report: nothing is left out in silence."""
    from footnotes.audit import audits  # noqa: PLC0415 - only here

    carry_out = audits.carry_out

    def interrupt(*arguments: object) -> None:
        carry_out(*arguments)  # type: ignore[arg-type]  # handed on
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(audits, "carry_out", interrupt)
        run("audit", write_library(web.root, "ice"), *SWIFT)
    library = write_library(web.root, "ice", "new")
    result = run("audit", library, "--resume", "--max-age", "1h", "--format", "json", *SWIFT)

    assert {"ice": "live", "new": "live"} == _read_verdicts(result)
    assert "what it cites has changed since the interrupted audit" in result.stderr
    assert ["/ice", "/new"] == [asked.target for asked in web.asked]
