"""The cases of letters that styles ask for (CSL 1.0.2, "Text-case")."""

import re
import unicodedata

from footnotes.style.marked_text import NOCASE, SIGNS

_STOP_WORDS = frozenset(
    [
        *("a", "above", "across", "afore", "after", "against", "along", "alongside", "amid"),
        *("amidst", "among", "amongst", "an", "and", "anenst", "apropos", "apud", "around", "as"),
        *("aside", "astride", "at", "athwart", "atop", "barring", "before", "behind", "below"),
        *("beneath", "beside", "besides", "between", "beyond", "but", "by", "c", "ca", "circa"),
        *("de", "despite", "down", "during", "et", "except", "for", "forenenst", "from", "given"),
        *("in", "inside", "into", "lest", "like", "modulo", "near", "next", "nor"),
        *("notwithstanding", "of", "off", "on", "onto", "or", "out", "over", "per", "plus", "pro"),
        *("qua", "sans", "since", "so", "than", "the", "through", "throughout", "thruout", "till"),
        *("to", "toward", "towards", "under", "underneath", "until", "unto", "up", "upon", "v"),
        *("van", "versus", "via", "von", "vs", "with", "within", "without", "yet"),
    ]
)
"""Small words that a title leaves small in its middle (CSL 1.0.2, "Title Case Conversion")."""
_QUOTES = "\"'“”‘’«»„‹›"
_PIECE = re.compile(rf"[^\s{SIGNS}{_QUOTES}\-–—/.,;?!:\[\]()]+")
_LETTER = re.compile(r"[^\W\d_]")
_NOCASE = re.compile("{0}[^{1}]*(?:{1}|$)".format(*NOCASE))
"""What stands in a span of class nocase, whose letters no style may change."""
_BEGINS = re.compile(r"[:?!][^\w]*$")
DOTTED = ("az", "tr")
"""Languages in which i and ı are two letters, and so are İ and I."""


def apply_case(text: str, case: str, language: str) -> str:
    """`text` in the case that CSL calls `case`; titles are capitalised in English only."""
    held = [found.span() for found in _NOCASE.finditer(text)]
    if not held:
        return _apply(text, case, language[:2].lower())
    whole = _apply(text, case, language[:2].lower())
    if len(whole) != len(text):
        return text
    for start, end in held:
        whole = whole[:start] + text[start:end] + whole[end:]
    return whole


def _apply(text: str, case: str, language: str) -> str:
    if case == "lowercase":
        return _lower(text, language)
    if case == "uppercase":
        return _upper(text, language)
    if case == "capitalize-first":
        return _capitalize_first(text, language)
    if case == "capitalize-all":
        return re.sub(rf"[^\s{SIGNS}]+", lambda found: _capitalize_small(found[0], language), text)
    if case == "sentence":
        return _capitalize_first(_lower(text, language) if text.isupper() else text, language)
    return _make_title(text) if case == "title" and language == "en" else text


def _make_title(text: str) -> str:
    """Each word capitalised but small words, unless these open or close the title or follow a colon.

    Words with a capital in them stay as they are, and so do single letters and what stands behind an
    apostrophe (d'un, l'histoire).
    """
    pieces = list(_PIECE.finditer(text))
    out, at = [], 0
    for number, piece in enumerate(pieces):
        word = piece[0]
        before = text[at : piece.start()]
        opens = number == 0 or _BEGINS.search(before) is not None
        closes = number == len(pieces) - 1
        small = len(word) == 1 or word in _STOP_WORDS
        wanted = opens or not small or (closes and len(word) > 1)
        behind_apostrophe = re.search(r"\w['’]$", text[: piece.start()]) is not None
        out.append(
            before
            + (word[0].upper() + word[1:] if _may_rise(word) and wanted and not behind_apostrophe else word)
        )
        at = piece.end()
    return "".join(out) + text[at:]


def _may_rise(word: str) -> bool:
    """Whether a word is in small letters; a lone Greek letter is a sign of the sciences."""
    return word == word.lower() and not (len(word) == 1 and "\u0370" <= word <= "\u03ff")


def _capitalize_first(text: str, language: str) -> str:
    """The first word with a capital, if it is in small letters: "iPhone" stays."""
    found = _PIECE.search(text)
    return _capitalize(text, language) if found is None or found[0] == found[0].lower() else text


def _capitalize_small(word: str, language: str) -> str:
    return _capitalize(word, language) if word == word.lower() else word


def _capitalize(text: str, language: str) -> str:
    found = _LETTER.search(text)
    if found is None:
        return text
    return text[: found.start()] + _upper(found[0], language) + text[found.end() :]


def _upper(text: str, language: str) -> str:
    if language in DOTTED:
        text = text.replace("i", "İ")
    if language == "el":
        bare = unicodedata.normalize("NFD", text).replace("\u0301", "")
        text = unicodedata.normalize("NFC", bare)
    return text.upper()


def _lower(text: str, language: str) -> str:
    if language in DOTTED:
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()
