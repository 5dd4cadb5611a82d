"""The signs that stand for emphasis and quotation marks until a whole text is there."""

from typing import Any

from footnotes.style.marked_text import QUOTE, TAGS
from footnotes.style.punctuation import Quotes

QUOTED = "{}{{}}{}".format(*QUOTE)
"""A text between the signs for which `punctuation` puts quotation marks."""


def _wrapper(tag: str) -> Any:
    start, end = TAGS[tag]
    return lambda text: f"{start}{text}{end}"


class Marks:
    """A formatter that marks emphasis with the signs of `marked_text`."""

    preformat = staticmethod(str)
    Italic = Oblique = staticmethod(_wrapper("i"))
    Bold = staticmethod(_wrapper("b"))
    Light = staticmethod(str)
    Underline = staticmethod(_wrapper("u"))
    Superscript = staticmethod(_wrapper("sup"))
    Subscript = staticmethod(_wrapper("sub"))
    SmallCaps = staticmethod(_wrapper("span"))


def read_quotes(root: Any) -> Quotes:
    """The quotation marks of the language of a style."""

    def read(name: str, default: str) -> str:
        term = root.get_term(name)
        return str(term.single) if term is not None else default

    return Quotes(
        (read("open-quote", "“"), read("close-quote", "”")),
        (read("open-inner-quote", "‘"), read("close-inner-quote", "’")),
        _puts_punctuation_inside(root),
    )


def _puts_punctuation_inside(root: Any) -> bool:
    """Whether the style, or its language, has full stops and commas before the closing mark."""
    for locale in root.locales:
        options = locale.find("cs:style-options", locale.nsmap)
        if options is not None and options.get("punctuation-in-quote") is not None:
            return bool(options.get("punctuation-in-quote") == "true")
    return False
