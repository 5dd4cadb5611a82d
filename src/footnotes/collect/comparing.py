"""What two entries say of one thing after the other: a table of small comparisons."""

from collections.abc import Callable, Iterator

from footnotes.collect.date_spans import compare_spans
from footnotes.collect.evidence import Evidence, agree, doubt, forbid, part
from footnotes.collect.marks import TELLING, are_other_days, compare_marks
from footnotes.collect.numbers import fold_number, fold_numbers, is_part_of
from footnotes.collect.people import APART, compare_creators, compare_people
from footnotes.collect.published import are_printed, is_one_publication, is_same_journal
from footnotes.collect.spelled_values import spell_date, spell_names
from footnotes.collect.title_likeness import Likeness, compare_titles
from footnotes.collect.traits import Traits, find_traits, fold_name
from footnotes.collect.types_of_works import ALIKE, ALWAYS_APART, BOOKS, KEPT, NUMBERED, ONLINE
from footnotes.collect.vocabulary import load_words
from footnotes.model import Date, Reference

_OF_JOURNALS = load_words("of_journals")


def compare_works(one: Traits, other: Traits) -> Iterator[Evidence]:
    """What both entries state, side by side, and what only one states where that matters."""
    for compare in COMPARISONS:
        found = compare(one, other)
        if found is not None:
            yield found


def _compare_types(one: Traits, other: Traits) -> Evidence | None:
    first, second = one.work.type, other.work.type
    if first == second or "document" in {first, second}:
        return None
    if any({first, second} == set(pair) for pair in ALWAYS_APART):
        return forbid("type", first, second)
    alike = any(first in group and second in group for group in ALIKE)
    return doubt("type", first, second, 1) if alike else part("type", first, second)


def _compare_dois(one: Traits, other: Traits) -> Evidence | None:
    if not one.doi or not other.doi:
        return None
    return (agree if one.doi == other.doi else forbid)("DOI", one.doi, other.doi)


def _compare_pubmed(one: Traits, other: Traits) -> Evidence | None:
    if not one.pubmed or not other.pubmed:
        return None
    first, second = (traits.work.pmid or traits.work.pmcid or "" for traits in (one, other))
    if one.pubmed & other.pubmed:
        return agree("PMID", first, second)
    both = bool(one.work.pmid and other.work.pmid) or bool(one.work.pmcid and other.work.pmcid)
    return forbid("PMID", first, second) if both else None


def _compare_isbns(one: Traits, other: Traits) -> Evidence | None:
    if not one.isbns or not other.isbns:
        return None
    first, second = one.work.isbn or "", other.work.isbn or ""
    return agree("ISBN", first, second) if one.isbns & other.isbns else doubt("ISBN", first, second)


def _compare_titles(one: Traits, other: Traits) -> Evidence:
    first, second = one.work.title or "", other.work.title or ""
    if not one.title or not other.title:
        return part("title", first, second)
    likeness = compare_titles(one, other)
    if likeness is Likeness.OTHER:
        return part("title", first, second)
    return doubt("title", first, second, int(likeness)) if likeness else agree("title", first, second)


def _compare_creators(one: Traits, other: Traits) -> Evidence:
    first, second = spell_names(one.work.creators), spell_names(other.work.creators)
    doubts = 0 if _is_one_report(one, other) else compare_creators(one, other)
    if doubts == APART:
        return forbid("creators", first, second)
    return doubt("creators", first, second, doubts) if doubts else agree("creators", first, second)


def _is_one_report(one: Traits, other: Traits) -> bool:
    """Whether both are a case without creators, as cases are, at one place of the law reports."""
    is_case = one.work.type == other.work.type == "legal_case" and not one.creators and not other.creators
    return is_case and bool(one.page) and (one.work.volume, one.page) == (other.work.volume, other.page)


def _compare_translators(one: Traits, other: Traits) -> Evidence | None:
    first, second = one.work.translator, other.work.translator
    if not first and not second:
        return None
    words = spell_names(first), spell_names(second)
    if not first or not second:
        return doubt("translator", *words, 2)
    people = [find_traits(Reference(author=names)).creators[0] for names in (first, second)]
    return forbid("translator", *words) if compare_people(*people) == APART else agree("translator", *words)


def _compare_languages(one: Traits, other: Traits) -> Evidence | None:
    first, second = one.work.language, other.work.language
    if not first or not second:
        return None
    same = first.lower().split("-")[0] == second.lower().split("-")[0]
    return None if same else part("language", first, second)


def _compare_dates(one: Traits, other: Traits) -> Evidence | None:
    first, second = one.work.issued, other.work.issued
    words = spell_date(first), spell_date(second)
    if first is None or second is None:
        return doubt("date", *words)
    if not isinstance(first, Date) or not isinstance(second, Date):
        if words[0].lower() == words[1].lower():
            return agree("date", *words)
        return doubt("date", *words, TELLING if are_other_days(one, other, *words) else 1)
    doubts = compare_spans(one, other, first, second)
    if doubts is None:
        return part("date", *words)
    return doubt("date", *words, doubts) if doubts else agree("date", *words)


