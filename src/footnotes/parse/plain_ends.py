"""Where a stretch ends that nothing sets off: a container, a repository, or words without a role."""

import re

from footnotes.parse.bare_imprints import match_bare_imprint
from footnotes.parse.landmarks import Stretch
from footnotes.parse.roles import match_role
from footnotes.parse.towns import is_book_town

# Where the name of an unmarked periodical ends: before its volume, before its pages.
_VOLUME_AHEAD = re.compile(r"\s(?=\d+(?:,?\s(?:nos?|n)[.°]|\s?\(\D*\d{4}|,\s\d+\s\(|:\s?\d))|:\s(?=\d)")
_SEPARATOR = re.compile(r"[,;]")
_QUESTION = re.compile(r"(?<=[?!])\s(?=\w)")
_FULL_STOP = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=[A-ZА-ЯЁ]{3}))\.\s(?:[–—]\s)?(?=[^\W\d_a-z])")
# "Порты мира : сб. ст. М. : Наука": behind an abbreviation it parts them where a town follows.
_BEFORE_TOWN = re.compile(r"\.\s(?:[–—]\s)?(?=(?P<town>[^\W\d_a-z][\w.-]*(?:\s[\w.-]+){0,2}?)\s?:\s)")
# "Вопросы истории. 1984. № 5": in Russian a full stop divides the journal from its year and number.
_BEFORE_NUMBER = re.compile(
    r"(?:(?<=[^\W\d_]{3})\.\s(?:[–—]\s)?(?=(?:1[4-9]|20)\d\d\.)"
    r"|(?<=[^\W\d_]{2})\.\s(?:[–—]\s)?(?=№|[ТВС]\.\s?\d|В[иы]п))"
)
_ABBREVIATED = re.compile(r"(?<=[\s.])[^\W\d_]{1,3}\Z")
_REACH = 30
"""How far behind the end what divides may reach that stands before it, in characters."""


def find_plain_end(stretch: Stretch) -> int:
    """The end of the unmarked words at the start of `stretch`: at a separator, an imprint or a number."""
    text, start = stretch.landmarks.text, stretch.start
    stop = stretch.landmarks.find_next(start, stretch.end)
    quotation = stretch.find(stretch.landmarks.quotations, start)
    begin = quotation[1] if quotation else start + 1
    open_marks = (
        m.start() for m in _SEPARATOR.finditer(text, begin, stop) if stretch.landmarks.is_open(m.start())
    )
    stop = next(open_marks, stop)
    asked = _QUESTION.search(text, begin, stop)
    if asked and match_role(stretch.cut(asked.end())):
        # "Who Owns the Past? ed. Ann Bell": no comma stands behind a title that ends in a mark of its own.
        stop = asked.end()
    stop = _find_imprint(stretch, begin, stop) or stop
    for pattern in (_BEFORE_NUMBER, _VOLUME_AHEAD):
        ahead = pattern.search(text, begin, min(stop + _REACH, stretch.end))
        stop = min(stop, ahead.start()) if ahead else stop
    return max(start + len(text[start:stop].rstrip()), start + 1)


def _find_imprint(stretch: Stretch, begin: int, stop: int) -> int | None:
    """Where a full stop parts words from the imprint behind them: `Stadt und Recht. Köln: Böhlau, 2001`."""
    text = stretch.landmarks.text
    stops = [
        *_FULL_STOP.finditer(text, begin, stop),
        *(one for one in _BEFORE_TOWN.finditer(text, begin, stop) if is_book_town(one["town"])),
    ]
    imprints = (one.start() for one in stops if match_bare_imprint(text, one.end(), stretch.end))
    first = min(imprints, default=None)
    # "сб. ст.": the full stop of an abbreviation is its own.
    return first + 1 if first is not None and _ABBREVIATED.search(text, begin, first) else first
