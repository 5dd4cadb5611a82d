"""Punctuation where pieces meet, and quotation marks by nesting (CSL 1.0.2, "punctuation-in-quote").

The pairs that swallow each other are those of the reference processor, so that "Who?." is printed "Who?".
"""

import re

from attrs import frozen

from footnotes.style.marked_text import CLOSING, HELD, NOCASE, OPENING, QUOTE, settle_breaks

_OPEN, _CLOSE = QUOTE
_PAIRS = {
    "!.": "!",
    "!:": "!",
    "?.": "?",
    "?:": "?",
    ":.": ":",
    ":!": "!",
    ":?": "?",
    ";!": "!",
    ";?": "?",
    ";:": ";",
    ";.": ";",
    **{sign * 2: sign for sign in ".,;:!?"},
}
_STOPS = frozenset(".,;:!?")
_EMPHASIS = frozenset(CLOSING + OPENING)
_SILENT = re.compile(f"[{HELD}{''.join(NOCASE)}]")
_BEHIND_QUOTE = re.compile(rf"([{CLOSING}{_CLOSE}]*{_CLOSE}[{CLOSING}{_CLOSE}]*)([.,])")
_ENDED = re.compile(rf"([.?!][{CLOSING}{_CLOSE}]*{_CLOSE}[{CLOSING}{_CLOSE}]*)\.")
"""A sentence that ends within the quotation marks ends there."""
_SPACES = re.compile(rf"( [{CLOSING}{OPENING}]*) +")
_EMPTY = re.compile(rf"([{OPENING}])([{CLOSING}])")
_PAIRED = re.compile(
    r"(?<!\w)\"([^\"“”]*)\"(?!\w)|“([^“”]*)”|„([^„“]*)“|(?<!\w)'([^']+)'(?!\w)|(?<!\w)‘([^‘]*?)’(?!\w)"
)


@frozen
class Quotes:
    """What a locale prints for quotation marks, and whether full stop and comma stand inside them."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    holds_punctuation: bool = True


def mark_quotes(text: str) -> str:
    """Quotation marks of a field as signs, so that they follow the style; apostrophes are curled."""
    held = ""
    while held != text:
        held = text
        text = _PAIRED.sub(
            lambda found: _OPEN + next(one for one in found.groups() if one is not None) + _CLOSE, text
        )
    return re.sub(r"(?<=\w)'|'(?=\w)", "’", text)


def settle_punctuation(text: str, quotes: Quotes) -> str:
    """`text` with doubled and swallowed punctuation settled and its quotation marks printed."""
    text = _settle_pairs(settle_breaks(text))
    if quotes.holds_punctuation:
        text = _BEHIND_QUOTE.sub(_move_inside, text)
    text = _ENDED.sub(r"\1", text)
    text = _EMPTY.sub("", _SPACES.sub(r"\1", _settle_pairs(text)))
    return _SILENT.sub("", _print_quotes(text, quotes)).strip()


def _move_inside(found: re.Match[str]) -> str:
    return found[2] + found[1]


def _settle_pairs(text: str) -> str:
    """Of two marks that meet, through emphasis too, one is kept or both."""
    out: list[str] = []
    last: int | None = None
    for sign in text:
        if sign in _STOPS:
            kept = _PAIRS.get(out[last] + sign) if last is not None else None
            if kept is not None and last is not None:
                out[last] = kept
                continue
            last = len(out)
        elif sign not in _EMPHASIS:
            last = None
        out.append(sign)
    return "".join(out)


def _print_quotes(text: str, quotes: Quotes) -> str:
    depth = 0
    out = []
    for sign in text:
        if sign == _OPEN:
            out.append((quotes.inner if depth % 2 else quotes.outer)[0])
            depth += 1
        elif sign == _CLOSE:
            depth = max(depth - 1, 0)
            out.append((quotes.inner if depth % 2 else quotes.outer)[1])
        else:
            out.append(sign)
    return "".join(out)
