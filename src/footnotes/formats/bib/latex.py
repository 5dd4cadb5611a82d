r"""Text to TeX and back: escaping for text fields, and decoding of accents, signs and braces.

What reading leaves as TeX (formulas, macros with arguments that nobody knows here) is written as it is.

Written: raw UTF-8 letters in NFC, the ten special characters as macros; braces as `\{` where
they close, else as `\textbraceleft{}`, because BibTeX counts `\{` too. Verbatim fields (url, doi) never
pass through here. Read: accents, signs and ligatures become Unicode, braces go, macros that
are not known and mathematics stay as they are written.
"""

import re
import unicodedata
from collections.abc import Mapping

from footnotes.formats.bib.braces import is_balanced
from footnotes.formats.bib.latex_decoder import TexDecoder
from footnotes.formats.bib.latex_macros import MARKUP

ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "\u00a0": "~",
    },
)

CLOSED_ESCAPES = {**ESCAPES, ord("{"): r"\{", ord("}"): r"\}"}
"""The same where the braces of the text close."""

_BREAKABLE = re.compile(r"-(?=-)|`(?=`)|'(?=')|[?!](?=`)")
_ESCAPED = re.compile(r"[\\{}~^#$%&_\u00a0]|--|``|''|[?!]`")
"""What `_escape_run` has to look at: most texts have none of it."""
_TAG = re.compile(
    r"<(?P<end>/)?(?P<name>i|b|sup|sub|sc|span)"
    r"(?: (?:style=\"font-variant: ?(?P<caps>small-caps);?\"|class=\"(?P<case>nocase)\"))?>"
)
"""CSL's rich text (CSL-JSON, "HTML-like formatting tags")."""
_TEX = re.compile(
    r"\$(?=\S)[^$]{0,99}[\\_^][^$]{0,99}(?<=\S)\$(?!\d)|\\[A-Za-z]+\*?(?:\{[^{}\\$]{0,999}\})+(?!\{)"
)
r"""TeX that the reader left as it was: formulas, and macros that it does not know with their arguments."""

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_MARK = "[\u0300-\u034e\u0350-\u036f\u0591-\u05bd\u064b-\u065f\u20d0-\u20ff]"
_MARKS = re.compile(f"({_MARK}{{30}})(?={_MARK})")
"""Marks without end on one letter, which NFC would order in quadratic time: UAX 15 joins them by 30."""

_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane | end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
)
"""What Unicode sets aside (23.7, Noncharacters): biber refuses a whole file for one of them."""

_UNPRINTABLE = re.compile(rf"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff{_NO_CHARACTERS}]")
_SPECIAL = re.compile(r"[\\{}$~`]|--|''")


def fold_blanks(text: str) -> str:
    """The text in NFC with single blanks, without characters that no text file should hold."""
    if text.isascii() and text.isprintable():
        if "  " not in text:
            return text.strip(" ")
    else:
        text = unicodedata.normalize("NFC", _MARKS.sub("\\1\u034f", _UNPRINTABLE.sub("", text)))
    return _BLANKS.sub(" ", text).strip(" ")


def escape_text(text: str, dialect: str = "biblatex") -> str:
    """The value of a text field; CSL's tags (`<i>`, `<sc>`, spans) become macros if they are paired."""
    text = fold_blanks(text)
    table = CLOSED_ESCAPES if "{" in text and is_balanced(text.replace("\\", "")) else ESCAPES
    if "<" not in text or not _are_paired(text):
        return _escape_run(text, table)
    pieces, start = [], 0
    ends: list[str] = []
    for tag in _TAG.finditer(text):
        begins = "" if tag["end"] else MARKUP[_name_markup(tag)][dialect]
        pieces += [_escape_run(text[start : tag.start()], table), begins or ends.pop()]
        if begins:
            ends.append("}" * begins.count("{"))
        start = tag.end()
    return "".join([*pieces, _escape_run(text[start:], table)])


def unescape_text(text: str) -> str:
    """What a text field says, in Unicode (NFC)."""
    if _SPECIAL.search(text) is None and not text.startswith(("?`", "!`")):
        return fold_blanks(text)
    return fold_blanks(TexDecoder(text).decode())


def _escape_run(text: str, table: Mapping[int, str]) -> str:
    if _ESCAPED.search(text) is None:
        return text
    if "$" not in text and "{" not in text:
        return _escape_plain(text, table)
    pieces, start = [], 0
    for match in _TEX.finditer(text):
        if is_balanced(match[0]) and unescape_text(match[0]) == match[0]:
            pieces += [_escape_plain(text[start : match.start()], table), match[0]]
            start = match.end()
    return "".join([*pieces, _escape_plain(text[start:], table)])


def _escape_plain(text: str, table: Mapping[int, str]) -> str:
    return _BREAKABLE.sub(lambda match: match[0] + "{}", text.translate(table))


def _are_paired(text: str) -> bool:
    open_tags: list[str] = []
    for tag in _TAG.finditer(text):
        if not tag["end"]:
            open_tags.append(tag["name"] if _name_markup(tag) in MARKUP else "")
        elif not open_tags or open_tags.pop() != tag["name"]:
            return False
    return not open_tags


def _name_markup(tag: re.Match[str]) -> str:
    return tag["caps"] or tag["case"] or ("small-caps" if tag["name"] == "sc" else tag["name"])
