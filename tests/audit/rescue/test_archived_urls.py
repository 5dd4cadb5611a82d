"""Addresses of archived copies, as papers cite them."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.rescue.archived_urls import ArchivedUrl, unwrap_url
from footnotes.audit.rescue.archives import choose_archives

_PATHS = st.text(
    st.characters(codec="ascii", categories=["L", "N"], include_characters="/?&=.,;:%+~"), max_size=30
)


@pytest.mark.cases("audit/archived_urls")
def test_unwrapping(case: Mapping[str, str]) -> None:
    """An address says what it is a copy of, and when that was captured, or that it does not say."""
    captured = case.get("captured")
    moment = datetime.fromisoformat(captured).replace(tzinfo=UTC) if captured else None
    meant = ArchivedUrl(case.get("original"), moment, case["archive"]) if case["archive"] else None

    assert meant == unwrap_url(case["url"])


def test_collections_of_the_user_are_known() -> None:
    """The copies of a collection that the user names are unwrapped like those of any archive."""
    archives = choose_archives(["http://127.0.0.1:8765/papers/"])
    url = "http://127.0.0.1:8765/papers/20150101000000mp_/http://example.org/a"

    assert unwrap_url(url) is None
    found = unwrap_url(url, archives)
    assert found
    assert "http://example.org/a" == found.original
    assert "127.0.0.1:8765/papers" == found.archive


@given(_PATHS, st.datetimes(datetime(1996, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001 - hypothesis wants them naive
def test_wrapping_and_unwrapping(path: str, moment: datetime) -> None:
    """Whatever the page's path, its address comes out as it went in."""
    url = f"http://example.org/{path}"
    second = moment.replace(microsecond=0)

    found = unwrap_url(f"https://web.archive.org/web/{second:%Y%m%d%H%M%S}/{url}")

    assert ArchivedUrl(url, second.replace(tzinfo=UTC), "internet-archive") == found


@given(st.text(max_size=80))
def test_anything_may_be_asked(text: str) -> None:
    """No text, however broken, is an error."""
    unwrap_url(text)
    unwrap_url(f"https://web.archive.org/web/{text}")
    unwrap_url(f"https://archive.ph/{text}")
    unwrap_url(f"https://www.webcitation.org/{text}")
