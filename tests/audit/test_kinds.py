"""All kinds of page, audited from one end to the other: the verdicts are those of the gold rows."""

from collections.abc import Iterator, Mapping

import pytest
from attrs import evolve
from audit.site.auditing import LATE, audit_kinds, open_archive
from audit.site.gold import explain_mistakes
from audit.site.kinds import Kind, find_kind, load_kinds
from audit.site.process import Site

from footnotes.model import LinkFinding, Verdict


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Mapping[Kind, LinkFinding]]]:
    """The site after one audit of all kinds, and the findings."""
    folder = tmp_path_factory.mktemp("kinds") / "archive"
    with Site(late=LATE) as site, open_archive(folder) as archive:
        yield site, audit_kinds(site, archive)


@pytest.mark.parametrize("kind", load_kinds(), ids=lambda kind: kind.name)
def test_kinds_are_judged_right(audited: tuple[Site, Mapping[Kind, LinkFinding]], kind: Kind) -> None:
    """Verdict, status, fragment and copy are what the row says, with a confidence and a reason."""
    finding = audited[1].get(kind)
    if finding is None:
        pytest.skip("this kind needs an archive, and pywb is not installed")

    assert [] == explain_mistakes(kind, finding)
    assert 0 < finding.confidence <= 1
    assert finding.reason.endswith(".")


def test_nobody_is_asked_too_often(audited: tuple[Site, Mapping[Kind, LinkFinding]]) -> None:
    """No host is asked more often than redirects, repetitions, a second look and two probes need."""
    site, _ = audited
    asked = {kind.name: len(site.list_visits(kind)) for kind in load_kinds() if kind.address}

    assert 2 >= asked["gone"]
    assert 4 >= asked["redirect-loop"]
    assert 30 >= max(asked.values()), max(asked, key=lambda name: asked[name])


def test_retry_after_is_obeyed(audited: tuple[Site, Mapping[Kind, LinkFinding]]) -> None:
    """A host that asks for a second of patience is left alone for it."""
    site, _ = audited
    starts = [visit["started"] for visit in site.list_visits(find_kind("retry-after"))]

    assert 1.0 <= starts[1] - starts[0] < 10


def test_mistakes_are_noticed(audited: tuple[Site, Mapping[Kind, LinkFinding]]) -> None:
    """The comparison with the gold rows sees a wrong verdict."""
    kind = find_kind("ok")
    wrong = evolve(audited[1][kind], verdict=Verdict.DEAD)

    assert ["dead, not live"] == [words.partition(" (")[0] for words in explain_mistakes(kind, wrong)]
