"""What tests of several stages share: the seed paper, notes made of plain words, and cases that are files.

A test marked `@pytest.mark.cases("parse/names")` runs once for each case of tests/cases/parse/names.txt or
names.toml, and of further files if it names several. Cases of the same name under `known-defects` are right
and fail so far: they must fail (a mend is noticed) and are moved up when they hold.
"""

import importlib.util
import ipaddress
import shutil
import signal
import socket
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import footnotes
from footnotes.model import (
    AnyDate,
    AnyName,
    Apparatus,
    Cite,
    Date,
    LiteralDate,
    LiteralName,
    Locator,
    Note,
    NoteKind,
    PartialDate,
    Reference,
    Resolution,
    SourceDocument,
    Span,
)
from footnotes.parse import ParsedNotes
from footnotes.split.repair import repair_text

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "cases"
DEFECTS = "known-defects"
ORACLES = ("biber", "bibtex", "bibtexu", "pandoc")

_SPRING = 21
"""EDTF writes the seasons of a year as months 21 to 24."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--record` asks pywb and writes the cassettes again."""
    parser.addoption("--record", action="store_true", help="record cassettes/audit/ again from pywb")


def pytest_report_header() -> str:
    """Say which programs that know nothing of us will judge what we write."""
    found = {name: shutil.which(name) is not None for name in ORACLES}
    found["pandoc"] = found["pandoc"] or importlib.util.find_spec("pypandoc") is not None
    absent = [name for name in ORACLES if not found[name]]
    there = ", ".join(name for name in ORACLES if found[name]) or "none"
    return f"oracles: {there}" + (
        f"; absent, their tests are skipped: {', '.join(absent)}" if absent else ""
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark, and let processes that tests start be interrupted.

    A shell that runs the tests in the background has them ignore Ctrl-C, and they would hand that on.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line("markers", "cases(path, ...): run the test for each case of tests/cases/<path>")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test marked with `cases` its cases, each under the argument `case`."""
    mark = metafunc.definition.get_closest_marker("cases")
    if mark is None:
        return
    defect = pytest.mark.xfail(strict=True, raises=AssertionError, reason="known defect")
    cases = []
    for path in mark.args:
        stage, name = path.split("/")
        cases += [pytest.param(case, id=_name_case(case)) for case in _load_cases(CASES / stage, name)]
        cases += [
            pytest.param(case, id=_name_case(case), marks=defect)
            for case in _load_cases(CASES / stage / DEFECTS, name)
        ]
    metafunc.parametrize("case", cases)


def _load_cases(folder: Path, name: str) -> Iterator[Any]:
    """The cases of a file: pairs of what is printed and what it means, or the tables of a TOML file."""
    table, lines = folder / f"{name}.toml", folder / f"{name}.txt"
    if table.is_file():
        yield from tomllib.loads(table.read_text(encoding="utf-8"))["case"]
    if lines.is_file():
        for line in lines.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                printed, _, meaning = line.partition(" => ")
                yield printed.strip(), meaning.strip()


def _name_case(case: object) -> str:
    return str(case["name"] if isinstance(case, Mapping) else case[0])  # type: ignore[index]  # a table or a pair


_NAMES_OF_OURS = ("localhost",)
_NAMES_OF_NOBODY = (".invalid", ".test")
_leaks: list[str] = []


@pytest.fixture(scope="session", autouse=True)
def _guard_network() -> Iterator[None]:
    """Let no test reach beyond this machine: connections and look-ups of names elsewhere fail it.

    Names that nobody can own (RFC 6761) are unknown, as the DNS would say.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guard_method(getattr(socket.socket, name)))
        for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
            patch.setattr(socket, name, _guard_lookup(getattr(socket, name)))
        yield


@pytest.fixture(autouse=True)
def _check_leaks() -> Iterator[None]:
    """Fail a test whose threads tried to reach beyond this machine, where nobody saw it fail."""
    _leaks.clear()
    yield
    assert [] == _leaks


@pytest.fixture
def leaks() -> Iterator[list[str]]:
    """What the guard has seen in this test, which means it: it is forgiven."""
    yield _leaks
    _leaks.clear()


