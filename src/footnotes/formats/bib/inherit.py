"""`crossref` and `xdata`: an entry takes from another what it lacks (BibLaTeX manual 2.4.1 and appendix B).

Fields of the parent fill what the child has not: first those of its `xdata`, unchanged, then
those of its `crossref`, which itself has inherited before; the title of a whole becomes the
`booktitle` or `maintitle` of its part, that of a periodical the `journaltitle` of its article.
An `@xdata` is no work. The pointers are used up, and told of an entry beside what it has by them. A pointer
to nothing stays, and so does one that leads back to where it began. A parent is also found by
one of its `ids`, and where no key is spelled alike, by one that differs in case (BibTeX
compares so).
"""

from collections.abc import Iterable, Mapping

from attrs import evolve

from footnotes.formats.bib.syntax import RawEntry, RawField
from footnotes.formats.fields import ARTICLES, CHAPTERS
from footnotes.model import Pointer

CROSSREF = "crossref"
POINTERS = ("xdata", CROSSREF)
TEMPLATE = "xdata"
"""The type of what exists only to be inherited from."""
NOT_INHERITED = frozenset(
    {
        "crossref",
        "entryset",
        "entrysubtype",
        "execute",
        "ids",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shortauthor",
        "shorteditor",
        "shorthand",
        "shorthandintro",
        "shorttitle",
        "sorttitle",
        "sortkey",
        "xdata",
        "xref",
    }
)
"""BibLaTeX manual, appendix B."""

WHOLES = frozenset({"mvbook", "mvcollection", "mvproceedings", "mvreference"})
VOLUMES = frozenset({"book", "collection", "proceedings", "reference"})
AUTHORED = frozenset({"book", "mvbook"})
BOOK_PARTS = frozenset({"bookinbook", "inbook", "suppbook"})

_TITLES = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_PERIODICALS = {"title": "journaltitle", "subtitle": "journalsubtitle", "titleaddon": "journaltitleaddon"}
_MAIN_TITLES = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}


def inherit_fields(entries: Iterable[RawEntry]) -> tuple[RawEntry, ...]:
    """The entries with what they inherit, without those that exist only to be inherited from."""
    entries = tuple(entries)
    if not any(field.name.lower() in POINTERS for entry in entries for field in entry.fields):
        return tuple(entry for entry in entries if entry.entry_type != TEMPLATE)
    family = _Family(entries)
    return tuple(family.complete(entry) for entry in entries if entry.entry_type != TEMPLATE)


class _Family:
    """The entries by key; none is completed twice."""

    def __init__(self, entries: tuple[RawEntry, ...]) -> None:
        self.by_key = _index_keys(entries)
        self.done: dict[str, RawEntry] = {}

    def complete(self, entry: RawEntry) -> RawEntry:
        """The entry with what it inherits: parents first, on a stack, since chains may be long."""
        stack, begun = [(entry, False)], set(self.done)
        while stack:
            one, is_ready = stack.pop()
            if is_ready:
                self.done[one.key] = self._fill(one)
            elif one.key not in begun:
                begun.add(one.key)
                stack.append((one, True))
                stack += [(parent, False) for key in _list_parents(one) if (parent := self._find(key))]
        return self.done[entry.key]

    def _find(self, key: str) -> RawEntry | None:
        return self.by_key.get(key) or self.by_key.get(key.lower())

    def _fill(self, entry: RawEntry) -> RawEntry:
        fields = {field.name.lower(): field for field in entry.fields}
        own = frozenset(fields)
        used: list[Pointer] = []
        for pointer in POINTERS:
            if pointer not in fields:
                continue
            # An entry that names itself inherits nothing; pandoc would look for it without end.
            keys = [key for key in _split_keys(fields[pointer].value) if key != entry.key]
            found = [self._find(key) for key in keys]
            parents = [self.done.get(parent.key) for parent in found if parent is not None]
            whole = [parent for parent in parents if parent is not None]
            if len(whole) == len(found):
                stood = fields.pop(pointer).value
                if whole:
                    used.append(Pointer(pointer, stood, tuple(parent.key for parent in whole)))
            for parent in whole:
                _inherit(fields, entry, parent)
        return evolve(
            entry,
            fields=tuple(fields.values()),
            pointers=tuple(used),
            inherited=frozenset(fields) - own,
        )


def _index_keys(entries: tuple[RawEntry, ...]) -> dict[str, RawEntry]:
    """By key; a key in lower case and an alias give way to what is spelled so."""
    index = {entry.key: entry for entry in entries}
    for entry in entries:
        index.setdefault(entry.key.lower(), entry)
        for field in entry.fields:
            if field.name.lower() == "ids":
                index |= {key: entry for key in _split_keys(field.value) if key not in index}
    return index


def _list_parents(entry: RawEntry) -> list[str]:
    return [
        key for field in entry.fields if field.name.lower() in POINTERS for key in _split_keys(field.value)
    ]


def _split_keys(value: str) -> list[str]:
    return [key.strip() for key in value.split(",") if key.strip()]


def _inherit(fields: dict[str, RawField], child: RawEntry, parent: RawEntry) -> None:
    names = _rename(child.entry_type, parent.entry_type)
    for field in parent.fields:
        name = field.name.lower()
        if name not in NOT_INHERITED and name not in names:
            fields.setdefault(name, field)
    for field in parent.fields:
        if renamed := names.get(field.name.lower()):
            fields.setdefault(renamed, evolve(field, name=renamed))
    if child.entry_type in BOOK_PARTS and parent.entry_type in AUTHORED:
        _inherit_author(fields, parent)


def _inherit_author(fields: dict[str, RawField], parent: RawEntry) -> None:
    """Of a book within which the part of another stands, the author is its `bookauthor` (appendix B)."""
    author = next((field for field in parent.fields if field.name.lower() == "author"), None)
    if author is not None and fields.get("author", author).value != author.value:
        fields.setdefault("bookauthor", evolve(author, name="bookauthor"))


def _rename(child: str, parent: str) -> Mapping[str, str]:
    if parent == TEMPLATE:
        return {}
    if parent in WHOLES and child in VOLUMES | WHOLES | CHAPTERS:
        return _MAIN_TITLES
    if child in CHAPTERS:
        return _TITLES
    return _PERIODICALS if parent == "periodical" and child in ARTICLES else {}
