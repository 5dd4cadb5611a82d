"""Short forms: a name, a title or a year that picks out a work cited in full (rules R12 to R17)."""

from footnotes.model import Cite, Confidence, Name, Reference, take_weaker
from footnotes.resolve.extents import may_hold_page
from footnotes.resolve.links import Link, point_nowhere
from footnotes.resolve.seen import Seen, Work, fold_name
from footnotes.text.fold import fold_marks, split_words

_TYPED = {"article-journal", "thesis", "report", "paper-conference"}
"""What the words of a back-reference can say of the work ("art. cit.", "a.g.t.")."""
_PARTS = {"chapter", "entry", "entry-encyclopedia", "entry-dictionary"}
_ARTICLES = {
    "a",
    "an",
    "the",
    "der",
    "die",
    "das",
    "le",
    "la",
    "les",
    "il",
    "lo",
    "el",
    "los",
    "las",
    "o",
    "os",
}


def resolve_author_page(cite: Cite, seen: Seen) -> Link:
    """The only work of that author, or the most recently cited one with all others as candidates."""
    works, flags = _find_by_author(cite, seen)
    kind = cite.stated.type if cite.stated else None
    if kind in _TYPED:
        works = _keep_kind(works, kind)
        flags = flags if len(works) > 1 else ()
    if len(works) > 1 and cite.locator is not None and not flags:
        held = [
            work
            for work in works
            if work.stated.page and may_hold_page(work.stated, cite.locator.label, cite.locator.value)
        ]
        if len(held) == 1 and all(one.stated.page for one in works):
            root, all_roots = held[0].root.id, tuple(work.root.id for work in works)
            flags = ("author_multiple_works",)
            return Link("author_page", Confidence.MEDIUM, root, root, all_roots, flags, inherits=False)
    if works and "same_surname" not in flags and len(works) > 1:
        flags = (*flags, "author_multiple_works")
    return _conclude("author_page", cite, seen, works, flags)


def _keep_kind(works: list[Work], kind: str) -> list[Work]:
    """Those of `works` of the type that "art. cit." names; a chapter is one too where nothing else is."""
    genus = kind.split("-", 1)[0]
    named = [work for work in works if work.stated.type.split("-", 1)[0] == genus]
    if named or kind != "article-journal":
        return named
    return [work for work in works if work.stated.type in _PARTS]


def resolve_author_title(cite: Cite, seen: Seen) -> Link:
    """The work of that author whose title holds the words of the short title."""
    works, flags = _find_by_author(cite, seen)
    title = cite.stated.title if cite.stated else None
    fitting = [work for work in works if title and holds_title(work.stated, title)]
    if works and not fitting:
        held = [work for work in works if title and holds_words(work.stated.container_title, title)]
        if len(held) != 1:
            return point_nowhere("author_title", "no_such_title", tuple(work.root.id for work in works))
        # "Derez, *Ravaged*, 84": the author of a chapter cited by the title of the volume.
        root = held[0].root.id
        return Link("author_title", Confidence.MEDIUM, root, root, flags=("container_of",), inherits=False)
    kept = tuple(flag for flag in flags if flag == "name_transliterated")
    return _conclude("author_title", cite, seen, fitting, kept if len(fitting) == 1 else flags)


def resolve_author_year(cite: Cite, seen: Seen) -> Link:
    """The work of that author and year."""
    works, flags = _find_by_author(cite, seen)
    fitting = [work for work in works if cite.stated and work.stated.year == cite.stated.year]
    return _conclude("author_year", cite, seen, fitting, () if len(fitting) == 1 else flags)


def resolve_title(cite: Cite, seen: Seen) -> Link:
    """The work whose title holds the words of the short title."""
    title = cite.stated.title if cite.stated else None
    works = [work for work in seen.list_works() if title and holds_title(work.stated, title)]
    return _conclude("title", cite, seen, works, ())


def _find_by_author(cite: Cite, seen: Seen) -> tuple[list[Work], tuple[str, ...]]:
    creators = cite.stated.creators if cite.stated else ()
    if not creators:
        return [], ()
    works = seen.find_by_name(creators[0])
    romanised = () if works else ("name_transliterated",)
    works = works or seen.find_by_transliteration(creators[0])
    given = creators[0].given if isinstance(creators[0], Name) else None
    fitting = [work for work in works if _may_be_given(work.stated, fold_name(creators[0]), given)]
    persons = {_full_name(work.stated, fold_name(creators[0])) for work in fitting}
    if fitting and romanised:
        return fitting, romanised
    return fitting, ("same_surname",) if len(persons) > 1 else ()


def _may_be_given(work: Reference, surname: str, given: str | None) -> bool:
    """Whether the given name or initial that a short form prints fits the person of the work."""
    if given is None:
        return True
    theirs = _full_name(work, surname)
    return not theirs or fold_marks(given)[:1] == theirs[:1]


def _full_name(work: Reference, surname: str) -> str:
    names = (*work.author, *work.editor, *work.translator)
    found = next((one for one in names if isinstance(one, Name) and fold_name(one) == surname), None)
    return fold_marks(found.given) if found and found.given else ""


def holds_title(work: Reference, short: str) -> bool:
    """Whether the words of `short`, without a leading article, stand together in the title of `work`."""
    return holds_words(work.title, short)


def holds_words(title: str | None, short: str) -> bool:
    """Whether the words of `short`, without a leading article, stand together in `title`."""
    words, all_words = split_words(short), split_words(title or "")
    if words and words[0] in _ARTICLES:
        words = words[1:]
    places = range(len(all_words) - len(words) + 1)
    return bool(words) and any(all_words[i : i + len(words)] == words for i in places)


def _conclude(rule: str, cite: Cite, seen: Seen, works: list[Work], flags: tuple[str, ...]) -> Link:
    if not works:
        return _look_ahead(rule, cite, seen)
    candidates = tuple(work.root.id for work in works) if len(works) > 1 else ()
    confidence = Confidence.HIGH if len(works) == 1 else Confidence.LOW
    if rule == "author_page" and "name_transliterated" in flags:
        confidence = take_weaker(confidence, Confidence.MEDIUM)
    root = works[0].root.id
    return Link(rule, confidence, root, root, candidates, flags, inherits=False)


def _look_ahead(rule: str, cite: Cite, seen: Seen) -> Link:
    """A short form before its full form points forward, if there is just one work (R14)."""
    creators = cite.stated.creators if cite.stated else ()
    works = seen.find_later_by_name(creators[0]) if creators else []
    title = cite.stated.title if cite.stated else None
    fitting = [work for work in works if title is None or holds_title(work.stated, title)]
    if len(fitting) != 1:
        return point_nowhere(rule, "no_antecedent", tuple(work.root.id for work in fitting))
    root = fitting[0].root.id
    return Link(rule, Confidence.MEDIUM, root, root, flags=("short_before_full",), inherits=False)
