"""The language of a text, where its letters leave no choice."""

import re

# Letters that one written language has, at least among those with Latin or Cyrillic letters.
_LETTERS = {
    "az": "əƏ",
    "de": "ß",
    "hu": "őűŐŰ",
    "cs": "řůŘŮ",
    "pl": "łŁ",
    "ru": "ыэЫЭ",
    "uk": "їєґЇЄҐ",
    "sr": "ђћџЂЋЏ",
}
_SCRIPTS = {
    "he": "\u05d0-\u05ea",
    "el": "\u0370-\u03ff",
    "hy": "\u0531-\u0587",
    "ka": "\u10a0-\u10ff",
    "ko": "\uac00-\ud7af",
    "ja": "\u3040-\u30ff",
    "fa": "پچژگ",
}
_PATTERNS = {code: re.compile(f"[{letters}]") for code, letters in (_LETTERS | _SCRIPTS).items()}
_ANY = re.compile(f"[{''.join((_LETTERS | _SCRIPTS).values())}]")
_SHARE = 0.25
"""The part of the words that must have a telling letter: one foreign name does not make its language."""


def tell_language(text: str) -> str | None:
    """The BCP 47 code of the language of `text`, or None where its letters do not decide."""
    if not _ANY.search(text):
        return None
    words = re.findall(r"[^\W\d_]+", text)
    found = [
        code
        for code, pattern in _PATTERNS.items()
        if pattern.search(text)
        and sum(pattern.search(word) is not None for word in words) > _SHARE * len(words)
    ]
    return found[0] if len(found) == 1 else None
