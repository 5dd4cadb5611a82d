"""Citation keys: `murinson2013`, in ASCII and lower case, the same in every run."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, product

from attrs import evolve

from footnotes.model import Name, Reference
from footnotes.text.fold import to_ascii

_ARTICLES = {"a", "an", "the", "der", "die", "das", "le", "la", "les", "il", "lo", "el", "los", "las"}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def make_key(work: Reference) -> str:
    """The key of `work` before it is made unique: its first creator's surname, or first word, and its year.

    A surname takes its particles along; an institution or a title gives its first word that is no
    article; a work without a year is `nd`.
    """
    creator = work.creators[0] if work.creators else None
    if isinstance(creator, Name):
        particles = (creator.dropping_particle, creator.non_dropping_particle, creator.family)
        head = to_ascii("".join(part for part in particles if part)).replace(" ", "")
    else:
        head = _first_word(
            creator.literal
            if creator
            else work.title or work.container_title or work.archive or work.url or ""
        )
    return f"{head or 'work'}{work.year or 'nd'}"


def _first_word(text: str) -> str:
    article = ""
    for part in text.split():
        word = to_ascii(part).replace(" ", "")
        if word and word not in _ARTICLES:
            return word
        article = article or word
    return article


def make_keys(works: Iterable[Reference]) -> tuple[str, ...]:
    """A key for each of `works`; of several with one key the second gets the letter a, the third b."""
    taken: dict[str, None] = {}
    for work in works:
        stem = make_key(work)
        taken[next(one for one in _spell_keys(stem) if one not in taken)] = None
    return tuple(taken)


def assign_keys(works: Sequence[Reference]) -> tuple[Reference, ...]:
    """Give every work its key."""
    return tuple(evolve(work, key=key) for work, key in zip(works, make_keys(works), strict=True))


def list_suffixes() -> Iterator[str]:
    """What makes keys unique: a, b ... z, aa ... without end."""
    for length in count(1):
        yield from map("".join, product(_LETTERS, repeat=length))


def _spell_keys(stem: str) -> Iterator[str]:
    yield stem
    yield from (stem + suffix for suffix in list_suffixes())
