"""A look-alike of Save Page Now 2 on loopback, with a recording pywb behind it, or with answers to order.

It takes `POST /save`, starts a job that has the archive record the page, says "pending" for a while, and
then gives the time of the capture. Whatever it was sent is kept, for tests to look at.
"""

import json
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qs
from urllib.request import urlopen

from attrs import Factory, define

Reply = tuple[int, dict[str, Any] | str]
"""A code, and JSON or the text of a page."""


@define
class Facade:
    """What the service knows, what it shall answer out of turn, and what it was sent."""

    recorder: str = ""
    access: str = "access"
    secret: str = "secret"  # noqa: S105 - of an account that there is not
    lag: float = 0.3
    starts: dict[str, list[Reply]] = Factory(lambda: defaultdict(list))
    """Answers to wishes by URL, each given once, before the service does its work."""
    system: Reply = (200, {"status": "ok"})
    user: Reply = (200, {"available": 12, "processing": 0, "daily_captures": 0, "daily_captures_limit": 9})
    forms: list[dict[str, str]] = Factory(list)
    jobs: dict[str, dict[str, Any]] = Factory(dict)
    address: str = ""

    def start(self, authorization: str, form: dict[str, str]) -> Reply:
        """The answer to a wish."""
        if authorization != f"LOW {self.access}:{self.secret}":
            return 401, {"message": "You need to be logged in to use Save Page Now."}
        self.forms.append(form)
        url = form["url"]
        if self.starts[url]:
            return self.starts[url].pop(0)
        job = f"spn2-{len(self.jobs):040x}"
        self.jobs[job] = {"status": "pending", "job_id": job, "resources": []}
        threading.Thread(target=self._work, args=(job, url), daemon=True).start()
        return 200, {"url": url, "job_id": job}

    def _work(self, job: str, url: str) -> None:
        try:
            with urlopen(f"{self.recorder}record/id_/{url}", timeout=30) as answer:  # noqa: S310 - loopback
                made, code = parsedate_to_datetime(answer.headers["Memento-Datetime"]), answer.status
                answer.read()
        except (HTTPError, URLError) as error:
            told = {"status": "error", "status_ext": "error:not-found", "message": str(error)}
            self.jobs[job] = {**told, "job_id": job}
            if isinstance(error, HTTPError):
                error.close()
            return
        time.sleep(self.lag)
        self.jobs[job] = {
            "status": "success",
            "job_id": job,
            "original_url": url,
            "timestamp": made.astimezone(UTC).strftime("%Y%m%d%H%M%S"),
            "http_status": code,
            "duration_sec": self.lag,
            "checked": datetime.now(UTC).isoformat(),
        }

    def look_up(self, path: str) -> Reply:
        """The answer to a question about the service, the account, or a job."""
        name = path.partition("?")[0].rpartition("/")[2]
        if name in {"system", "user"}:
            return self.system if name == "system" else self.user
        return (200, self.jobs[name]) if name in self.jobs else (404, {"message": "no such job"})


@contextmanager
def start_facade(facade: Facade) -> Iterator[Facade]:
    """The service at work; `address` is that of its `/save`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self._reply(facade.start(self.headers.get("Authorization", ""), form))

        def do_GET(self) -> None:
            self._reply(facade.look_up(self.path))

        def _reply(self, reply: Reply) -> None:
            code, told = reply
            is_page = isinstance(told, str)
            body = (told if isinstance(told, str) else json.dumps(told)).encode()
            self.send_response(code)
            self.send_header("Content-Type", "text/html" if is_page else "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        facade.address = f"http://127.0.0.1:{server.server_address[1]}/save"
        try:
            yield facade
        finally:
            server.shutdown()
            thread.join()
