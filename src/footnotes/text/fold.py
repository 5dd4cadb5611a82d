"""Text as it is compared: without case, accents, marks and typography."""

import re
import unicodedata

_DOT_ABOVE = "\u0307"
_TURKISH = (("İ", "i"), ("I", "i"), ("ı", "i"), (_DOT_ABOVE, ""))
# Letters that have no decomposition (specification of the notes, section 5.3), and apostrophes.
_LETTERS = str.maketrans(
    {"ə": "e", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"}
    | dict.fromkeys("'’‘ʻʼʾʿ`´", "")
)
# The accents that a canonical decomposition splits off.
_LETTERS_AND_MARKS = _LETTERS | dict.fromkeys(range(0x300, 0x370))
_ROMANISATIONS = (
    ("kh", "x"), ("gh", "g"), ("sh", "s"), ("ch", "c"), ("zh", "j"), ("dj", "c"), ("iy", "i"), ("ij", "i"),
    ("y", "i"), ("q", "g"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ii", "i"),
)  # fmt: skip
_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ‘](?=\w)")


def fold_case(text: str) -> str:
    """Lower-case `text` so that Turkish and English capitals meet: i, ı, İ and I become i."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text)
    for letter, plain in _TURKISH:
        folded = folded.replace(letter, plain)
    return folded.casefold().replace(_DOT_ABOVE, "")


def fold_marks(text: str) -> str:
    """Fold case, then reduce letters to those without marks (ş to s, ə to e); other scripts stay."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    folded = unicodedata.normalize("NFD", fold_case(text))
    return unicodedata.normalize("NFC", folded.translate(_LETTERS_AND_MARKS))


def transliterate_surname(text: str) -> str:
    """A key under which the spellings of one surname in different romanisations meet: Əliyev and Aliyev.

    The replacements are those of the specification of the notes, section 5.4.
    """
    key = fold_marks(fold_case(text).replace("ə", "a"))
    for spelled, letter in _ROMANISATIONS:
        key = key.replace(spelled, letter)
    return key


def split_words(text: str) -> list[str]:
    """The folded words of `text`; an apostrophe inside a word does not divide it."""
    return _WORD.findall(fold_marks(_APOSTROPHES.sub("", text)))


def fold_title(title: str) -> str:
    """`title` as it is compared: its folded words, without punctuation."""
    return " ".join(split_words(title))


def to_ascii(text: str) -> str:
    """Write `text`, of whatever script, in the letters a to z, digits and spaces."""
    from anyascii import anyascii  # noqa: PLC0415 - its tables are wanted for keys alone

    return re.sub(r"[^a-z0-9 ]+", "", anyascii(fold_marks(text)).lower())
