"""Workflow commands."""

from footnotes.check import Finding, Fix, Report, report_to_commands
from footnotes.model import Severity, SourceDocument, Span


def _make_finding(severity: Severity, message: str) -> Finding:
    return Finding("FN101", "ibid-after-several", severity, message, Span(3, 4), 1, "2:1", Fix("Mend it."))


def _print(finding: Finding, source: str) -> str:
    (line,) = report_to_commands([Report(SourceDocument(source, "text", "ab\ncd"), (finding,))])
    return line


def test_command() -> None:
    """A command has its level, file, line, column and title, and the sentence with the fix."""
    expected = (
        "::warning file=a.txt,line=2,col=1,title=FN101 ibid-after-several::Note 2:1: It is wrong. Mend it."
    )

    assert expected == _print(_make_finding(Severity.WARNING, "It is wrong."), "a.txt")


def test_levels() -> None:
    """Each severity has its command."""
    commands = [_print(_make_finding(one, "x"), "a.txt").split(" ")[0] for one in Severity]

    assert ["::notice", "::warning", "::error"] == commands


def test_escapes() -> None:
    """Per cent signs and line ends are escaped, in properties colons and commas as well."""
    line = _print(_make_finding(Severity.ERROR, "100 %:\r\na, b."), "C:\\a,b%.txt")

    assert line.startswith("::error file=C%3A\\a%2Cb%25.txt,line=")
    assert line.endswith("::Note 2:1: 100 %25:%0D%0Aa, b. Mend it.")


def test_standard_input_has_no_file() -> None:
    """What comes from standard input names no file."""
    assert "file=" not in _print(_make_finding(Severity.INFO, "x"), "-")
