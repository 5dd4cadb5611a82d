r"""The blocks of a .bib file, found so that a broken one never costs another.

A block ends where its brackets close, but never behind the next `@type{` that begins a line:
so much of a file is lost at most. Within an entry slips are mended whose meaning is plain (a
comma too few, a brace too many, no key) and said; where more than one reading is left, the
entry is given up with the place of the fault. `%` begins a comment outside values, as biber and
pandoc have it. Time is linear in the size of the file whatever stands in it.
"""

import re
from collections.abc import Iterator, Mapping

from attrs import Factory, define

from footnotes.formats.bib.values import BrokenValueError, ValueReader

_TYPE = r"([A-Za-z][\w.:+/-]*)[ \t\r\n]*([{(])"
_BLOCK = re.compile(rf"%[^\n\r]*|@[ \t]*{_TYPE}")
_LINE_START = re.compile(rf"(?:\A|[\n\r])[ \t\ufeff]*(@)[ \t]*{_TYPE}")
_SETTINGS = re.compile(r"\s*jabref-meta\s*+:\s*+(?!databaseType)")
_KEY = re.compile(r"[^,={}\"]*")
_SKIP = re.compile(r"(?:[\s,]++|%[^\n\r]*+)*+")
_BLANKS = re.compile(r"(?:\s++|%[^\n\r]*+)*+")
_NAME = re.compile(r"([^\s=,{}()\"#%@]+)\s*=(?!=)\s*")
_SURPLUS = re.compile(r"[ \t]*,\s*[A-Za-z][\w:+.-]*\s*=\s*[{\"\d]")
_FIELD_WITHIN = re.compile(r"(?:[,\n\r][ \t]*|[}\"][ \t]+)[A-Za-z][\w:+.-]*\s*=\s*[{\"\d]")
CLOSERS = "})"
NO_KEY = "the entry has no key"
PATIENCE = 3
"""So many comments may be searched to the end of the file for a brace that is not there."""


@define
class Block:
    """One block: its type in lower case, its key (the text of a preamble), its fields, and what was wrong.

    `start` and `end` are places in the text. `fault` is why it cannot be used, `mended` what was
    wrong with a block that can; both are sentences with the place they are about.
    """

    kind: str
    start: int
    end: int = 0
    key: str = ""
    fields: list[tuple[str, str]] = Factory(list)
    fault: tuple[int, str] | None = None
    mended: list[tuple[int, str]] = Factory(list)


class BlockReader:
    """One pass over the text of a file; `macros` grows as `@string` blocks are passed."""

    def __init__(self, text: str, macros: dict[str, str]) -> None:
        self.text = text
        self.macros = macros
        self.limits = [match.start(1) for match in _LINE_START.finditer(text)] + [len(text)]
        self.next_limit = 0
        self.patience = PATIENCE
        self.settings: list[int] = []
        """Where preambles and JabRef's settings (groups, saved orders) stand."""
        self.preambles: list[str] = []
        self.comments: list[str] = []
        """The comments that close, as they stand."""

    def read_blocks(self) -> Iterator[Block]:
        """The entries and broken blocks, in order; comments and preambles are set aside."""
        at = 0
        while match := _BLOCK.search(self.text, at):
            at = match.end()
            if match[1] is None:
                continue
            limit = self._limit_behind(match.start())
            kind = match[1].lower()
            if kind == "preamble" or (kind == "comment" and _SETTINGS.match(self.text, match.end())):
                self.settings.append(match.start())
            if kind == "comment":
                at = self._pass_comment(match.end() - 1, limit)
                self._keep_comment(self.text[match.start() : at])
                continue
            block = self._read(kind, match, limit)
            at = max(block.end, at)
            if kind == "string" and block.fault is None:
                self.macros |= {name.lower(): value for name, value in block.fields}
            elif kind == "preamble" and block.fault is None:
                self.preambles.append(block.key)
            else:
                yield block

    def _keep_comment(self, text: str) -> None:
        """Keeps a comment that closes, in braces, since pandoc refuses a file for parentheses."""
        head, _, inner = text.partition("(")
        if text.endswith("}"):
            self.comments.append(text)
        elif text.endswith(")") and "{" not in head:
            self.comments.append(f"{head}{{{inner[:-1]}}}")

    def _limit_behind(self, start: int) -> int:
        while self.limits[self.next_limit] <= start and self.limits[self.next_limit] < len(self.text):
            self.next_limit += 1
        return self.limits[self.next_limit]

    def _pass_comment(self, opening: int, limit: int) -> int:
        """Behind a comment: where it closes, over entries too, or else before the next block."""
        if self.text[opening] == "(":
            end = self.text.find(")", opening, limit)
            return end + 1 if end >= 0 else limit
        reader = ValueReader(self.text, len(self.text) if self.patience else limit, self.macros)
        end = reader.find_close(opening)
        if end < 0:
            self.patience = max(self.patience - 1, 0)
            return limit
        return end

    def _read(self, kind: str, match: re.Match[str], limit: int) -> Block:
        r"""The block; where `\}` leaves it open, once more with `\}` as a brace, as in BibTeX."""
        block = _EntryReader(self.text, limit, self.macros, escapes=True).read(kind, match)
        if block.fault is not None and self.text.find("\\}", match.end(), limit) >= 0:
            again = _EntryReader(self.text, limit, self.macros, escapes=False).read(kind, match)
            if again.fault is None:
                return again
        return block


