r"""Paragraphs and lines of an abstract or annotation, as TeX and other programs have them, and back.

A blank line of a .bib is a blank to biber and BibTeX, which fold it, and of `\par` pandoc makes nothing at
all ("ends.Begins"). `\\` is a new line to TeX and to pandoc, two of them are a paragraph with space above.
So it is written; read are all three, and `\newline`.
"""

import re

from footnotes.formats.bib.latex import escape_text, unescape_text

_LINE, _PARAGRAPH = "\u2028", "\u2029"
"""The separators of Unicode, which stand for the breaks while a text is decoded or escaped."""

_BREAK = re.compile(
    r"(?P<formula>(?<!\\)\$(?=\S)[^$\n]{0,200}(?:(?<=[^\s\\])|(?<=\\\\))\$(?!\d))"
    r"|(?:\\\\\s*)?(?P<paragraph>\\(?:par|endgraf)(?![A-Za-z])(?:\{\})?|\n[ \t\r]*\n)\s*"
    r"|\\(?:\\\*?(?:\[[^][]*\])?|newline(?![A-Za-z])(?:\{\})?)\s*"
)
_PARAGRAPHS = re.compile(rf"[ {_LINE}{_PARAGRAPH}]*{_PARAGRAPH}[ {_LINE}{_PARAGRAPH}]*")
_LINES = re.compile(rf" *({_LINE}) *")
_MEANT = re.compile(rf"{_LINE}(?=[\[*])")
r"""What begins behind `\\` with a sign that would be an argument of it."""


def write_prose(text: str, dialect: str) -> str:
    r"""Text with `\\` for each end of a line; a paragraph ends in two."""
    if "\n" not in text:
        return escape_text(text, dialect)
    lines = [line.strip() for line in text.strip().split("\n")]
    if "$" in text or "\\" in text:
        # No formula and no macro goes over the end of a line.
        escaped = _LINE.join(escape_text(line, dialect) for line in lines)
    else:
        # Italics do.
        escaped = escape_text(_LINE.join(lines), dialect)
    return _MEANT.sub(r"\\\\ {}", escaped).replace(_LINE, r"\\ ")


def read_prose(value: str) -> str:
    """What the field says, with its lines and paragraphs."""
    if "\n" not in value and "\\" not in value:
        return unescape_text(value)
    text = unescape_text(_BREAK.sub(_mark_break, value))
    lines = _LINES.sub("\n", _PARAGRAPHS.sub("\n\n", text))
    return lines.strip()


def _mark_break(match: re.Match[str]) -> str:
    return match["formula"] or (_PARAGRAPH if match["paragraph"] else _LINE)
