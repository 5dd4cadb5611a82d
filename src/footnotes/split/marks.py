"""Candidates: whatever in a text has the shape of a note label or of a call."""

import re
import unicodedata

from attrs import frozen

from footnotes.model import Span
from footnotes.text.fold import fold_case

# The containers in which labels are printed (specification of the notes, section 3.1), tried in this
# order at each place; `colon` marks the definition of a Markdown footnote.
LABEL_FORMS = (
    r"""(?P<sup><sup>\s*)? \[\s*(?:\\?\[\s*)? (?P<bracketed>[^\[\]\\()<>\n]{1,14}?) \s*(?:\\?\]\s*)?\]
        (?:\([^()\s]*\))? (?(sup)\s*</sup>) (?P<colon>:(?=\s))?""",
    r"<sup>\s*(?P<raised>[^<>\s]{1,9})\s*</sup>",
)
_FORMS = re.compile("|".join(LABEL_FORMS), re.VERBOSE)
# Letters of Roman numerals, and what OCR makes of them; or an Arabic number.
_SHAPE = re.compile(r"[ivxlcdmju1|!]{1,12}|\d{1,4}")
_LOOK_ALIKES = str.maketrans("хісмѵ×", "xicmvx")
_LINE_START = re.compile(r"[ \t]{0,3}\Z")


@frozen
class Mark:
    """Something label-shaped: as printed, as compared, where it stands, and what it could be.

    `opens_line` says that it stands where a note begins; `defines` and `calls` that its form
    leaves no choice (`[^4]:` and `[^4]`).
    """

    printed: str
    label: str
    span: Span
    opens_line: bool
    defines: bool = False
    calls: bool = False


def fold_label(printed: str) -> str:
    """`printed` as labels are compared: NFKC, Turkish-safe lower case, Latin look-alikes, no spaces."""
    folded = fold_case(unicodedata.normalize("NFKC", printed)).translate(_LOOK_ALIKES)
    return re.sub(r"[\s\u00ad^]+", "", folded)


def find_marks(text: str) -> list[Mark]:
    """All label-shaped marks of `text` in order; "[...]", "[sic]" and "[qəhrəman]" are none."""
    found = []
    for match in _FORMS.finditer(text):
        printed = match["bracketed"] or match["raised"]
        label = fold_label(printed)
        if _SHAPE.fullmatch(label):
            found.append(_read_mark(text, match, printed.strip(), label))
    return found


def _read_mark(text: str, match: re.Match[str], printed: str, label: str) -> Mark:
    line = text.rfind("\n", 0, match.start()) + 1
    starts = _LINE_START.match(text[line : match.start()]) is not None
    followed = text[match.end() : match.end() + 1]
    caret = printed.startswith("^")
    return Mark(
        printed=printed.lstrip("^"),
        label=label,
        span=Span(match.start(), match.end()),
        opens_line=starts and followed.isspace() and (not caret or match["colon"] is not None),
        defines=caret and match["colon"] is not None,
        calls=caret and match["colon"] is None,
    )
