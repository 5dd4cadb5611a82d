"""Citation keys: `murinson2013`, in ASCII and lower case, the same in every run."""

from collections.abc import Iterable, Sequence
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
    words = [word for part in text.split() if (word := to_ascii(part).replace(" ", ""))]
    telling = [word for word in words if word not in _ARTICLES]
    return next(iter(telling or words), "")


def assign_keys(works: Sequence[Reference]) -> tuple[Reference, ...]:
    """Give every work its key; of several with one key the second gets the letter a, the third b."""
    taken: set[str] = set()
    keyed = []
    for work in works:
        stem = make_key(work)
        key = next(one for one in _spell_keys(stem) if one not in taken)
        taken.add(key)
        keyed.append(evolve(work, key=key))
    return tuple(keyed)


def _spell_keys(stem: str) -> Iterable[str]:
    yield stem
    for length in count(1):
        for letters in product(_LETTERS, repeat=length):
            yield stem + "".join(letters)
