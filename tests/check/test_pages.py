"""The pages of the checks are true: each rule has one, and its example does what it says."""

import re
from pathlib import Path

import pytest

import footnotes
from footnotes.check import RULES, Rule
from footnotes.model import SourceDocument

PAGES = Path(__file__).parents[2] / "docs" / "checks"
_BLOCK = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")

CAUSES = {"FN104": {"FN401"}, "FN107": {"FN202"}}
"""What cannot be shown without its cause, which is a finding too."""


def _read_page(rule: Rule) -> str:
    return (PAGES / f"{rule.code}.md").read_text(encoding="utf-8")


def _find_codes(text: str) -> set[str]:
    apparatus = footnotes.parse_apparatus(SourceDocument("example.txt", "text", text))
    return {finding.code for finding in footnotes.check_apparatus(apparatus)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_example_is_found(rule: Rule) -> None:
    """The first block of a page triggers its rule, and no other but the cause."""
    bad, _ = _BLOCK.findall(_read_page(rule))

    assert {rule.code} | CAUSES.get(rule.code, set()) == _find_codes(bad)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_mended_example_is_clean(rule: Rule) -> None:
    """The second block of a page triggers nothing."""
    _, good = _BLOCK.findall(_read_page(rule))

    assert set() == _find_codes(good)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_says_what_the_table_says(rule: Rule) -> None:
    """A page has the name, severity, summary and authority of its rule."""
    page = _read_page(rule)

    assert page.startswith(f"# {rule.code}: {rule.name}\n\nSeverity: {rule.severity}. {rule.summary}\n")
    assert f"\nAuthority: {rule.authority}.\n" in page
    assert all(f"\n## {heading}\n" in page for heading in ("Example", "Why", "How to mend it"))


def test_index_lists_every_rule() -> None:
    """The index has a row for each rule, in the order of the table, and no other."""
    rows = re.findall(
        r"^\| \[(\w+)\]\((\w+)\.md\) \| (\S+) \| (\w+) \| (.*) \|$",
        (PAGES / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )

    assert [(rule.code, rule.code, rule.name, rule.severity.value, rule.summary) for rule in RULES] == rows


def test_no_page_without_rule() -> None:
    """There is no page but those of the rules and the index, and their links lead somewhere."""
    assert {rule.code for rule in RULES} | {"README"} == {page.stem for page in PAGES.glob("*.md")}
    for page in PAGES.glob("*.md"):
        assert all((PAGES / link).exists() for link in _LINK.findall(page.read_text(encoding="utf-8")))
