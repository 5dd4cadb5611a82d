"""Whether two entries state one place among what is published: an identifier, or pages of a volume."""

from footnotes.collect.numbers import fold_numbers
from footnotes.collect.traits import Traits, fold_name
from footnotes.collect.types_of_works import KEPT, ONLINE
from footnotes.collect.vocabulary import load_words

_OF_JOURNALS = load_words("of_journals")


def is_one_publication(one: Traits, other: Traits) -> bool:
    """Whether a DOI, a PubMed number, an ISBN, or container, volume and first page are the same in both."""
    numbers = (one.pubmed & other.pubmed) or (one.isbns & other.isbns)
    if numbers or (one.doi and one.doi == other.doi):
        return True
    volumes = fold_numbers(one.work.volume or ""), fold_numbers(other.work.volume or "")
    is_one_page = bool(one.page) and one.page == other.page
    return is_one_page and volumes[0] == volumes[1] and is_same_journal(one, other)


def are_printed(one: Traits, other: Traits) -> bool:
    """Whether both came out in print: what was read, and where, then tells of copies and not of works.

    A book has an address at its publisher's and one in every library of scans.
    """
    works = (one.work, other.work)
    unprinted = KEPT | ONLINE
    return all((work.publisher or work.container_title) and work.type not in unprinted for work in works)


def is_same_journal(one: Traits, other: Traits) -> bool:
    """Whether two containers are one, in full or abbreviated, with a subtitle or without."""
    first = {one.container, fold_name(one.work.container_title_short or "")} - {""}
    second = {other.container, fold_name(other.work.container_title_short or "")} - {""}
    if first & second or (one.issns & other.issns):
        return True
    return any(_is_abbreviated(a.split(), b.split()) for a in first for b in second)


def _is_abbreviated(one: list[str], other: list[str]) -> bool:
    a, b = ([word for word in words if word not in _OF_JOURNALS] for words in (one, other))
    if len(a) == len(b) and a:
        return all(x.startswith(y) or y.startswith(x) for x, y in zip(a, b, strict=True))
    return False