def _compare_originals(one: Traits, other: Traits) -> Evidence | None:
    first, second = spell_date(one.work.original_date), spell_date(other.work.original_date)
    if first == second:
        return None
    return (
        part("original date", first, second) if first and second else doubt("original date", first, second)
    )


def _compare_containers(one: Traits, other: Traits) -> Evidence | None:
    first, second = one.work.container_title or "", other.work.container_title or ""
    if not first and not second:
        return None
    if not first or not second:
        return doubt("container", first, second)
    if is_same_journal(one, other):
        return agree("container", first, second)
    return part("container", first, second)


def _compare_pages(one: Traits, other: Traits) -> Evidence | None:
    if {one.work.type, other.work.type} & BOOKS or not one.page or not other.page:
        return None
    first, second = (traits.work.page or traits.work.page_first or "" for traits in (one, other))
    return (agree if one.page == other.page else part)("pages", first, second)


def _compare_publishers(one: Traits, other: Traits) -> Evidence | None:
    first, second = one.work.publisher or "", other.work.publisher or ""
    a, b = fold_name(first).split(), fold_name(second).split()
    if not a or not b or set(a) & set(b) - _OF_JOURNALS:
        return None
    return doubt("publisher", first, second)


def _compare_urls(one: Traits, other: Traits) -> Evidence | None:
    first, second = one.work.url or "", other.work.url or ""
    if not first or not second:
        return None
    if one.url == other.url:
        return agree("URL", first, second)
    at_one_site = one.url.split("/")[0] == other.url.split("/")[0]
    is_online = bool({one.work.type, other.work.type} & ONLINE)
    if are_printed(one, other):
        return None
    if at_one_site and is_online:
        return part("URL", first, second)
    if is_one_publication(one, other):
        return doubt("URL", first, second) if is_online else None
    return doubt("URL", first, second, TELLING)


def _compare_recipients(one: Traits, other: Traits) -> Evidence | None:
    first, second = spell_names(one.work.recipient), spell_names(other.work.recipient)
    return forbid("recipient", first, second) if first and second and first != second else None


def _compare_reviewed(one: Traits, other: Traits) -> Evidence | None:
    first, second = one.work.reviewed_title or "", other.work.reviewed_title or ""
    return forbid("reviewed work", first, second) if fold_name(first) != fold_name(second) else None


def _compare_numbers(one: Traits, other: Traits) -> Evidence | None:
    """The first of the numbers of parts in which two entries differ; that of an issue may be an error."""
    types = {one.work.type, other.work.type}
    for variable in _NUMBERS:
        first, second = getattr(one.work, variable), getattr(other.work, variable)
        if not first and not second:
            continue
        a, b = fold_numbers(first or ""), fold_numbers(second or "")
        word = variable.replace("_", " ")
        if variable == "issue" and (is_part_of(a, b) or is_part_of(b, a)):
            # A volume with a double issue 2/3 has no other issue 2.
            return doubt(word, first or "", second or "")
        if a and b and a != b:
            return (forbid if variable in _OF_WORKS else part)(word, first or "", second or "")
        if a != b and variable in {"volume", "part"} and types & BOOKS:
            return doubt(word, first or "", second or "", 2)
        if a != b and variable == "edition" and "1" not in {a, b}:
            return doubt(word, first or "", second or "", 1)
    return None


def _compare_places(one: Traits, other: Traits) -> Evidence | None:
    if not {one.work.type, other.work.type} & (KEPT | NUMBERED):
        return None
    for variable in ("number", "archive_location", "call_number", "jurisdiction"):
        first, second = getattr(one.work, variable) or "", getattr(other.work, variable) or ""
        if first and second and fold_number(first) != fold_number(second):
            return part(variable.replace("_", " "), first, second)
    return None


_OF_WORKS = {"volume", "edition", "part", "supplement", "chapter_number", "version", "printing"}
_NUMBERS = ("volume", "part", "issue", "edition", "supplement", "chapter_number", "version", "printing")

COMPARISONS: tuple[Callable[[Traits, Traits], Evidence | None], ...] = (
    _compare_titles,
    _compare_creators,
    _compare_dates,
    _compare_dois,
    _compare_pubmed,
    _compare_isbns,
    _compare_urls,
    _compare_containers,
    _compare_numbers,
    _compare_pages,
    _compare_publishers,
    _compare_translators,
    _compare_languages,
    _compare_originals,
    _compare_recipients,
    _compare_reviewed,
    _compare_places,
    compare_marks,
    _compare_types,
)
"""All comparisons, those first that tell most pairs apart."""
