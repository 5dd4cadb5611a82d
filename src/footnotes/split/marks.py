"""Candidates: whatever in a text has the shape of a note label or of a call."""

import functools
import re
import unicodedata

from attrs import frozen

from footnotes.model import Span
from footnotes.split.schemes import SCHEMES
from footnotes.text.fold import fold_case

# The containers in which labels are printed (specification of the notes, section 3.1), tried in this
# order at each place; `colon` marks the definition of a Markdown footnote. The spaces are bounded, so
# that no text takes longer than its length.
LABEL_FORMS = (
    r"""(?P<sup><sup>\s{0,3})? \\?\[\s{0,3}(?:\\?\[\s{0,3})?
        (?P<bracketed>[^\[\]()<>\n]{1,20}?) \s{0,3}(?:\\?\]\s{0,3})?\\?\]
        (?:\([^()\s]*\))? (?(sup)\s{0,3}</sup>) (?P<colon>:(?=\s))?""",
    r"<sup>\s{0,3}(?P<raised>[^<>\s]{1,16})\s{0,3}</sup>",
)
_FORMS = re.compile("|".join(LABEL_FORMS), re.VERBOSE)
# What each of them begins with: to look for it first is ten times as fast.
_OPENING = re.compile(r"[\[<\\]")
# `12 Text`, `12. Text`, `(12) Text`, `¹² Text`, `⑫Text`, `［12］Text`, and `12` alone on its line.
_PLAIN = re.compile(
    r"^[ \t\u3000]{0,3}[(（［〔【]?"
    r"(?P<mark>(?P<printed>\d{1,4}|[⁰¹²³⁴-⁹]{1,4}|[①-⑳㉑-㉟㊱-㊿])"
    r"(?:[.)/）］〕】．、]\)?(?:[ ][\^↑](?=[ ]))?)?)"
    r"(?=[ \t\u3000]+\S|[ \t]*\r?\n[ \t]*\S|(?<=[⁰¹²³⁴-⁹①-⑳㉑-㉟㊱-㊿）］〕】．、])\S)",
    re.MULTILINE,
)
# `iv Text`, `iv. Text`, `(iv) Text`.
_NUMERAL = re.compile(
    r"^[ \t]{0,3}\(?(?P<mark>(?P<printed>[ivxlcdm]{1,10}|[IVXLCDM]{1,10})[.)]{0,2})(?=[ \t]+\S)",
    re.MULTILINE,
)
# A bare [a] is more often a letter that an editor put in than a call, so letters count in other forms only.
_ANYWHERE = tuple(scheme.shape for name, scheme in SCHEMES.items() if name != "alpha")
# What OCR makes of digits, and an editor's brackets of words: no letters of Roman numerals.
_NO_NUMERALS = "bgosz"
_LOOK_ALIKES = str.maketrans("хісмѵ×∗", "xicmvx*")
_LINE_ENDS = "\n\r\f\u2028\u2029"
_INDENT = 3
"""How far a line that opens a note may be indented."""


@frozen
class Mark:
    """Something label-shaped: as printed, as compared, where it stands, and what it could be.

    `opens_line` says that it stands where a note begins; `defines` and `calls` that its form
    leaves no choice (`[^4]:` and `[^4]`).
    """

    printed: str
    label: str
    span: Span
    opens_line: bool
    defines: bool = False
    calls: bool = False


@functools.lru_cache(maxsize=4096)
def fold_label(printed: str) -> str:
    """`printed` as labels are compared: NFKC, Turkish-safe lower case, Latin look-alikes, no spaces."""
    folded = fold_case(unicodedata.normalize("NFKC", printed)).translate(_LOOK_ALIKES)
    latin = "".join(str(unicodedata.decimal(character, character)) for character in folded)
    return re.sub(r"[\s\u00ad^\\]+", "", latin)


def find_marks(text: str) -> list[Mark]:
    """All label-shaped marks of `text` in order; "[...]", "[sic]" and "[qəhrəman]" are none."""
    found, at = [], 0
    for opening in _OPENING.finditer(text):
        match = _FORMS.match(text, opening.start()) if opening.start() >= at else None
        if match is None:
            continue
        at = match.end()
        printed = match["bracketed"] or match["raised"]
        label = fold_label(printed)
        if _is_label(text, match, label):
            found.append(_read_mark(text, match, printed.strip(), label))
    return found


def find_plain_marks(text: str) -> list[Mark]:
    """The bare numbers that open a line of `text`, alone or before words: `7 M. Fröhlich, ...`."""
    return _list_bare(_PLAIN, text)


def find_plain_numerals(text: str) -> list[Mark]:
    """The Roman numerals that open a line of `text`, before words."""
    return _list_bare(_NUMERAL, text)


def _list_bare(pattern: re.Pattern[str], text: str) -> list[Mark]:
    found = []
    for match in pattern.finditer(text):
        printed = match["printed"]
        found.append(
            Mark(
                printed,
                fold_label(printed),
                Span(match.start("printed"), match.end("mark")),
                opens_line=True,
            )
        )
    return found


def _is_label(text: str, match: re.Match[str], label: str) -> bool:
    certain = match["raised"] or match["sup"] or match["bracketed"].lstrip().startswith("^")
    if not certain and label.isalpha() and _is_editorial(text, match, label):
        return False
    shapes = [scheme.shape for scheme in SCHEMES.values()] if certain else _ANYWHERE
    return any(shape.fullmatch(label) for shape in shapes)


def _is_editorial(text: str, match: re.Match[str], label: str) -> bool:
    """Whether a letter in brackets belongs to a word of a quotation: "[i]t is", "the house[s]"."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    opens_word = text[match.end() - 1] == "]" and after.isalpha()
    return opens_word or (label in _NO_NUMERALS and before.isalpha())


def _opens_line(text: str, start: int) -> bool:
    before = text[max(0, start - _INDENT - 1) : start].rstrip(" \t")
    return before[-1] in _LINE_ENDS if before else start <= _INDENT


def _read_mark(text: str, match: re.Match[str], printed: str, label: str) -> Mark:
    start, end = match.span()
    ended = end == len(text) or text[end].isspace()
    caret, colon = printed.startswith("^"), match["colon"] is not None
    return Mark(
        printed=printed.lstrip("^").replace("\\", ""),
        label=label,
        span=Span(start, end),
        opens_line=_opens_line(text, start) and ended and (colon or not caret),
        defines=caret and colon,
        calls=caret and not colon,
    )
