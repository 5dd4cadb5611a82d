"""Imprints between commas: `Torino, Einaudi, 1976`, where nothing but the order tells what is what."""

from collections.abc import Sequence

from footnotes.parse.archives import Piece
from footnotes.parse.containers import find_medium
from footnotes.parse.draft import Draft
from footnotes.parse.names.persons import is_organisation
from footnotes.parse.towns import (
    begins_with_publisher,
    follows_publisher,
    is_book_town,
    names_publisher,
    opens_with_article,
)

_IMPRINT_PIECES = 2
_LONGEST_PLACE = 4
"""How many words a place or a publisher between commas may have; what is longer is part of a title."""


def take_comma_imprint(draft: Draft) -> list[Piece]:
    """State the imprint that the unmarked stretches of `draft` end with, and give what is left of them."""
    pieces = _list_before_year(draft)
    if _ends_in_imprint(draft, pieces):
        text = draft.landmarks.text
        place, publisher = _order_pieces(text, pieces[-_IMPRINT_PIECES:])
        draft.state("publisher_place", text[slice(*place)], *place)
        draft.state("publisher", text[slice(*publisher)], *publisher)
        return [piece for piece in draft.plains if piece not in {place, publisher}]
    return _complete_imprint(draft) if _lacks_half(draft) else draft.plains


def _list_before_year(draft: Draft) -> list[Piece]:
    """The unmarked stretches before the year: behind it stand pages in unknown words, and remarks."""
    year = next((start for variable, start, _ in draft.places if variable == "issued"), None)
    return [piece for piece in draft.plains if year is None or piece[1] <= year]


def _ends_in_imprint(draft: Draft, pieces: Sequence[Piece]) -> bool:
    """Whether two unmarked stretches and a year are a place and a publisher.

    French and Italian notes print an imprint between commas: `*Il formaggio*, Torino, Einaudi, 1976`.
    In a newspaper or journal they are its name and its town.
    """
    printed = [draft.landmarks.text[slice(*piece)] for piece in pieces[-_IMPRINT_PIECES:]]
    in_town = any(map(is_book_town, printed))
    return (
        len(printed) == _IMPRINT_PIECES
        and (
            len(pieces) == _IMPRINT_PIECES
            or draft.marks["title"] == "emphasised"
            # "dans Études sur la pauvreté, Paris, Sorbonne, 1974": the volume stands before them.
            or ("in" in draft.kinds and in_town)
        )
        and (draft.marks["title"] != "quoted" or "in" in draft.kinds)
        and "year" in draft.kinds
        and not draft.kinds & {"imprint", "url", "date"}
        and ("volume" not in draft.kinds or has_late_volume(draft) or in_town)
        and (all(_is_short(words) for words in printed) or _names_town(draft, printed))
        and not any(find_medium(words) for words in printed)
    )


def _is_short(words: str) -> bool:
    """Whether `words` are no more than a place or a publisher has: an institution may have a long name."""
    return len(words.split()) <= _LONGEST_PLACE or is_organisation(words)


def _names_town(draft: Draft, printed: Sequence[str]) -> bool:
    """Whether one of two pieces is a known town, beside which the name of a publisher may be long."""
    return draft.marks["title"] == "emphasised" and any(is_book_town(words) for words in printed)


def _order_pieces(text: str, pieces: Sequence[Piece]) -> tuple[Piece, Piece]:
    """The place and the publisher among two pieces, which notes print in either order."""
    first, second = pieces
    swapped = begins_with_publisher(text[slice(*first)], text[slice(*second)])
    return (second, first) if swapped else (first, second)


def _lacks_half(draft: Draft) -> bool:
    """Whether a name and a year stand as an imprint behind a short piece that may be its other half."""
    volume = "in" if draft.marks.get("container") == "emphasised" else ""
    ends_title = "container_title" not in draft.variables and draft.marks["title"] == "emphasised"
    # "Title, Guida, Napoli 1989": behind an unmarked title the publisher is the only piece.
    place = draft.read_text("publisher_place")
    expected = 2 if "in" in draft.kinds and "container_title" not in draft.variables else 1
    alone = (
        draft.marks["title"] == "plain"
        and len(draft.plains) == expected
        and "thesis" not in draft.kinds
        and (expected == 1 or (bool(place) and follows_publisher(place)))
    )
    return (
        bool(draft.plains)
        and (ends_title or alone or volume in draft.kinds)
        and len({"publisher_place", "publisher"} & draft.variables.keys()) == 1
        and "volume" not in draft.variables
        and _is_short(draft.landmarks.text[slice(*draft.plains[-1])])
    )


def _complete_imprint(draft: Draft) -> list[Piece]:
    """The rest of the pieces: `Einaudi, Torino 1976` and `Torino, Einaudi 1976` are whole imprints."""
    *others, piece = draft.plains
    words, place = draft.landmarks.text[slice(*piece)], draft.read_text("publisher_place")
    is_publisher = follows_publisher(place) or opens_with_article(words) or names_publisher(words)
    if place and not is_book_town(words) and is_publisher:
        draft.state("publisher", words, *piece)
    elif is_book_town(words) and not (place and is_book_town(place)):
        if place:
            draft.rename("publisher_place", "publisher")
        draft.state("publisher_place", words, *piece)
    else:
        return draft.plains
    return others


def has_late_volume(draft: Draft) -> bool:
    """Whether the volume stands behind the year, as that of a book does: `Paris, Gallimard, 1987, t. I`."""
    starts = {variable: start for variable, start, _ in draft.places}
    return "issued" in starts and starts.get("volume", -1) > starts["issued"]
