"""What is printed now: the cite or entry, and what holds for it."""

from collections.abc import Sequence
from typing import Any

from citeproc.source import Reference, VariableError

from footnotes.model import Position
from footnotes.style.citeproc_py.repeated_names import count_repeated
from footnotes.style.items import CiteItem


class State:
    """What holds for the cite or entry that is printed now."""

    def __init__(self) -> None:
        self.style = ""
        self.area = "citation"
        self.cite: CiteItem | None = None
        self.note = 0
        self.opens = False
        """Whether nothing is printed yet in the note."""
        self.ambiguous: set[str] = set()
        """Works whose short forms are the same."""
        self.alike: set[str] = set()
        """Works whose short forms differ by the number of their first note only."""
        self.language = "en"
        """That of the work, by which its titles are capitalised."""
        self.sorts = False
        """Whether a sort key is made, in which dates are figures."""
        self._before: tuple[Any, ...] | None = None
        self._leading: tuple[Any, ...] | None = None
        self.called = 0
        self.filled = 0
        self.silent: set[str] = set()
        self.printed = False
        """Whether any variable is printed yet."""
        self.depth = 0
        """In how many substitutes this is; what is printed there is silent from then on."""

    def call(self, variable: str) -> None:
        """A variable is asked for; one that was printed in place of names is empty from then on."""
        self.called += 1
        if variable in self.silent:
            raise VariableError

    def begin_entry(self) -> None:
        """A new entry: the leading names of the last are those to compare with."""
        self._before, self._leading = self._leading, None

    def count_repeated(self, people: Sequence[Any], rule: str) -> int:
        """How many of these names are not printed again; only names that open an entry can be.

        After "The Age of Humanism, edited by G. Abraham" a dash would not stand for Abraham.
        """
        if self._leading is not None or self.printed:
            return 0
        self._leading = tuple(people)
        return count_repeated(self._leading, self._before or (), rule)

    def close_group(self, called: int, filled: int) -> bool:
        """Whether what began at these counts is printed; it then counts as a variable that is not empty.

        So a group around it is printed too, though only a term stands in it (CSL 1.0.2, "Group").
        """
        if self.called > called and self.filled == filled:
            return False
        self.called += 1
        self.filled += 1
        return True

    def fill(self, variable: str, text: Any) -> Any:
        """A variable is printed as this text, which is given back."""
        if text:
            self.filled += 1
            self.printed = True
            if self.depth:
                self.silent.add(variable.removesuffix("-short"))
        return text


class _Place:
    """A place in a work: the kind of place, and which."""

    def __init__(self, label: str, identifier: str) -> None:
        self.label, self.identifier = label, identifier


class Item:
    """A cite or entry as citeproc-py's elements ask for it; fresh for each, so that no locator leaks."""

    def __init__(
        self, reference: Reference, number: int, cite: CiteItem | None = None, note: int | None = None
    ) -> None:
        self.key, self.number = reference.key, number
        self.reference = reference
        self._cite = cite
        if _is_in_earlier_note(cite, note):
            self.reference = Reference(reference.key, reference.type)
            self.reference.update(reference)
            first = cite.first_note if cite is not None else None
            dict.__setitem__(self.reference, "first_reference_note_number", str(first))

    @property
    def has_locator(self) -> bool:
        """Whether a place in the work is cited."""
        return self._cite is not None and self._cite.locator is not None

    @property
    def locator(self) -> _Place:
        """The place that is cited; raises VariableError if there is none."""
        if self._cite is None or self._cite.locator is None:
            raise VariableError
        return _Place((self._cite.label or "page").replace("-", " "), self._cite.locator)

    def __contains__(self, name: str) -> bool:
        return name == "locator" and self.has_locator

    def get_field(self, field: str) -> Any:
        """The value of a variable."""
        return self.reference.get(field.replace("-", "_"))


def _is_in_earlier_note(cite: CiteItem | None, note: int | None) -> bool:
    """Whether a note before this one cites the work (CSL 1.0.2, "first-reference-note-number")."""
    return (
        cite is not None
        and cite.first_note is not None
        and cite.first_note != note
        and cite.position is not Position.FIRST
    )
