"""Asking politely: one request when its host may be asked, and again where that may help."""

from collections.abc import Mapping
from typing import Any

from footnotes.audit.ask.answers import Answer, FetchError
from footnotes.audit.ask.retries import Patience, is_transient, read_wait
from footnotes.audit.ask.session import Session
from footnotes.audit.ask.throttle import Throttle
from footnotes.model import LinkStatus

_TOO_MANY = 429

# Failures that say that nobody is there; a bad certificate or a broken body comes from somebody.
_SILENT = {
    LinkStatus.DNS,
    LinkStatus.REFUSED,
    LinkStatus.RESET,
    LinkStatus.TIMEOUT,
    LinkStatus.UNREACHABLE,
}


class Asker:
    """A session that waits for its turn; `ask` and `ask_patiently` are both a `Fetch`."""

    def __init__(self, session: Session, throttle: Throttle, patience: Patience | None = None) -> None:
        self._session = session
        self._throttle = throttle
        self._patience = patience or Patience()

    def ask(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        cookies: Any = None,
    ) -> Answer:
        """Send one request in its turn; raises FetchError, also where the host is left alone by now.

        `cookies` is the jar of a visit (`footnotes.audit.ask.session.start_visit`).
        """
        self._check_host(url)
        try:
            with self._throttle.take_turn(url):
                # Those who waited for their turn learn here what became of those before them: thirty who
                # wait for a host that gives no answer would else take ten minutes to find it out.
                self._check_host(url)
                answer = self._session.send(url, method=method, headers=headers, form=form, cookies=cookies)
        except FetchError as failure:
            if failure.status in _SILENT:
                self._throttle.count_failure(url)
            raise
        self._throttle.count_success(url)
        self._heed(url, answer)
        return answer

    def ask_patiently(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        cookies: Any = None,
    ) -> Answer:
        """Send a request, and again after a while if it failed in a way that passes.

        Gives the last answer, whatever its code; raises the last FetchError.
        """
        attempt = 0
        while True:
            attempt += 1
            last = attempt > self._patience.retries
            try:
                answer = self.ask(url, method=method, headers=headers, form=form, cookies=cookies)
            except FetchError as failure:
                if last or not is_transient(failure.status) or self._throttle.is_suspended(url):
                    raise
                self._throttle.sleep(self._patience.plan_wait(attempt))
                continue
            asked = read_wait(answer.headers)
            if last or not is_transient(answer) or (asked or 0) > self._patience.longest_asked:
                return answer
            if asked is None:
                self._throttle.sleep(self._patience.plan_wait(attempt))

    def _check_host(self, url: str) -> None:
        """Raise FetchError if the host of `url` is left alone by now."""
        if self._throttle.is_dismissed(url):
            raise FetchError(
                LinkStatus.POSTPONED, "the host asked to be left alone for longer than this takes"
            )
        if self._throttle.is_suspended(url):
            raise FetchError(LinkStatus.UNREACHABLE, "the host failed several times in a row")

    def _heed(self, url: str, answer: Answer) -> None:
        """Leave the host alone for as long as its answer asks for."""
        asked = read_wait(answer.headers)
        if asked is not None and asked > self._patience.longest_asked:
            self._throttle.dismiss(url)
        elif asked is not None:
            self._throttle.pause(url, asked)
        elif answer.code == _TOO_MANY:
            self._throttle.rest(url)
