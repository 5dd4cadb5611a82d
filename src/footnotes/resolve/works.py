"""The works of a document, to be found by what a short form says of them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from attrs import define, field, frozen

from footnotes.model import AnyName, Cite, LiteralName, Name, Reference
from footnotes.resolve.spellings import Spellings, Wordings
from footnotes.text.fold import fold_marks, fold_title, split_words, transliterate_surname
from footnotes.text.others import means_others
from footnotes.text.subtitles import cut_subtitle

MOST = 50
"""How many works of one name are looked at, the most recently cited first: no editor reads more."""
_MOST_TITLES = 500
"""How many titles with a word in common are compared with a short title."""
_ARABIC_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|at|az)-(?=\w{3})")
_ARTICLES = frozenset(
    {"a", "an", "the", "der", "die", "das", "le", "la", "les", "il", "lo", "el", "los", "las", "o", "os"}
)


@frozen
class Work:
    """A work by the cite that introduces it, what that cite states, and the keys it is found under."""

    root: Cite
    stated: Reference
    surnames: tuple[str, ...]
    """The folded surnames of everybody by whose name the work may be cited."""
    main_title: str
    """The title as it is compared, without its subtitle."""

    @property
    def names(self) -> tuple[AnyName, ...]:
        """Everybody by whose name the work may be cited."""
        return list_names(self.stated)


def make_work(root: Cite, stated: Reference) -> Work:
    """The work that `root` introduces."""
    surnames = tuple(map(fold_name, list_names(stated)))
    return Work(root, stated, surnames, fold_main_title(stated.title) if stated.title else "")


def list_names(work: Reference) -> tuple[AnyName, ...]:
    """Everybody by whose name `work` may be cited; "et al." is nobody's."""
    names = (*work.author, *work.editor, *work.translator)
    return tuple(name for name in names if isinstance(name, Name) or not means_others(name.literal))


