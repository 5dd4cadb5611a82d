"""Building a text out of pieces of its source, so that every character knows where it came from."""

from attrs import define, field

from footnotes.model import Origin, Span, Tile


@define
class TileBuilder:
    """Collects the characters of a text in order.

    Nothing of the source is lost: what is dropped goes to the character before it
    (`drop_after`) or to the one that comes next (`drop_before`).
    """

    source: str
    length: int = 0
    _pieces: list[str] = field(factory=list)
    _tiles: list[tuple[int, int, int]] = field(factory=list)
    """Length of the text, start and end of the source."""
    _waiting: tuple[int, int] | None = None
    """Start and end of the source that belongs to the next character."""

    @property
    def last(self) -> str:
        """The last character so far, or an empty string."""
        return self._pieces[-1][-1] if self._pieces else ""

    def drop_before(self, start: int, end: int) -> None:
        """Leave `start` to `end` of the source out; it belongs to the next character."""
        if start < end:
            self._waiting = (self._waiting[0] if self._waiting else start, end)

    def drop_after(self, start: int, end: int) -> None:
        """Leave `start` to `end` of the source out; it belongs to the character before it."""
        if not self._tiles or self._waiting is not None:
            self.drop_before(start, end)
        elif start < end:
            length, first, last = self._tiles.pop()
            if length > 1:
                self._tiles.append((length - 1, first, last - 1))
                first = last - 1
            self._tiles.append((1, first, end))

    def put(self, character: str, start: int, end: int) -> None:
        """Write one `character` for `start` to `end` of the source; spaces do not repeat."""
        if character == " " and self.last in {" ", ""}:
            self.drop_after(start, end)
            return
        self._add(character, self._waiting[0] if self._waiting else start, end)
        self._waiting = None

    def keep(self, start: int, end: int) -> None:
        """Write the source from `start` to `end` as it is, but for a space behind a space."""
        if start < end and self.source[start] == " " and self.last in {" ", ""}:
            self.drop_after(start, start + 1)
            start += 1
        if start < end and self._waiting is not None:
            self.put(self.source[start], start, start + 1)
            start += 1
        if start < end:
            self._add(self.source[start:end], start, end)

    def _add(self, piece: str, start: int, end: int) -> None:
        self._pieces.append(piece)
        self._tiles.append((len(piece), start, end))
        self.length += len(piece)

    def build(self) -> tuple[str, Origin]:
        """The text without a space at its end, and its origin; what is left goes to the last character."""
        if self._waiting and self._tiles:
            left, self._waiting = self._waiting, None
            self.drop_after(*left)
        if self.last == " ":
            length, start, end = self._tiles.pop()
            if length > 1:
                self._tiles.append((length - 1, start, end - 1))
                start = end - 1
            self._pieces[-1] = self._pieces[-1][:-1]
            self.drop_after(start, end)
        tiles, at = [], 0
        for length, start, end in _join_runs(self._tiles):
            tiles.append(Tile(Span(at, at + length), Span(start, end)))
            at += length
        return "".join(self._pieces), Origin(tuple(tiles))


def _join_runs(tiles: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """`tiles` with neighbours joined that agree with their source character by character."""
    joined: list[tuple[int, int, int]] = []
    for length, start, end in tiles:
        if joined and length == end - start:
            before, first, last = joined[-1]
            if before == last - first and last == start:
                joined[-1] = (before + length, first, end)
                continue
        joined.append((length, start, end))
    return joined
