"""Punctuation where pieces meet, and quotation marks by nesting (CSL 1.0.2, "punctuation-in-quote").

The pairs that swallow each other are those of the reference processor, so that "Who?." is printed "Who?".
"""

import re

from attrs import frozen

from footnotes.style.marked_text import CLOSING, OPENING, QUOTE

_OPEN, _CLOSE = QUOTE
_ELLIPSIS = "\ue0f0"
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
_MEETING = re.compile(rf"([.,;:!?])([{CLOSING}{OPENING}]*)([.,;:!?])")
_BEHIND_QUOTE = re.compile(rf"([{CLOSING}{_CLOSE}]*{_CLOSE}[{CLOSING}{_CLOSE}]*)([.,])")
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
    # Three full stops are one sign here, so that none of them is taken for a doubled one.
    text = text.replace("...", _ELLIPSIS)
    if quotes.holds_punctuation:
        text = _BEHIND_QUOTE.sub(_move_inside, text)
    before = None
    while before != text:
        before = text
        text = _MEETING.sub(_join_pair, text)
    text = _EMPTY.sub("", _SPACES.sub(r"\1", text))
    return _print_quotes(text, quotes).replace(_ELLIPSIS, "...").strip()


def _move_inside(found: re.Match[str]) -> str:
    return found[2] + found[1]


def _join_pair(found: re.Match[str]) -> str:
    kept = _PAIRS.get(found[1] + found[3])
    if kept is None:
        return found[0]
    return kept + found[2]


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
