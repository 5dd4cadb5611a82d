"""Towns of the book trade, by which the place of an imprint is told from its publisher."""

import functools
import re

from footnotes.parse.names.persons import is_organisation
from footnotes.parse.vocabulary import load_table, load_words

# "London and New York", "Roma-Bari", "Berlin/Leipzig": the whole is asked for first.
_JOINT = re.compile(r"\s?[-–/;&]\s?|,\s|\s(?:and|und|et|e|y|i|ve)\s")

_FIRST_WORD = re.compile(r"(?:l['’]|[a-z]+(?=\s))(?=\s?[^\W\d_a-z])")
# What a name says of itself, in whose language the town is not: "Johns Hopkins Press, Baltimore 1991".
_PUBLISHER = re.compile(
    r"\b(?:Press|Presses|UP|Books|Publish\w+|Verlag|Éditions?|Editions|Edizioni|Editor[ei]\w*|Editorial|Libreria"
    r"|Librairie|Ediciones|Editora|Yayın\w*|Yayıncılık|Wydawnictwo|Uitgeverij|Nakladatelství|Kiadó|Forlag|Förlag"
    r"|Издательство|Изд-во|Видавництво|Nəşriyyatı?)\b"
)


@functools.cache
def _load_towns() -> dict[str, bool]:
    """Each town, and whether a publisher often stands before it in the notes of its language."""
    return {row[0]: row[2:] == ("first",) for row in load_table("towns")}


def is_book_town(text: str) -> bool:
    """Whether `text` is a town of the table `towns`, or several."""
    return all(name in _load_towns() for name in _list_towns(text))


def follows_publisher(town: str) -> bool:
    """Whether a single piece before `town` and a year is a publisher: `Einaudi, Torino 1976`."""
    return all(_load_towns().get(name, False) for name in _list_towns(town))


def _list_towns(text: str) -> list[str]:
    return [text] if text in _load_towns() else _JOINT.split(text)


def names_publisher(name: str) -> bool:
    """Whether a word of `name` says that it publishes."""
    return _PUBLISHER.search(name) is not None


def opens_with_article(name: str) -> bool:
    """Whether `name` begins with an article or particle of a publisher: "il Mulino", "de Gruyter"."""
    first = _FIRST_WORD.match(name)
    return first is not None and first.group().replace("’", "'") in load_words("articles")


def begins_with_publisher(first: str, second: str) -> bool:
    """Whether of two pieces of an imprint the first is the publisher: `il Mulino, Bologna`.

    Romance, Polish and Turkish notes print either order. A name that begins with an article is a
    publisher, and so is an institution; of others a known town is the place, and two unknown ones
    tell nothing.
    """
    if is_book_town(first):
        return False
    return (
        is_book_town(second)
        or (opens_with_article(first) and second[:1].isupper())
        or (is_organisation(first) and not is_organisation(second) and second[:1].isupper())
    )
