"""Places in a work as processors take them: a locator of CSL has one label, a note may have two.

"Capital, 1:554" and "Das Kapital, Bd. 1, S. 554" are a volume and a page. Where a style prints bare numbers
of pages the volume stands before them with a colon; where it names pages it names the volume too.
"""

import re
from collections.abc import Sequence

from attrs import frozen

from footnotes.formats import locator_to_csl
from footnotes.model import Level, Locator, Position, Reference, list_levels, rank_label
from footnotes.style.items import CiteItem, CslItem, Engine, NoteItems
from footnotes.style.marked_text import mark_levels, strip_marks
from footnotes.style.style_files import Style
from footnotes.text.roman import read_roman

_PROBE: CslItem = {
    "type": "book",
    "publisher": "Press",
    "publisher-place": "Town",
    "issued": {"date-parts": [[1999]]},
    "volume": "661",
}
_PROBES: list[CslItem] = [
    {**_PROBE, "id": one, "title": f"{one}7", "author": [{"family": f"{one}7"}]}
    for one in ("probe", "other")
]
"""Works whose names end in a figure, lest a name before a page be taken for the name of pages."""
_VOLUME = re.compile("661|dclxi", re.IGNORECASE)
_PAGE, _RANGE = "77177", "77177-88188"
_ENDED = re.compile(r"(.*\d\w?)(,\s*[^\d]*[^\W\d_][^\d]*)")
"""Pages with words behind them: "14, and passim"."""
_NAMED = re.compile(rf"(?<![^\W_])([^\W\d_]+\.?\s*){_PAGE}")


@frozen
class PageNames:
    """What a style prints before one page and before several, with the blank; nothing where they are bare.

    `first` and `later` say whether it prints the volume that a work is in its first note and in later ones.
    """

    one: str = ""
    several: str = ""
    first: bool = True
    later: bool = True
    volumes: bool = True
    """Whether it has a name for volumes too, which is not that of pages."""


BARE = PageNames()
"""For papers whose places have one level each."""


@frozen
class Place:
    """A place for a processor: a locator with its label, or words that stand behind the cite."""

    label: str | None = None
    locator: str | None = None
    words: str = ""


def read_page_names(engine: Engine, style: Style, locale: str) -> PageNames:
    """How a style names pages and volumes, by four notes made for this."""
    notes = [
        NoteItems(1, (CiteItem("probe", Position.FIRST, label="page", locator=_PAGE),)),
        NoteItems(2, (CiteItem("other"),)),
        NoteItems(3, (CiteItem("probe", Position.SUBSEQUENT, 1, 1, label="page", locator=_RANGE),)),
        NoteItems(4, (CiteItem("other", Position.SUBSEQUENT, 2, 2, label="volume", locator=_PAGE),)),
    ]
    printed = engine.format_notes(_PROBES, notes, style, locale, lambda _: None)
    texts = [strip_marks(printed[0]), strip_marks(printed[2])]
    volume = _NAMED.search(strip_marks(printed[3]))
    one, several = (found[1] if (found := _NAMED.search(text)) else "" for text in texts)
    first, later = (_VOLUME.search(text) is not None for text in texts)
    return PageNames(one, several, first, later, volume is not None and volume[1] != one)


def has_levels(locator: Locator | None) -> bool:
    """Whether a place has two levels from the volume inwards, such as volume and page."""
    return locator is not None and len(_list_levels(locator)) > 1


def make_place(locator: Locator, work: Reference, position: Position | None, names: PageNames) -> Place:
    """A place as processors take it; a volume is left out where the style says that the work is it."""
    levels = _list_levels(locator)
    label, volume = levels[0]
    said = bool(work.volume) and _says_volume(position, names)
    if said and levels[1:] and label == "volume" and _is_same(volume, work.volume):
        levels = levels[1:]
    if len(levels) > 1:
        return _join_bare(levels, names, said=said) or _join_levels(levels, names)
    return _make_simple(Locator(*levels[0]))


def _make_simple(locator: Locator) -> Place:
    """A place of one level; a word has no label."""
    if locator.label == "page" and _is_word(locator.value):
        return Place(words=f", {locator.value}")
    ended = _ENDED.fullmatch(locator.value) if locator.label == "page" else None
    place = locator_to_csl(Locator("page", ended[1]) if ended else locator)
    return Place(place.get("label", "page"), place["locator"], ended[2] if ended else "")


def _list_levels(locator: Locator) -> Sequence[Level]:
    """The levels from the volume inwards; of an archive only the last, the others are those of the work."""
    levels = list_levels(locator)
    return levels if rank_label(levels[0][0]) >= rank_label("volume") else levels[-1:]


def _says_volume(position: Position | None, names: PageNames) -> bool:
    """Whether the volume that a work is stands there without a locator; Ibid. is of the same volume."""
    if position in {None, Position.FIRST}:
        return names.first
    return position is not Position.SUBSEQUENT or names.later


def _is_same(one: str, other: str | None) -> bool:
    """Whether two numbers of volumes are one: "ii" is 2."""
    return other is not None and _count(one) == _count(other)


def _count(number: str) -> str:
    return str(read_roman(number) or number.strip().lower())


def _join_bare(levels: Sequence[Level], names: PageNames, *, said: bool) -> Place | None:
    """Volume and page as "1:560", where pages are bare numbers and no other volume is said."""
    (_, first), (_, last) = levels[0], levels[-1]
    is_pair = [label for label, _ in levels] == ["volume", "page"] and last[:1].isdigit()
    return (
        Place("page", f"{first}:{last}")
        if is_pair and not (names.one and names.volumes) and not said
        else None
    )


def _join_levels(levels: Sequence[Level], names: PageNames) -> Place:
    """The outermost level with its label, and the others as words behind it."""
    (outer, first), (inner, last) = levels[0], levels[-1]
    if inner == "page" and last[:1].isdigit():
        last = (names.several if re.search("[-–,]", last) else names.one) + last
    rest = ", ".join(["", *(value for _, value in levels[1:-1]), last])
    return Place(outer, first + mark_levels(rest))


def _is_word(value: str) -> bool:
    """Whether a place is a word such as "passim", which no style should call a page."""
    words = re.findall(r"\w+", value)
    return any(word[1:] for word in words) and not any(
        any(sign.isdigit() for sign in word) or read_roman(word) is not None for word in words
    )
