"""Passwords in addresses."""

from datetime import UTC, datetime

import pytest

from footnotes.audit.report import FORMATS, report_audit
from footnotes.audit.report.secrets import hide_passwords
from footnotes.model import (
    Archived,
    ArchivedState,
    Audit,
    CitedLink,
    Hop,
    LinkCheck,
    LinkFinding,
    LinkStatus,
    Verdict,
)

NOW = datetime(2026, 11, 22, tzinfo=UTC)
CITED, REACHED = "http://reader:s3cret@a.example/1", "http://reader:s3cret@b.example/2"
FINDING = LinkFinding(
    CitedLink(CITED),
    Verdict.MOVED,
    0.9,
    f"It moved for good to {REACHED}.",
    Archived(ArchivedState.NONE),
    LinkCheck(CITED, LinkStatus.OK, NOW, 200, REACHED, (Hop("301", REACHED),), detail=f"from {CITED}"),
)
AUDIT = Audit("a.bib", NOW, (FINDING,))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_no_report_prints_a_password(name: str) -> None:
    """What is read by people and kept by machines that show it holds no password; the name stays."""
    report = report_audit(AUDIT, name, "1")

    assert "s3cret" not in report
    assert "reader" in report


def test_addresses_without_passwords_stay() -> None:
    """An @ elsewhere in an address is none of its password."""
    link = CitedLink("https://a.example:8080/@someone/post?mail=x:y@z")
    audit = Audit("a.bib", NOW, (LinkFinding(link, Verdict.LIVE, 1, "x.", FINDING.archived),))

    assert audit == hide_passwords(audit)
