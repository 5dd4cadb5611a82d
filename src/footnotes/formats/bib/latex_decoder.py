"""The decoder behind `latex.unescape_text`: the tokens of a value, read once from left to right."""

import re
import unicodedata

from attrs import Factory, define

from footnotes.formats.bib.latex_macros import (
    ACCENTS,
    DECLARATIONS,
    FONTS,
    LIGATURES,
    SIGNS,
    SPACING_ACCENTS,
    SYMBOLS,
    WRAPPERS,
)
from footnotes.formats.bib.latex_maths import MATHS_SIGNS, decode_maths

_TOKEN = re.compile(
    r"\\([A-Za-z]+\*?)[ \t\r\n]*|\\(.)|[{}$~]|---?|``|''|[?!]`|[^\\{}$~`'?!-]+|.", re.DOTALL
)

BRACES = ("{", "}")
NEAR = 16
"""So far behind the start of a group its letter may stand, and so many accents may it get."""

DOTTED = {"ı": "i", "ȷ": "j"}
r"""`\"{\i}` is an i with two dots: the accent takes the place of the one dot."""


@define
class _Pending:
    """Macros that wait for their argument, outermost first."""

    wrappers: list[tuple[str, str]] = Factory(list)
    accents: list[str] = Factory(list)

    def __bool__(self) -> bool:
        return bool(self.wrappers or self.accents)


@define
class _Group:
    """An open brace: where its text starts, and what its closing will do."""

    start: int
    wrappers: list[tuple[str, str]]
    accents: list[str]


class TexDecoder:
    """One pass over the tokens of a value.

    A loop with a stack, not a recursion, and no group is copied when it closes: the depth of
    the braces is the file's choice.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.groups: list[_Group] = []
        self.pending = _Pending()
        self.accented = 0
        self.is_open_ended = False

    def decode(self) -> str:
        """The value in Unicode; a decoder decodes once."""
        at = 0
        while match := _TOKEN.match(self.text, at):
            at = self._take(match)
        while self.groups:
            self._close(at)
        return "".join(self.pieces)

    def _take(self, match: re.Match[str]) -> int:
        sign = match[0]
        if match[1]:
            return self._take_macro(match)
        if match[2]:
            self._take_symbol(match[2])
        elif sign == "{":
            self._open()
        elif sign == "}":
            self._close(match.end())
        elif sign == "$":
            return self._take_mathematics(match.start())
        else:
            self._say(LIGATURES.get(sign, sign))
        return match.end()

    def _take_macro(self, match: re.Match[str]) -> int:
        name = match[1].rstrip("*")
        if name in SIGNS:
            self._say(SIGNS[name])
        elif name in MATHS_SIGNS:
            self._say(MATHS_SIGNS[name])
        elif name in ACCENTS:
            self.pending.accents.append(name)
        elif name in WRAPPERS:
            self.pending.wrappers.append(WRAPPERS[name])
        elif name in {"url", "href", "path"}:
            return self._take_verbatim(match.end(), silent=name == "href")
        elif name in FONTS and self.groups and not (self.pending or self.accented):
            before, behind = FONTS[name]
            self._add(before)
            self.groups[-1].wrappers.append(("", behind))
        elif name not in DECLARATIONS:
            # `{\unknown}x` must not become the macro `\unknownx`.
            stop = "{}" if self.text.startswith("}", match.end()) else ""
            self._say(match[0] + stop)
            self._keep_argument(match.end())
        return match.end()

    def _take_symbol(self, sign: str) -> None:
        if sign in ACCENTS:
            self.pending.accents.append(sign)
        else:
            self._say(SYMBOLS.get(sign, "\\" + sign))

    def _take_mathematics(self, start: int) -> int:
        end = self.text.find("$", start + 1) + 1 or start + 1
        formula = self.text[start:end]
        decoded = decode_maths(formula[1:-1]) if len(formula) > 1 else None
        self._say(formula if decoded is None else decoded)
        return end

    def _take_verbatim(self, start: int, *, silent: bool) -> int:
        if self.is_open_ended or not self.text.startswith("{", start):
            return start
        end = self.text.find("}", start)
        if end < 0:
            # No brace closes from here on: nobody need look again.
            self.is_open_ended = True
            return start
        self._say("" if silent else self.text[start + 1 : end])
        return end + 1

    def _keep_argument(self, at: int) -> None:
        """The braces behind a macro that is not known are kept with it."""
        if self.text.startswith("{", at):
            self.pending.wrappers.append(BRACES)

    def _say(self, text: str) -> None:
        if self.pending and (text := text.lstrip(" ")):
            self._open()
            self.pieces.append(text[0])
            self._close(-1)
            text = text[1:]
        if self.accented and text:
            # An accent will look for its letter: that stands alone, to be changed at once.
            letter = len(text) - len(text.lstrip(" ")) + 1
            self._add(text[:letter].lstrip(" "))
            text = text[letter:]
        self._add(text)

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(text)

    def _open(self) -> None:
        wrappers, accents = self.pending.wrappers, self.pending.accents
        for before, _ in wrappers:
            self._add(before)
        self.groups.append(_Group(len(self.pieces), wrappers, accents))
        self.accented += bool(accents)
        self.pending = _Pending()

    def _close(self, end: int) -> None:
        if not self.groups:
            return
        group = self.groups.pop()
        self.accented -= bool(group.accents)
        for name in reversed(group.accents):
            self._put_accent(name, group.start)
        for _, behind in reversed(group.wrappers):
            self._add(behind)
        if BRACES in group.wrappers:
            self._keep_argument(end)

    def _put_accent(self, name: str, start: int) -> None:
        """Puts the accent on the first letter that stands behind the start of its group."""
        for at in range(start, min(start + NEAR, len(self.pieces))):
            if piece := self.pieces[at].lstrip(" "):
                if len(piece) < NEAR:
                    letter = DOTTED.get(piece[0], piece[0]) + ACCENTS[name]
                    self.pieces[at] = unicodedata.normalize("NFC", letter) + piece[1:]
                return
        self._add(SPACING_ACCENTS.get(name, ""))
