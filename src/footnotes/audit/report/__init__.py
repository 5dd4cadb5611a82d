"""Audit -> text: one file per layout; `verdict_words`, `sign_words` and `wording` say it in words."""

from collections.abc import Callable, Collection

from attrs import frozen

from footnotes.audit.report.csv import write_csv
from footnotes.audit.report.html import write_html
from footnotes.audit.report.json import audit_to_json, write_json
from footnotes.audit.report.junit import FAILING, write_junit
from footnotes.audit.report.markdown import write_markdown
from footnotes.audit.report.sarif import audit_to_sarif, write_sarif
from footnotes.audit.report.secrets import hide_passwords
from footnotes.errors import FormatError
from footnotes.model import Audit, Verdict

__all__ = ["FORMATS", "audit_to_json", "audit_to_sarif", "report_audit"]


@frozen
class _Settings:
    """What some of the layouts need besides the audit."""

    version: str
    failing: Collection[Verdict]


_LAYOUTS: dict[str, Callable[[Audit, _Settings], str]] = {
    "json": lambda audit, _: write_json(audit),
    "csv": lambda audit, _: write_csv(audit),
    "markdown": lambda audit, _: write_markdown(audit),
    "html": lambda audit, settings: write_html(audit, settings.version),
    "junit": lambda audit, settings: write_junit(audit, settings.failing),
    "sarif": lambda audit, settings: write_sarif(audit, settings.version),
}

FORMATS = tuple(_LAYOUTS)
"""The names of the layouts."""


def report_audit(audit: Audit, name: str, version: str, *, failing: Collection[Verdict] = FAILING) -> str:
    """The audit in the layout called `name`, as text with a line end behind it.

    `version` is that of the program, `failing` are the verdicts that fail a case (junit only). Passwords in
    addresses are shown in JSON only. Raises FormatError for a name that is not in FORMATS.
    """
    if name not in _LAYOUTS:
        raise FormatError(f"There is no layout {name!r} for an audit; there are {', '.join(FORMATS)}.")
    shown = audit if name == "json" else hide_passwords(audit)
    return _LAYOUTS[name](shown, _Settings(version, failing))
