"""The audits of `example_audits` as fixtures."""

from collections.abc import Callable

import pytest
from audit.report.example_audits import ATTACKS, NOW, imagine_seed_audit, make_hostile_finding

from footnotes.model import ArchiveReport, ArchiveState, Audit, LinkFinding


@pytest.fixture(scope="session")
def seed_audit() -> Audit:
    """An audit of the pages that the seed paper cites, each with a fate; nothing was asked for it."""
    return imagine_seed_audit()


@pytest.fixture(scope="session")
def make_hostile() -> Callable[[str], LinkFinding]:
    """A finding that has the same words in every place where a stranger's words may stand."""
    return make_hostile_finding


@pytest.fixture(scope="session")
def hostile_audit() -> Audit:
    """A finding for each attack, under a name and with an archive of the same kind."""
    findings = tuple(make_hostile_finding(words) for words in ATTACKS)
    return Audit(ATTACKS[1], NOW, findings, (ArchiveReport(ATTACKS[0], ArchiveState.OK),))
