"""What the parts of a cite amount to, once all are in: what is unmarked, the type, the pages."""

import re

from footnotes.model import Locator, list_levels
from footnotes.parse.archives import Piece, find_shelf
from footnotes.parse.comma_imprints import has_late_volume, take_comma_imprint
from footnotes.parse.draft import Draft
from footnotes.parse.extents import count_pages, find_figure, part_extent
from footnotes.parse.kinds import Evidence, decide_type
from footnotes.parse.landmarks import Stretch
from footnotes.parse.letters import match_letter
from footnotes.parse.locators import FoundLocator
from footnotes.parse.multivolume import names_volume, take_whole
from footnotes.parse.series import take_series
from footnotes.parse.towns import is_book_town

_LAST_OF_LIST = re.compile(r",\s(?:and|or|&|und|et|e|y)\s")
_EXTENT = 3
"""From how many pages on a bare range after the imprint of a volume is the extent of the chapter.

Nobody writes a chapter of two pages, and everybody cites two pages of a chapter.
"""


def conclude_draft(draft: Draft) -> tuple[str, Locator | None]:
    """The type of the work and the place cited, once all parts are in."""
    _place_plains(draft)
    _place_number(draft)
    kind = decide_type(_weigh(draft))
    _place_issue(draft, kind)
    if kind == "book" and _is_published(draft):
        take_series(draft)
    _name_container(draft, kind)
    return kind, _place_pages(draft, kind)


def _place_number(draft: Draft) -> None:
    """A number between the title of somebody's book and its year is a page: `*תולדות המסחר* 12 (2001)`.

    So do Israeli and American law print books (Bluebook 15.1). What has another title is in a journal.
    """
    stated = draft.variables
    alone = (
        stated.keys() <= {"author", "title", "volume", "issued"} and draft.marks["title"] == "emphasised"
    )
    if not alone or not {"author", "volume", "issued"} <= stated.keys() or draft.locators:
        return
    start, end = next(one[1:] for one in draft.places if one[0] == "volume")
    text = draft.landmarks.text
    if text[end:].lstrip()[:1] == "(" and text[start - 2 : start - 1] not in ".,":
        page = Locator("page", str(stated.pop("volume")))
        found = FoundLocator(start, end, page, labelled=False, value_start=start)
        draft.locators.append((found, False))
        draft.places = [one for one in draft.places if one[0] != "volume"]
        draft.kinds.discard("volume")


def _place_issue(draft: Draft, kind: str) -> None:
    """A number behind the imprint of a volume is that of a document: `(London: HMSO, 1926), no. 293`."""
    starts = {variable: (start, end) for variable, start, end in draft.places}
    behind = starts.get("issue", (0, 0))[0] > starts.get("issued", (0, 0))[0] > 0
    if kind in {"chapter", "book"} and _is_published(draft) and behind and not draft.locators:
        start, end = starts["issue"]
        locator = Locator("issue", str(draft.variables.pop("issue")))
        draft.places = [one for one in draft.places if one[0] != "issue"]
        draft.locators.append((FoundLocator(start, end, locator, labelled=True, value_start=start), False))


def _place_plains(draft: Draft) -> None:
    """The unmarked stretches: a repository with a place in it, or a container and what has no role."""
    text = draft.landmarks.text
    if draft.whole_at >= 0:
        take_whole(draft)
    if not draft.read_text("title"):
        draft.plains = [piece for piece in draft.plains if not _take_letter(draft, piece)]
    contained = draft.kinds & {"imprint", "volume"} or "container_title" in draft.variables
    shelf = None if contained else find_shelf(text, draft.plains)
    if shelf is not None:
        for variable, piece in (
            ("archive", shelf.archive),
            ("archive_location", shelf.location),
            ("archive_place", shelf.place),
        ):
            if piece is not None:
                draft.state(variable, text[slice(*piece)], *piece)
        return
    for start, end in _join_periodical(draft, _join_title(draft, take_comma_imprint(draft))):
        if _is_published(draft) and names_volume(draft, start):
            draft.state("volume_title", text[start:end], start, end)
        elif draft.state("container_title", text[start:end], start, end):
            draft.marks["container"] = "plain"
        else:
            draft.loose += 1


