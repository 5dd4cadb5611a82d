"""Back-reference forms: Ibid. and its relatives, recognised where a cite begins."""

import functools
import re
from collections import defaultdict

from attrs import evolve, frozen

from footnotes.model import CiteForm, Locator
from footnotes.parse.locators import match_locator
from footnotes.parse.theses import skip_academic_year
from footnotes.parse.vocabulary import load_table

_WORD = re.compile(r"\w+")


@frozen
class Spelling:
    """One way to write a form: the CSL type that its words name, and whether it is a slip of the pen."""

    form: CiteForm
    kind: str = ""
    misspelt: bool = False


_NAMED = {CiteForm.OP_CIT, CiteForm.LOC_CIT}
# "Ibid., livre II", "Ibid., fol. ver. 3": a place that nobody understands is not the place of before.
_UNREAD = re.compile(r"[,.:]?\s{0,2}(?:[^\W\d_]{1,12}\.?\s?){0,2}(?:\d|[IVXLC]+\b)")
# "Ibid., 5 May 1926" is another day of the newspaper, and no page.
_DAY = re.compile(r"\d{1,2}\.?\s[^\W\d_]{3,12}\.?\s(?:1[4-9]|20)\d\d\b")
_INITIALS = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ]\.\s?){2,4}")
_SURNAME_BEHIND = re.compile(
    r"\s?(?:[^\W\d_a-z]\.[\s-]?)*(?:(?:de|van|von|der|da|di|du|la|le|ten)\s){0,2}[^\W\d_a-z][\w'’-]+"
)
_GAP = re.compile(r"\s*[.,،]?:?\s*(?=\S)")


@frozen
class FoundForm:
    """A back-reference: its form, its words with the locator, and the locator with its place."""

    form: CiteForm
    start: int
    end: int
    locator: Locator | None
    locator_start: int
    locator_end: int
    kind: str = ""
    """The CSL type that the words name ("art. cit."), if they name one."""
    flags: tuple[str, ...] = ()
    """What is odd about how it is printed."""


@functools.cache
def _load_forms() -> dict[str, tuple[re.Pattern[str], tuple[Spelling, ...]]]:
    """By its first word, folded: one pattern with a group for each spelling, and the form of each group."""
    by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in sorted(load_table("forms"), key=lambda row: len(row[0]), reverse=True):
        by_word[_WORD.findall(row[0])[0].casefold()].append(row)
    return {
        word: (
            re.compile("(?:" + "|".join(f"({_spell(row[0])})" for row in rows) + r")\.?", re.IGNORECASE),
            tuple(_read_row(row) for row in rows),
        )
        for word, rows in by_word.items()
    }


def _read_row(row: tuple[str, ...]) -> Spelling:
    kind, misspelt = (*row[4:], "", "")[:2]
    return Spelling(CiteForm(row[2]), kind, bool(misspelt))


def _spell(spelling: str) -> str:
    """A pattern for `spelling` in which dots and the spaces after them may be missing.

    In an abbreviation of single letters the dots must be there: "a.g.e." is no English "age".
    """
    pieces = [re.escape(piece) for piece in re.split(r"[.\s]+", spelling) if piece]
    between = r"\.\s?" if max(map(len, pieces)) == 1 and len(pieces) > 1 else r"[.]?\s?"
    return rf"{between.join(pieces)}(?!\w)"


def match_form(text: str, start: int, end: int) -> FoundForm | None:
    """The back-reference at `start` of `text` with its locator, or None."""
    found = _match_words(text, start, end)
    return _read(text, found, start, end) if found else None


@functools.cache
def _load_signs() -> frozenset[str]:
    """The longest word of each named form, or all of it where its words are single letters."""
    signs = set()
    for row in load_table("forms"):
        if CiteForm(row[2]) in _NAMED:
            longest = max(_WORD.findall(row[0]), key=len)
            solid = row[0].replace(" ", "").rstrip(".")
            signs.add((longest if len(longest) > 2 else solid).casefold())  # noqa: PLR2004 - "a.a.O."
    return frozenset(signs)


def may_name_form(text: str) -> bool:
    """Whether the telling word of an op. cit. or loc. cit. stands in `text`: in most notes none does."""
    solid = text.casefold().replace(" ", "")
    return any(sign in solid for sign in _load_signs())


def find_named_form(text: str, start: int, end: int) -> FoundForm | None:
    """The first op. cit. or loc. cit. in `text` after other words (`Levi, op. cit., p. 133`), or None."""
    for word in _WORD.finditer(text, start, end):
        found = _match_words(text, word.start(), end) if word.start() > start else None
        if found is not None and found[0].form in _NAMED and text[word.start() - 1].isspace():
            return _read(text, found, word.start(), end)
    return None


def _read(text: str, found: tuple[Spelling, int], start: int, end: int) -> FoundForm:
    spelling, form_end = found
    read = read_locator_after(text, spelling.form, start, form_end, end)
    flags = ("form_typo", *read.flags) if spelling.misspelt else read.flags
    return evolve(read, kind=spelling.kind, flags=flags)


def _match_words(text: str, start: int, end: int) -> tuple[Spelling, int] | None:
    """The form whose words stand at `start` of `text`, and where they end."""
    word = _WORD.match(text, start, end)
    known = _load_forms().get(word.group().casefold()) if word else None
    match = known[0].match(text, start, end) if known else None
    if match is not None and skip_academic_year(text, start, end) > start:
        # "a.a. 2003-2004" is an academic year.
        return None
    if known is None or match is None or match.lastindex is None:
        return None
    if _INITIALS.fullmatch(match.group()) and _SURNAME_BEHIND.match(text, match.end(), end):
        # "J. W. Scott" is nobody's "jak wyżej", nor "A. A. Milne" an "aangehaald artikel".
        return None
    return known[1][match.lastindex - 1], match.end()


def read_locator_after(text: str, form: CiteForm, start: int, form_end: int, end: int) -> FoundForm:
    """The back-reference `text[start:form_end]` with the place that follows it, if one does."""
    gap = _GAP.match(text, form_end, end)
    dated = gap is not None and _DAY.match(text, gap.end(), end) is not None
    found = match_locator(text, gap.end(), end) if gap and not dated else None
    if found is None:
        unread = ("place_unread",) if _UNREAD.match(text, form_end, end) else ()
        return FoundForm(form, start, form_end, None, form_end, form_end, flags=unread)
    return FoundForm(form, start, found.end, found.locator, found.value_start, found.end)
