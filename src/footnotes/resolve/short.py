"""Short forms: a name, a title or a year that picks out a work cited in full (rules R12 to R17)."""

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from footnotes.model import AnyName, Cite, Confidence, LiteralName, Name, take_weaker
from footnotes.resolve.extents import may_hold
from footnotes.resolve.links import Link, doubt, point_nowhere
from footnotes.resolve.seen import Seen
from footnotes.resolve.works import (
    MOST,
    Work,
    Works,
    fold_name,
    holds_scattered_words,
    holds_title,
    holds_words,
)
from footnotes.text.fold import fold_marks

_BOOKS = frozenset({"book"})
_TYPED = frozenset({"article-journal", "thesis", "report", "paper-conference"})
"""What the words of a back-reference can say of the work ("a.g.e.", "art. cit.", "a.g.t.")."""
_PARTS = frozenset({"chapter", "entry", "entry-encyclopedia", "entry-dictionary"})


@frozen
class _Named:
    """The works that a name may mean, how surely, and why less than surely."""

    works: tuple[Work, ...]
    flags: tuple[str, ...] = ()
    most: Confidence = Confidence.HIGH


_SEARCHES: tuple[tuple[Callable[[Works, AnyName], list[Work]], str, Confidence], ...] = (
    (Works.find_by_surname, "", Confidence.HIGH),
    (Works.find_by_transliteration, "name_transliterated", Confidence.MEDIUM),
    (Works.find_by_part, "name_shortened", Confidence.MEDIUM),
    (Works.find_by_likeness, "name_fuzzy", Confidence.MEDIUM),
)
"""The ways to look for a name, the surest first: each is tried where those before it find nobody."""


def resolve_author_page(cite: Cite, seen: Seen) -> Link:
    """The only work of that author, or the most recently cited one with all others as candidates."""
    named = _find_by_author(cite, seen)
    named = _keep_kind(named, cite.stated.type if cite.stated else "")
    volume = _find_volume(named, cite)
    if volume is not None:
        return _point_at_volume("author_page", volume)
    works = named.works
    if len(works) > 1 and "same_surname" not in named.flags:
        held = _hold_place(cite, works)
        if held is not None:
            link = Link("author_page", Confidence.MEDIUM, held, held, inherits=False)
            return evolve(link, candidates=_list_roots(works), flags=("author_multiple_works",))
        named = evolve(named, flags=(*named.flags, "author_multiple_works"))
    return _conclude("author_page", cite, seen, named)


def resolve_author_title(cite: Cite, seen: Seen) -> Link:
    """The work of that author whose title holds the words of the short title."""
    named = _find_by_author(cite, seen)
    title = (cite.stated.title if cite.stated else None) or ""
    fitting = tuple(work for work in named.works if holds_title(work, title))
    if len(named.works) >= MOST and cite.stated is not None:
        # Of an author of very many works only the last cited are listed; the title finds the others.
        name = cite.stated.creators[0]
        fitting = tuple(work for work in seen.works.find_by_words(title) if fits_name(work, name))
    most = named.most
    if not fitting:
        volume = _find_titled_volume(named, cite, title)
        if volume is not None:
            return volume
        fitting = tuple(work for work in named.works if holds_scattered_words(work.stated.title, title))
        most = Confidence.MEDIUM
    if named.works and not fitting:
        ahead = _look_ahead("author_title", cite, seen)
        known = point_nowhere("author_title", "no_such_title", _list_roots(named.works))
        return ahead if ahead.target else known
    if len(fitting) == 1 and fitting[0].stated.title and "name_transliterated" in named.flags:
        # Two spellings of a name and the same title are one person's (section 2.5).
        most = Confidence.HIGH
    flags = tuple(flag for flag in named.flags if flag != "same_surname" or len(fitting) > 1)
    return _conclude("author_title", cite, seen, _Named(fitting, flags, most))


def resolve_author_year(cite: Cite, seen: Seen) -> Link:
    """The work of that author and year."""
    named = _find_by_author(cite, seen)
    year = cite.stated.year if cite.stated else None
    fitting = tuple(work for work in named.works if work.stated.year == year)
    if named.works and not fitting:
        return point_nowhere("author_year", "no_such_year", _list_roots(named.works))
    flags = tuple(flag for flag in named.flags if flag != "same_surname" or len(fitting) > 1)
    return _conclude("author_year", cite, seen, evolve(named, works=fitting, flags=flags))


def resolve_title(cite: Cite, seen: Seen) -> Link:
    """The work whose title holds the words of the short title."""
    title = (cite.stated.title if cite.stated else None) or ""
    return _conclude("title", cite, seen, _Named(tuple(seen.works.find_by_words(title))))


def fits_name(work: Work, name: AnyName) -> bool:
    """Whether `work` may be cited by the surname of `name`, with the given name if that is printed."""
    return fold_name(name) in work.surnames and _may_be_given(work, name)


def _find_by_author(cite: Cite, seen: Seen) -> _Named:
    creators = cite.stated.creators if cite.stated else ()
    if not creators:
        return _Named(())
    name = creators[0]
    for search, flag, most in _SEARCHES:
        fitting = tuple(work for work in search(seen.works, name) if _may_be_given(work, name))
        others = {*map(fold_name, creators[1:])}
        # "Smith and Jones 11" means a work by both, if there is one.
        fitting = tuple(work for work in fitting if others <= {*work.surnames}) or fitting
        if fitting:
            flags = (flag,) if flag else ()
            several = len({_read_given(work, name) for work in fitting}) > 1
            return _Named(fitting, (*flags, "same_surname") if several else flags, most)
    return _Named(())


