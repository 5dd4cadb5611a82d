"""Files that are no text: what they are, and how their notes become text."""

import re
import shlex
from pathlib import PurePath

_MARKDOWN = (
    "turn it into Markdown, which keeps its notes, with “pandoc {paper} -o {markdown}”, and read that"
)
_WORD = (
    "save it as DOCX in a word processor, and turn that into Markdown with pandoc, which keeps its notes"
)
_PDF = "read the file it was made from, or take its text out with “pdftotext -layout {paper}” and read that"
_TEXT = "save it as plain text or Markdown, and read that"

# What a file begins with or holds near its beginning; what people call it, and what is to be done.
_KINDS = (
    (re.compile(rb"%PDF"), "a PDF", _PDF),
    (
        re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", re.DOTALL),
        "an ODT document",
        _MARKDOWN,
    ),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/epub", re.DOTALL), "an EPUB", _MARKDOWN),
    (re.compile(rb"PK\x03\x04.*?\bword/", re.DOTALL), "a Word document (DOCX)", _MARKDOWN),
    (re.compile(rb"PK\x03\x04"), "a zipped file", _TEXT),
    (re.compile(rb"\{\\rtf"), "an RTF document", _WORD),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "an old Word document", _WORD),
    (
        re.compile(rb"\x1f\x8b|BZh[1-9]1AY|\xfd7zXZ"),
        "a compressed file",
        "unpack it, and read what is in it",
    ),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*"), "a picture", "read its words by OCR first"),
)


def tell_other_kind(data: bytes, source: str) -> str | None:
    """What `data` is if it is a document of another kind, and what to do; None if it may be text."""
    for beginning, kind, advice in _KINDS:
        if beginning.match(data):
            paper = PurePath("paper" if source == "-" else source)
            names = {"paper": str(paper), "markdown": str(paper.with_suffix(".md"))}
            quoted = {name: shlex.quote(value) for name, value in names.items()}
            return f"this is {kind}: {advice.format(**quoted)}"
    return None
