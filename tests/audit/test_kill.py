"""An audit that is killed again and again loses nothing and asks for nothing twice."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from audit.forked import run_command, start_process
from audit.site.process import PlainSite

_KILLS = 20
_URLS = 200
_LATENCY = 0.1
_IN_FLIGHT = 8
"""Few enough that all the kills fall into the audit, and none after its end."""


@pytest.fixture(scope="module")
def plain_site() -> Iterator[PlainSite]:
    """Four hosts whose pages come after a while."""
    with PlainSite(hosts=4, latency=_LATENCY) as site:
        yield site


def test_killed_twenty_times(plain_site: PlainSite, tmp_path: Path) -> None:
    """Killed with SIGKILL at twenty random moments and resumed, an audit looks at each URL once."""
    urls = plain_site.list_urls(_URLS)
    listed, journal, found = (tmp_path / name for name in ("urls.txt", "journal.sqlite", "audit.json"))
    listed.write_text("\n".join(urls) + "\n", encoding="utf-8")
    plain_site.reset()
    moments = random.Random(4711)  # noqa: S311 - no secret hangs on it
    interrupted = sum(
        _kill_audit(listed, journal, plain_site, moments.uniform(0.0, _LATENCY), resumes=number > 0)
        for number in range(_KILLS)
    )
    final = subprocess.run(
        [sys.executable, "-m", "footnotes", *_spell_arguments(listed, journal, found, resumes=True)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert 0 == final.returncode, final.stderr
    assert _KILLS == interrupted
    findings = json.loads(found.read_text(encoding="utf-8"))["findings"]
    assert sorted(urls) == sorted(finding["url"] for finding in findings)
    assert {"live"} == {finding["verdict"] for finding in findings}
    assert Counter(urls) == _count_looks(journal)
    # What was under way at a kill has to be asked for again, and nothing else.
    assert _URLS <= plain_site.count_visits() <= _URLS + _KILLS * _IN_FLIGHT


def _spell_arguments(listed: Path, journal: Path, found: Path, *, resumes: bool) -> list[str]:
    return [
        *("audit", "--urls", str(listed), "--journal", str(journal)),
        *("--no-archives", "--no-probes", "--allow-private", "--host-request-interval", "0"),
        *("--host-concurrency", str(_IN_FLIGHT), "--max-concurrency", str(_IN_FLIGHT)),
        *("--format", "json", "-o", str(found)),
        *(["--resume"] if resumes else []),
    ]


def _kill_audit(listed: Path, journal: Path, site: PlainSite, delay: float, *, resumes: bool) -> bool:
    """Start an audit, and kill it `delay` seconds after its first request; gives whether it was at work."""
    before = site.count_visits()
    arguments = _spell_arguments(listed, journal, journal.with_name("never.json"), resumes=resumes)
    process = start_process(run_command, arguments, output=journal.with_name("said.txt"))
    while site.count_visits() == before and process.is_alive():
        time.sleep(0.01)
    time.sleep(delay)
    process.kill()
    process.join()
    return process.exitcode == -signal.SIGKILL


def _count_looks(journal: Path) -> Counter[str]:
    """How often each URL was looked at, by the journal."""
    with closing(sqlite3.connect(journal)) as database:
        return Counter(url for (url,) in database.execute("SELECT url FROM looks"))
