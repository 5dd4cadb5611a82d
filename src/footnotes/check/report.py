"""The findings of one paper, as they are handed on."""

from attrs import field, frozen

from footnotes.check.finding import Finding
from footnotes.check.lines import Lines
from footnotes.model import SourceDocument


@frozen
class Report:
    """A paper and what was found in it."""

    document: SourceDocument
    findings: tuple[Finding, ...]
    lines: Lines = field(init=False, repr=False, eq=False)

    @lines.default
    def _count_lines(self) -> Lines:
        return Lines(self.document.text)
