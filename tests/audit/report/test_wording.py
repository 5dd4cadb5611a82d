"""The words of a finding: distances, copies, and what to write into the note."""

from datetime import UTC, datetime
from typing import Any

import pytest
from attrs import evolve

from footnotes.audit.report.wording import (
    name_citations,
    spell_confidence,
    spell_days,
    tell_copy,
    tell_nearness,
    write_fix,
)
from footnotes.formats.edtf import parse_edtf
from footnotes.model import (
    Archived,
    ArchivedState,
    CitedBy,
    CitedLink,
    DateSource,
    LinkCheck,
    LinkFinding,
    LinkStatus,
    Memento,
    RejectedCopy,
    Rescue,
    Verdict,
)

NOW = datetime(2026, 11, 22, tzinfo=UTC)
URL = "http://example.org/a"
COPY = Memento(
    URL, f"https://web.archive.org/web/20221224000000/{URL}", datetime(2022, 12, 24, tzinfo=UTC), "IA"
)
FOUND = Archived(ArchivedState.FOUND, Rescue(COPY, -12), COPY, None, DateSource.ACCESSED)
UNASKED = Archived(ArchivedState.NOT_ASKED)


def _find(verdict: Verdict = Verdict.DEAD, archived: Archived = UNASKED) -> LinkFinding:
    return LinkFinding(CitedLink(URL), verdict, 0.9, "It is so.", archived)


@pytest.mark.cases("audit/nearness")
def test_nearness(case: dict[str, Any]) -> None:
    """The distance of a copy is told as exactly as the citation is dated, and never more."""
    stated = {name: parse_edtf(case[name]) for name in ("accessed", "published") if name in case}
    source = DateSource(next(iter(stated), "none"))
    archived = evolve(FOUND, rescue=Rescue(COPY, case.get("days")), measured_from=source)
    finding = evolve(_find(archived=archived), link=CitedLink(URL, **stated))

    assert case["told"] == tell_nearness(finding)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "0 days"), (59, "59 days"), (61, "2 months"), (366, "12 months"), (3653, "10 years")],
)
def test_days(days: int, words: str) -> None:
    """Days become months and years where nobody would count them."""
    assert words == spell_days(days)


@pytest.mark.parametrize(
    ("archived", "words"),
    [
        (Archived(ArchivedState.NONE), "no archive has a copy"),
        (UNASKED, "the archives were not asked"),
        (
            Archived(ArchivedState.UNREACHABLE, unreachable=("A", "B")),
            "not known, for A and B did not answer",
        ),
        (
            Archived(ArchivedState.FOUND, rejected=(RejectedCopy(COPY, "it is a 404"),) * 2),
            "none of the copies shows the work: it is a 404",
        ),
    ],
)  # fmt: skip
def test_absence_of_a_copy(archived: Archived, words: str) -> None:
    """Silence of an archive, a no and a useless copy are told apart."""
    assert words == tell_copy(_find(archived=archived))


def test_copy() -> None:
    """A copy is told with archive, day, nearness, and what its neighbours say."""
    link = CitedLink(URL, accessed=parse_edtf("2023-01-05"))
    finding = evolve(
        _find(archived=evolve(FOUND, rescue=Rescue(COPY, -12, representative=True))), link=link
    )

    assert (
        "IA, 2022-12-24, 12 days before it was read; the copies before and after that day are the same"
        == (tell_copy(finding))
    )


def test_fix_keeps_the_cited_address() -> None:
    """The fix names the cited address and its copy; only a page that has moved for good gets a new one."""
    look = LinkCheck(URL, LinkStatus.OK, NOW, 200, "https://example.org/b")
    unsafe = evolve(look, final_url="javascript:alert(1)")

    assert f"{URL} (archived 2022-12-24, {COPY.uri})" == write_fix(_find(archived=FOUND))
    assert "https://example.org/b" == write_fix(evolve(_find(Verdict.MOVED), look=look))
    assert write_fix(evolve(_find(Verdict.MOVED), look=unsafe)) is None
    assert write_fix(_find()) is None


def test_citations_are_joined_by_work() -> None:
    """A work that is cited in several notes is named once, its notes in their order and each once."""
    cited = (
        CitedBy("green2018", 5),
        CitedBy("worth2009", 7),
        CitedBy("green2018", 24),
        CitedBy("green2018", 24),
    )

    assert ["notes 5, 24, green2018", "note 7, worth2009"] == name_citations(CitedLink(URL, cited))
    assert [] == name_citations(CitedLink(URL, (CitedBy(),)))


@pytest.mark.parametrize(
    ("confidence", "words"), [(0.934, "93 %"), (0.999, "99 %"), (1.0, "100 %"), (0.0, "0 %")]
)
def test_confidence_is_never_rounded_to_certainty(confidence: float, words: str) -> None:
    """Only what is certain is printed as 100 %."""
    assert words == spell_confidence(confidence)