def _guard_method(real: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(sock: socket.socket, *arguments: Any) -> Any:
        address = arguments[-1]
        if sock.family in {socket.AF_INET, socket.AF_INET6} and not _is_at_home(str(address[0])):
            _report_leak(f"a connection to {address}")
        return real(sock, *arguments)

    return guarded


def _guard_lookup(real: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(host: Any, *arguments: Any, **named: Any) -> Any:
        name = host.decode("ascii") if isinstance(host, bytes) else host
        if name and name.rstrip(".").lower().endswith(_NAMES_OF_NOBODY):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if name and not _is_at_home(name) and not _is_address(name):
            _report_leak(f"a look-up of {name}")
        return real(host, *arguments, **named)

    return guarded


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _is_at_home(host: str) -> bool:
    if host.lower() in _NAMES_OF_OURS:
        return True
    return _is_address(host) and ipaddress.ip_address(host.partition("%")[0]).is_loopback


def _report_leak(what: str) -> None:
    _leaks.append(what)
    pytest.fail(f"The network was asked for {what}; tests use this machine only.")


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """The paper with 75 endnotes."""
    return ROOT / "seeds" / "000_d40ec8d5fa738bcb.txt"


@pytest.fixture(scope="session")
def seed_apparatus(seed_path: Path) -> Apparatus:
    """The apparatus of the seed paper, read once for all tests that only look at it."""
    return footnotes.read_apparatus(seed_path)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of what all developers use; a test that needs it skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared folder lies beside the project and is absent here")
    return folder


def _make_notes(
    texts: Sequence[str], numbers: Sequence[int] | None = None, sections: Sequence[str] | None = None
) -> tuple[SourceDocument, tuple[Note, ...]]:
    """A document with a note on each line, and its notes; `*...*` is emphasis, as in Markdown."""
    source, notes = "", []
    for number, section, text in zip(
        numbers or range(1, len(texts) + 1), sections or [None] * len(texts), texts, strict=True
    ):
        label, start = f"[{number}]", len(source)
        source += f"{label} {text}\n"
        repaired = repair_text(source, start + len(label), len(source) - 1)
        notes.append(
            Note(
                number=number,
                label=str(number),
                printed_label=str(number),
                kind=NoteKind.ENDNOTE,
                text=repaired.text,
                span=Span(start, len(source) - 1),
                origin=repaired.origin,
                label_span=Span(start, start + len(label)),
                emphasis=repaired.emphasis,
                section=section,
            )
        )
    return SourceDocument("notes.txt", "text", source), tuple(notes)


@pytest.fixture(scope="session")
def make_notes() -> Callable[..., tuple[SourceDocument, tuple[Note, ...]]]:
    """A factory of notes from their texts, numbered 1 to n unless told."""
    return _make_notes


@pytest.fixture(scope="session")
def parse_texts() -> Callable[..., ParsedNotes]:
    """What notes of these texts are parsed into."""

    def parse(*texts: str) -> ParsedNotes:
        return footnotes.parse_cites(_make_notes(texts)[1])

    return parse


@pytest.fixture(scope="session")
def resolve_texts() -> Callable[..., tuple[tuple[Cite, ...], tuple[Resolution, ...]]]:
    """The cites of notes of these texts, and their resolutions."""

    def resolve(
        texts: Sequence[str],
        numbers: Sequence[int] | None = None,
        sections: Sequence[str] | None = None,
        contexts: Mapping[str, str] | None = None,
        profile: str | None = None,
    ) -> tuple[tuple[Cite, ...], tuple[Resolution, ...]]:
        _, notes = _make_notes(texts, numbers, sections)
        cites = footnotes.parse_cites(notes).cites
        known = contexts or {}
        found = footnotes.resolve_cites(
            cites, notes, profile=profile, find_context=lambda number: known.get(str(number), "")
        )
        return cites, found

    return resolve


@pytest.fixture(scope="session")
def spell_work() -> Callable[[Reference | None], dict[str, str]]:
    """How the cases write what a reference states: CSL's words, one line of text for each."""

    def spell(work: Reference | None) -> dict[str, str]:
        stated = work.stated() if work else {}
        return {name.replace("_", "-"): _spell_value(value) for name, value in stated.items()}

    return spell


@pytest.fixture(scope="session")
def spell_locator() -> Callable[[Locator | None], str]:
    """How the cases write a locator: `page 12-14`, `volume 2, page 10`, or nothing."""

    def spell(locator: Locator | None) -> str:
        if locator is None:
            return ""
        levels = locator.levels or ((locator.label, locator.value),)
        return ", ".join(f"{label} {value}" for label, value in levels)

    return spell


def _spell_value(value: str | AnyDate | tuple[AnyName, ...]) -> str:
    if isinstance(value, Date):
        end = f"/{_spell_day(value.end)}" if value.end else ""
        return _spell_day(value.start) + end
    if isinstance(value, LiteralDate):
        return f"{{{value.literal}}}"
    return value if isinstance(value, str) else " ; ".join(map(_spell_name, value))


def _spell_day(day: PartialDate) -> str:
    month = day.month if day.season is None else day.season + _SPRING - 1
    return "-".join([f"{day.year:04}", *(f"{part:02}" for part in (month, day.day) if part)])


def _spell_name(name: AnyName) -> str:
    """`(de) Waal, Thomas`, `Humboldt, Alexander (von)`, `King, Martin Luther, Jr.`, `{RAND}`."""
    if isinstance(name, LiteralName):
        return f"{{{name.literal}}}"
    stays = f"({name.non_dropping_particle}) " if name.non_dropping_particle else ""
    goes = f" ({name.dropping_particle})" if name.dropping_particle else ""
    parts = [stays + name.family, (name.given or "") + goes, name.suffix]
    return ", ".join(part for part in parts if part)