@define
class Works:
    """Works by surname, by title, and by what fewer short forms need.

    That rest is looked up where the surname and the whole title do not lead anywhere, which in most papers
    is nowhere: so it is written down when somebody asks.
    """

    _works: dict[str, Work] = field(factory=dict)
    _by_surname: dict[str, dict[str, None]] = field(factory=lambda: defaultdict(dict))
    _by_title: dict[str, dict[str, None]] = field(factory=lambda: defaultdict(dict))
    _waiting: list[Work] = field(factory=list)
    _by_romanised: dict[str, dict[str, None]] = field(factory=lambda: defaultdict(dict))
    _by_part: dict[str, dict[str, None]] = field(factory=lambda: defaultdict(dict))
    _by_word: dict[str, dict[str, None]] = field(factory=lambda: defaultdict(dict))
    _spellings: Spellings = field(factory=Spellings)
    _wordings: Wordings = field(factory=Wordings)

    def __getitem__(self, root: str) -> Work:
        return self._works[root]

    def __contains__(self, root: object) -> bool:
        return root in self._works

    def add(self, work: Work) -> None:
        """Add `work`, which is then the most recently cited one."""
        root = work.root.id
        self._works[root] = work
        self._waiting.append(work)
        for name, surname in zip(work.names, work.surnames, strict=True):
            self._by_surname[surname][root] = None
            if isinstance(name, LiteralName):
                self._wordings.add(surname)
        if work.main_title:
            self._by_title[work.main_title][root] = None

    def remove(self, root: str) -> Work | None:
        """Take the work that `root` introduces away; None if there is none."""
        work = self._works.pop(root, None)
        for surname in work.surnames if work else ():
            self._by_surname[surname].pop(root, None)
        return work

    def touch(self, root: str) -> None:
        """Take note that the work was cited again: it is the most recently cited one now."""
        for surname in self._works[root].surnames:
            named = self._by_surname[surname]
            named[root] = named.pop(root, None)

    def find_by_surname(self, name: AnyName) -> list[Work]:
        """The works under the surname of `name`, the most recently cited first."""
        return self._take(self._by_surname.get(fold_name(name), {}))

    def find_by_transliteration(self, name: AnyName) -> list[Work]:
        """The works under a surname that is that of `name` in another romanisation."""
        self._write_down()
        key = transliterate_surname(name.family) if isinstance(name, Name) else ""
        return self._take(self._by_romanised.get(key, {}))

    def find_by_part(self, name: AnyName) -> list[Work]:
        """The works under a compound surname of which `name` gives one part (section 2.5)."""
        self._write_down()
        return self._take(self._by_part.get(fold_name(name), {}))

    def find_by_likeness(self, name: AnyName) -> list[Work]:
        """The works under the one surname that is spelled almost like `name` (rule R16)."""
        self._write_down()
        alike = self._spellings.find_nearest(fold_name(name))
        return self._take(self._by_surname.get(alike, {})) if alike else []

    def find_by_title(self, title: str) -> list[Work]:
        """The works whose title is `title` but for subtitles, the most recently introduced first."""
        return self._take(self._by_title.get(fold_main_title(title), {}))

    def find_by_words(self, title: str) -> list[Work]:
        """The works with the words of the short `title` together in their own title."""
        self._write_down()
        words = list_telling_words(title)
        rarest = min(words, key=lambda word: len(self._by_word.get(word, ())), default="")
        roots = self._by_word.get(rarest, {})
        recent = islice(reversed(roots), _MOST_TITLES)
        works = [self._works[root] for root in recent if root in self._works]
        return [work for work in works if holds_title(work, title)]

    def find_by_folded(self, surname: str) -> list[Work]:
        """The works under a surname that is folded already."""
        return self._take(self._by_surname.get(surname, {}))

    def is_variant(self, name: LiteralName) -> bool:
        """Whether an institution is known under a name that is spelled a little otherwise."""
        folded = fold_name(name)
        return folded not in self._by_surname and self._wordings.holds_variant(folded)

    def _take(self, roots: dict[str, None]) -> list[Work]:
        return [self._works[root] for root in islice(reversed(roots), MOST) if root in self._works]

    def _write_down(self) -> None:
        """Put the works that wait under the rest of their keys."""
        for work in self._waiting:
            root = work.root.id
            for name, folded in zip(work.names, work.surnames, strict=True):
                if isinstance(name, LiteralName):
                    continue
                self._spellings.add(folded)
                self._by_romanised[transliterate_surname(name.family)][root] = None
                for part in _list_parts(name):
                    self._by_part[part][root] = None
            for word in split_words(work.stated.title or ""):
                self._by_word[word][root] = None
        self._waiting.clear()


def _list_parts(name: Name) -> Iterable[str]:
    if "-" not in name.family and " " not in name.family:
        return ()
    return fold_marks(name.family).replace("-", " ").split()


def fold_name(name: AnyName) -> str:
    """The surname of `name` as it is compared, without particles and the Arabic article."""
    return _ARABIC_ARTICLE.sub("", fold_marks(name.family if isinstance(name, Name) else name.literal))


def fold_main_title(title: str) -> str:
    """`title` as it is compared, without its subtitle."""
    return fold_title(cut_subtitle(title)) or fold_title(title)


def list_telling_words(title: str) -> list[str]:
    """The folded words of a short `title` without a leading article."""
    words = split_words(title)
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def holds_title(work: Work, short: str) -> bool:
    """Whether the words of `short`, without a leading article, stand together in the title of `work`.

    A volume with a title of its own is cited by that as well: `The First World War`, vol. 1, `To Arms`.
    """
    titles = (work.stated.title, work.stated.volume_title)
    return any(holds_words(title, short) for title in titles)


def holds_words(title: str | None, short: str) -> bool:
    """Whether the words of `short`, without a leading article, stand together in `title`."""
    words, all_words = list_telling_words(short), split_words(title or "")
    places = range(len(all_words) - len(words) + 1)
    return bool(words) and any(all_words[i : i + len(words)] == words for i in places)


def holds_scattered_words(title: str | None, short: str) -> bool:
    """Whether the words of `short` are all in `title`, in their order but not together (section 2.5)."""
    rest = iter(split_words(title or ""))
    words = list_telling_words(short)
    return len(words) > 1 and all(word in rest for word in words)
