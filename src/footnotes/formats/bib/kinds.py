"""One value of a kind to the text of a field, and back."""

import re
from collections.abc import Callable

from footnotes.formats.bib.braces import find_group_end, split_outside_braces
from footnotes.formats.bib.latex import escape_text, fold_blanks, unescape_text
from footnotes.formats.bib.paragraphs import read_prose, write_prose
from footnotes.formats.fields import Kind
from footnotes.formats.page_spans import fold_pages

_AND = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_LIST_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_URL_MACRO = re.compile(r"\\(?:url|path)\s*\{(.*)\}", re.DOTALL)
_ESCAPED_SIGN = re.compile(r"\\([_%&#~$^])(?:\{\})?|\{\\textasciitilde\}|\\textasciitilde(?:\{\})?")
_PAGE_DASHES = re.compile(r"\s*-{2,3}\s*")
_NO_CASE = re.compile(r"\{\{((?:[^{}\\]|\\.|\{[^{}]*\})*+)\}\}")
_UNSAFE = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}


def write_title(text: str, dialect: str) -> str:
    r"""Text in braces of its own: no style may lower its case.

    BibTeX takes `{\` for one special character and lowers what is in it (btxdoc 4, item 6);
    `{{}\` it leaves alone.
    """
    escaped = escape_text(text, dialect)
    if escaped.startswith("\\"):
        escaped = "{}" + escaped
    return f"{{{escaped}}}" if escaped else ""


def read_title(value: str) -> str:
    """What a title says; within braces of its own, words in two more are CSL's `nocase`.

    Nobody types those, since the outer braces protect all letters.
    """
    if "{{" in value[1:] and value.startswith("{") and find_group_end(value, 0) == len(value):
        # LaTeX has a macro that says so.
        value = value[0] + _NO_CASE.sub(r"\\NoCaseChange{\1}", value[1:])
    return unescape_text(value)


def write_list(text: str, dialect: str) -> str:
    """One item of a literal list: an ` and ` of its own stands in braces."""
    escaped = escape_text(text, dialect)
    return f"{{{escaped}}}" if _AND.search(text) else escaped


def read_list(value: str) -> str:
    """The items of a literal list as one text, joined as pandoc joins them."""
    return "; ".join(unescape_text(item) for item in split_outside_braces(value, _LIST_AND))


def write_verbatim(text: str, dialect: str = "") -> str:
    """An address or identifier as it stands; what would end the field is percent-encoded."""
    del dialect
    folded = fold_blanks(text)
    return "".join(_UNSAFE.get(sign, sign) for sign in folded)


def read_verbatim(value: str) -> str:
    r"""The address of a verbatim field, also where somebody escaped it or put it into `\url{}`."""
    text = fold_blanks(value)
    while text.startswith("{") and text.endswith("}") and find_group_end(text, 0) == len(text):
        # Web of Science puts every value into two braces.
        text = text[1:-1]
    if match := _URL_MACRO.fullmatch(text):
        text = match[1]
    if "\\" in text:
        text = _ESCAPED_SIGN.sub(lambda match: match[1] or "~", text)
    return text


def write_pages(text: str, dialect: str = "") -> str:
    """Pages with the double hyphen of TeX (BibLaTeX manual 2.2.1, range fields)."""
    return escape_text(text, dialect).replace("-{}", "-").replace("-", "--")


def read_pages(value: str) -> str:
    """Pages with hyphens for those of TeX and for dashes."""
    return fold_pages(unescape_text(_PAGE_DASHES.sub("-", value)))


def read_edtf_text(value: str) -> str:
    """A date as it was meant: the tilde that says "approximate" in EDTF is a blank to TeX."""
    return unescape_text(value).replace("\u00a0", "~")


WRITERS: dict[Kind, Callable[[str, str], str]] = {
    Kind.TITLE: write_title,
    Kind.TEXT: escape_text,
    Kind.PROSE: write_prose,
    Kind.LIST: write_list,
    Kind.VERBATIM: write_verbatim,
    Kind.PAGES: write_pages,
    Kind.EPRINT: escape_text,
    Kind.GENRE: escape_text,
}

READERS: dict[Kind, Callable[[str], str]] = {
    Kind.TITLE: read_title,
    Kind.TEXT: unescape_text,
    Kind.PROSE: read_prose,
    Kind.LIST: read_list,
    Kind.VERBATIM: read_verbatim,
    Kind.PAGES: read_pages,
    Kind.EPRINT: unescape_text,
}
