"""Whether two references are one work."""

from footnotes.model import AnyDate, AnyName, Date, Name, Reference
from footnotes.text.fold import fold_marks, fold_title
from footnotes.text.others import means_others
from footnotes.text.subtitles import cut_subtitle, has_subtitle


def is_same_work(one: Reference, other: Reference) -> bool:
    """Whether `one` and `other` are the same work, differently worded at most.

    A DOI decides. Else the titles must be the same, in full or up to a subtitle that only one has, and
    nothing that both state may differ: creators (by surname and first letter of the given name), year,
    container, volume, edition, address. Works of one surname alone are never the same.
    """
    if one.doi and other.doi:
        return one.doi.casefold() == other.doi.casefold()
    if not _have_same_title(one.title, other.title) or not _have_same_creators(one, other):
        return False
    stated = ((one.volume, other.volume), (one.issue, other.issue), (one.edition, other.edition))
    worded = ((one.container_title, other.container_title), (one.url, other.url))
    return (
        _may_be_same_date(one.issued, other.issued)
        and all(a is None or b is None or a == b for a, b in stated)
        and all(not a or not b or fold_title(a) == fold_title(b) for a, b in worded)
    )


def _may_be_same_date(one: AnyDate | None, other: AnyDate | None) -> bool:
    """Whether two dates differ in nothing that both state: 2020 and 3 May 2020 may be one."""
    if not isinstance(one, Date) or not isinstance(other, Date):
        return True
    first, second = one.start, other.start
    parts = ((first.year, second.year), (first.month, second.month), (first.day, second.day))
    return all(a is None or b is None or a == b for a, b in parts)


def _have_same_title(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    first, second = fold_title(one), fold_title(other)
    if first == second:
        return True
    subtitled = has_subtitle(one) != has_subtitle(other)
    return subtitled and fold_title(cut_subtitle(one)) == fold_title(cut_subtitle(other))


def _have_same_creators(one: Reference, other: Reference) -> bool:
    if not one.creators or not other.creators:
        return not one.creators and not other.creators
    first, second = _list_named(one), _list_named(other)
    has_others = len(first) < len(one.creators) or len(second) < len(other.creators)
    return (has_others or len(first) == len(second)) and all(
        _is_same_name(a, b) for a, b in zip(first, second, strict=False)
    )


def _list_named(work: Reference) -> list[AnyName]:
    """Who made a work, by name: "et al." leaves open how many more there are."""
    return [name for name in work.creators if isinstance(name, Name) or not means_others(name.literal)]


def _is_same_name(one: AnyName, other: AnyName) -> bool:
    if isinstance(one, Name) and isinstance(other, Name):
        return fold_marks(one.family) == fold_marks(other.family) and _may_be_same_given(
            one.given, other.given
        )
    if isinstance(one, Name) or isinstance(other, Name):
        return False
    return fold_marks(one.literal) == fold_marks(other.literal)


def _may_be_same_given(one: str | None, other: str | None) -> bool:
    """Whether two given names can be one person's: John and J. can, John and James cannot."""
    first, second = (fold_marks(given or "").replace(".", " ").split() for given in (one, other))
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(first, second, strict=False))
