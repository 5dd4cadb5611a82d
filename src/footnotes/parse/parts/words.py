"""Parts that are words: who else made a work, in what it stands, how its title is marked."""

import re

from footnotes.parse.declarations import leads_to_declaration
from footnotes.parse.editors import match_editors
from footnotes.parse.landmarks import Stretch
from footnotes.parse.parts.part import Part
from footnotes.parse.plain_ends import find_plain_end
from footnotes.parse.roles import match_role
from footnotes.parse.signals import is_consulting, match_signal

# "en Historia Social" is in a journal; "en línea" is not.
_IN = re.compile(
    r"(?:in:?|In:?|dans|içinde|в кн\.:|w:|//|\[(?:w|in|In):?\]"
    r"|(?:en|dins)(?=\s[«“\"*_]?[^\W\d_a-zß-ÿ]))\s+(?=\S)"
)
# "Порты : история / И. И. Иванов. – М.": ISBD names the authors again behind the title.
_RESPONSIBLE = re.compile(
    r"/\s(?:(?:[^\W\d_a-z]\.\s?){1,3}[^\W\d_]{2,}(?:-[^\W\d_]+)?(?:,\s)?){1,4}(?=\s?(?:[.;:]|//|$))"
)
_REPRINT = re.compile(r"repr(?:inted|\.)\s+(?:in|at|as)\s+", re.IGNORECASE)
_OF_WHOLE = re.compile(r"(?:(?<=\d\s)|(?<=[IVX]\s))(?:of|von|de|di)\s(?=[^\W\d_a-z])")
_RUN_ON = re.compile(r"\s\w")


def recognise_role(stretch: Stretch) -> Part | None:
    """Names with a role before them: `edited by A. One`."""
    found = match_role(stretch)
    return Part("role", stretch.start, found.end, found) if found else None


def recognise_editors(stretch: Stretch) -> Part | None:
    """Names behind "in": those of the editors of the volume."""
    found = match_editors(stretch)
    return Part("role", stretch.start, found.end, found) if found else None


def recognise_reprint(stretch: Stretch) -> Part | None:
    """Where it was printed again: an address after it is where it can be read."""
    match = _REPRINT.match(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("reprint", *match.span()) if match else None


def recognise_responsible(stretch: Stretch) -> Part | None:
    """The authors named again behind the title, as ISBD does."""
    match = _RESPONSIBLE.match(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("responsible", *match.span()) if match else None


def recognise_in(stretch: Stretch) -> Part | None:
    """The word that leads to the volume, collection or periodical that holds the work."""
    match = _IN.match(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("in", *match.span()) if match else None


def recognise_whole(stretch: Stretch) -> Part | None:
    """Words that lead from a volume to the work it is one of: `vol. 2 of Philosophical Papers`."""
    match = _OF_WHOLE.match(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("whole", *match.span()) if match else None


def recognise_quoted(stretch: Stretch) -> Part | None:
    """A quotation; one that runs on into words without a comma is part of a name."""
    found = stretch.find(stretch.landmarks.quotations, stretch.start)
    if found is None:
        return None
    inner = stretch.landmarks.text[found[1] - 2]
    runs_on = inner not in ",.?!…" and _RUN_ON.match(stretch.landmarks.text, found[1])
    return None if runs_on else Part("quoted", *found)


def recognise_emphasised(stretch: Stretch) -> Part | None:
    """Words in emphasis."""
    found = stretch.find(stretch.landmarks.emphases, stretch.start)
    return Part("emphasised", *found) if found else None


def recognise_consulting(stretch: Stretch) -> Part | None:
    """A signal such as "quoted in": what follows is another source."""
    match = match_signal(stretch.landmarks.text, stretch.start, stretch.end)
    if match is None or not is_consulting(stretch.cut(stretch.start, match[0]).text):
        return None
    return Part("signal", stretch.start, match[1])


def recognise_declaration(stretch: Stretch) -> Part | None:
    """Words that give the work a short name: the citation is complete before them."""
    found = leads_to_declaration(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("declaration", stretch.start, stretch.end) if found else None


def recognise_plain(stretch: Stretch) -> Part:
    """Words that nothing sets off, as far as the next part."""
    return Part("plain", stretch.start, find_plain_end(stretch))
