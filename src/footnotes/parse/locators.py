"""Places cited: pages and other locators, at the end of a cite or after a back-reference."""

import functools
import re

from attrs import evolve, frozen

from footnotes.model import Locator, join_levels, rank_label
from footnotes.parse.vocabulary import load_table
from footnotes.text.ranges import fill_range, fold_dashes

_DASH = r"\s?[-\u2010-\u2015\u2212]{1,2}\s?"
# A numeral, not any word of these letters: "ici" is French for "here".
_ROMAN = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,4})"
_NUMBER = (
    rf"(?:\d+[a-eg-mo-z]?(?![^\Wfn])|{_ROMAN}(?!\w))"
    rf"(?:{_DASH}(?:\d+[a-e]?|{_ROMAN})\b)?(?:\s?ff?\b\.?|\s?sq{{1,2}}\b\.?)?"
)
# The label again, where the list began with one: "S. 67, S. 69ff."
_AGAIN = r"(?(label)(?:(?:pp?|SS?|ss?)\.\s?)?)"
_LIST = (
    rf"(?:\d{{1,2}}:(?=\d))?{_NUMBER}(?(label)(?:\(\d{{1,2}}\))*)(?:(?:nn?\d+)?,\s{_AGAIN}{_NUMBER}(?![:/]))*(?:\s?nn?\.?(?:\s?\d+)?)?"
    rf"(?:,?\s(?:and|und|u\.|et|&)\s{_AGAIN}{_NUMBER}(?:nn?\d+)?)?"
    r"(?:,?\s(?:(?:and|et|und|e|y)\s)?passim\b)?"
)
_GAP = re.compile(r"[.,]?\s+(?=\S)")
# "II, 33" and "II, pp. 33–34": a volume in Roman capitals and its page, as British notes print them.
_ROMAN_VOLUME = re.compile(r"(?P<volume>[IVXLC]{1,6}),\s(?=(?:pp?\.\s?)?\d)")
_VOLUME_AND_PAGE = re.compile(r"(?P<volume>\d{1,2}):(?P<page>\d.*)")
_PLURAL = {"vols", "Bde", "chaps"}
_EXACTLY = r"(?:v\.\s?a\.|vor allem|bes\.|besonders|esp\.|especially|hier:?|here|insb\.)\s+"


@frozen
class FoundLocator:
    """A locator where it stands in a text; `labelled` says that a word such as "p." was printed."""

    start: int
    end: int
    locator: Locator
    labelled: bool
    value_start: int


@functools.cache
def _labels() -> dict[str, str]:
    return {row[0]: row[1] for row in load_table("locators")}


@functools.cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_labels(), key=len, reverse=True)))
    label = rf"(?P<label>{words})(?:\.\s?|\s|(?<=§))"
    return re.compile(
        rf"(?<![\w.])(?:{_EXACTLY})?(?:{label})?(?P<value>{_LIST}|passim\b|(?P<roman>[IVXLC]{{1,7}})(?!\w))(?![\w/]|\.\d)"
    )


def match_locator(text: str, start: int, end: int) -> FoundLocator | None:
    """The locator that begins at `start` of `text`, with or without a label; a bare number is a page.

    What stands inside a volume, a chapter or a file follows it: `vol. 2, 10`, `Д. 15. Л. 2`.
    """
    roman = _ROMAN_VOLUME.match(text, start, end)
    page = _match_level(text, roman.end(), end) if roman else None
    if roman and page and page.locator.label == "page":
        levels = (("volume", roman["volume"]), ("page", page.locator.value))
        return evolve(page, start=start, locator=join_levels(levels), value_start=start)
    first = _match_level(text, start, end)
    if first is not None and (joined := _VOLUME_AND_PAGE.fullmatch(first.locator.value)):
        # "1:276" is a page in a volume of a book (Chicago); that of a journal is read before this.
        levels = (("volume", joined["volume"]), ("page", joined["page"]))
        return evolve(first, locator=join_levels(levels))
    if first is None or not _opens_levels(first):
        return first
    nested, last = [(first.locator.label, first.locator.value)], first
    while (gap := _GAP.match(text, last.end, end)) is not None:
        inner = _match_level(text, gap.end(), end)
        if inner is None or rank_label(inner.locator.label) <= rank_label(nested[-1][0]):
            break
        nested.append((inner.locator.label, inner.locator.value))
        last = inner
    return evolve(first, end=last.end, locator=join_levels(tuple(nested)))


def _opens_levels(found: FoundLocator) -> bool:
    return found.labelled and rank_label(found.locator.label) < rank_label("page")


def _match_level(text: str, start: int, end: int) -> FoundLocator | None:
    match = _pattern().match(text, start, end)
    if match is None or (match["label"] is None and not _is_bare(match["value"])):
        return None
    label = _labels().get(match["label"] or "", "page")
    if match["roman"] and rank_label(label) >= rank_label("section"):
        # "vol. II" is a volume, but in "S. L. Engerman" nothing is a page.
        return None
    printed = match["value"].rstrip(".")
    if match["label"] and match["label"] not in _PLURAL and rank_label(label) < rank_label("section"):
        # "vol. 2, 10" is page 10 of one volume.
        printed = printed.split(",", 1)[0]
    stop = match.start("value") + len(printed.rstrip(". "))
    locator = Locator(label, _write_value(printed, label))
    return FoundLocator(start, stop, locator, match["label"] is not None, match.start("value"))


def _write_value(printed: str, label: str) -> str:
    """The places as they are compared: ranges in full, one comma between, no label inside.

    The number of a section may hold a hyphen: § 12-3 is one.
    """
    full = fold_dashes(printed) if label == "section" else fill_range(printed)
    plain = re.sub(r"(?<=\s)(?:pp?|SS?|ss?)\.\s?(?=\d)", "", full)
    plain = re.sub(r",?\s(?:and|und|u\.|et|e|y|&)\s(?=passim|\S*\d|[ivxlc])", ", ", plain)
    return re.sub(r"\s(?=ff?\b)", "", plain)


def _is_bare(value: str) -> bool:
    return (
        value[0].isdigit()
        or value == "passim"
        or re.fullmatch(rf"[ivxlc]{{2,}}(?:{_DASH}[ivxlc]+)?(?:,\s\d.*)?", value) is not None
    )
