"""What the full citations of a document make known, by which its short forms are told."""

from collections import defaultdict
from collections.abc import Iterable

from attrs import field, frozen

from footnotes.model import AnyName, Name, Reference
from footnotes.text.fold import fold_marks, fold_title

_SHORTEST = 6
"""A known title is recognised by at least four letters of it, with the spaces around."""


@frozen
class KnownWorks:
    """What the full citations of a document make known: by folded family name the years and titles."""

    years: dict[str, frozenset[int]] = field(factory=dict)
    titles: dict[str, tuple[str, ...]] = field(factory=dict)
    """Folded titles, each with a space before and after it."""

    all_titles: str = ""
    """The folded titles of all works, also of those by nobody, divided by `|`."""
    last_words: frozenset[str] = frozenset()
    """The last words of the folded family names, one of which is in every short form of a person."""
    declared: frozenset[str] = frozenset()
    """Short names that notes declare, as printed."""

    holds_compounds: bool = False
    """Whether a family name has several words: in most papers none has."""

    def know(self, names: object) -> bool:
        """Whether `names` are persons, each of whom is known."""
        return (
            isinstance(names, tuple)
            and bool(names)
            and all(isinstance(one, Name) and self._fold_settled(one) in self.titles for one in names)
        )

    def settle(self, name: Name) -> Name:
        """`name` as the surname alone of a known person, if all its words are one (`Domínguez Ortiz`)."""
        if not self.holds_compounds:
            return name
        printed = (name.given, name.dropping_particle, name.non_dropping_particle, name.family)
        whole = " ".join(filter(None, printed))
        is_one = whole != name.family and not name.suffix and fold_marks(whole) in self.titles
        return Name(whole) if is_one else name

    def _fold_settled(self, name: Name) -> str:
        return fold_marks(self.settle(name).family)

    def hold_title(self, words: str) -> bool:
        """Whether `words` stand together in the title of any work."""
        folded = f" {fold_title(words)} "
        return len(folded) > _SHORTEST and folded in self.all_titles

    def know_title(self, name: AnyName, words: str) -> bool:
        """Whether `words` stand together in the title of a work of `name`."""
        family = self._fold_settled(name) if isinstance(name, Name) else ""
        folded = f" {fold_title(words)} "
        return len(folded) > _SHORTEST and any(folded in title for title in self.titles.get(family, ()))


def collect_works(references: Iterable[Reference], declared: Iterable[str] = ()) -> KnownWorks:
    """What `references` can be cited short by: authors, editors, translators with years and titles.

    `declared` are the short names that notes give works; they count as they are printed.
    """
    years: dict[str, set[int]] = defaultdict(set)
    titles: dict[str, list[str]] = defaultdict(list)
    all_titles: list[str] = []
    for work in references:
        folded = [f" {fold_title(title)} " for title in (work.title, work.container_title) if title]
        all_titles += folded[:1] if work.title else ()
        names = (*work.author, *work.editor, *work.translator, *work.container_author)
        for family in {fold_marks(name.family) for name in names if isinstance(name, Name)}:
            titles[family] += folded
            years[family] |= {work.year} if work.year is not None else set()
    return KnownWorks(
        {family: frozenset(found) for family, found in years.items()},
        {family: tuple(found) for family, found in titles.items()},
        "|".join(all_titles),
        frozenset(word for family in titles for word in (*family.split()[-1:], *family.split("-")[-1:])),
        frozenset(declared),
        any(" " in family for family in titles),
    )
