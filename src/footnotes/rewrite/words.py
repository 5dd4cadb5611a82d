"""The words of Ibid. and its relatives, to tell them from the place that follows."""

import functools
import re

# Spelling of each form as it should be printed; a dot at the end may be missing. A form that a paper uses
# is taken from the paper itself, with its marks and capitals (specification of the notes, section 1).
IBID_WORDS = (
    "ibid.", "ib.", "ibidem", "ibíd.", "ibídem", "id.", "idem", "ivi", "ebd.", "ebda.", "ebenda",
    "там же", "там само", "тамсама", "tamże", "tamtéž", "tamtiež", "uo.", "aldaar", "a.e.",
    "aynı eser", "yenə orada", "yenə də orada", "yenə həmin yerdə", "στο ίδιο", "αυτόθι",
    "المرجع نفسه", "المصدر نفسه", "نفسه", "שם", "همان",
)  # fmt: skip
OTHER_WORDS = (
    "op. cit.", "opere citato", "opus cit.", "ob. cit.", "o. c.", "art. cit.", "loc. cit.", "l. c.",
    "ouvr. cité", "éd. cit.", "précité", "préc.", "cit.", "citt.", "a.a.O.", "am angegebenen Ort",
    "указ. соч.", "цит. соч.", "назв. соч.", "указ. раб.", "указ. ст.", "a.g.e.", "adı geçen eser",
    "a.g.m.", "a.g. makale", "adı geçen makale", "a.g.t.", "a.g.b.", "a.g.r.", "a.g.y.", "a.y.",
    "aynı yer", "həmin əsər", "həmin mənbə", "göst. əsər", "göstərilən əsər", "göstərilən əsəri",
    "adı çəkilən əsər", "dz. cyt.", "wyd. cyt.", "jw.", "j.w.", "a.w.", "a.a.", "t.a.p.", "i. m.",
    "ό.π.", "όπ.π.", "ο.π.", "المرجع السابق", "مرجع سابق", "مصدر سابق", "پیشین", "همانجا",
)  # fmt: skip
_MARKS = r"[*_]{0,2}"


@functools.cache
def _compile(spellings: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(_spell(one) for one in sorted(spellings, key=len, reverse=True))
    return re.compile(rf"{_MARKS}(?:{words})(?!\w){_MARKS}", re.IGNORECASE)


def _spell(spelling: str) -> str:
    pieces = [re.escape(piece) for piece in re.split(r"[.\s]+", spelling) if piece]
    return r"[.]?\s*".join(pieces) + (rf"{_MARKS}\.?" if spelling.endswith(".") else "")


def match_ibid(printed: str) -> int | None:
    """Where the words of an Ibid. end that `printed` begins with, marks and dot included; or None."""
    match = _compile(IBID_WORDS).match(printed)
    return match.end() if match else None


def match_words(printed: str) -> int | None:
    """Where the words of a back-reference end that stand in `printed`, behind a name or alone; or None."""
    match = _compile((*IBID_WORDS, *OTHER_WORDS)).search(printed)
    return match.end() if match else None
