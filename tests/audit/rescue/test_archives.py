"""The registry of archives."""

import pytest

from footnotes.audit.rescue.archives import (
    choose_archives,
    count_requests,
    find_budget,
    load_archives,
)
from footnotes.errors import ArchiveError


def test_names_and_hosts_are_told_once() -> None:
    """No name or host belongs to two archives."""
    names = [name for archive in load_archives() for name in (archive.name, *archive.also, *archive.hosts)]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("archive", load_archives(), ids=lambda archive: archive.name)
def test_archives_are_whole(archive: object) -> None:
    """One that is asked has budgets for its addresses, and one that is off says why."""
    assert archive.is_default != bool(archive.off)
    assert archive.cdx_dialect in ({"wayback", "pywb"} if archive.cdx else {None})
    if archive.is_asked:
        for url in (archive.timegate, archive.timemap, archive.cdx, archive.replay):
            assert url is None or find_budget(url, [archive])
            assert url is None or url.startswith("https://")
    else:
        assert not archive.is_default


def test_the_dead_aggregator_is_not_asked() -> None:
    """Time Travel is gone and no address of it is asked; the Library of Congress asked to be left out."""
    asked = [archive for archive in load_archives() if archive.is_asked]

    assert not [archive for archive in asked if "mementoweb" in f"{archive.timegate}{archive.timemap}"]
    assert "library-of-congress" not in {archive.name for archive in choose_archives()}
    assert "internet-archive" == choose_archives()[0].name


@pytest.mark.parametrize("word", ["wayback", "IA", "web.archive.org", "internet-archive"])
def test_archives_have_several_names(word: str) -> None:
    """An archive is found by its name, its nickname and its host."""
    assert ["internet-archive"] == [archive.name for archive in choose_archives([word, word])]


@pytest.mark.parametrize("root", ["http://127.0.0.1:8765/papers", "http://127.0.0.1:8765/papers/"])
def test_a_url_is_a_collection(root: str) -> None:
    """The root of a collection of pywb gives all its addresses."""
    (archive,) = choose_archives([root])

    assert "http://127.0.0.1:8765/papers/" == archive.timegate == archive.replay
    assert "http://127.0.0.1:8765/papers/timemap/link/" == archive.timemap
    assert "http://127.0.0.1:8765/papers/cdx" == archive.cdx
    assert {} == count_requests([archive])


def test_unknown_names_meet_the_nearest() -> None:
    """The message names the nearest and all that there are."""
    with pytest.raises(
        ArchiveError, match=r"“arquivo”; the nearest is arquivo-pt.*internet-archive.*perma"
    ):
        choose_archives(["arquivo"])


@pytest.mark.parametrize("word", ["webcite", "ftp://a.org/", "http://", "http://a.org/?q", "http://[", ""])
def test_what_cannot_be_asked_is_refused(word: str) -> None:
    """An archive that takes no questions, and what is no collection, are errors."""
    with pytest.raises(ArchiveError):
        choose_archives([word])


@pytest.mark.parametrize(
    ("url", "name", "per_minute"),
    [
        ("https://web.archive.org/cdx/search/cdx?url=a", "internet-archive index", 24),
        ("https://web.archive.org/web/timemap/link/http://a.org/", "internet-archive index", 24),
        ("https://web.archive.org/web/20150101000000id_/http://a.org/cdx/", "internet-archive replay", 480),
        ("https://web.archive.org", "internet-archive replay", 480),
    ],
)
def test_the_index_has_a_budget_of_its_own(url: str, name: str, per_minute: int) -> None:
    """Index and TimeMaps of the Internet Archive share a small budget; its copies have a larger one."""
    budget = find_budget(url, choose_archives())

    assert budget
    assert (name, per_minute, 60.0, True) == (
        budget.name, budget.per_minute, budget.pause, budget.refusal_blocks
    )  # fmt: skip


@pytest.mark.parametrize("url", ["https://example.org/cdx/", "no url", "http://["])
def test_other_hosts_have_no_budget(url: str) -> None:
    """What is no archive's is limited like any host."""
    assert find_budget(url, choose_archives()) is None


def test_the_plan_knows_how_long_it_takes() -> None:
    """500 URLs at the Internet Archive: one look at the index each, 24 a minute, are nearly 21 minutes."""
    counts = count_requests(choose_archives(["internet-archive"]))

    assert {"internet-archive index": 1, "internet-archive replay": 2} == {
        budget.name: count for budget, count in counts.items()
    }
    assert 1250 == max(500 * count * 60 / budget.per_minute for budget, count in counts.items())
