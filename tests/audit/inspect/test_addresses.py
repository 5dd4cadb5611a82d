"""Addresses that tell what is to be found there."""

from collections.abc import Mapping
from typing import Any

import pytest

from footnotes.audit.inspect.addresses import (
    names_consent,
    names_error_page,
    names_file,
    names_login,
    names_parking,
)
from footnotes.audit.inspect.sites import is_root

SAYS = {
    "error": names_error_page,
    "login": names_login,
    "consent": names_consent,
    "parking": names_parking,
    "file": names_file,
    "root": is_root,
}


@pytest.mark.cases("audit/addresses")
def test_addresses_say_what_they_are(case: Mapping[str, Any]) -> None:
    """An address says what its parts are, and not what a word in an article's name is."""
    assert set(case["says"]) == {name for name, is_said in SAYS.items() if is_said(case["url"])}
