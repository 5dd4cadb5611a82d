"""How new words join those after them: one full stop, neither two nor none."""

import re

from footnotes.model import Cite
from footnotes.rewrite.printed import Paper

_CLOSING = "\"'”’»*_)"
_END = re.compile(r"(?:[\s\]]*\Z)|\s+(?=[^\W\d_]|[\"“„«'‘(\[*_])")
_QUOTES = re.compile(r"[\"”’]+\Z")


def join_words(paper: Paper, cite: Cite, new: str, *, inside: bool = False) -> str:
    """`new` in the place of `cite`, with the full stop that the sentence needs and no other.

    The stop of "Ibid." may end the sentence too: then the new words need one. With `inside` it goes
    within the quotation marks that they end in.
    """
    rest = paper.text[cite.span.end : paper.notes[cite.note].span.end]
    if rest.startswith("."):
        return new[:-1] if new.endswith(".") and not new.endswith("..") else new
    stopped = paper.fold_cite(cite).rstrip(_CLOSING).endswith(".")
    if not stopped or new.rstrip(_CLOSING)[-1:] in {".", "?", "!"} or not _ends_sentence(rest):
        return new
    quotes = _QUOTES.search(new) if inside else None
    return f"{new[: quotes.start()]}.{quotes.group()}" if quotes else f"{new}."


def _ends_sentence(rest: str) -> bool:
    match = _END.match(rest)
    if match is None:
        return False
    following = rest[match.end() : match.end() + 1]
    return not following.islower()
