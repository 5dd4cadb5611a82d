"""The works of one or more papers."""

from collections.abc import Iterator

from attrs import field, frozen

from footnotes.model.problem import Problem
from footnotes.model.reference import Reference


@frozen
class Library:
    """Works in order of first citation; keys are unique.

    `problems` are what a reader found in the file but could not use, in order.
    """

    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), eq=False)

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references)

    def __len__(self) -> int:
        return len(self.references)

    def find(self, key: str) -> Reference | None:
        """The work of that key, or None."""
        return next((work for work in self.references if work.key == key), None)
