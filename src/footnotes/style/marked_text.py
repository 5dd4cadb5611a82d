"""Text with its emphasis and quotation marks as single signs, and the three ways to print it.

The signs stand in Unicode's private use area, one pair for each kind of markup, so that punctuation can be
settled by looking at neighbours. Both engines give their results in this form.
"""

import re
from html import escape

from footnotes.formats.markdown_text import escape_enumerator
from footnotes.formats.rich_text import shift_figures

QUOTE = ("\ue000", "\ue001")
"""Opening and closing quotation mark, whatever the language prints for them."""

TAGS = {
    "i": ("\ue002", "\ue003"),
    "b": ("\ue004", "\ue005"),
    "sup": ("\ue006", "\ue007"),
    "sub": ("\ue008", "\ue009"),
    "u": ("\ue00a", "\ue00b"),
    "span": ("\ue00c", "\ue00d"),
}
"""Elements of CSL's rich text and their signs; the span is small capitals."""

HELD = "\ue0f1"
"""Stands between punctuation marks that belong together."""
BREAK = "\ue0f2"
"""Where something begins or ends that stands apart, as a number in the margin (CSL 1.0.2, "Display")."""
SENTENCE = "\ue0f3"
"""Where the words behind a cite end a sentence, and the next cite begins another."""
_BETWEEN = (",", "–", "\u2011", " ", "\u00a0", "\u202f")
_LEVELS = {sign: chr(0xE0F4 + at) for at, sign in enumerate(_BETWEEN)}
"""What stands between a volume and its pages, of which no processor is to make several volumes."""
NOCASE = ("\ue010", "\ue011")
"""Around words whose letters keep their case (CSL-JSON: a span of class nocase)."""
_NO_BREAK = re.compile(
    rf"\A[\s{BREAK}]*{BREAK}[\s{BREAK}]*|[\s{BREAK}]*{BREAK}[\s{BREAK}]*(?=[.,;:!?)\]]|\Z)"
)
_BREAKS = re.compile(rf"[\s{BREAK}]*{BREAK}[\s{BREAK}]*")
_SENTENCE_ENDS = re.compile(rf"\.?{SENTENCE}\s*[;,.]?\s*")
_TOGETHER = re.compile(r"(?<=[.,;:!?])(?=[.,;:!?])")
SMALL_CAPS = "font-variant: small-caps"
OPENING = "".join(pair[0] for pair in TAGS.values())
CLOSING = "".join(pair[1] for pair in TAGS.values())
SIGNS = "\ue000-\ue0ff"
"""The range of all signs, for a class of characters."""
_SIGNS = re.compile(f"[{SIGNS}]")
_KINDS = {TAGS[kind][0]: kind for kind in ("sup", "sub")}
_RAISED = re.compile(f"([{''.join(_KINDS)}])([^{SIGNS}]+)[{SIGNS}]")
_MARKDOWN = {"i": ("*", "*"), "b": ("**", "**"), "sup": ("^", "^"), "sub": ("~", "~"), "u": ("", "")}
_BULLET = re.compile(r"\A(?=[-+:%=](?:\s|\Z))")
_SPECIAL = re.compile(r"([\\`*_\[\]<>^~$@#|])")
_RICH = re.compile(r"</?(i|b|sup|sub|u|em|strong)>|<span\b([^>]*)>|</span>", re.IGNORECASE)
_SAME = {"em": "i", "strong": "b"}


def mark_rich_text(text: str) -> str:
    """The markup that CSL-JSON allows in a field (`<i>` and its like) as signs; other angles stay text."""
    clean = _SIGNS.sub("", text)
    if "<" not in clean:
        return clean
    spans: list[str] = []

    def mark(found: re.Match[str]) -> str:
        tag = (found[1] or "").lower()
        closes = found[0].startswith("</")
        if tag:
            return TAGS[_SAME.get(tag, tag)][closes]
        if closes:
            return spans.pop() if spans else ""
        kind = found[2] or ""
        start, end = TAGS["span"] if "small-caps" in kind else NOCASE if "nocase" in kind else ("", "")
        spans.append(end)
        return start

    return balance_marks(_RICH.sub(mark, clean) + "".join(reversed(spans)))


def hold_punctuation(text: str) -> str:
    """`text` with a sign between marks that stand together in it, which are nobody's to settle.

    Only where pieces meet is punctuation settled: the "::" of a DOI, or three full stops, stay.
    """
    return _TOGETHER.sub(HELD, text)


def settle_breaks(text: str) -> str:
    """`text` with a blank for each break, but none at its ends nor before punctuation."""
    return _BREAKS.sub(" ", _NO_BREAK.sub("", text)) if BREAK in text else text


def end_sentences(text: str) -> str:
    """`text` with a full stop where a sentence ends within a note, whatever the style has between cites."""
    return _SENTENCE_ENDS.sub(". ", text)


def mark_levels(text: str) -> str:
    """A place of two levels ("1, p. 5–7") with signs for what would make its label a plural."""
    return "".join(_LEVELS.get(sign, sign) for sign in text.replace("-", "–"))


def settle_levels(text: str) -> str:
    """`text` with commas, dashes and blanks for the signs of `mark_levels`."""
    return text.translate({ord(sign): mark for mark, sign in _LEVELS.items()})


def balance_marks(text: str) -> str:
    """`text` with every emphasis closed, and none closed that is not open."""
    closers = {pair[0]: pair[1] for pair in TAGS.values()}
    waiting: list[str] = []
    out: list[str] = []
    for sign in text:
        if sign in closers:
            waiting.append(closers[sign])
        elif sign in CLOSING:
            if sign not in waiting:
                continue
            while waiting[-1] != sign:
                out.append(waiting.pop())
            waiting.pop()
        out.append(sign)
    return "".join(out) + "".join(reversed(waiting))


def strip_marks(text: str) -> str:
    """The bare text."""
    return _SIGNS.sub("", text)


def print_text(text: str) -> str:
    """The bare text; raised and lowered figures stay so, lest the third edition of 1978 be of 19783."""
    return strip_marks(_RAISED.sub(lambda found: shift_figures(_KINDS[found[1]], found[2]), text))


def print_markdown(text: str) -> str:
    """The text in pandoc's Markdown; signs that Markdown would read are escaped."""
    signs = {sign: _MARKDOWN.get(tag) for tag, pair in TAGS.items() for sign in pair}
    out = []
    for sign in text:
        if sign in signs:
            pair = signs[sign] or ("[", "]{.smallcaps}")
            out.append(pair[sign in CLOSING])
        else:
            out.append(_SPECIAL.sub(r"\\\1", sign))
    return escape_enumerator(_BULLET.sub(r"\\", "".join(out)))


def print_html(text: str) -> str:
    """The text as HTML, escaped."""
    out = escape(text, quote=False)
    for tag, (start, end) in TAGS.items():
        opened = f'<span style="{SMALL_CAPS}">' if tag == "span" else f"<{tag}>"
        out = out.replace(start, opened).replace(end, f"</{tag}>")
    return out


PRINTERS = {"text": print_text, "markdown": print_markdown, "html": print_html}
"""What `--output` may ask for."""
