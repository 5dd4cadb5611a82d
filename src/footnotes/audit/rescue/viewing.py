"""Looking at copies for one citation: a few of them, each once, and what is wrong with the others."""

import base64
import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from attrs import frozen

from footnotes.audit.ask.answers import Answer, Fetch
from footnotes.audit.inspect.captures import Judgement
from footnotes.audit.inspect.sketches import compare_sketches
from footnotes.audit.rescue.archive_answers import ArchiveSilenceError
from footnotes.audit.rescue.archives import Archive
from footnotes.audit.rescue.health import ArchiveHealth
from footnotes.audit.rescue.replay import Replay, ReplayError, replay_memento
from footnotes.audit.rescue.surts import is_filed_together, make_surt
from footnotes.model import CitedLink, Memento, RejectedCopy

_T = TypeVar("_T")
Judge = Callable[[Answer, CitedLink], Judgement]

_LOOKS = 6
"""How many copies are asked for in all: four for the one to offer, and two for the other side."""
_CANDIDATES = 4
_ERRORS = 400
_SAME = 0.9
"""From this on two texts are the same but for counters, dates and the like."""
_EMPTY = "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"
"""The digest of nothing: two empty bodies prove nothing."""


@frozen
class View:
    """A copy that shows the work: as it was reached, its sketch, and the digest of its body."""

    memento: Memento
    sketch: tuple[int, ...]
    digest: str


class Viewing:
    """The copies looked at for one citation; `rejected` and `silent` grow with each look."""

    def __init__(
        self,
        link: CitedLink,
        archives: Sequence[Archive],
        fetch: Fetch,
        judge: Judge,
        health: ArchiveHealth,
    ) -> None:
        self._link, self._fetch, self._judge, self._health = link, fetch, judge, health
        self._archives = {archive.name: archive for archive in archives}
        self._seen: dict[str, View | None] = {}
        self.rejected: dict[str, RejectedCopy] = {}
        self.silent: dict[str, None] = {}
        self.looks = 0

    def ask(self, archive: Archive, question: Callable[[], _T]) -> _T | None:
        """What `question` gives, or None if `archive` sleeps or is silent, which is noted."""
        if self._health.may_ask(archive):
            try:
                answer = question()
            except ArchiveSilenceError as silence:
                self._health.note_silence(archive, silence)
            else:
                self._health.note_answer(archive)
                return answer
        self.silent[archive.name] = None
        return None

    def find_rescue(self, mementos: Sequence[Memento]) -> View | None:
        """The first of `mementos` that shows the work; after four without success, None."""
        for memento in mementos:
            if self.looks >= _CANDIDATES:
                return None
            view = self.view_copy(memento)
            if view:
                return view
        return None

    def view_copy(self, memento: Memento) -> View | None:
        """The copy `memento`, or None if it is rejected or cannot be looked at now."""
        if memento.uri not in self._seen:
            if memento.code is not None and memento.code >= _ERRORS:
                self._reject(memento, f"the archived answer is a {memento.code}")
            elif memento.archive in self.silent or self.looks >= _LOOKS:
                return None
            else:
                self._seen[memento.uri] = self._look(memento)
        return self._seen.get(memento.uri)

    def _look(self, memento: Memento) -> View | None:
        archive = self._archives[memento.archive]
        self.looks += bool(archive.raw)
        try:
            replay = self.ask(archive, partial(replay_memento, memento, archive, self._fetch))
        except ReplayError as error:
            self._reject(memento, str(error))
            return None
        return self._judge_replay(memento, replay) if replay else None

    def _judge_replay(self, memento: Memento, replay: Replay) -> View | None:
        fault = find_fault(replay, self._link)
        judgement = Judgement(fault, ()) if fault else self._judge(replay.answer, self._link)
        if judgement.reason:
            self._reject(memento, judgement.reason)
            return None
        return View(replay.memento, judgement.sketch, _digest_body(replay.answer.body))

    def _reject(self, memento: Memento, reason: str) -> None:
        self.rejected[memento.uri] = RejectedCopy(memento, reason)
        self._seen[memento.uri] = None

    def compare_side(self, rescue: View, side: Sequence[Memento]) -> tuple[Memento | None, bool | None]:
        """The nearest copy of one side that is none to reject, and whether it is the same as `rescue`.

        Equal digests tell without a look. None is for what cannot be told.
        """
        for memento in side:
            if memento.uri == rescue.memento.uri or self._seen.get(memento.uri) is rescue:
                return rescue.memento, True
            if memento.digest and memento.digest == rescue.memento.digest != _EMPTY:
                return memento, True
            view = self.view_copy(memento)
            if view:
                return view.memento, _compare_views(rescue, view)
            if memento.uri not in self.rejected:
                return memento, None
        return None, None


def _compare_views(one: View, other: View) -> bool | None:
    """Whether two copies are the same; without text, equal bytes tell that, and others nothing."""
    likeness = compare_sketches(one.sketch, other.sketch)
    if one.digest == other.digest != _EMPTY:
        return True
    return None if likeness is None else likeness >= _SAME


def _digest_body(body: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode("ascii")


def find_fault(replay: Replay, link: CitedLink) -> str | None:
    """What makes a copy no rescue before its words are read, or None: its code, or where it led.

    A redirect of the past is followed to another address only where a cited title can be looked for there,
    and never to the front page of a site.
    """
    if replay.answer.code >= _ERRORS:
        return f"the archived answer is a {replay.answer.code}"
    target = replay.memento.original
    if is_filed_together(target, link.url):
        return None
    if _is_root(target) and not _is_root(link.url):
        return "the archived answer led to the front page"
    return None if link.titles else f"the archived answer led to {target}"


def _is_root(url: str) -> bool:
    return make_surt(url).endswith(")/")
