"""Text as the value of a parameter of a template in wikitext.

Authority: Help:Template, "Special characters", and Help:Citation Style 1, "URL". Characters that would
end the parameter or begin mark-up are entities, in addresses they are percent-encoded.
"""

import re

from footnotes.formats.rich_text import drop_marks

_SIGNS = re.compile(
    r"\||\{\{|\}\}|\{(?=\|)"
    r"|\[\[?|\]\]?|''+|~~~+|__+|&(?=#?\w+;)|<|>|://|\b(?:ISBN|RFC|PMID)(?= )|^[*#:;]|\{$|^\}"
)
_ITALICS = re.compile(r"<i>((?:(?!</?i>|'').)+)</i>")
_URL_SIGNS = re.compile(r"[\s|\[\]{}<>\"`^\\]|''+|~~~+|_(?=_[A-Za-z]+__)|[^\x21-\x7e]")
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def write_wikitext(text: str) -> str:
    """The text, to be shown as it stands; italics of CSL are italics, its other marks are left out.

    Elements of HTML in a title would go into the metadata that the templates give (COinS).
    """
    folded = _BLANKS.sub(" ", text).strip()
    pieces, at = [], 0
    for match in _ITALICS.finditer(folded):
        pieces += [_show(folded[at : match.start()]), f"''{_show(match[1])}''"]
        at = match.end()
    return "".join([*pieces, _show(folded[at:])])


def write_wiki_url(url: str) -> str:
    """The address; letters beyond ASCII stay, as MediaWiki reads them."""
    return _URL_SIGNS.sub(_encode, url.strip())


def _show(text: str) -> str:
    return _escape(drop_marks(text))


def _escape(text: str) -> str:
    return _SIGNS.sub(lambda match: _write_entities(match[0]), text)


def _write_entities(signs: str) -> str:
    if signs.isalpha():
        return f"{_entity(signs[0])}{signs[1:]}"
    if signs == "://":
        return f"{_entity(':')}//"
    return "".join(_entity(sign) for sign in signs)


def _entity(sign: str) -> str:
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(sign) or f"&#{ord(sign)};"


def _encode(match: re.Match[str]) -> str:
    if match[0].isalnum():
        return match[0]
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