def _may_be_given(work: Work, name: AnyName) -> bool:
    """Whether the given name or initial that a short form prints fits the person of the work."""
    if isinstance(name, LiteralName) or name.given is None:
        return True
    theirs, given = _read_given(work, name), fold_marks(name.given)
    # "Caro Baroja" for Julio Caro Baroja: the words before the surname are part of it.
    return not theirs or given[:1] == theirs[:1] or theirs.split()[-len(given.split()) :] == given.split()


def _read_given(work: Work, name: AnyName) -> str:
    surname = fold_name(name)
    for one, folded in zip(work.names, work.surnames, strict=True):
        if folded == surname and isinstance(one, Name):
            return fold_marks(one.given or "")
    return ""


def _keep_kind(named: _Named, kind: str) -> _Named:
    """Those of the type that "art. cit." or "a.g.e." names; a chapter is an article if nothing else is."""
    if kind in _TYPED:
        kept = [work for work in named.works if _have_same_genus(work.stated.type, kind)]
        if not kept and kind == "article-journal":
            kept = [work for work in named.works if work.stated.type in _PARTS]
    elif kind in _BOOKS and len(named.works) > 1:
        kept = [work for work in named.works if work.stated.type in _BOOKS] or list(named.works)
    else:
        return named
    return evolve(named, works=tuple(kept), flags=named.flags if len(kept) > 1 else ())


def _have_same_genus(one: str, other: str) -> bool:
    return one.split("-", 1)[0] == other.split("-", 1)[0]


def _hold_place(cite: Cite, works: Sequence[Work]) -> str | None:
    """The one of `works`, all of known extent, that has the page cited (R13)."""
    if cite.locator is None or not all(work.stated.page for work in works):
        return None
    label, value = cite.locator.label, cite.locator.value
    held = [work.root.id for work in works if may_hold(work.stated, label, value)]
    return held[0] if len(held) == 1 else None


def _find_volume(named: _Named, cite: Cite) -> Work | None:
    """The chapter of the volume that is meant where only the volume's editor has the name (R17)."""
    name = cite.stated.creators[0] if cite.stated and cite.stated.creators else None
    if name is None or not named.works:
        return None
    surname = fold_name(name)
    edited = [
        work
        for work in named.works
        if work.stated.container_title
        and surname in map(fold_name, work.stated.editor)
        and surname not in map(fold_name, work.stated.author)
    ]
    volumes = {work.stated.container_title for work in edited}
    return edited[-1] if len(edited) == len(named.works) and len(volumes) == 1 else None


def _find_titled_volume(named: _Named, cite: Cite, title: str) -> Link | None:
    """A volume cited by its title: by its editor, or by the author of one chapter in it (R17)."""
    held = tuple(work for work in named.works if holds_words(work.stated.container_title, title))
    volume = _find_volume(evolve(named, works=held), cite)
    if volume is not None:
        return _point_at_volume("author_title", volume)
    if len(held) != 1:
        return None
    # "Derez, *Ravaged*, 84": the author of a chapter cited by the title of the volume.
    root = held[0].root.id
    return Link("author_title", Confidence.MEDIUM, root, root, flags=("container_of",), inherits=False)


def _point_at_volume(rule: str, chapter: Work) -> Link:
    """The volume of `chapter`, which is cited in full nowhere: no cite is its target."""
    root = chapter.root.id
    link = Link(rule, Confidence.MEDIUM, root, container_of=root, inherits=False)
    return evolve(link, flags=("container_of",))


def _conclude(rule: str, cite: Cite, seen: Seen, named: _Named) -> Link:
    if not named.works:
        return _look_ahead(rule, cite, seen)
    if len(named.works) == 1:
        root = named.works[0].root.id
        return Link(rule, named.most, root, root, flags=named.flags, inherits=False)
    recent = sorted(named.works, key=lambda work: seen.rank_recency(work.root.id), reverse=True)
    root = recent[0].root.id
    # The choice rests on what was cited last, so that is what the form points at.
    last = seen.find_last_cite(root) or root
    sure = take_weaker(named.most, Confidence.LOW)
    return Link(rule, sure, last, root, _list_roots(recent), named.flags, inherits=False)


def _look_ahead(rule: str, cite: Cite, seen: Seen) -> Link:
    """A short form before its full form points forward, if there is just one work (R14)."""
    creators = cite.stated.creators if cite.stated else ()
    title = cite.stated.title if cite.stated else None
    works = seen.later.find_by_surname(creators[0]) if creators else []
    fitting = [work for work in works if title is None or holds_title(work, title)]
    if not fitting:
        return point_nowhere(rule, "no_antecedent")
    if not all(seen.is_same_work(fitting[-1].stated, work.stated) for work in fitting[:-1]):
        nowhere = point_nowhere(rule, "no_antecedent", _list_roots(fitting))
        return evolve(nowhere, flags=(*nowhere.flags, "short_before_full"))
    # `fitting` has the last cite first: the one that introduces the work is at its end.
    fitting = fitting[-1:]
    link = Link(rule, Confidence.HIGH, fitting[0].root.id, fitting[0].root.id, inherits=False)
    return doubt(link, "short_before_full")


def _list_roots(works: Sequence[Work]) -> tuple[str, ...]:
    return tuple(work.root.id for work in works)
