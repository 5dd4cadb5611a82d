r"""The value of a field: `{..}`, `"..."`, a number, a macro, or several of these joined by `#`."""

import re
from collections.abc import Mapping

_FLAT = re.compile(r"\{([^{}\\]*)\}")
_BRACES = {True: re.compile(r"\\[\\{}]|[{}]"), False: re.compile(r"[{}]")}
_QUOTES = {True: re.compile(r"\\[\\{}]|[{}\"]"), False: re.compile(r"[{}\"]")}
_BARE = re.compile(r"[^\s,#{}()\"=%]+")
_LOOSE = re.compile(r"[^,{}\"=#%\n\r]*(?=[,}\n\r])")
_BLANKS = re.compile(r"\s*")
_JOINT = re.compile(r"\s*#\s*")
_BEHIND = re.compile(r"\s*(?:[,})#%]|\Z|[A-Za-z][\w:+.-]*\s*=)")

QUOTES_WITHIN = "quotation marks within quotation marks"
UNQUOTED = "text without braces or quotation marks"
EMPTY = "no value"


class BrokenValueError(ValueError):
    """A value or block that cannot be read; `at` is the place of the fault."""

    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at = at


class ValueReader:
    r"""Reads values of a text up to `limit`.

    With `escapes` a backslash before a brace takes its meaning (pandoc and bibtexparser); without, every
    brace counts (BibTeX and biber).
    """

    def __init__(self, text: str, limit: int, macros: Mapping[str, str], *, escapes: bool = True) -> None:
        self.text, self.limit, self.macros = text, limit, macros
        self.braces, self.quotes = _BRACES[escapes], _QUOTES[escapes]

    def read(self, at: int) -> tuple[str, int, str]:
        """The value at a place, the place behind it, and what had to be mended ("" if nothing)."""
        flat = _FLAT.match(self.text, at, self.limit)
        if flat is not None and self.text[flat.end() : flat.end() + 1] == ",":
            # Nearly every value is this.
            return flat[1], flat.end(), ""
        pieces: list[str] = []
        while True:
            piece, at, wrong = self._read_piece(at, is_first=not pieces)
            pieces.append(piece)
            joint = _JOINT.match(self.text, at, self.limit)
            if wrong or joint is None:
                return "".join(pieces), at, wrong
            at = joint.end()

    def find_close(self, opening: int) -> int:
        """The place behind the brace that closes the one at `opening`, or -1."""
        depth = 0
        for match in self.braces.finditer(self.text, opening, self.limit):
            sign = match[0]
            if sign == "{":
                depth += 1
            elif sign == "}":
                depth -= 1
                if depth == 0:
                    return match.end()
        return -1

    def _read_piece(self, at: int, *, is_first: bool) -> tuple[str, int, str]:
        sign = self.text[at] if at < self.limit else ""
        if sign == "{":
            end = self.find_close(at)
            if end < 0:
                raise BrokenValueError(at, "this brace is never closed")
            return self.text[at + 1 : end - 1], end, ""
        if sign == '"':
            return self._read_quoted(at)
        bare = _BARE.match(self.text, at, self.limit)
        if bare is None:
            if sign and sign in ",})" and is_first:
                return "", at, EMPTY
            raise BrokenValueError(at, "a value was expected here")
        if is_first and not _BEHIND.match(self.text, bare.end(), self.limit):
            return self._read_loose(at)
        return self.macros.get(bare[0].lower(), bare[0]), bare.end(), ""

    def _read_loose(self, at: int) -> tuple[str, int, str]:
        loose = _LOOSE.match(self.text, at, self.limit)
        if loose is None:
            raise BrokenValueError(at, "this value has neither braces nor quotation marks")
        return loose[0].rstrip(), loose.end(), UNQUOTED

    def _read_quoted(self, at: int) -> tuple[str, int, str]:
        """A mark closes the value only outside braces (btxdoc 4, item 5), and where a value may end."""
        depth, wrong = 0, ""
        for match in self.quotes.finditer(self.text, at + 1, self.limit):
            sign = match[0]
            if sign == "{":
                depth += 1
            elif sign == "}":
                depth -= 1
            elif sign == '"' and depth == 0:
                if _BEHIND.match(self.text, match.end(), self.limit):
                    return self.text[at + 1 : match.start()], match.end(), wrong
                wrong = QUOTES_WITHIN
            if depth < 0:
                break
        raise BrokenValueError(at, "this quotation mark is never closed")
