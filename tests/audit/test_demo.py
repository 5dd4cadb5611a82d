"""The demonstration: a proxy that answers for the hosts of a library, and captures of its pages."""

import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from audit.site.fates import VANISHED, Cited, list_cited, list_demo_captures, make_hosts, write_demo_warcs
from audit.site.living import LIVING
from audit.site.lost import LOST
from audit.site.process import Server
from warcio.archiveiterator import ArchiveIterator

import footnotes
from footnotes.model import Library

ROOT = Path(__file__).parents[2]
SEED = ROOT / "bib" / "000_d40ec8d5fa738bcb.biblatex.bib"


@pytest.fixture(scope="module")
def seed_library() -> Library:
    """The library of the seed paper."""
    return footnotes.load_library(SEED)


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[requests.Session]:
    """A client whose network is the proxy."""
    authority = tmp_path_factory.mktemp("proxy") / "authority.pem"
    arguments = (str(SEED), "--authority", str(authority), "--late", "0.1")
    with Server(*arguments, module="audit.site.impersonator") as proxy, requests.Session() as client:
        address = f"http://127.0.0.1:{proxy.ports['http']}"
        client.trust_env = False
        client.proxies = {"http": address, "https": address}
        client.verify = str(authority)
        yield client


def _find(library: Library, fate: str) -> Cited:
    return next(cited for cited in list_cited(library) if cited.fate.kind == fate)


def test_each_page_has_a_fate(seed_library: Library) -> None:
    """Every cited URL has a fate that is a kind of page, and there are more than twenty of them."""
    cited = list_cited(seed_library)
    fates = {one.fate.kind for one in cited}

    assert len(cited) == sum(bool(reference.url) for reference in seed_library.references)
    assert fates <= {*LIVING, *LOST, VANISHED}
    assert len(fates) > 20


def test_each_host_is_answered_for(seed_library: Library, network: requests.Session) -> None:
    """All hosts but the vanished ones answer through the proxy, over TLS and without."""
    for host in make_hosts(seed_library):
        for scheme in ("http", "https"):
            answer = network.get(f"{scheme}://{host}/no-such-page", timeout=5, allow_redirects=False)
            assert 502 != answer.status_code, host


def test_living_page_bears_the_cited_title(seed_library: Library, network: requests.Session) -> None:
    """A page that lives has the title and the site's name of its reference."""
    cited = _find(seed_library, "three-hops")
    text = network.get(cited.url, timeout=5).text

    assert "Iran Torn Between Armenia and Azerbaijan" in text
    assert "Bakı Araşdırmalar İnstitutu" in text
    assert "Levant" not in text


def test_fates_are_met(seed_library: Library, network: requests.Session) -> None:
    """A few fates, as a client meets them."""
    met = {
        fate: network.get(_find(seed_library, fate).url, timeout=5).status_code
        for fate in (
            "ok",
            "moved",
            "not-found",
            "gone",
            "forbidden",
            "soft-404",
            "redirect-login",
            "parked",
        )
    }

    assert {
        "ok": 200,
        "moved": 200,
        "not-found": 404,
        "gone": 410,
        "forbidden": 403,
        "soft-404": 200,
        "redirect-login": 200,
        "parked": 200,
    } == met


def test_vanished_host_is_a_bad_gateway(seed_library: Library, network: requests.Session) -> None:
    """No tunnel opens to a host that has vanished."""
    with pytest.raises(requests.exceptions.ProxyError, match="502"):
        network.get(_find(seed_library, VANISHED).url, timeout=5)


def test_captures_are_written(seed_library: Library, tmp_path: Path) -> None:
    """The WARC has a record for each capture, with its date and code; some are of missing pages."""
    captures = list(list_demo_captures(seed_library))
    # warcio leaves its temporary files to the garbage collector.
    warnings.simplefilter("ignore", ResourceWarning)
    with write_demo_warcs(seed_library, tmp_path / "warcs").open("rb") as file:
        written = [
            (
                record.rec_headers.get_header("WARC-Target-URI"),
                record.rec_headers.get_header("WARC-Date")[:10],
                int(record.http_headers.get_statuscode()),
            )
            for record in ArchiveIterator(file)
        ]

    assert [(capture.url, capture.day, capture.code) for capture in captures] == written
    assert {200, 404} == {code for *_, code in written}
    assert {cited.url for cited in list_cited(seed_library)} - {url for url, *_ in written}


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import socket; socket.create_connection(('192.31.196.1', 80), timeout=1)",
    ],
)
def test_fence_holds(code: str) -> None:
    """Behind the fence no name is asked for and no address beyond loopback is gone to."""
    fenced = f"from audit.site.fence import build_fence; build_fence(); {code}"
    environment = {"PYTHONPATH": f"{ROOT / 'tests'}:{ROOT / 'src'}", "PATH": ""}
    told = subprocess.run(
        [sys.executable, "-c", fenced],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )

    assert 1 == told.returncode
    assert "Name or service not known" in told.stderr or "Network is unreachable" in told.stderr
