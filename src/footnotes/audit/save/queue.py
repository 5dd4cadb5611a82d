"""The wishes and jobs of one run, each at its time; `save_pages` tells what becomes of them.

A loop without threads: start a wish if one may be sent, ask the jobs whose time has come, sleep until the
next moment at which anything may be done.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from attrs import Factory, define, field, frozen

from footnotes.audit.ask.answers import Answer, Fetch, FetchError
from footnotes.audit.save.answers import (
    Capture,
    Job,
    Refusal,
    Silence,
    read_account,
    read_job,
    read_start,
    read_trouble,
)
from footnotes.audit.save.causes import Cause
from footnotes.audit.save.keys import Keys
from footnotes.audit.save.pace import Clock, Pace, Turns
from footnotes.audit.save.plans import PageToSave
from footnotes.audit.save.saved_pages import SaveState
from footnotes.audit.save.service import SaveService
from footnotes.model import Memento

MOST_SILENCES = 3
"""After so many wishes in a row without an answer the archive is left alone."""

_STATES = {
    Cause.PAGE_MISSING: SaveState.FAILED,
    Cause.PAGE_REFUSES: SaveState.FAILED,
    Cause.ARCHIVE_REFUSES: SaveState.REFUSED,
    Cause.TEMPORARY: SaveState.LATER,
    Cause.TOO_FAST: SaveState.LATER,
    Cause.KEYS: SaveState.NOT_ASKED,
    Cause.UNCLEAR: SaveState.UNCLEAR,
}
_AGAIN = {Cause.TEMPORARY, Cause.TOO_FAST}
_ERRORS = 400


@frozen
class Result:
    """What became of one page."""

    state: SaveState
    message: str = ""
    memento: Memento | None = None


@define(eq=False)
class Wish:
    """A page to be named to the archive, how often it was, and when it may be again."""

    page: PageToSave
    tries: int = 0
    not_before: float = float("-inf")


@define(eq=False)
class Running:
    """A job of the archive's, since when it runs, and when to ask for it next."""

    wish: Wish
    job: Job
    started: float
    next: float


_Told = Iterator[tuple[PageToSave, Result]]


@define(eq=False)
class Queue:
    """All wishes of one run, waiting or running, and what is known of the service meanwhile."""

    fetch: Fetch
    keys: Keys
    service: SaveService
    pace: Pace
    clock: Clock
    waiting: deque[Wish] = Factory(deque)
    running: list[Running] = Factory(list)
    stopped: str = ""
    """Why no more wishes are sent."""
    at_once: int = 1
    left_today: int | None = None
    silences: int = 0
    turns: Turns = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.turns = Turns(self.clock, self.pace)
        self.at_once = self.pace.at_once

    def run(self) -> _Told:
        """Work until nothing waits or runs; each page with its fate as soon as it is known."""
        if self.waiting:
            self._ask_conditions()
        while self.waiting or self.running:
            yield from self._drop_all() if self.stopped else self._start_next()
            yield from self._ask_jobs()
            self._wait()

    def _ask_conditions(self) -> None:
        """How the service and the account are; an answer that fails to come is no obstacle yet."""
        system = self._send("/status/system")
        if isinstance(system, Answer):
            self.stopped = read_trouble(system) or ""
        user = None if self.stopped else self._send("/status/user")
        if isinstance(user, Answer):
            account = read_account(user)
            self.left_today = account.left_today
            if account.available is not None:
                self.at_once = max(1, min(self.at_once, account.available))

    def _drop_all(self) -> _Told:
        while self.waiting:
            wish = self.waiting.popleft()
            state = SaveState.LATER if wish.tries else SaveState.NOT_ASKED
            yield wish.page, Result(state, self.stopped)

    def _start_next(self) -> _Told:
        if self.left_today is not None and self.left_today <= 0:
            self.stopped = "the account's captures of today are used up"
            return
        wish = self._choose_wish()
        if wish is None:
            return
        self.turns.take()
        wish.tries += 1
        said = self._name(wish)
        if isinstance(said, Refusal):
            yield from self._refuse(wish, said)
        else:
            self._note_start(wish, said)

    def _name(self, wish: Wish) -> Job | Refusal:
        form = {"url": wish.page.address, "if_not_archived_within": self.service.spell_age()}
        answer = self._send("", form)
        if isinstance(answer, Answer):
            self.silences = 0
            return read_start(answer)
        self.silences += 1
        if self.silences >= MOST_SILENCES:
            self.stopped = "the archive does not answer"
        return Refusal(Cause.TEMPORARY, f"the archive did not answer ({answer})")

    def _note_start(self, wish: Wish, job: Job) -> None:
        now = self.clock.read()
        self.running.append(Running(wish, job, now, now + self.pace.poll))
        if self.left_today is not None:
            self.left_today -= 1

    def _choose_wish(self) -> Wish | None:
        if not self.turns.is_free() or len(self.running) >= self.at_once:
            return None
        now = self.clock.read()
        wish = next((one for one in self.waiting if one.not_before <= now), None)
        if wish is not None:
            self.waiting.remove(wish)
        return wish

    def _refuse(self, wish: Wish, refusal: Refusal) -> _Told:
        if refusal.cause is Cause.KEYS:
            self.stopped = refusal.message
        if refusal.cause is Cause.TOO_FAST or refusal.wait is not None:
            self.turns.pause(refusal.wait)
        if refusal.cause in _AGAIN and wish.tries < self.pace.tries and not self.stopped:
            # Twice as long each time: an archive that is overloaded is not helped by being asked.
            wish.not_before = self.clock.read() + self.pace.pause * 2 ** (wish.tries - 1)
            self.waiting.append(wish)
        else:
            yield wish.page, Result(_STATES[refusal.cause], refusal.message)

    def _ask_jobs(self) -> _Told:
        for running in [one for one in self.running if one.next <= self.clock.read()]:
            answer = self._send(f"/status/{quote(running.job.id, safe='')}")
            said = read_job(answer) if isinstance(answer, Answer) else Silence.NO_ANSWER
            now = self.clock.read()
            if isinstance(said, Silence) and now - running.started < self.pace.patience:
                running.next = now + self.pace.poll
                continue
            self.running.remove(running)
            yield from self._conclude(running, said)

    def _conclude(self, running: Running, said: Capture | Refusal | Silence) -> _Told:
        page = running.wish.page
        if isinstance(said, Silence):
            yield page, Result(SaveState.PENDING, "the archive had not finished when the waiting ended")
        elif isinstance(said, Refusal):
            yield from self._refuse(running.wish, said)
        elif said.code is not None and said.code >= _ERRORS:
            yield page, Result(SaveState.FAILED, f"what the archive got was an error {said.code}")
        else:
            memento = self.service.make_memento(said, page.address)
            led = "" if memento.original == page.address else f"the archive was led to {memento.original}"
            yield page, Result(SaveState.SAVED, running.job.message or led, memento)

    def _wait(self) -> None:
        """Sleep until something may be done."""
        moments = [one.next for one in self.running]
        if self.waiting and len(self.running) < self.at_once and not self.stopped:
            moments.append(max(self.turns.next, min(one.not_before for one in self.waiting)))
        if moments and (seconds := min(moments) - self.clock.read()) > 0:
            self.clock.sleep(seconds)

    def _send(self, path: str, form: Mapping[str, str] | None = None) -> Answer | FetchError:
        headers = {"Accept": "application/json", **self.keys.authorize()}
        try:
            return self.fetch(self.service.endpoint + path, headers=headers, form=form)
        except FetchError as error:
            return error
