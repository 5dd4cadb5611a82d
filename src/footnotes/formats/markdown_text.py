"""Text in Markdown: escaped to be taken as it stands, and read from where pandoc writes it.

Authority: the pandoc manual, "Pandoc's Markdown" and "Specifying bibliographic data": in CSL-YAML the texts
are Markdown, and what CSL-JSON writes as `<i>x</i>` is `*x*` there.
"""

import re

from footnotes.formats.rich_text import NO_CASE, SMALL_CAPS

_SIGNS = re.compile(r"[\\`*{}\[\]<>$^~@|]|(?<![^\W_])_|_(?![^\W_])|--|\.\.\.|&(?=#?\w+;)|^[-+:#%=]")
_ENUMERATOR = re.compile(r"^(\s*\(?(?:\d+|[#@A-Za-z]|[ivxlcdmIVXLCDM]+))(?=[.)](?:\s|$))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_TAGS = {"*": "i", "**": "b", "^": "sup", "~": "sub"}
_SPANS = {
    "nocase": NO_CASE,
    "smallcaps": SMALL_CAPS,
}
"""The spans of CSL, under the names that pandoc has for them."""
_RICH = re.compile(
    r"<(i|b|sup|sub)>([^<>]+)</\1>"
    rf"|(?:(?P<nocase>{_SPANS['nocase']})|{_SPANS['smallcaps']})([^<>]+)</span>"
)
_MARKED = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|\*\*(?P<b>(?!\s)(?:\\.|[^\\*])+(?<!\s))\*\*"
    r"|\*(?P<i>(?!\s)(?:\\.|[^\\*])+(?<!\s))\*"
    r"|(?<!\w)_(?P<i2>(?!\s)(?:\\.|[^\\_])+(?<!\s))_(?!\w)"
    r"|\^(?P<sup>(?:\\.|[^\\^\s])+)\^"
    r"|(?<!~)~(?P<sub>(?:\\.|[^\\~\s])+)~(?!~)"
    r"|\[(?P<span>(?:\\.|[^\\\[\]])+)\]\{\.(?P<class>nocase|smallcaps)\}",
    re.DOTALL,
)


def escape_markdown(text: str) -> str:
    """The text with a backslash before each sign that Markdown would take for its own."""
    escaped = _SIGNS.sub(lambda match: f"\\{match[0]}", text)
    return escape_enumerator(escaped)


def escape_enumerator(text: str) -> str:
    """The text with a backslash before the full stop of a number that would begin a list (`1984. `)."""
    return _ENUMERATOR.sub(r"\1\\", text)


def unescape_markdown(text: str) -> str:
    """The text of `escape_markdown`; what marks text up stays as it is, for addresses and the like."""
    return _ESCAPED.sub(r"\1", text)


def write_markdown(text: str) -> str:
    """The rich text of CSL as Markdown, such that `read_markdown` gives it back to the letter."""
    rich = _RICH.sub(_mark_up, text) if "<" in text else text
    if rich != text and read_markdown(marked := _escape_around(text)) == text:
        return marked
    return escape_markdown(text)


def read_markdown(text: str) -> str:
    """The Markdown of a field as the rich text of CSL."""
    if not any(sign in text for sign in "\\*_^~["):
        return text
    return _MARKED.sub(_read_mark, text)


def _escape_around(text: str) -> str:
    pieces, at = [], 0
    for match in _RICH.finditer(text):
        pieces += [escape_markdown(text[at : match.start()]), _mark_up(match)]
        at = match.end()
    return "".join([*pieces, escape_markdown(text[at:])])


def _mark_up(match: re.Match[str]) -> str:
    if match[4]:
        return f"[{escape_markdown(match[4])}]{{.{'nocase' if match['nocase'] else 'smallcaps'}}}"
    sign = next(sign for sign, tag in _TAGS.items() if tag == match[1])
    return f"{sign}{escape_markdown(match[2])}{sign}"


def _read_mark(match: re.Match[str]) -> str:
    if match["sign"]:
        return match["sign"]
    if match["span"]:
        return f"{_SPANS[match['class']]}{read_markdown(match['span'])}</span>"
    kind = next(name for name, inner in match.groupdict().items() if inner)
    tag = kind.rstrip("2")
    return f"<{tag}>{read_markdown(match[kind])}</{tag}>"
