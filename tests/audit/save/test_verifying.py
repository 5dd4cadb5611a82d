"""Saved pages, asked for again."""

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve
from audit.save_fakes import NOON, StillClock, answer

from footnotes.audit.ask.answers import Answer, FetchError
from footnotes.audit.save.saved_pages import SavedPage, SaveState, Verification
from footnotes.audit.save.verifying import verify_saved
from footnotes.model import LinkStatus, Memento

URI = "https://web.archive.org/web/20260102120000/https://a.org/20200101000000/x"
SAVED = SavedPage(
    "https://a.org/x", SaveState.SAVED, Memento("https://a.org/x", URI, NOON, "internet-archive")
)
IT, OLDER = "Fri, 02 Jan 2026 12:00:00 GMT", "Thu, 01 Jan 2026 12:00:00 GMT"


def _verify(*answers: Any, page: SavedPage = SAVED) -> tuple[SavedPage, StillClock, list[str]]:
    clock, asked, left = StillClock(), list[str](), iter(answers)

    def fetch(url: str, **_: Any) -> Answer:
        asked.append(url)
        said = next(left)
        if isinstance(said, Exception):
            raise said
        return said  # type: ignore[no-any-return]  # of the tests below

    return verify_saved([page], fetch, clock=clock.make())[0], clock, asked


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (answer("x", memento_datetime=IT), Verification.FOUND),
        (answer("x", memento_datetime=OLDER), Verification.NOT_YET),
        (answer("x", 404, memento_datetime=IT), Verification.NOT_YET),
        (answer("x", 302, location="/web/20200101000000/https://a.org/x"), Verification.NOT_YET),
        (answer("x", 404), Verification.NOT_YET),
        (answer("the archive's own page"), Verification.UNKNOWN),
        (answer("x", memento_datetime="some day"), Verification.UNKNOWN),
        (answer("x", 429), Verification.UNKNOWN),
        (answer("x", 503), Verification.UNKNOWN),
        (FetchError(LinkStatus.REFUSED, "refused"), Verification.UNKNOWN),
    ],
)
def test_verification(said: Any, expected: Verification) -> None:
    """Only an answer that says it is the capture of that second is the capture."""
    page, _, asked = _verify(said, said)

    assert expected is page.verification
    assert {URI.replace("120000/", "120000id_/", 1)} == set(asked)


def test_lag() -> None:
    """The archive has ten seconds, and, if it needs it, another minute."""
    page, clock, _ = _verify(answer("x", 404), answer("x", memento_datetime=IT))

    assert (Verification.FOUND, [10, 60]) == (page.verification, clock.sleeps)


def test_found_at_once() -> None:
    """What is found is not asked for again."""
    _, clock, asked = _verify(answer("x", memento_datetime=IT))

    assert ([10], 1) == (clock.sleeps, len(asked))


@pytest.mark.parametrize("state", [one for one in SaveState if one is not SaveState.SAVED])
def test_others_stay(state: SaveState) -> None:
    """Of pages that were not saved nothing is asked."""
    page, clock, asked = _verify(page=evolve(SAVED, state=state, memento=None))

    assert (None, [], []) == (page.verification, clock.sleeps, asked)


def test_order_is_kept() -> None:
    """The pages come back in their order, verified or not."""
    pages = [SAVED, evolve(SAVED, url="b", state=SaveState.LATER, memento=None), evolve(SAVED, url="c")]
    clock = StillClock()
    told = verify_saved(pages, lambda _url: answer("x", memento_datetime=IT), clock=clock.make())  # type: ignore[arg-type]  # it takes no options here

    assert ["https://a.org/x", "b", "c"] == [page.url for page in told]
    assert timedelta(seconds=10).total_seconds() == sum(clock.sleeps)
