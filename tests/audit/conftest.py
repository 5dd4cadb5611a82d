"""What the tests of audits share."""

from audit.archive.fixtures import (
    archive_root,
    cassette,
    make_answer,
    make_table,
    now,
    papers,
    pywb,
    refuse,
)
from audit.site.fixtures import named_site, running_site, site

__all__ = [
    "archive_root",
    "cassette",
    "make_answer",
    "make_table",
    "named_site",
    "now",
    "papers",
    "pywb",
    "refuse",
    "running_site",
    "site",
]
