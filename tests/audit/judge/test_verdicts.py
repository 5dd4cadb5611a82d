"""The table that joins what was seen with what to think of it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.judge.rows import ROWS
from footnotes.audit.judge.verdicts import decide_verdict
from footnotes.model import (
    Archived,
    ArchivedState,
    Hop,
    LinkCheck,
    LinkStatus,
    Memento,
    Rescue,
    Sign,
    Verdict,
)

NOW = datetime(2026, 11, 22, tzinfo=UTC)
URL = "http://a.org/work/1"
UNKNOWN = Archived(ArchivedState.NOT_ASKED)

looks = st.builds(
    LinkCheck,
    url=st.just(URL),
    status=st.sampled_from(LinkStatus),
    checked=st.just(NOW),
    code=st.none() | st.integers(100, 999),
    chain=st.just(()) | st.just((Hop("301", "http://b.org/2"),)),
    signs=st.frozensets(st.sampled_from(Sign)),
    fragment_found=st.sampled_from([None, True, False]),
)
NEAR_COPY = Rescue(Memento(URL, "http://archive.org/1", NOW, "a"), days_from_access=1)

copies = st.builds(
    Archived,
    state=st.just(ArchivedState.FOUND),
    rescue=st.just(NEAR_COPY),
    similarity=st.none() | st.floats(0, 1, allow_nan=False),
)


@given(looks, copies)
def test_every_look_has_a_verdict(look: LinkCheck, archived: Archived) -> None:
    """Whatever is seen, some row decides, in one sentence and with a confidence."""
    ruling = decide_verdict(look, archived)

    assert ruling.reason.endswith(".")
    assert "{" not in ruling.reason
    assert 0 < ruling.confidence <= 1


@given(looks, copies)
def test_a_bot_wall_is_never_dead(look: LinkCheck, archived: Archived) -> None:
    """A challenge is not taken for a page that is gone, nor for one that is there."""
    signs = (look.signs | {Sign.CHALLENGE}) - {Sign.TITLE_FOUND}
    walled = LinkCheck(URL, LinkStatus.HTTP_ERROR, NOW, code=look.code, signs=signs)

    assert Verdict.BLOCKED is decide_verdict(walled, archived).verdict


@given(looks, copies)
@pytest.mark.parametrize(
    "sign", [Sign.NOT_FOUND_TITLE, Sign.TO_ROOT, Sign.SAME_AS_SIBLING, Sign.TO_ERROR_PAGE]
)
def test_a_soft_404_is_never_live(sign: Sign, look: LinkCheck, archived: Archived) -> None:
    """A page that only looks alive is not called alive unless the title stands on it."""
    signs = (look.signs | {sign}) - {Sign.TITLE_FOUND, Sign.SCRIPT_SHELL, Sign.PAYWALL}
    hollow = LinkCheck(URL, LinkStatus.OK, NOW, code=200, signs=signs)

    assert decide_verdict(hollow, archived).verdict not in {Verdict.LIVE, Verdict.MOVED}


@given(looks, copies)
def test_only_a_clear_no_is_dead(look: LinkCheck, archived: Archived) -> None:
    """Dead are a 404, a 410 and a vanished host; nothing else is."""
    if decide_verdict(look, archived).verdict is Verdict.DEAD:
        assert look.status is LinkStatus.DNS or look.code in {404, 410}


def test_rows_are_reachable() -> None:
    """No row is hidden by those before it: each decides on the look that it describes."""
    hidden = [
        row.name
        for row in ROWS
        if row.name
        not in {
            decide_verdict(
                LinkCheck(URL, status, NOW, code=code, signs=frozenset(row.shows) | more),
                Archived(
                    ArchivedState.FOUND,
                    NEAR_COPY,
                    similarity=sum(row.similarity) / 2 if row.similarity else None,
                ),
            ).row
            for status in row.statuses or (LinkStatus.HTTP_ERROR, LinkStatus.OK)
            for code in row.codes or (200, 418)
            for more in (frozenset(), frozenset({Sign.STAYED}))
        }
    ]

    assert [] == hidden


def test_row_names_are_unique() -> None:
    """A row can be named."""
    assert len(ROWS) == len({row.name for row in ROWS})


def test_missing_fragment_is_said() -> None:
    """A page that lacks the cited part lives, and the reason says what it lacks."""
    look = LinkCheck(
        URL, LinkStatus.OK, NOW, code=200, signs=frozenset({Sign.TITLE_FOUND}), fragment_found=False
    )

    assert (
        "The title stands on the page. The part of it that is cited (#) was not found."
        == decide_verdict(look, UNKNOWN).reason
    )


@pytest.mark.parametrize(
    ("days", "representative", "verdict"),
    [
        (10, None, Verdict.DRIFTED),
        (-90, None, Verdict.DRIFTED),
        (91, None, Verdict.LIVE),
        (91, False, Verdict.LIVE),
        (700, True, Verdict.DRIFTED),
        (None, None, Verdict.LIVE),
    ],
)
def test_drift_is_measured_from_what_was_read(
    days: int | None,
    representative: bool | None,  # noqa: FBT001 - of three values
    verdict: Verdict,
) -> None:
    """A page has drifted only from a copy that shows what the author saw; another proves nothing."""
    look = LinkCheck(URL, LinkStatus.OK, NOW, code=200, signs=frozenset({Sign.STAYED}))
    rescue = Rescue(NEAR_COPY.memento, days, representative)

    assert verdict is decide_verdict(look, Archived(ArchivedState.FOUND, rescue, similarity=0.1)).verdict
