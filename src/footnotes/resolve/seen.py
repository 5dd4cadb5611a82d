"""What has been seen so far, in reading order: the state that every rule looks at."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from attrs import define, evolve, field, frozen

from footnotes.model import Cite, CiteForm, LiteralName, Name, Note, Reference, Resolution
from footnotes.text.fold import fold_marks, fold_title, transliterate_surname

SameWork = Callable[[Reference, Reference], bool]


@frozen
class Work:
    """A work by the cite that introduces it, and what that cite states."""

    root: Cite
    stated: Reference


@define
class Seen:
    """All cites resolved so far.

    `later` holds the works that are cited in full only further on, for short forms that come too early.
    """

    is_same_work: SameWork
    numbers: Sequence[int]
    """The numbers of all notes, in order, also of those without a cite."""
    resolved: dict[str, tuple[Cite, Resolution]] = field(factory=dict)
    by_note: dict[int, list[str]] = field(factory=lambda: defaultdict(list))
    works: dict[str, Work] = field(factory=dict)
    last_cited: dict[str, int] = field(factory=dict)
    later: dict[str, Work] = field(factory=dict)
    _last: dict[str, str] = field(factory=dict)
    _labels: dict[tuple[str | None, str], int] = field(factory=dict)
    _by_surname: dict[str, list[str]] = field(factory=lambda: defaultdict(list))
    _by_romanised: dict[str, list[str]] = field(factory=lambda: defaultdict(list))
    _by_title: dict[str, list[str]] = field(factory=lambda: defaultdict(list))
    _later_by_surname: dict[str, list[str]] = field(factory=lambda: defaultdict(list))
    _later_by_title: dict[str, list[str]] = field(factory=lambda: defaultdict(list))

    def label_notes(self, notes: Sequence[Note]) -> None:
        """Take note of the labels, by which other notes refer to a note of their section."""
        for note in notes:
            self._labels[note.section, fold_marks(note.label)] = note.number

    def find_number(self, label: str, section: str | None) -> int | None:
        """The number of the note with `label` in `section`, or None."""
        return self._labels.get((section, fold_marks(label)))

    def announce(self, cites: Sequence[Cite]) -> None:
        """Take note of the works to come, so that a short form before its full form can be told."""
        for cite in cites:
            if cite.form in {CiteForm.FULL, CiteForm.IDEM} and cite.stated is not None:
                self.later[cite.id] = Work(cite, cite.stated)
                _index(cite.id, cite.stated, self._later_by_surname, self._later_by_title)

    def add(self, cite: Cite, resolution: Resolution) -> None:
        """Add a cite with its resolution; a full cite of a work not seen before introduces it."""
        self.later.pop(cite.id, None)
        self.resolved[cite.id] = (cite, resolution)
        self.by_note[cite.note].append(cite.id)
        if resolution.target == cite.id and cite.stated is not None:
            stated = cite.stated
            if resolution.author_from is not None and resolution.author_from in self.works:
                stated = evolve(stated, author=self.works[resolution.author_from].stated.author)
            self.works[cite.id] = Work(cite, stated)
            for name in stated.creators:
                if isinstance(name, Name):
                    self._by_romanised[transliterate_surname(name.family)].append(cite.id)
            _index(cite.id, stated, self._by_surname, self._by_title)
        if resolution.target is not None:
            self.last_cited[resolution.target] = len(self.resolved)
            self._last[resolution.target] = cite.id

    def find_last_cite(self, target: str | None) -> str | None:
        """The last cite so far of the work that `target` introduces."""
        return self._last.get(target) if target else None

    def find_by_name(self, name: Name | LiteralName) -> list[Work]:
        """The works introduced so far under the surname of `name`, the most recently cited first."""
        roots = self._by_surname.get(fold_name(name), [])
        return [self.works[root] for root in sorted(roots, key=lambda root: -self.last_cited[root])]

    def find_by_transliteration(self, name: Name | LiteralName) -> list[Work]:
        """The works introduced so far under a surname that is that of `name` in another romanisation."""
        if not isinstance(name, Name):
            return []
        roots = self._by_romanised.get(transliterate_surname(name.family), [])
        return [self.works[root] for root in sorted(roots, key=lambda root: -self.last_cited[root])]

    def find_later_by_name(self, name: Name | LiteralName) -> list[Work]:
        """The works under the surname of `name` that are cited in full only later."""
        return [
            self.later[root]
            for root in self._later_by_surname.get(fold_name(name), [])
            if root in self.later
        ]

    def find_by_title(self, title: str) -> list[Work]:
        """The works introduced so far whose title begins like `title`, the most recently cited first."""
        roots = self._by_title.get(fold_main_title(title), [])
        return [self.works[root] for root in sorted(roots, key=lambda root: -self.last_cited[root])]

    def list_works(self) -> Iterator[Work]:
        """The works introduced so far, in order."""
        return iter(self.works.values())


def _index(
    root: str, work: Reference, by_surname: dict[str, list[str]], by_title: dict[str, list[str]]
) -> None:
    surnames = {fold_name(name) for name in (*work.author, *work.editor, *work.translator)}
    for surname in surnames:
        by_surname[surname].append(root)
    if work.title:
        by_title[fold_main_title(work.title)].append(root)


def fold_name(name: Name | LiteralName) -> str:
    """The surname of `name` as it is compared, without particles."""
    return fold_marks(name.family if isinstance(name, Name) else name.literal)


def fold_main_title(title: str) -> str:
    """`title` as it is compared, without its subtitle."""
    return fold_title(title.split(":", 1)[0]) or fold_title(title)
