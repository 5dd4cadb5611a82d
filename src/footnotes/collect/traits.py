"""What of a work is compared with others, folded once for all comparisons."""

import re
from collections.abc import Iterator

from attrs import frozen

from footnotes.collect.vocabulary import load_words
from footnotes.model import AnyName, Name, Reference
from footnotes.text.fold import fold_case, fold_marks, fold_title, transliterate_surname
from footnotes.text.identifiers import fold_doi, fold_isbn, fold_url, split_numbers
from footnotes.text.others import means_others

_BREAK = re.compile(r"\s*[:?!;([]\s*|\.\s+|\s+[-–—]\s+")
_NUMBER = re.compile(r"\d+")
_MOST_INITIALS = 3
_PARTICLES = load_words("particles")
_GIVEN_BREAK = re.compile(r"[\s.\-]+")
_SURNAME_BREAK = re.compile(r"[\s\-]+")
_INVERTED = re.compile(
    rf"(?P<rest>[^,].*), (?P<article>{'|'.join(sorted(load_words('articles')))}|l['’])(?=\s*(?:[:.;(]|$))",
    re.IGNORECASE,
)
"""A title as card catalogues have it: `Origin of Species, The`."""


@frozen
class Person:
    """A creator as it is compared: the folded surname, or all of a literal, and the given names."""

    family: str
    """With its particles, wherever they were stated."""
    bare: str
    """Without its particles."""
    romanised: str
    given: tuple[str, ...]
    words: tuple[str, ...]
    """Given names and surname, word by word."""
    suffix: str
    is_literal: bool
    is_plain: bool
    """Whether the surname is written in the letters a to z alone."""


@frozen(eq=False)
class Traits:
    """A work as it is compared; texts are folded, what is not stated is empty."""

    work: Reference
    title: str
    heads: frozenset[str]
    """What the title would be without its subtitle, wherever one may begin."""
    creators: tuple[Person, ...]
    is_open: bool
    """Whether more creators are said to be, as by "et al."."""
    container: str
    doi: str
    pubmed: frozenset[str]
    isbns: frozenset[str]
    issns: frozenset[str]
    url: str
    page: str
    """The first page."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the title."""
        return tuple(self.title.split())

    @property
    def main(self) -> str:
        """The title up to the first place where a subtitle may begin."""
        return min(self.heads, key=len, default=self.title)


def find_traits(work: Reference) -> Traits:
    """The traits of a work."""
    creators = [name for name in work.creators if not _means_others(name)]
    title = _turn_round(work.title or "")
    pubmed = {f"{kind}{_digits(text)}" for kind, text in (("id", work.pmid), ("c", work.pmcid)) if text}
    return Traits(
        work=work,
        title=fold_name(title),
        heads=_find_heads(title),
        creators=tuple(_fold_person(name) for name in creators),
        is_open=len(creators) < len(work.creators),
        container=fold_name(work.container_title or ""),
        doi=fold_doi(work.doi or ""),
        pubmed=frozenset(pubmed),
        isbns=frozenset(fold_isbn(number) for number in split_numbers(work.isbn or "")),
        issns=frozenset(split_numbers(work.issn or "")),
        url=fold_url(work.url or ""),
        page=_find_first_page(work),
    )


def fold_name(text: str) -> str:
    """A title or the name of a house as it is compared; `&` is a word."""
    return fold_title(text.replace("&", " and ") if "&" in text else text)


def _turn_round(title: str) -> str:
    """The title with its article where it is read, if a catalogue put it behind."""
    found = _INVERTED.match(title) if ", " in title else None
    if found is None:
        return title
    blank = "" if found["article"][-1] in "'’" else " "
    return f"{found['article']}{blank}{found['rest']}{title[found.end() :]}"


def _find_heads(title: str) -> frozenset[str]:
    heads = {fold_name(title[: match.start()]) for match in _BREAK.finditer(title)}
    return frozenset(heads - {""})


def _means_others(name: AnyName) -> bool:
    return means_others(name.family if isinstance(name, Name) else name.literal)


def _fold_person(name: AnyName) -> Person:
    if not isinstance(name, Name):
        folded = fold_name(name.literal)
        return Person(folded, folded, folded, (), (), "", is_literal=True, is_plain=name.literal.isascii())
    given, behind = _split_particle(name.given or "")
    before, bare = _split_surname(name.family)
    parts = (behind, name.dropping_particle, name.non_dropping_particle, before, bare)
    whole = "".join(part for part in parts if part)
    first = tuple(_split_given(given))
    surname = (word for part in parts if part for word in _SURNAME_BREAK.split(fold_marks(part)))
    return Person(
        family=_join(fold_marks(whole)),
        bare=_join(fold_marks(bare)),
        romanised=_join(transliterate_surname(whole)),
        given=first,
        words=(*first, *(word for word in surname if word)),
        suffix=fold_marks(name.suffix or "").strip("."),
        is_literal=False,
        is_plain=name.family.isascii(),
    )


def _join(surname: str) -> str:
    return surname.replace(" ", "").replace("-", "")


def _split_surname(family: str) -> tuple[str, str]:
    """The particles before a surname, in whatever case, and the rest of it."""
    words = family.split()
    count = 0
    while count < len(words) - 1 and fold_marks(words[count]) in _PARTICLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _split_particle(given: str) -> tuple[str, str]:
    """The given names, and the particles behind them: `Simone de`."""
    words = given.split()
    count = len(words)
    while count > 1 and words[count - 1].islower() and fold_marks(words[count - 1]) in _PARTICLES:
        count -= 1
    return " ".join(words[:count]), " ".join(words[count:])


def _split_given(given: str) -> Iterator[str]:
    """The folded given names; initials that stand together (`JK`) are taken apart."""
    for word in _GIVEN_BREAK.split(given):
        if word.isupper() and 1 < len(word) <= _MOST_INITIALS:
            yield from fold_marks(word)
        elif word:
            # The schwa is a to the one and e to the other.
            yield (
                fold_marks(fold_case(word).replace("ə", "a"))
                if "ə" in fold_case(word)
                else fold_marks(word)
            )


def _digits(text: str) -> str:
    return "".join(_NUMBER.findall(text)) or text


def _find_first_page(work: Reference) -> str:
    found = re.search(r"[a-z]*\d+|\b[ivxlcdm]+\b", (work.page_first or work.page or "").lower())
    return found[0] if found else ""
