"""Bytes and the texts they are."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.inspect.charsets import decode_body


@pytest.mark.cases("audit/charsets")
def test_charsets_are_found(case: Mapping[str, Any]) -> None:
    """A page is read in the charset that it is in, whatever it says."""
    meta = (
        f'<meta http-equiv="Content-Type" content="text/html; charset={case["meta"]}">'
        if "meta" in case
        else ""
    )
    page = f'<html lang="{case.get("language", "")}">{meta}<p>{case["text"]}</p></html>'
    kind = f"text/html; charset={case['header']}" if case.get("header") else "text/html"

    assert page == decode_body(page.encode(case["is"]), kind)


def test_a_broken_letter_does_not_change_the_charset() -> None:
    """One broken letter in a page of UTF-8 is one letter lost, not all."""
    body = ("Нефть и газ на Каспии. " * 10).encode() + b"\xd0 and more"

    assert ("Нефть и газ на Каспии. " * 10) + "� and more" == decode_body(body, "text/html; charset=utf-8")


@given(st.binary(max_size=400), st.text(max_size=30))
def test_any_bytes_have_a_text(body: bytes, charset: str) -> None:
    """Neither bytes nor labels make the reading fail."""
    assert isinstance(decode_body(body, f"text/html; charset={charset}"), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_is_read_back(text: str) -> None:
    """UTF-8 is always recognised."""
    marked = text.removeprefix("\ufeff")
    assert marked == decode_body(marked.encode(), "text/html")
