"""The paper as read, never altered."""

from attrs import frozen


@frozen
class SourceDocument:
    """A paper: where it came from, what kind of file it is, and its text to the letter.

    Every `Span` of what is found in it counts characters of `text`.
    """

    source: str
    """The path as given, or `-` for standard input."""
    kind: str
    """The reader that read it: a key of `footnotes.read.READERS`."""
    text: str
