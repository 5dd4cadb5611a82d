"""An audit as Markdown, read again by a parser of CommonMark with tables."""

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from footnotes.audit.report import report_audit
from footnotes.audit.report.markdown import escape_text, escape_words, link_url
from footnotes.model import Audit

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _list_tokens(text: str) -> list[Token]:
    tokens = PARSER.parse(text)
    return [one for token in tokens for one in (token, *(token.children or ()))]


@pytest.mark.parametrize("name", ["seed_audit", "hostile_audit"])
def test_all_rows_have_all_cells(name: str, request: pytest.FixtureRequest) -> None:
    """There are two tables, and a row of five cells for each finding."""
    audit: Audit = request.getfixturevalue(name)
    tokens = _list_tokens(report_audit(audit, "markdown", "1.2.3"))
    verdicts = sum(number > 0 for number in audit.count_verdicts().values())

    assert 2 == sum(token.type == "table_open" for token in tokens)
    assert 2 + verdicts + len(audit.findings) == sum(token.type == "tr_open" for token in tokens)
    assert verdicts * 3 + len(audit.findings) * 5 == sum(token.type == "td_open" for token in tokens)


def test_strangers_write_no_markup(hostile_audit: Audit) -> None:
    """No markup of a page is markup of the report: no HTML but our line breaks, no image, no bad link."""
    tokens = _list_tokens(report_audit(hostile_audit, "markdown", "1.2.3"))
    targets = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]

    assert {"<br>"} == {token.content for token in tokens if token.type.startswith("html")}
    assert [] == [token for token in tokens if token.type in {"image", "code_inline", "em_open", "s_open"}]
    assert [] == [target for target in targets if not target.lower().startswith(("http://", "https://"))]


@pytest.mark.parametrize(
    "text",
    ["a|b", "*x* _y_ `z`", "<b>&amp;", "[a](b)", "\\|", "# a", "https://e.org", "~~a~~", "1. a", "$x$ :a:"],
)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    """What is escaped is shown letter for letter, in a table too."""
    html = PARSER.render(f"| a |\n| --- |\n| {escape_text(text)} |\n")
    shown = "".join(
        token.content
        for token in _list_tokens(f"x {escape_text(text)}")
        if token.type in {"text", "text_special"}
    )

    assert f"x {text}" == shown
    assert 1 == html.count("<td>")


def test_nobody_is_called() -> None:
    """A name behind @ and a number behind # are parted from it: no code host tells or links them."""
    assert "@\u2060maintainer" in escape_words("@maintainer")
    assert "#\u20601" in escape_words("#1").replace("\\", "")


def test_address_is_linked_or_shown() -> None:
    """A page of the web is a link whose target cannot end the cell; anything else is words."""
    assert "](<https://e.org/a%7Cb>)" in link_url("https://e.org/a|b")
    assert "javascript\\:alert(1)" == link_url("javascript:alert(1)")
