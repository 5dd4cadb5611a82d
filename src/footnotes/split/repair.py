"""The text of a note as it should read, with the way back to the source for every character.

Marks of mark-up go, lines are folded, words and URLs that a page end cut are joined again.
Letters are never changed: what is damaged stays damaged.
"""

import html
import re
from collections.abc import Callable
from typing import ClassVar

from attrs import frozen

from footnotes.model import Origin, Problem, Severity, Span
from footnotes.split.addresses import find_rest, is_address
from footnotes.split.emphasis import Emphasis
from footnotes.split.hyphens import read_hyphen
from footnotes.split.tiles import TileBuilder
from footnotes.split.tokens import SOFT, TOKEN

_EMPHASIS_TAGS = {"i", "em", "b", "strong", "cite"}
_PAGE_BREAK = re.compile(r"\n[ \t\r]*\n|\f")
_ADDRESS_NOISE = re.compile(rf"\\|&amp;|[{SOFT}]+")
_LONGEST_WORD = 40
_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
# What was repaired, by its code.
_REPAIRS = {
    "pseudo-link-removed": "A link that leads nowhere was read as its words.",
    "soft-mark-removed": "A soft hyphen or a mark without width was left out.",
    "text-rejoined": "Text cut by an empty line or a page end was joined again.",
    "url-rejoined": "A URL cut by a line or page end was joined again.",
    "word-rejoined": "A word cut by a line or page end was joined again.",
}


@frozen
class RepairedText:
    """A text with the map to its source, the stretches that were emphasised, and what was repaired."""

    text: str
    origin: Origin
    emphasis: tuple[Span, ...]
    problems: tuple[Problem, ...]


def repair_text(source: str, start: int, end: int) -> RepairedText:
    """Read `source[start:end]` as a person reads it, keeping the source of every character.

    Links give their target where the words of the link are the address itself, else both;
    pseudo-links (`[...](#)`) give their words. A URL cut by a line or page end is joined if
    what follows can only be the rest of it. Each repair is a `Problem` of severity info.
    """
    return _Repair(source, start, end).run()


