"""Fixtures that start the site."""

from collections.abc import Iterator

import pytest
from audit.site.names import resolve_names
from audit.site.process import Site


@pytest.fixture(scope="session")
def running_site() -> Iterator[Site]:
    """The web of all kinds, started once; late answers are three seconds late."""
    with Site(late=3.0) as site:
        yield site


@pytest.fixture
def site(running_site: Site) -> Site:
    """The web of all kinds, with nothing asked so far."""
    running_site.reset()
    return running_site


@pytest.fixture
def named_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The same, with its names resolved and its certificates trusted."""
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, str(site.authority))
    with resolve_names(site.ports):
        yield site
