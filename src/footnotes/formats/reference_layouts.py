"""How a list of references marks its words: in Markdown, or not at all."""

import re
from collections.abc import Callable

from attrs import frozen

from footnotes.formats.folding import fold_value
from footnotes.formats.markdown_text import escape_markdown, write_markdown
from footnotes.formats.rich_text import drop_case_marks, drop_marks, split_italics

_MARKED = r"<(\w+)[^<>]*>[^<>]*</\{}>|[^\w<>]"
_FIRST = re.compile(r"^[-+:#%=]")
_CORE = re.compile(rf"((?:{_MARKED.format(2)})*)(\w(?:.*\w)?)((?:{_MARKED.format(5)})*)", re.DOTALL)


@frozen
class Layout:
    """How a kind of list marks its words."""

    bullet: str
    text: Callable[[str], str]
    title: Callable[[str], str]
    address: Callable[[str], str]


def _print_address(url: str) -> str:
    folded = fold_value(url)
    plain = not any(sign in folded for sign in " <>\\")
    return f"<{folded}>" if plain and ":" in folded else escape_markdown(folded)


def _print_marked(text: str) -> str:
    return write_markdown(drop_case_marks(fold_value(text)))


def _print_title(text: str) -> str:
    """The title in italics; what is in italics within it stands upright, as in print."""
    title = drop_case_marks(fold_value(text)).strip()
    pieces = split_italics(title)
    if len(pieces) == 1:
        return f"*{write_markdown(pieces[0][0])}*"
    printed = "".join(_print_within(piece) if is_italic else _slant(piece) for piece, is_italic in pieces)
    return _FIRST.sub(r"\\\g<0>", printed.strip())


def _slant(piece: str) -> str:
    """The piece in italics, but for signs and marked words at its ends, where a star would be a star."""
    match = _CORE.fullmatch(piece)
    if match is None:
        return _print_within(piece)
    before, core, behind = (_print_within(match[group]) for group in (1, 3, 4))
    return f"{before}*{core}*{behind}"


def _print_within(text: str) -> str:
    """The text escaped as it must be behind another word of its line."""
    return write_markdown(f",{text}")[1:]


def _print_plain(text: str) -> str:
    return drop_marks(fold_value(text))


MARKDOWN = Layout("- ", _print_marked, _print_title, _print_address)
PLAIN = Layout("", _print_plain, _print_plain, fold_value)
