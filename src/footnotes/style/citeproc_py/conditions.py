"""The conditions of a branch."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from footnotes.model import Position
from footnotes.style.citeproc_py.date_values import CslDate
from footnotes.style.citeproc_py.elements import MendedElement

_NUMBERS = re.compile(r"[A-Za-z]*\d+[A-Za-z]*(?:\s*[-–—,&]\s*[A-Za-z]*\d+[A-Za-z]*)*\.?")
_TESTS = {
    "type": "_type",
    "variable": "_variable",
    "is-numeric": "_is_numeric",
    "is-uncertain-date": "_is_uncertain_date",
    "locator": "_locator",
    "position": "_position",
    "disambiguate": "_disambiguate",
}
_IBID = {Position.IBID, Position.IBID_WITH_LOCATOR}


class _If(MendedElement):
    """The position is told, not searched; numbers are CSL's; works are told apart where they must be."""

    def holds(self, item: Any) -> bool:
        """Whether the condition is met."""
        match, tests = self.remember("tests", self._list_tests)
        results = (bool(one) for test, asked in tests for one in test(item, asked))
        if match == "any":
            return any(results)
        return not any(results) if match == "none" else all(results)

    def _list_tests(self) -> tuple[str, list[tuple[Any, list[str]]]]:
        tests = [
            (getattr(self, test), [one.replace("-", "_") for one in self.get(name).split()])
            for name, test in _TESTS.items()
            if name in self.attrib
        ]
        return self.get("match", "all"), tests

    def _type(self, item: Any, asked: Sequence[str]) -> Iterator[bool]:
        """A work has one type: of several any is meant, which is what styles rely on."""
        yield item.reference.type.replace("-", "_") in asked

    def _variable(self, item: Any, asked: Sequence[str]) -> Iterator[bool]:
        return (item.has_locator if one == "locator" else bool(item.reference.get(one)) for one in asked)

    def _is_numeric(self, item: Any, asked: Sequence[str]) -> Iterator[bool]:
        for one in asked:
            value = _read_locator(item) if one == "locator" else item.reference.get(one)
            yield value is not None and _NUMBERS.fullmatch(str(value)) is not None

    def _is_uncertain_date(self, item: Any, asked: Sequence[str]) -> Iterator[bool]:
        dates = (item.reference.get(one) for one in asked)
        return (isinstance(date, CslDate) and date.circa for date in dates)

    def _locator(self, item: Any, asked: Sequence[str]) -> Iterator[bool]:
        found = item.locator.label.replace(" ", "_").replace("-", "_") if item.has_locator else None
        return (one == found for one in asked)

    def _disambiguate(self, item: Any, _asked: Sequence[str]) -> Iterator[bool]:
        state = self.state
        is_first_note = state.cite is not None and state.cite.first_note == state.note
        told = state.detail.has_branch or (item.key in state.alike and is_first_note)
        yield told and state.area == "citation"

    def _position(self, _item: Any, asked: Sequence[str]) -> Iterator[bool]:
        cite, note = self.state.cite, self.state.note
        for one in asked:
            if cite is None:
                yield False
            elif one == "first":
                yield cite.position is Position.FIRST
            elif one == "ibid":
                yield cite.position in _IBID
            elif one == "ibid_with_locator":
                yield cite.position is Position.IBID_WITH_LOCATOR
            else:
                near = cite.last_note is not None and note - cite.last_note <= self._reach()
                yield cite.position is not Position.FIRST and (one == "subsequent" or near)

    def _reach(self) -> int:
        return int(self.get_root().citation.get("near-note-distance", 5))


def _read_locator(item: Any) -> str | None:
    return item.locator.identifier if item.has_locator else None


CONDITION_CLASSES = {"If": _If, "Else_If": _If}
"""The classes here by the name of the class of citeproc-py that each mends."""
