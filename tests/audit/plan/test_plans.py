"""Plans: what is looked at, each link once, with all that its citations say."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import footnotes
from footnotes.audit.plan.mentions import Source
from footnotes.audit.plan.plans import Plan, plan_audit, read_url_list
from footnotes.formats.edtf import format_edtf
from footnotes.model import Apparatus, CitedLink, Library, SourceDocument

CASES = Path(__file__).parents[2] / "cases" / "audit"
WAYBACK = re.compile(r"https://web\.archive\.org/web/\d+/(.+)")


def _unwrap(url: str) -> str | None:
    """The two kinds of archived copies that the cases have."""
    if url.startswith("https://perma.cc/"):
        return ""
    match = WAYBACK.fullmatch(url)
    return match[1] if match else None


def _plan(*sources: Source, **patterns: list[re.Pattern[str]]) -> Plan:
    return plan_audit(sources, "the source", unwrap=_unwrap, **patterns)


@pytest.fixture
def read_source(tmp_path: Path) -> Callable[[Mapping[str, Any]], Source]:
    """What a case audits."""

    def read(case: Mapping[str, Any]) -> Source:
        if "paper" in case:
            return footnotes.parse_apparatus(SourceDocument("paper.txt", "text", case["paper"]))
        if "library" in case:
            path = tmp_path / "library.bib"
            path.write_text(case["library"], encoding="utf-8")
            return footnotes.load_library(path)
        return list(case["urls"])

    return read


def _spell(link: CitedLink) -> dict[str, Any]:
    """How the cases write a link: what is not known is left out."""
    cited_by = [f"{one.reference or '-'} {one.note or '-'} {one.cite or '-'}" for one in link.cited_by]
    spelled = {
        "url": link.url,
        "cited_by": cited_by,
        "titles": list(link.titles),
        "authors": list(link.authors),
        "container": link.container,
        "published": format_edtf(link.published) if link.published else None,
        "accessed": format_edtf(link.accessed) if link.accessed else None,
        "cited_copy": link.cited_copy,
    }
    return {name: value for name, value in spelled.items() if value}


@pytest.mark.cases("audit/plans")
def test_plans(case: Mapping[str, Any], read_source: Callable[[Mapping[str, Any]], Source]) -> None:
    """A source is planned as the links that the case lists, in that order, and nothing is left out."""
    plan = _plan(read_source(case))

    assert case["links"] == [_spell(link) for link in plan]
    assert (len(case["links"]), "the source", frozenset()) == (len(plan), plan.source, plan.excluded)


@pytest.mark.cases("audit/exclusions")
def test_exclusions(case: Mapping[str, Any]) -> None:
    """What the patterns leave out stays in the plan and is marked."""
    urls = [f"http://{host}.example/{page}" for page in (1, 2) for host in "ab"]
    urls.append("https://web.archive.org/web/2010/http://c.example/3")
    patterns = {
        name: [re.compile(one) for one in case[name]] for name in ("include", "exclude") if name in case
    }
    plan = _plan(urls, **patterns)

    assert set(case["left_out"]) == plan.excluded
    assert 5 == len(plan)


def _read_seed_links() -> list[tuple[str, list[int], str, str]]:
    """What the seed paper cites, as somebody read it: URL, notes, access date, date of publication."""
    lines = (CASES / "seed_links.txt").read_text(encoding="utf-8").splitlines()
    rows = []
    for line in lines:
        if not line.startswith("#"):
            url, _, rest = line.partition(" => ")
            notes, accessed, published = rest.split(" | ")
            rows.append((url, [int(note) for note in notes.split()], accessed, published))
    return rows


def _spell_dates(link: CitedLink) -> tuple[str, str]:
    accessed, published = (format_edtf(date) if date else "-" for date in (link.accessed, link.published))
    return accessed, published


def test_seed_paper(seed_apparatus: Apparatus) -> None:
    """The 50 URLs of the seed paper are 48 links in the order of its notes, with both dates."""
    plan = _plan(seed_apparatus)
    found = [(link.url, [one.note for one in link.cited_by], *_spell_dates(link)) for link in plan]

    assert _read_seed_links() == found
    assert all(one.reference and one.cite for link in plan for one in link.cited_by)
    assert all(link.titles and link.cited_copy is None for link in plan)


def test_seed_library() -> None:
    """Its library has the same links and dates, and does not know which notes cite them."""
    library = footnotes.load_library(
        Path(__file__).parents[3] / "bib" / "000_d40ec8d5fa738bcb.biblatex.bib"
    )
    plan = _plan(library)
    found = [(link.url, *_spell_dates(link)) for link in plan]

    assert [(url, accessed, published) for url, _, accessed, published in _read_seed_links()] == found
    assert [(1, None)] * 48 == [(len(link.cited_by), link.cited_by[0].note) for link in plan]


def test_seed_paper_and_library_are_one(seed_apparatus: Apparatus) -> None:
    """Audited together, paper and library are still 48 links, cited by the notes first."""
    plan = _plan(seed_apparatus, seed_apparatus.library)

    assert [url for url, *_ in _read_seed_links()] == [link.url for link in plan]
    assert [1, None] == [one.note for one in plan.links[0].cited_by]


def test_what_was_not_collected_counts(seed_apparatus: Apparatus) -> None:
    """Without any work collected, the 50 URLs that are printed in the notes are planned."""
    rows = _read_seed_links()
    plan = _plan(evolve(seed_apparatus, library=Library()))

    assert [(url, accessed) for url, _, accessed, _ in rows] == [
        (link.url, _spell_dates(link)[0]) for link in plan
    ]
    assert 50 == sum(len(link.cited_by) for link in plan)
    assert all(
        one.cite and one.note in row[1]
        for row, link in zip(rows, plan, strict=True)
        for one in link.cited_by
    )


def test_cite_stands_for_what_it_prints() -> None:
    """Two addresses of one work are two links, each cited where it is printed, both with the title."""
    paper = footnotes.parse_apparatus(
        SourceDocument(
            "paper.txt",
            "text",
            "[1] Mary Jones, “Ports,” *News*, 12 May 2021, https://example.org/ports (accessed 5 May 2022)."
            "\n"
            "[2] Ibid.\n"
            "[3] Adam Smith, *Letters* (Baku: Ganun, 1999), 44.\n",
        )
    )
    (first, second, third), (work, book) = paper.cites, paper.library
    assert third.stated
    printed = evolve(third, stated=evolve(third.stated, url="http://mirror.example/ports"))
    cited = evolve(work, cited_by=(*work.cited_by, third.id))
    plan = _plan(
        evolve(paper, cites=(first, second, printed), library=Library((cited, evolve(book, cited_by=()))))
    )

    assert [("https://example.org/ports", [1, 2]), ("http://mirror.example/ports", [3])] == [
        (link.url, [one.note for one in link.cited_by]) for link in plan
    ]
    assert "Ports" in plan.links[1].titles


def test_url_lists() -> None:
    """A list has a URL on each line; blank lines, comments and the mark of a byte order are none."""
    text = "\ufeffhttp://a.example/#x\r\n\n# a remark\n  http://b.example/  \n"

    assert ("http://a.example/#x", "http://b.example/") == read_url_list(text)


def test_registry_of_archives() -> None:
    """Without another reader, addresses of copies are told by the registry of archives."""
    copy = "https://web.archive.org/web/20100217000000/http://example.org/a"
    plan = plan_audit([[copy, "https://example.org/web/2010/"]], "list")

    assert [("http://example.org/a", copy), ("https://example.org/web/2010/", None)] == [
        (link.url, link.cited_copy) for link in plan
    ]
