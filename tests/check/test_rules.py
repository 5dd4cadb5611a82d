"""The table of the rules, and what selects from it."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.check import RULES, select_rules
from footnotes.errors import UnknownRuleError

CODES = [rule.code for rule in RULES]


def test_codes_and_names_are_unique() -> None:
    """No code and no name stands twice, codes are in order, and each is of the form that is promised."""
    names = [rule.name for rule in RULES]

    assert sorted(set(CODES)) == CODES
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"FN[1-6]\d\d", code) for code in CODES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", name) for name in names)


def test_summaries_are_sentences() -> None:
    """Each summary is one sentence."""
    assert all(re.fullmatch(r"[A-Z][^!?]*\.", rule.summary) for rule in RULES)


def test_no_rule_looks_for_the_same() -> None:
    """Two rules never share a function."""
    assert all(one.find is not other.find for one, other in combinations(RULES, 2))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["FN101"], ["FN101"]),
        (["fn101,FN102"], ["FN101", "FN102"]),
        (["FN50", "url-broken"], ["FN501", "FN502", "FN601"]),
        (["Ibid-After-Several "], ["FN101"]),
        ([], CODES),
        ([""], CODES),
    ],
)
def test_select(words: list[str], expected: list[str]) -> None:
    """A code, the beginning of codes or a name selects, in capitals or not, with commas or without."""
    assert expected == [rule.code for rule in select_rules(words)]


@given(st.sets(st.sampled_from([*CODES, "FN1", "FN2", "full-repeated"]), min_size=1))
def test_select_and_ignore_partition(words: set[str]) -> None:
    """What is selected by some words and what is left when they are ignored is the whole table."""
    kept, left = select_rules(words), select_rules(ignore=words)

    assert set() == {*kept} & {*left}
    assert {*RULES} == {*kept} | {*left}


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("FN999", "FN"),
        ("ibid-after-severl", "FN101, ibid-after-several"),
        ("url", "FN601, url-broken"),
        ("FN1O1", "FN1"),
    ],
)
def test_unknown_words_name_the_nearest(word: str, nearest: str) -> None:
    """A word that fits no rule is refused, and the nearest is named."""
    with pytest.raises(UnknownRuleError, match=re.escape(nearest)):
        select_rules([word])
