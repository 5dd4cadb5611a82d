"""Apparatus -> findings: what an editor should see before print; one small file for each family of rules.

`rules` is the table of them. The rules read what the stages have said, and resolve nothing again.
`json_report`, `sarif` and `workflow` write findings for other programs.
"""

from footnotes.check.finding import Edit, Finding, Fix, Related
from footnotes.check.inspection import check_apparatus
from footnotes.check.json_report import report_to_json
from footnotes.check.lines import Lines, Place
from footnotes.check.report import Report
from footnotes.check.rules import RULES, Rule
from footnotes.check.sarif import report_to_sarif
from footnotes.check.selection import select_rules
from footnotes.check.workflow import report_to_commands

__all__ = [
    "RULES",
    "Edit",
    "Finding",
    "Fix",
    "Lines",
    "Place",
    "Related",
    "Report",
    "Rule",
    "check_apparatus",
    "report_to_commands",
    "report_to_json",
    "report_to_sarif",
    "select_rules",
]
