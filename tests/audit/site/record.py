"""What was asked of the site: when, by which headers, how often."""

import time
from collections import Counter
from typing import TypeAlias

from attrs import asdict, define, evolve, field
from audit.site.messages import Request


@define
class Visit:
    """One request; `started` and `ended` are seconds since the epoch, `ended` is None while it lasts."""

    address: str
    scheme: str
    method: str
    target: str
    headers: dict[str, str]
    started: float
    ended: float | None = None


Key: TypeAlias = tuple[str, str]


@define
class Record:
    """All visits since the last reset; with `keeps` off they are counted only."""

    keeps: bool = True
    visits: list[Visit] = field(factory=list)
    counts: Counter[Key] = field(factory=Counter)
    began: float | None = None
    ended: float | None = None

    def begin(self, request: Request) -> tuple[Request, Visit]:
        """Note a request; gives it with its number of visits."""
        key = request.address, request.target
        self.counts[key] += 1
        visit = Visit(
            request.address,
            request.scheme,
            request.method,
            request.target,
            dict(request.headers),
            time.time(),
        )
        self.began = self.began or visit.started
        if self.keeps:
            self.visits.append(visit)
        return evolve(request, visit=self.counts[key]), visit

    def end(self, visit: Visit) -> None:
        """Note that a request was answered."""
        visit.ended = self.ended = time.time()

    def spell(self) -> dict[str, object]:
        """All of it in the types of JSON."""
        times = {"began": self.began, "ended": self.ended}
        return {"total": self.counts.total(), **times, "visits": [asdict(visit) for visit in self.visits]}
