"""Answer -> what kind of file it is: what servers state is often vague, and sometimes wrong."""

import re
from enum import Enum

from footnotes.audit.ask.answers import Answer


class MediaKind(Enum):
    """How far an answer can be read."""

    HTML = "html"
    TEXT = "text"
    """Text without a page's parts: plain text, JSON, XML."""
    OTHER = "other"
    """What is not read: a PDF, an image, an archive."""


_HTML_TYPES = {"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"}
_TEXT_TYPES = re.compile(r"text/.*|application/(.*\+)?(json|xml|javascript|ld\+json)")
_VAGUE_TYPES = {
    "",
    "application/octet-stream",
    "text/plain",
    "text/xml",
    "application/xml",
    "unknown/unknown",
}
_LOOKS_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_LOOKS_BINARY = re.compile(
    rb"%PDF-|%!PS|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\xd0\xcf\x11\xe0|\x1f\x8b|Rar!|\{\\rtf|AT&TFORM"
)


def tell_kind(answer: Answer) -> MediaKind:
    """The kind of `answer` by its stated type and, where that is vague or belied, by its first bytes."""
    media_type, start = answer.media_type, answer.body[:4096]
    if _LOOKS_BINARY.match(start):
        return MediaKind.OTHER
    if media_type in _HTML_TYPES:
        return MediaKind.HTML
    if media_type in _VAGUE_TYPES and _LOOKS_HTML.match(start):
        return MediaKind.HTML
    if _TEXT_TYPES.fullmatch(media_type) or (not media_type and b"\0" not in start):
        return MediaKind.TEXT
    # Error pages come with the type of the file that was asked for.
    return MediaKind.HTML if _LOOKS_HTML.match(start) else MediaKind.OTHER
