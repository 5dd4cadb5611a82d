"""Reading one full citation: who, what, in what, where, when."""

import re

from attrs import frozen

from footnotes.model import Locator
from footnotes.parse.draft import Draft
from footnotes.parse.imprints import read_imprint
from footnotes.parse.landmarks import Stretch
from footnotes.parse.names import is_person, read_names, shift_name, split_names
from footnotes.parse.parts import scan_parts
from footnotes.parse.prose import is_prose
from footnotes.parse.roles import strip_role
from footnotes.parse.titles import FoundTitle, read_title

_IDENTIFYING = {"imprint", "url", "doi", "access", "date", "year", "volume"}
_COMMA = re.compile(r",\s+")
_COLON = re.compile(r":\s+$")
_WORD_START = re.compile(r"(?<!\S)\S")


@frozen
class Reading:
    """A cite as read: the variables it states with their places, and the stretch that is the cite.

    `identified` says that it holds an imprint, a date, an address or a volume, or stands in a named
    volume, and so can be found by what it says; `certain` that no stretch was left without a role.
    """

    type: str
    variables: dict[str, object]
    places: tuple[tuple[str, int, int], ...]
    locator: Locator | None
    start: int
    end: int
    identified: bool = False
    certain: bool = True


def read_full(stretch: Stretch, title: FoundTitle | None) -> Reading:
    """Read `stretch` as a citation with `title`, or with the words before the imprint as one."""
    draft = Draft(stretch.landmarks, stretch.start)
    if title is None:
        title = _read_head(draft, stretch)
    else:
        _take_names(draft, stretch.cut(stretch.start, title.outer_start))
    draft.take_title(title)
    for part in scan_parts(stretch.cut(title.outer_end)):
        if not draft.take(part):
            break
    kind, locator = draft.decide()
    in_volume = "in" in draft.kinds and "container_title" in draft.variables
    return Reading(
        type=kind,
        variables=draft.variables,
        places=tuple(draft.places),
        locator=locator,
        start=stretch.start,
        end=draft.end,
        identified=bool(draft.kinds & _IDENTIFYING) or in_volume,
        certain=draft.loose == 0 and title.mark != "plain",
    )


def _take_names(draft: Draft, head: Stretch) -> None:
    names, role = strip_role(head.text.rstrip(" ,:"))
    draft.state_names(role or "author", [shift_name(one, head.start) for one in read_names(names)])


def _read_head(draft: Draft, stretch: Stretch) -> FoundTitle:
    """Without marks the leading names are the authors, and the title runs to the imprint or a comma."""
    text = draft.landmarks.text
    pieces = _split_pieces(stretch)
    count = 0
    while count < len(pieces) - 1 and _is_author(text[slice(*pieces[count])]):
        count += 1
    if count:
        _take_names(draft, stretch.cut(stretch.start, pieces[count - 1][1]))
    first, last = pieces[count]
    for start, end in stretch.list_inside(draft.landmarks.brackets):
        if first < start < pieces[-1][1] and read_imprint(text[start + 1 : end - 1]):
            last = start
            break
    return read_title(text, "plain", first, first + len(text[first:last].rstrip(" ,")))


def _is_author(text: str) -> bool:
    names, role = strip_role(text)
    pieces = [names[a:b] for a, b in split_names(names, 0, len(names))]
    return bool(pieces) and all(is_person(piece) and (len(piece.split()) > 1 or role) for piece in pieces)


def _split_pieces(stretch: Stretch) -> list[tuple[int, int]]:
    """The stretches between the open commas, as far as an address or a date."""
    landmarks = stretch.landmarks
    addresses = [*(at for at, _ in landmarks.urls), *(one[0] for one in landmarks.dates)]
    addresses += [one.start for one in landmarks.accesses]
    end = min([at for at in addresses if stretch.start < at < stretch.end], default=stretch.end)
    pieces, at = [], stretch.start
    for match in _COMMA.finditer(landmarks.text, at, end):
        if landmarks.is_open(match.start()):
            pieces.append((at, match.start()))
            at = match.end()
    return [*pieces, (at, end)] if at < end else pieces


def find_start(stretch: Stretch, title: FoundTitle) -> int | None:
    """Where the citation with `title` begins in `stretch`; None if prose leads to it.

    The words before a title are the authors if they read like names; of a sentence that leads to a
    citation the names at its end are, and after a colon there are none.
    """
    head = stretch.cut(stretch.start, title.outer_start).text
    if not head.strip() or _may_be_names(head):
        return stretch.start
    if _COLON.search(head):
        return title.outer_start
    if not head.rstrip().endswith((",", ":", ".", ")")):
        return None
    for match in _WORD_START.finditer(head):
        names = strip_role(head[match.start() :].rstrip(" ,:"))[0]
        pieces = [names[a:b] for a, b in split_names(names, 0, len(names))]
        if pieces and all(is_person(piece) and len(piece.split()) > 1 for piece in pieces):
            return stretch.start + match.start()
    return None


def _may_be_names(head: str) -> bool:
    bare = head.rstrip()
    ends = bare.endswith((",", ":", "ed.", "eds.", ")"))
    return ends and bare[:1].isalpha() and not is_prose(bare.rstrip(" ,:"))
