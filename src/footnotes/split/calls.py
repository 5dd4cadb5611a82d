"""What may call notes whose labels are bare numbers: raised figures, figures in brackets."""

import re
from collections.abc import Sequence

from footnotes.model import Span
from footnotes.split.marks import Mark, fold_label

_SUPER = "⁰¹²³⁴-⁹"
_CIRCLED = "①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴"
# By the kind of mark-up: of Unicode, of HTML, of pandoc, of TeX as programs that read print write it.
_RAISED = re.compile(
    rf"""
    (?<![{_SUPER}])(?P<sign>[{_SUPER}]{{1,4}})(?![{_SUPER}])
  | (?P<circled>[{_CIRCLED}])
  | <sup>\s{{0,3}}[(\[]?(?P<tag>\d{{1,4}})[)\]]?\s{{0,3}}</sup>
  | \^\\?[(\[]?(?P<caret>\d{{1,4}})\\?[)\]]?\^
  | \$\s?(?:\{{\s?\}}\s?)?\^\s?(?:\{{\s?[(\[]?(?P<braced>\d{{1,4}})[)\]]?\s?\}}|(?P<bare>\d))\s?\$
  | \\textsuperscript\{{(?P<tex>\d{{1,4}})\}}
    """,
    re.VERBOSE,
)
_BRACKETED = re.compile(r"\\?[\[［〔【]\s?\^?(?P<label>\d{1,4})\s?\\?[\]］〕】](?![(:])")
_ROUND = re.compile(r"[(（](?P<label>\d{1,4})[)）]")
# "12 km²", "10⁶", "x²": a power.
_POWER = re.compile(r"(?:(?<![^\W\d_])(?:[kcdmμnh]?m|ft|in|mi|yd|s|км|м|см|мм|[A-Zb-z])|(?<!\d)10|[)\]])\Z")
_BEFORE = 3


def find_raised(text: str) -> list[Mark]:
    """The raised figures of `text`, but for powers of units and of numbers."""
    found = []
    for match in _RAISED.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if match["sign"] and len(match["sign"]) == 1 and match["sign"] in "²³" and _POWER.search(before):
            continue
        if match["sign"] and before.endswith("10") and not before[-3:-2].isdigit():
            continue
        found.append(_make_mark(match, match[match.lastgroup or 0]))
    return found


def find_bracketed(text: str) -> list[Mark]:
    """The figures in square brackets, of whatever script."""
    return [_make_mark(match, match["label"]) for match in _BRACKETED.finditer(text)]


def find_round(text: str) -> list[Mark]:
    """The figures in round brackets, which may be points of an enumeration as well."""
    return [_make_mark(match, match["label"]) for match in _ROUND.finditer(text)]


def _make_mark(match: re.Match[str], printed: str) -> Mark:
    return Mark(printed, fold_label(printed), Span(*match.span()), opens_line=False)


def keep_outside(marks: Sequence[Mark], spans: Sequence[Span]) -> list[Mark]:
    """The marks that lie in none of `spans`, both in order."""
    kept, at = [], 0
    for mark in marks:
        while at < len(spans) and spans[at].end <= mark.span.start:
            at += 1
        if at == len(spans) or mark.span.end <= spans[at].start:
            kept.append(mark)
    return kept