class _Repair:
    """One pass over the source: each kind of token has its method, which may say where to go on."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.start = start + len(source[start:end]) - len(source[start:end].lstrip())
        self.end = end
        self.out = TileBuilder(source)
        self.emphasis = Emphasis()
        self.problems: list[Problem] = []
        self.url_ends = -1
        """How much text there was when the last URL ended; its end is open while nothing follows."""

    def run(self) -> RepairedText:
        self._read(self.start, self.end)
        text, origin = self.out.build()
        return RepairedText(text, origin, self.emphasis.build(len(text)), tuple(self.problems))

    def _read(self, start: int, end: int) -> None:
        self.emphasis.pair(self.source, start, end)
        at = start
        while match := TOKEN.search(self.source, at, end):
            self.out.keep(at, match.start())
            at = self.KINDS[match.lastgroup or ""](self, match, end) or match.end()
        self.out.keep(at, end)

    def _note(self, code: str, start: int, end: int) -> None:
        self.problems.append(Problem(code, _REPAIRS[code], Severity.INFO, Span(start, end)))

    def _take_nothing(self, match: re.Match[str], _end: int) -> None:
        self.out.drop_after(match.start(), match.end())

    def _take_soft(self, match: re.Match[str], _end: int) -> None:
        self._drop_soft(*match.span())

    def _drop_soft(self, start: int, end: int) -> None:
        self.out.drop_after(start, end)
        self._note("soft-mark-removed", start, end)

    def _take_pseudo(self, match: re.Match[str], _end: int) -> None:
        self._note("pseudo-link-removed", *match.span())
        self.out.drop_before(match.start(), match.start("pseudo_text"))
        self._read(*match.span("pseudo_text"))
        self.out.drop_after(match.end("pseudo_text"), match.end())

    def _take_link(self, match: re.Match[str], end: int) -> None:
        if is_address(match["link_text"], match["target"]):
            self.out.drop_before(match.start(), match.start("target"))
        else:
            self.out.drop_before(match.start(), match.start("link_text"))
            self._read(*match.span("link_text"))
            self.out.put(" ", match.end("link_text"), match.start("target"))
        self._keep_address(*match.span("target"))
        self.out.drop_after(match.end("target"), match.end())
        self._close_address(match.end(), end)

    def _take_autolink(self, match: re.Match[str], end: int) -> None:
        self.out.drop_before(match.start(), match.start("address"))
        self._keep_address(*match.span("address"))
        self.out.drop_after(match.end("address"), match.end())
        self._close_address(match.end(), end)

    def _take_url(self, match: re.Match[str], end: int) -> None:
        self._keep_address(*match.span())
        self._close_address(match.end(), end)

    def _keep_address(self, start: int, end: int) -> None:
        """Write an address without escapes, entities and soft marks, none of which is ever part of one."""
        at = start
        for match in _ADDRESS_NOISE.finditer(self.source, start, end):
            self.out.keep(at, match.start())
            if match.group() == "&amp;":
                self.out.put("&", *match.span())
            elif match.group() == "\\":
                self.out.drop_after(*match.span())
            else:
                self._drop_soft(*match.span())
            at = match.end()
        self.out.keep(at, end)

    def _close_address(self, at: int, end: int) -> None:
        if at == end or self.source[at].isspace() or self.source[at] == "<":
            self.url_ends = self.out.length

    def _take_tag(self, match: re.Match[str], _end: int) -> None:
        name = match["tag"].strip("</>").split()[0].lower()
        if name not in _EMPHASIS_TAGS:
            self.out.drop_after(*match.span())
        elif not match["tag"].startswith("</"):
            self._begin_emphasis(name, match)
        else:
            self._end_emphasis(name, match)

    def _take_entity(self, match: re.Match[str], _end: int) -> None:
        character = html.unescape(match["entity"])
        if character in SOFT:
            self._drop_soft(*match.span())
        elif len(character) == 1:
            self.out.put(" " if character.isspace() else character, *match.span())
        else:
            self.out.keep(*match.span())

    def _take_escape(self, match: re.Match[str], _end: int) -> None:
        self.out.drop_before(match.start(), match.start() + 1)
        self.out.keep(match.start() + 1, match.end())

    def _take_stars(self, match: re.Match[str], _end: int) -> None:
        partners = self.emphasis.find_partners(match.start())
        if partners is None:
            self.out.keep(*match.span())
        elif not partners:
            self._begin_emphasis(match.start(), match)
        for partner in partners or ():
            self._end_emphasis(partner, match)

    def _begin_emphasis(self, mark: int | str, match: re.Match[str]) -> None:
        self.out.drop_before(*match.span())
        self.emphasis.begin(mark, self.out.length)

    def _end_emphasis(self, mark: int | str, match: re.Match[str]) -> None:
        self.out.drop_after(*match.span())
        self.emphasis.end(mark, self.out.length)

    def _take_hyphen(self, match: re.Match[str], end: int) -> None:
        read = read_hyphen(self.source, Span(*match.span()), end)
        hyphen = match.start() + read.keeps
        self.out.keep(match.start(), hyphen)
        if not read.joins:
            self.out.put(" ", hyphen, match.end())
            return
        self.out.drop_after(hyphen, match.end())
        self._note("word-rejoined", *match.span())
        if not read.certain:
            self._doubt_hyphen(match)

    def _doubt_hyphen(self, match: re.Match[str]) -> None:
        before = _WORD_BEFORE.search(self.source, max(0, match.start() - _LONGEST_WORD), match.start())
        after = _WORD_AFTER.match(self.source, match.end())
        word = f"{before.group() if before else ''}{after.group() if after else ''}"
        message = (
            f"A hyphen at a line end was left out in “{word}”: whether it is the word's own is not sure."
        )
        self.problems.append(Problem("hyphen-unsure", message, Severity.WARNING, Span(*match.span())))

    def _take_quote(self, match: re.Match[str], _end: int) -> None:
        self.out.put(" ", *match.span())

    def _take_space(self, match: re.Match[str], end: int) -> int | None:
        broken = "\n" in match["space"] or "\f" in match["space"]
        open_url = broken and self.url_ends == self.out.length
        if open_url and (rest := find_rest(self.source, match.end(), end, self.out.last)):
            return self._join_url(match.start(), rest, end)
        self.out.put(" ", *match.span())
        if _PAGE_BREAK.search(match["space"]):
            self._note("text-rejoined", *match.span())
        return None

    def _join_url(self, cut: int, rest: Span, end: int) -> int:
        self.out.drop_after(cut, rest.start)
        self._note("url-rejoined", cut, rest.end)
        pseudo = TOKEN.match(self.source, rest.start, end)
        if pseudo and pseudo.lastgroup == "pseudo":
            self._take_pseudo(pseudo, end)
        else:
            self._keep_address(rest.start, rest.end)
        self._close_address(rest.end, end)
        return rest.end

    KINDS: ClassVar[dict[str, Callable[["_Repair", re.Match[str], int], int | None]]] = {
        "image": _take_nothing,
        "call": _take_nothing,
        "quote": _take_quote,
        "pseudo": _take_pseudo,
        "link": _take_link,
        "autolink": _take_autolink,
        "tag": _take_tag,
        "entity": _take_entity,
        "escape": _take_escape,
        "stars": _take_stars,
        "url": _take_url,
        "hyphen": _take_hyphen,
        "soft": _take_soft,
        "space": _take_space,
    }
