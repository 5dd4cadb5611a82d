"""The site as those see it who use it: started, asked what it saw, and ended."""

import http.client
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from audit.site.kinds import Kind, load_kinds

from footnotes.model import CitedLink

_TESTS = Path(__file__).parents[2]
_LATE = 25.0


class Server:
    """A server process and its control; `arguments` are those of its `module`."""

    def __init__(self, *arguments: str, module: str = "audit.site.server") -> None:
        path = os.pathsep.join([str(_TESTS), os.environ.get("PYTHONPATH", "")])
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
            text=True,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the site did not start")
        self.ports: dict[str, int] = json.loads(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        # The end of its input is what it waits for.
        self._process.communicate()

    def _command(self, method: str, path: str) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.ports["control"], timeout=10)
        try:
            connection.request(method, path)
            return json.load(connection.getresponse())
        finally:
            connection.close()

    def reset(self) -> None:
        """Forget all that was asked, so that what answers once answers so again."""
        self._command("POST", "/reset")

    def set_late(self, seconds: float) -> None:
        """Say how late late answers are."""
        self._command("POST", f"/late?seconds={seconds}")

    def count_visits(self) -> int:
        """How many requests there were since the last reset."""
        return int(self._command("GET", "/record")["total"])

    def measure_span(self) -> float:
        """Seconds from the first request since the last reset to the last answer."""
        told = self._command("GET", "/record")
        return float(told["ended"] - told["began"])

    def list_visits(self, kind: Kind | None = None) -> list[dict[str, Any]]:
        """What was asked since the last reset, of one kind's host or of all (each a `record.Visit`)."""
        visits: list[dict[str, Any]] = self._command("GET", "/record")["visits"]
        return [visit for visit in visits if kind is None or visit["address"] == kind.address]


class Site(Server):
    """The web of all kinds. `authority` is the file of the certificate to trust."""

    def __init__(self, late: float = _LATE) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.authority = Path(self._folder.name) / "authority.pem"
        super().__init__("kinds", "--authority", str(self.authority), "--late", str(late))

    def close(self) -> None:
        """End the process and remove its certificate."""
        super().close()
        self._folder.cleanup()

    @property
    def kinds(self) -> Sequence[Kind]:
        """All rows of the table."""
        return load_kinds()

    def spell_url(self, kind: Kind) -> str:
        """The URL under which a kind is cited."""
        return kind.spell_url(self.ports)

    def make_link(self, kind: Kind) -> CitedLink:
        """The citation of a kind."""
        return kind.make_link(self.ports)


class PlainSite(Server):
    """Many plain pages at `hosts` addresses, each given after `latency` seconds."""

    def __init__(self, hosts: int = 1, latency: float = 0.1) -> None:
        self._hosts = hosts
        super().__init__("plain", "--hosts", str(hosts), "--late", str(latency))

    def list_urls(self, count: int) -> list[str]:
        """As many URLs, over all hosts by turns."""
        port = self.ports["http"]
        return [
            f"http://127.0.0.{number % self._hosts + 1}:{port}/pages/{number}.html"
            for number in range(count)
        ]
