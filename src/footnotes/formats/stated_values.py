"""The values of a work for a format that is written only: what nobody takes is a loss."""

from typing import Any

from attrs import define, evolve, field, fields_dict

from footnotes.formats.archived_copies import NAMES
from footnotes.formats.folding import fold_value
from footnotes.formats.roundtrip import describe_value
from footnotes.model import AnyDate, AnyName, Reference

ONLY_COPY = "of what CSL has no variable for, only the archived copy has a place"

_UNSTATED = {name: one.default for name, one in fields_dict(Reference).items()}


@define
class StatedValues:
    """Hands out the values of a work and remembers which were taken."""

    work: Reference
    _taken: set[str] = field(factory=set)
    _said: dict[str, Any] = field(factory=dict)
    _extra: list[tuple[str, str]] = field(factory=list)

    def take(self, variable: str) -> str | None:
        """The text of a variable; None where it is not stated."""
        self._taken.add(variable)
        return getattr(self.work, variable) or None

    def take_line(self, variable: str) -> str:
        """The text of a variable on one line, which is told where it was on several; "" if not stated."""
        text = self.take(variable) or ""
        line = fold_value(text)
        if line != text:
            self.say_instead(variable, line or None)
        return line

    def take_names(self, variable: str) -> tuple[AnyName, ...]:
        """The names of a variable."""
        self._taken.add(variable)
        return getattr(self.work, variable)  # type: ignore[no-any-return]  # a variable of names

    def take_date(self, variable: str) -> AnyDate | None:
        """The date of a variable."""
        self._taken.add(variable)
        return getattr(self.work, variable)  # type: ignore[no-any-return]  # a variable of a date

    def take_copy(self) -> dict[str, str]:
        """What `extra` says of the archived copy, under the names of `archived_copies`."""
        told = {name: value for name, value in self.work.extra if name in NAMES}
        self._extra += [pair for pair in self.work.extra if told.get(pair[0]) == pair[1]]
        return told

    def say_instead(self, variable: str, value: Any) -> None:
        """What the format says of a variable, if that is less than what was stated."""
        self._taken.add(variable)
        self._said[variable] = value

    def explain_changes(self, at: int) -> dict[tuple[int, str], str]:
        """Why the variables that are written otherwise differ, for the work at that position."""
        words = {name: describe_value(value) for name, value in self._said.items()}
        told = {(at, name): f"it is written as {text}" for name, text in words.items() if text}
        return {**told, (at, "extra"): ONLY_COPY}

    def tell_rest(self) -> Reference:
        """The work as far as the format tells it."""
        lost = {name: _UNSTATED[name] for name in self.work.stated() if name not in self._taken}
        return evolve(self.work, **{**lost, "extra": tuple(self._extra), **self._said})
