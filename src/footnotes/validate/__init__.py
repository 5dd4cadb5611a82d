"""A library file -> findings: what should be mended before other programs read it.

`rules` is the table of what is looked for, required.toml that of the fields each type needs.
"""

from footnotes.text.line_table import LineTable
from footnotes.validate.finding import Finding, Validation
from footnotes.validate.inspection import DIALECTS, validate_library
from footnotes.validate.reports import validations_to_json, validations_to_sarif
from footnotes.validate.rules import RULES, Rule

__all__ = [
    "DIALECTS",
    "RULES",
    "Finding",
    "LineTable",
    "Rule",
    "Validation",
    "validate_library",
    "validations_to_json",
    "validations_to_sarif",
]
