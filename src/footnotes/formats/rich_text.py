"""The rich text of CSL where a format has other marks for it, or none.

Authority: CSL 1.0.2, "Rich text": `<i>`, `<b>`, `<sup>`, `<sub>`, small capitals, and `nocase` for words
that keep their letters. Nothing else between angle brackets is mark-up.
"""

import re

NO_CASE = '<span class="nocase">'
SMALL_CAPS = '<span style="font-variant:small-caps;">'
"""The spans as they are written; both end in `</span>`."""

_NO_CASE = re.compile(rf"{NO_CASE}((?:(?!</?span).)*)</span>", re.DOTALL)
_SMALL_CAPS = re.compile(r'<span style="font-variant: ?small-caps;?">((?:(?!</?span).)*)</span>', re.DOTALL)
_PLAIN = re.compile(r"<(i|b|sc)>((?:(?!</?\1>).)*)</\1>", re.DOTALL)
_RAISED = re.compile(r"<(sup|sub)>([^<>]*)</\1>")
_ITALICS = re.compile(r"<i>((?:(?!</?i>).)+)</i>", re.DOTALL)

_FIGURES = "0123456789+-=()"
_SHIFTED = {
    "sup": str.maketrans(_FIGURES, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"),
    "sub": str.maketrans(_FIGURES, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}


def drop_case_marks(text: str) -> str:
    """The text without the marks of words that keep their letters: nothing here changes letters."""
    return _NO_CASE.sub(r"\1", text)


def drop_marks(text: str) -> str:
    """The text without marks; raised and lowered figures are signs of their own: x², H₂O."""
    text = _RAISED.sub(
        lambda match: shift_figures(match[1], match[2]), _SMALL_CAPS.sub(r"\1", drop_case_marks(text))
    )
    while (plain := _PLAIN.sub(r"\2", text)) != text:
        text = plain
    return text


def split_italics(text: str) -> list[tuple[str, bool]]:
    """The pieces of the text in order, and whether each is in italics."""
    pieces, at = [], 0
    for match in _ITALICS.finditer(text):
        pieces += [(text[at : match.start()], False), (match[1], True)]
        at = match.end()
    return [(piece, is_italic) for piece, is_italic in [*pieces, (text[at:], False)] if piece]


def shift_figures(kind: str, text: str) -> str:
    """`text` raised (`sup`) or lowered (`sub`) by signs of its own, if it is of figures: x², H₂O, 1978³."""
    return text.translate(_SHIFTED[kind]) if all(sign in _FIGURES for sign in text) else text
