"""A place in the source text."""

from attrs import frozen


@frozen(order=True)
class Span:
    """A half-open range of characters of the source text, `start <= i < end`, counted from 0."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start
