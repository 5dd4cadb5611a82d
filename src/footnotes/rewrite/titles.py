"""Short titles: the words of a title that are enough to know it by, marked as the paper marks them."""

import re
from collections.abc import Iterator

from attrs import frozen

from footnotes.model import Cite, Reference, Span
from footnotes.rewrite.printed import Paper
from footnotes.rewrite.title_breaks import BREAKS, LINKS
from footnotes.text.fold import fold_marks, fold_title
from footnotes.text.quotes import PAIRS

_LONG = 4
"""A title of more words is shortened (CMOS 18, 13.33)."""
_FEWEST = 2
_ARTICLE = re.compile(r"\A(?:The|An|A(?=\s[A-Z]))\s+(?=\w)")
_SUBTITLE = re.compile(r"\s?:\s|;\s|\s[–—]\s|(?<=\w\w\w)\.\s(?=[^\W\d_])|(?<=[?!])\s")
_YEARS = re.compile(r",?\s\d{4}\s?[-–—]{1,2}\s?\d{2,4}$")
_EMPHASIS = re.compile(
    r"(?P<mark>\*\*|\*|__|_|<i>|<em>)(?P<words>.*?)(?:\*\*|\*|__|_|</i>|</em>)?", re.DOTALL
)
_INNER = re.compile(r"(?<=[\w.,;:!?])([*_])\s\1(?=\w)")
# French sets its marks off by spaces: « Les ports ».
_OPENED = re.compile(rf"(?:[{re.escape(''.join(PAIRS))}]+|[«‹]\s)$")
_CLOSED = re.compile(r"(?P<comma>,?)(?P<marks>\s?[\"'”’“‘»«›‹]+)")


@frozen
class PrintedTitle:
    """The words of a title and the marks around it; `inside` if a comma belongs within them."""

    words: str
    opening: str = ""
    closing: str = ""
    inside: bool = False

    def mark(self, words: str, joint: str) -> str:
        """`words` in the marks of this title, with what is to follow them."""
        if self.inside and joint[:1] in {",", "."}:
            inner = PAIRS.get(words[:1], "").find(words[-1:]) >= 0
            body, mark = (words[:-1], words[-1]) if inner and len(words) > 1 else (words, "")
            return f"{self.opening}{body}{joint[0]}{mark}{self.closing}{joint[1:]}"
        return f"{self.opening}{words}{self.closing}{joint}"


def find_title(paper: Paper, cite: Cite) -> PrintedTitle | None:
    """The title as `cite` prints it, with its marks; None if it prints none."""
    span = next((place.span for place in cite.places if place.variable == "title"), None)
    if span is None:
        return None
    words = paper.fold(cite.note, span)
    emphasis = _EMPHASIS.fullmatch(words)
    if emphasis:
        mark = emphasis["mark"]
        return PrintedTitle(_INNER.sub(" ", emphasis["words"]), mark, mark.replace("<", "</"))
    opened = _OPENED.search(paper.text[max(span.start - 2, 0) : span.start])
    closed = _CLOSED.match(paper.text[span.end : span.end + 4])
    if not opened or not closed:
        return PrintedTitle(words)
    marks = opened.group()
    return PrintedTitle(words, marks, closed["marks"][: len(marks)], bool(closed["comma"]))


def list_titles(paper: Paper, work: Reference, root: Cite) -> list[str]:
    """Titles by which `work` can be cited short, the best first; `root` is its full citation.

    The author's own short title is the best, then the main title cut at a sensible place, the main title,
    and all of it. One that fits another work of the same people too is left out.
    """
    printed = find_title(paper, root)
    if printed is None:
        return []
    titles = [*_list_own(paper, work), *shorten_title(printed.words), printed.words]
    others = [_fold_all(other) for other in paper.works.list_rivals(work)]
    unique = [one for one in titles if not any(f" {fold_title(one)} " in other for other in others)]
    return list(dict.fromkeys(one.rstrip(" ,;:") for one in unique or [printed.words]))


def shorten_title(title: str) -> tuple[str, ...]:
    """The title cut at a sensible place, without subtitle and article, and without subtitle; as words go.

    An article is dropped if it is English: elsewhere the words after it would be of another case or form.
    """
    main = _YEARS.sub("", _cut_subtitle(title))
    bare = _ARTICLE.sub("", main, count=1)
    return _cut(bare), bare, main


def _list_own(paper: Paper, work: Reference) -> Iterator[str]:
    """The titles under which the author cites the work short."""
    for cite in paper.shorts.get(work.key, ()):
        title = find_title(paper, cite)
        if title is not None and fold_title(title.words) in fold_title(work.title or ""):
            yield title.words.rstrip(".,")


def _cut_subtitle(title: str) -> str:
    for match in _SUBTITLE.finditer(title):
        if len(title[: match.start()].split()) >= _FEWEST or ":" in match.group():
            return title[: match.start()].rstrip()
    return title


def _cut(title: str) -> str:
    """The words before the first adjunct, if the title is long and they are two at least."""
    words = title.split()
    if len(words) <= _LONG:
        return title
    for at, word in enumerate(words[: _LONG + 1]):
        head = " ".join(words[:at])
        whole = at >= _FEWEST and fold_marks(words[at - 1]) not in LINKS
        if whole and fold_marks(word) in BREAKS and not re.search(r"[,.“\"«(‘]", head):
            return head
    return title


def _fold_all(work: Reference) -> str:
    return f" {fold_title(work.title or '')} | {fold_title(work.container_title or '')} "


def find_opening(root: Cite, title: Span) -> int:
    """Where the names before the title of `root` end in the source."""
    return max((one.span.end for one in root.places if one.span.end <= title.start), default=title.start)
