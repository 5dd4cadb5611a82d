"""Plain signs where an encoding has no others: an arrow is `->` on a terminal that knows only ASCII."""

import codecs

ERRORS = "footnotes.signs"
"""The name under which Python's encoders know `replace_signs`."""

_PLAIN = {
    "≈": "~",
    "≠": "!=",
    "→": "->",
    "…": "...",
    "·": "-",
    "×": "x",
    "–": "-",
    "—": "--",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "′": "'",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{THIN SPACE}": " ",
    "─": "-",
    "━": "-",
    "╸": "-",
    "╺": "-",
}
_SPINNER = range(0x2800, 0x2900)
"""The patterns of Braille, of which bars that show no end are made."""


def replace_signs(error: UnicodeError) -> tuple[str, int]:
    """Plain signs for those that cannot be encoded, and where to go on.

    A letter becomes its code, as with `backslashreplace`: a plain letter in its place would be another
    name.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_spell(sign) for sign in error.object[error.start : error.end]), error.end


def fit_encoding(text: str, encoding: str) -> str:
    """`text` as it will stand in `encoding`, to be measured before it is printed."""
    return text.encode(encoding, ERRORS).decode(encoding)


def _spell(sign: str) -> str:
    if sign in _PLAIN:
        return _PLAIN[sign]
    return "*" if ord(sign) in _SPINNER else sign.encode("ascii", "backslashreplace").decode()


codecs.register_error(ERRORS, replace_signs)
