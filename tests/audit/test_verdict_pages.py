"""The pages of the verdicts are true: each has one, and its evidence is what the table says."""

import importlib.util
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from footnotes.audit.judge.rows import ALIKE, ROWS, UNLIKE
from footnotes.audit.judge.verdicts import Ruling, decide_verdict
from footnotes.audit.report.verdict_words import VERDICTS
from footnotes.formats.url_statuses import URL_STATUSES
from footnotes.model import (
    Archived,
    ArchivedState,
    DateSource,
    Hop,
    LinkCheck,
    LinkStatus,
    Memento,
    Rescue,
    Sign,
    Verdict,
)

PAGES = Path(__file__).parents[2] / "docs" / "verdicts"
HEADINGS = ["Evidence", "What it is not", "What to do", "Example"]
OTHER_NAMES = {"url-status", "url-access", "subscription", "registration"}
"""What the pages name besides words of our own: parameters of Template:Cite web, and their values."""

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_NAME = re.compile(r"`([a-z]+(?:-[a-z]+)*)`")
_EXAMPLE = re.compile(r"^```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FIGURE = re.compile(r"\b0\.\d+")


def _read_page(name: str) -> str:
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


def _read_glossary(kind: str) -> list[str]:
    _, _, rest = _read_page("glossary").partition(f"\n| {kind} | meaning |\n|---|---|\n")
    return re.findall(r"^\| `([^`]+)` \| \S.*\. \|$", rest.partition("\n\n")[0], re.MULTILINE)


@pytest.fixture(scope="module")
def generator() -> Any:
    """The script that writes what follows from the table of verdicts."""
    path = Path(__file__).with_name("verdict_pages.py")
    spec = importlib.util.spec_from_file_location("verdict_pages", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_pages_and_index() -> None:
    """Each verdict has a page and a line of the index, in order, with what reports say it means."""
    rows = re.findall(
        r"^\| \[([\w-]+)\]\(([\w-]+)\.md\) \| (\S.*\.) \| ([a-z]*) ?\|$", _read_page("README"), re.MULTILINE
    )
    names = [verdict.value for verdict in Verdict]

    assert rows == [
        (verdict.value, verdict.value, words.summary, URL_STATUSES[verdict] or "")
        for verdict, words in VERDICTS.items()
    ]
    assert names == [name for name, *_ in rows]
    assert {*names, "README", "glossary"} == {page.stem for page in PAGES.glob("*.md")}
    assert all(_read_page(name).startswith(f"# {name}\n\n{meaning}\n\n") for name, _, meaning, _ in rows)


@pytest.mark.parametrize("verdict", Verdict, ids=lambda one: one.value)
def test_evidence_is_that_of_the_table(generator: Any, verdict: Verdict) -> None:
    """A page has a line for each row that gives its verdict, and no other, as the script writes it."""
    page = _read_page(verdict.value)

    assert generator.write_evidence(verdict) == generator.find_table(page, generator.EVIDENCE_HEAD)
    assert 1 == page.count(generator.EVIDENCE_HEAD)


def test_every_row_stands_on_the_page_of_its_verdict() -> None:
    """Name, sentence and confidence of each row stand in a line of the page of its verdict."""
    missing = [
        row.name
        for row in ROWS
        if not re.search(
            rf"^\| `{re.escape(row.name)}` \|.*\| {re.escape(row.reason)} \| {row.confidence:g} \|$",
            _read_page(row.verdict.value),
            re.MULTILINE,
        )
    ]

    assert [] == missing


def test_order_is_that_of_the_table(generator: Any) -> None:
    """The index tells the order in which the rows are asked."""
    table = generator.find_table(_read_page("README"), generator.ORDER_HEAD)

    assert generator.write_order() == table
    assert [row.name for row in ROWS] == _NAME.findall(table.removeprefix(generator.ORDER_HEAD))


def test_every_row_can_be_described(generator: Any) -> None:
    """The script has words for all statuses, so that no new row can stop it."""
    assert set(LinkStatus) == generator.STATUS_WORDS.keys()


def test_changed_row_is_noticed(generator: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The script names the pages that differ from the table and mends them, and then finds nothing more."""
    for path in PAGES.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace("\n| `gone` |", "\n| `left` |"), encoding="utf-8")
    monkeypatch.setattr(generator, "PAGES", tmp_path)

    assert ["dead.md"] == generator.mend_pages(write=False)
    assert ["dead.md"] == generator.mend_pages(write=True)
    assert [] == generator.mend_pages(write=False)
    assert _read_page("dead") == (tmp_path / "dead.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("verdict", Verdict, ids=lambda one: one.value)
def test_page_has_its_parts(verdict: Verdict) -> None:
    """A page says what the verdict rests on, what it is not, what to do, and shows an example."""
    assert HEADINGS == re.findall(r"^## (.*)$", _read_page(verdict.value), re.MULTILINE)


@pytest.mark.parametrize("verdict", Verdict, ids=lambda one: one.value)
def test_example_has_the_verdict(verdict: Verdict) -> None:
    """The look of the example gives the verdict, reason and confidence that it states."""
    [block] = _EXAMPLE.findall(_read_page(verdict.value))
    example = json.loads(block)
    ruling = _decide_example(example)

    assert verdict is ruling.verdict
    assert (verdict.value, example["reason"], example["confidence"]) == (
        example["verdict"],
        ruling.reason,
        ruling.confidence,
    )


def _decide_example(example: dict[str, Any]) -> Ruling:
    look, archived = example["look"], example["archived"]
    rescue = archived.get("rescue")
    return decide_verdict(
        LinkCheck(
            url=example["url"],
            status=LinkStatus(look["status"]),
            checked=datetime(2026, 11, 22, tzinfo=UTC),
            code=look["code"],
            chain=tuple(Hop(*hop) for hop in look["chain"]),
            signs=frozenset(Sign(sign) for sign in look["signs"]),
        ),
        Archived(
            ArchivedState(archived["state"]),
            rescue=rescue and _make_rescue(example["url"], rescue),
            measured_from=DateSource.ACCESSED,
            similarity=archived["similarity"],
        ),
    )


def _make_rescue(url: str, rescue: dict[str, Any]) -> Rescue:
    captured = datetime.fromisoformat(rescue["captured"])
    memento = Memento(url, f"http://archive.example/{captured:%Y%m%d%H%M%S}/{url}", captured, "archive")
    return Rescue(memento, rescue["days_from_access"], rescue["representative"])


@pytest.mark.parametrize("page", sorted(path.stem for path in PAGES.glob("*.md")))
def test_names_are_known(page: str) -> None:
    """Whatever a page names is a row, sign, status or verdict of the program, or a word of Wikipedia's."""
    known = {row.name for row in ROWS} | {one.value for kind in (Sign, LinkStatus, Verdict) for one in kind}

    assert set() == set(_NAME.findall(_read_page(page))) - known - OTHER_NAMES


@pytest.mark.parametrize("verdict", Verdict, ids=lambda one: one.value)
def test_figures_are_those_of_the_table(verdict: Verdict) -> None:
    """A confidence or bound in the words of a page is one of the table."""
    prose = _EXAMPLE.sub("", _read_page(verdict.value))
    known = {f"{row.confidence:g}" for row in ROWS} | {f"{ALIKE:g}", f"{UNLIKE:g}"}

    assert set() == set(_FIGURE.findall(prose)) - known


def test_glossary_is_whole() -> None:
    """The glossary has a line for each status and each sign, in the order of the code, and no other."""
    assert [status.value for status in LinkStatus] == _read_glossary("status")
    assert [sign.value for sign in Sign] == _read_glossary("sign")


def test_bounds_are_told() -> None:
    """The glossary states from where on pages are alike, and up to where they are not."""
    words = " ".join(_read_page("glossary").split())

    assert f"From {ALIKE:g} on they say the same; up to {UNLIKE:g} they say something else" in words


@pytest.mark.parametrize("page", sorted(path.name for path in PAGES.glob("*.md")))
def test_links_lead_somewhere(page: str) -> None:
    """Each link leads to a file of the project, and to a heading of it if it names one."""
    for link in _LINK.findall((PAGES / page).read_text(encoding="utf-8")):
        name, _, heading = link.partition("#")
        text = (PAGES / (name or page)).read_text(encoding="utf-8")

        assert not heading or heading in {
            re.sub(r"[^\w]+", "-", line).lower() for line in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
        }
