"""The works of a paper by the names under which they are cited."""

from collections import defaultdict
from collections.abc import Iterable

from attrs import frozen

from footnotes.model import Name, Reference
from footnotes.text.fold import fold_marks


@frozen
class Works:
    """A library, looked up by key and by surname."""

    by_key: dict[str, Reference]
    by_surname: dict[str, list[Reference]]
    initials: dict[str, set[str]]
    """By surname, the first letters of the given names that stand with it."""

    def list_rivals(self, work: Reference) -> list[Reference]:
        """The other works that a short title with the names of `work` may mean; all if it has none."""
        surnames = fold_surnames(work)
        found = (
            [other for one in surnames for other in self.by_surname[one]]
            if surnames
            else self.by_key.values()
        )
        return [other for other in {other.key: other for other in found}.values() if other.key != work.key]

    def is_shared(self, name: Name) -> bool:
        """Whether another person of the same surname is cited."""
        return len(self.initials.get(fold_marks(name.family), ())) > 1


def index_works(works: Iterable[Reference]) -> Works:
    """`works` by key and by surname."""
    by_surname: dict[str, list[Reference]] = defaultdict(list)
    initials: dict[str, set[str]] = defaultdict(set)
    by_key = {work.key: work for work in works}
    for work in by_key.values():
        for surname in fold_surnames(work):
            by_surname[surname].append(work)
        for name in work.creators:
            if isinstance(name, Name) and name.given:
                initials[fold_marks(name.family)].add(fold_marks(name.given)[:1])
    return Works(by_key, by_surname, initials)


def fold_surnames(work: Reference) -> set[str]:
    """The surnames of all who made `work`, folded."""
    names = (*work.author, *work.editor, *work.translator)
    return {fold_marks(one.family if isinstance(one, Name) else one.literal) for one in names}
