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
from footnotes.split.tiles import TileBuilder
from footnotes.text.urls import URL_CHARACTERS, looks_like_url

_SOFT = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TOKEN = re.compile(
    rf"""
    (?P<image>!\[[^\]\n]*\]\([^)\s]*\))
  | (?P<pseudo>\[(?P<pseudo_text>(?:\\.|[^\[\]\\])*)\]\(\#?\))
  | (?P<link>\[(?P<link_text>(?:\\.|[^\[\]\\])*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\))
  | (?P<autolink><(?P<address>(?:https?|ftp)://[^<>\s]+)>)
  | (?P<tag></?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>)
  | (?P<entity>&(?:\#\d+|\#x[0-9a-fA-F]+|[a-zA-Z]+);)
  | (?P<escape>\\[\\`*_{{}}\[\]()\#+\-.!<>|~"'])
  | (?P<stars>\*+|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_]))
  | (?P<url>(?:https?|ftp)://[^\s<>\[\]\\]+)
  | (?P<soft>[{_SOFT}]+)
  | (?P<space>\s+)
  """,
    re.VERBOSE,
)
_EMPHASIS_TAGS = {"i", "em", "b", "strong", "cite"}
_PAGE_BREAK = re.compile(r"\n[ \t]*\n|\f")
# What follows the last part of a URL and no word of a sentence: an access date, the end.
_AFTER_URL = re.compile(r"\s*(?:\(|[.,;)\]]*\s*(?:$|\n[ \t]*\n))")
_SHORTEST_REST = 3
_BREAKABLE = "-/_.?=&%#~"


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
    """One pass over the source: each kind of token has its method."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.start = start + len(source[start:end]) - len(source[start:end].lstrip())
        self.end = end
        self.out = TileBuilder(source)
        self.open_marks: list[tuple[str, int]] = []
        self.emphasis: list[Span] = []
        self.problems: list[Problem] = []
        self.url_ends = -1
        """How much text there was when the last URL ended; its end is open while nothing follows."""

    def run(self) -> RepairedText:
        self._read(self.start, self.end)
        text, origin = self.out.build()
        return RepairedText(text, origin, tuple(sorted(self.emphasis)), tuple(self.problems))

    def _read(self, start: int, end: int) -> None:
        at = start
        while match := _TOKEN.search(self.source, at, end):
            self.out.keep(at, match.start())
            at = self._take(match, end) or match.end()
        self.out.keep(at, end)

    def _take(self, match: re.Match[str], end: int) -> int | None:
        kind = next(name for name in self.KINDS if match[name] is not None)
        return self.KINDS[kind](self, match, end)

    def _note(self, code: str, message: str, start: int, end: int) -> None:
        self.problems.append(Problem(code, message, Severity.INFO, Span(start, end)))

    def _take_nothing(self, match: re.Match[str], _end: int) -> None:
        self.out.drop_after(match.start(), match.end())

    def _take_soft(self, match: re.Match[str], _end: int) -> None:
        self.out.drop_after(match.start(), match.end())
        self._note(
            "soft-mark-removed", "A soft hyphen or a mark without width was left out.", *match.span()
        )

    def _take_pseudo(self, match: re.Match[str], end: int) -> None:
        self._note("pseudo-link-removed", "A link that leads nowhere was read as its words.", *match.span())
        self.out.drop_before(match.start(), match.start("pseudo_text"))
        self._read(*match.span("pseudo_text"))
        self.out.drop_after(match.end("pseudo_text"), match.end())
        self._close_url(match.end(), end)

    def _take_link(self, match: re.Match[str], end: int) -> None:
        words = match["link_text"].replace("\\", "")
        if looks_like_url(words) or not match["link_text"].strip():
            self.out.drop_before(match.start(), match.start("target"))
        else:
            self.out.drop_before(match.start(), match.start("link_text"))
            self._read(*match.span("link_text"))
            self.out.put(" ", match.end("link_text"), match.start("target"))
        self.out.keep(*match.span("target"))
        self.out.drop_after(match.end("target"), match.end())
        self._close_url(match.end(), end)

    def _take_autolink(self, match: re.Match[str], end: int) -> None:
        self.out.drop_before(match.start(), match.start("address"))
        self.out.keep(*match.span("address"))
        self.out.drop_after(match.end("address"), match.end())
        self._close_url(match.end(), end)

    def _take_url(self, match: re.Match[str], end: int) -> None:
        self.out.keep(*match.span())
        self._close_url(match.end(), end)

    def _close_url(self, at: int, _end: int) -> None:
        if self.source[at : at + 1].isspace() or self.source.startswith("<", at):
            self.url_ends = self.out.length

    def _take_tag(self, match: re.Match[str], _end: int) -> None:
        name = match["tag"].strip("</>").split()[0].lower()
        if name not in _EMPHASIS_TAGS:
            self.out.drop_after(match.start(), match.end())
        elif match["tag"].startswith("</"):
            self._end_emphasis(name, match)
        else:
            self._begin_emphasis(name, match)

    def _take_entity(self, match: re.Match[str], _end: int) -> None:
        character = html.unescape(match["entity"])
        if len(character) == 1:
            self.out.put(character, *match.span())
        else:
            self.out.keep(*match.span())

    def _take_escape(self, match: re.Match[str], _end: int) -> None:
        self.out.drop_before(match.start(), match.start() + 1)
        self.out.keep(match.start() + 1, match.end())

    def _take_stars(self, match: re.Match[str], end: int) -> None:
        """Emphasis as CommonMark 6.2 has it, simplified: a run opens before a word and closes after one."""
        before = self.source[match.start() - 1]
        after = self.source[match.end() : match.end() + 1] if match.end() < end else " "
        mark = match["stars"]
        is_open = any(one == mark for one, _ in self.open_marks)
        if is_open and not before.isspace():
            self._end_emphasis(mark, match)
        elif not after.isspace() and mark in self.source[match.end() : end]:
            self._begin_emphasis(mark, match)
        else:
            self.out.keep(*match.span())

    def _begin_emphasis(self, mark: str, match: re.Match[str]) -> None:
        self.out.drop_before(*match.span())
        self.open_marks.append((mark, self.out.length))

    def _end_emphasis(self, mark: str, match: re.Match[str]) -> None:
        self.out.drop_after(*match.span())
        for at in range(len(self.open_marks) - 1, -1, -1):
            if self.open_marks[at][0] == mark:
                start = self.open_marks.pop(at)[1]
                if start < self.out.length:
                    self.emphasis.append(Span(start, self.out.length))
                return

    def _take_space(self, match: re.Match[str], end: int) -> int | None:
        broken = "\n" in match["space"] or "\f" in match["space"]
        if broken and self.url_ends == self.out.length and (rest := self._find_rest(match.end(), end)):
            self.out.drop_after(match.start(), rest.start)
            self._note(
                "url-rejoined", "A URL cut by a line or page end was joined again.", match.start(), rest.end
            )
            if self.source.startswith("[", rest.start):
                return rest.start
            self.out.keep(rest.start, rest.end)
            self.url_ends = self.out.length
            return rest.end
        self.out.put(" ", *match.span())
        if _PAGE_BREAK.search(match["space"]):
            self._note(
                "text-rejoined", "Text cut by an empty line or a page end was joined again.", *match.span()
            )
        return None

    def _find_rest(self, at: int, end: int) -> Span | None:
        """The rest of a cut URL at `at`, if what stands there can be nothing else.

        The words of a pseudo-link are the rest if they are URL characters only. A bare word is
        if the URL so far cannot end where it does, or if what follows the word follows URLs only;
        a word alone that reads like prose ("See also ...") is not.
        """
        token = _TOKEN.match(self.source, at, end)
        if token and token["pseudo"] is not None:
            words = token["pseudo_text"]
            return Span(*token.span()) if URL_CHARACTERS.fullmatch(words.replace("\\", "")) else None
        word = URL_CHARACTERS.match(self.source, at, end)
        if (
            word is None
            or "://" in word.group()
            or word.group()[0] in "(["
            or len(word.group()) < _SHORTEST_REST
        ):
            return None
        last = len(word.group().rstrip(".,;:)")) + at
        ends_badly = self.out.last in _BREAKABLE and not word.group()[0].isupper()
        alone = _AFTER_URL.match(self.source[last:end]) is not None and _is_no_word(self.source[at:last])
        return Span(at, last) if last > at and (ends_badly or alone) else None

    KINDS: ClassVar[dict[str, Callable[["_Repair", re.Match[str], int], int | None]]] = {
        "image": _take_nothing,
        "pseudo": _take_pseudo,
        "link": _take_link,
        "autolink": _take_autolink,
        "tag": _take_tag,
        "entity": _take_entity,
        "escape": _take_escape,
        "stars": _take_stars,
        "url": _take_url,
        "soft": _take_soft,
        "space": _take_space,
    }


def _is_no_word(token: str) -> bool:
    """Whether `token` is more likely a piece of an address than a word of a sentence."""
    inner = token[1:]
    return bool(re.search(r"[\d/_=&%?.-]", token)) or (not inner.islower() and not token.isupper())
