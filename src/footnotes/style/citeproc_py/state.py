"""What is printed now: the cite or entry, and what holds for it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from citeproc.source import Reference, VariableError

from footnotes.model import Position
from footnotes.style.citeproc_py.details import Detail, KnownNames, NameRow
from footnotes.style.citeproc_py.name_parts import NameForm
from footnotes.style.citeproc_py.repeated_names import count_repeated
from footnotes.style.items import CiteItem

_NOTHING = Detail()


class State:
    """What holds for the cite or entry that is printed now."""

    def __init__(self) -> None:
        self.style = ""
        self.area = "citation"
        self.cite: CiteItem | None = None
        self.note = 0
        self.opens = False
        """Whether nothing is printed yet in the note."""
        self.key = ""
        """The id of the work that is printed."""
        self.details: dict[str, Detail] = {}
        """What more is shown of the works whose short forms are the same."""
        self.rows: dict[str, list[NameRow]] = {}
        """The names in the short form of each work."""
        self.notes_names = False
        """Whether the names that are printed now belong there."""
        self.known: KnownNames | None = None
        """The people of all cites, where the style tells apart all who share a surname."""
        self.only_first = False
        """Whether it does so for the first name of a cite only."""
        self.labels: dict[str, str] = {}
        """Labels for works that state none; a condition asks for stated ones only."""
        self.letters: dict[str, str] = {}
        """What stands behind the year of works that are told apart so."""
        self.has_own_place = False
        """Whether the style has a place for it; else it stands behind the first year."""
        self.letter_waits = False
        """Whether the letter is to stand behind the first year that is printed."""
        self.alike: set[str] = set()
        """Works whose short forms differ by the number of their first note only."""
        self.language = "en"
        """That of the work, by which its titles are capitalised."""
        self.sorts = False
        """Whether a sort key is made, in which dates are figures."""
        self.sort_options: dict[str, str] = {}
        """The options of `name` that hold in it, in whatever macro the names stand."""
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

    @property
    def detail(self) -> Detail:
        """What more is shown of the work, in its entry too, which it leads to; nothing in sort keys."""
        return _NOTHING if self.sorts else self.details.get(self.key, _NOTHING)

    def note_names(self, row: NameRow) -> None:
        """Names that a short form shows."""
        if self.notes_names:
            self.rows.setdefault(self.key, []).append(row)

    def find_level(self, role: str, at: int, person: Any, form: NameForm) -> int:
        """How far the given name at this place is shown for the sake of telling works or people apart."""
        level = self.detail.levels.get((role, at), 0)
        if level or self.sorts or self.known is None or (self.only_first and at):
            return level
        return self.known.find_level(person, form)

    @contextmanager
    def without_letter(self) -> Iterator[None]:
        """While the first year of a range is printed: "1980-1984a" are the years of one work."""
        waits, self.letter_waits = self.letter_waits, False
        yield
        self.letter_waits = waits

    def take_letter(self) -> str:
        """The letter of the work, once: behind the first year that is printed."""
        if not self.letter_waits or self.sorts:
            return ""
        self.has_own_place = False
        """Whether the style has a place for it; else it stands behind the first year."""
        self.letter_waits = False
        return self.letters.get(self.key, "")

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
            first = None if cite is None else cite.first_label or str(cite.first_note)
            dict.__setitem__(self.reference, "first_reference_note_number", first)

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