class _EntryReader:
    """The reading of one block, up to `limit`."""

    def __init__(self, text: str, limit: int, macros: Mapping[str, str], *, escapes: bool) -> None:
        self.text, self.limit = text, limit
        self.values = ValueReader(text, limit, macros, escapes=escapes)
        self.whole: tuple[int, int] | None = None
        """Where the entry closes first, and with how many fields: what is broken behind costs no more."""

    def read(self, kind: str, match: re.Match[str]) -> Block:
        block = Block(kind, match.start())
        try:
            block.end = self._read_inside(block, match.end())
        except BrokenValueError as error:
            if self.whole is None:
                block.end, block.fault = self.limit, (error.at, str(error))
            else:
                block.end, count = self.whole
                del block.fields[count:]
        return block

    def _read_inside(self, block: Block, at: int) -> int:
        if block.kind == "preamble":
            block.key, at, _ = self.values.read(self._skip(_BLANKS, at))
        elif block.kind != "string":
            at = self._read_key(block, at)
        while True:
            at = self._skip(_SKIP, at)
            if at < self.limit and self.text[at] not in CLOSERS:
                at = self._read_field(block, at)
            elif self._closes_too_early(at):
                block.mended.append((at, "a bracket too many stands before the next field"))
                at += 1
                self.whole = self.whole or (at, len(block.fields))
            else:
                return self._close(block, at)

    def _read_key(self, block: Block, at: int) -> int:
        found = _KEY.match(self.text, at, self.limit)
        stop = found.end() if found else at
        sign = self.text[stop : stop + 1] if stop < self.limit else ""
        written = self.text[at:stop]
        if sign == "=":
            return self._mend_key(block, at, written)
        if sign and sign in ",}":
            block.key = " ".join(written.split())
            if not block.key:
                block.mended.append((block.start, NO_KEY))
            return stop
        if not sign and written.rstrip().endswith(")"):
            block.key = written.strip()[:-1].strip()
            return at + written.rindex(")")
        raise BrokenValueError(stop, "a comma was expected behind the key")

    def _mend_key(self, block: Block, at: int, written: str) -> int:
        """`@book{key title = ...` or `@book{title = ...`: the last word is the name of a field."""
        *words, _ = written.split() or [""]
        block.key = " ".join(words)
        wrong = "a comma is missing behind the key" if words else NO_KEY
        name = written.rstrip()
        start = at + len(name) - len(name.split()[-1]) if name else at
        block.mended.append((start, wrong))
        return start

    def _read_field(self, block: Block, at: int) -> int:
        """Reads a field and finds the place behind it, at a comma, a closing bracket or the next field."""
        name = _NAME.match(self.text, at, self.limit)
        if name is None:
            raise BrokenValueError(at, "the name of a field and = were expected here")
        value, end, wrong = self.values.read(name.end())
        block.fields.append((name[1], value))
        if wrong:
            block.mended.append((name.end(), f"{wrong} in {name[1]}"))
        end = self._skip(_BLANKS, end)
        if end < self.limit and self.text[end] not in ",})":
            if not _NAME.match(self.text, end, self.limit):
                raise BrokenValueError(end, "a comma or the end of the entry was expected here")
            block.mended.append((end, "a comma is missing before this field"))
        return end

    def _closes_too_early(self, at: int) -> bool:
        return at < self.limit and _SURPLUS.match(self.text, at + 1, self.limit) is not None

    def _close(self, block: Block, at: int) -> int:
        if at < self.limit:
            return at + 1
        if any(_FIELD_WITHIN.search(value) for _, value in block.fields):
            raise BrokenValueError(block.start, "a brace or quotation mark in it is never closed")
        block.mended.append((block.start, "the entry is never closed"))
        return self.limit

    def _skip(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self.text, at, self.limit)
        return found.end() if found else at