def _join_periodical(draft: Draft, pieces: list[Piece]) -> list[Piece]:
    """Pieces before the volume of a quoted article as one: `Annales. Économies, Sociétés, Civilisations`.

    Between commas they could be something else too, and so the reading is not certain.
    """
    printed = [draft.landmarks.text[slice(*piece)] for piece in pieces]
    volume = next((start for name, start, _ in draft.places if name in {"volume", "issue"}), -1)
    is_one = (
        draft.marks["title"] == "quoted"
        and len(pieces) > 1
        and pieces[-1][1] < volume
        and len(draft.landmarks.text[pieces[0][0] : pieces[-1][1]]) == len(", ".join(printed))
        and all(words[0].isupper() and not is_book_town(words) for words in printed)
    )
    draft.loose += is_one
    return [(pieces[0][0], pieces[-1][1])] if is_one else pieces


def _join_title(draft: Draft, pieces: list[Piece]) -> list[Piece]:
    """`pieces` with those as one that a title with commas was cut into: `in Bread, Butter, and Salt (...)`.

    An imprint leaves nothing else between "in" and itself but a series; "and" before the last shows a list.
    """
    if "in" not in draft.kinds or not _is_published(draft) or "container_title" in draft.variables:
        return pieces
    text, joined = draft.landmarks.text, list[Piece]()
    for start, end in pieces:
        if joined and text[joined[-1][1] : start] == ", ":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    lists = all(_LAST_OF_LIST.search(text, *piece) for piece in joined)
    draft.loose += len(joined) < len(pieces) and not lists
    return joined


def _is_published(draft: Draft) -> bool:
    return "publisher" in draft.variables or "publisher_place" in draft.variables


def _weigh(draft: Draft) -> Evidence:
    return Evidence(
        title=draft.read_text("title"),
        title_mark=draft.marks.get("title", "plain"),
        container=draft.read_text("container_title"),
        container_mark=draft.marks.get("container", "plain"),
        in_volume="in" in draft.kinds and ("container_title" in draft.variables or draft.shares_container),
        genre=draft.read_text("genre"),
        numbered="volume" in draft.kinds
        and not ("publisher" in draft.variables and has_late_volume(draft)),
        published=_is_published(draft),
        issued=draft.variables.get("issued"),
        url=draft.read_text("url"),
        doi=draft.read_text("doi"),
        archived="archive" in draft.variables,
        letter="recipient" in draft.variables,
        has_editor="editor" in draft.variables,
    )


def _name_container(draft: Draft, kind: str) -> None:
    """What follows the title of a report is its publisher, and that of a book its series."""
    becomes = {"report": "publisher", "book": "collection_title", "thesis": "publisher"}.get(kind)
    if becomes and "container_title" in draft.variables and becomes not in draft.variables:
        draft.rename("container_title", becomes)


def _place_pages(draft: Draft, kind: str) -> Locator | None:
    has_extent = kind == "chapter" or kind.startswith(("article", "entry", "review", "paper"))
    places = [one for one, _ in draft.locators]
    if places and has_extent and not draft.locators[0][1]:
        extent, *cited = part_extent(draft.landmarks.text, places[0])
        if _is_extent(extent, kind):
            places[:1] = cited
            _state_extent(draft, extent)
    if not places:
        return None
    draft.places.append(("locator", places[0].value_start, places[0].end))
    return places[0].locator


def _state_extent(draft: Draft, extent: FoundLocator) -> None:
    """State the pages, and the volume before them: `(London: Pickering, 1999), 8:237–50`."""
    (outer, volume), *_ = list_levels(extent.locator)
    start = extent.value_start
    if outer == "volume":
        draft.state("volume", volume, start, start + len(volume))
        start = find_figure(draft.landmarks.text, start + len(volume))
    draft.state("page", extent.locator.value, start, extent.end)


def _is_extent(found: FoundLocator, kind: str) -> bool:
    if found.locator.label != "page" or "-" not in found.locator.value or "," in found.locator.value:
        return False
    return kind != "chapter" or found.labelled or count_pages(found.locator.value) >= _EXTENT


def _take_letter(draft: Draft, piece: Piece) -> bool:
    """Take `Smith to Chamberlain` after a shelf mark as writer, recipient and title."""
    letter = match_letter(Stretch(draft.landmarks, *piece))
    if letter is None:
        return False
    draft.state_letter(letter)
    return draft.state("title", draft.landmarks.text[slice(*piece)], *piece)
