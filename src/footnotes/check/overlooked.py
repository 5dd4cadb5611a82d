"""What the reader may have overlooked: nobody is blamed for a work that stands where it was not read."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from footnotes.check.wording import join_words
from footnotes.model import Apparatus, Cite, CiteForm, Name, Note, Reference
from footnotes.text.fold import split_words
from footnotes.text.likely_sources import looks_like_source

_WHOLE = {CiteForm.FULL, CiteForm.IDEM, CiteForm.UNKNOWN}
_APOSTROPHE = re.compile("['’]")
_DIGIT = re.compile(r"\d")
_TELLING = 3
"""How many letters a word of a title has at least that tells something of it."""


@frozen
class UnsureNote:
    """What of a note was not read, or not with certainty, as the words in it."""

    number: int
    words: frozenset[str]
    is_bare: bool
    """Whether no cite was found in it."""


def list_unsure(apparatus: Apparatus) -> tuple[UnsureNote, ...]:
    """The notes with something in them that may be a source and was not surely read as one.

    That is the commentary, and full citations whose parts were not told apart surely. Without a figure, and
    without the name of a person at its beginning, a note is no source.
    """
    number_of_cites = Counter(cite.note for cite in apparatus.cites if cite.form is not CiteForm.CROSS_REF)
    read: dict[int, list[Cite]] = {}
    for cite in apparatus.cites:
        if cite.form not in _WHOLE or cite.confidence == "high":
            read.setdefault(cite.note, []).append(cite)
    rests = ((note, _cut_out(apparatus, note, read.get(note.number, ()))) for note in apparatus.notes)
    return tuple(
        UnsureNote(note.number, _list_words(rest), not number_of_cites[note.number])
        for note, rest in rests
        if looks_like_source(rest)
    )


def _list_words(text: str) -> frozenset[str]:
    """The folded words of `text`, with an ending behind an apostrophe and without it ("Barkan'ın")."""
    return frozenset((*split_words(text), *split_words(_APOSTROPHE.sub(" ", text))))


def _cut_out(apparatus: Apparatus, note: Note, read: Iterable[Cite]) -> str:
    """The source of `note` without its label and the cites `read`."""
    pieces, at = list[str](), note.label_span.end
    for cite in sorted(read, key=lambda one: one.span):
        pieces.append(apparatus.document.text[at : cite.span.start])
        at = max(at, cite.span.end)
    return " ".join([*pieces, apparatus.document.text[at : note.span.end]])


def may_cite(note: UnsureNote, work: Reference) -> bool:
    """Whether a note may cite `work`: it names its first author, and has the words of its short title.

    A word may have an ending that the short title has not ("İmparatorluğu'nun").
    """
    return names_author(note, work) and all(
        any(one.startswith(word) for one in note.words) for word in _list_telling(work.title)
    )


def names_author(note: UnsureNote, work: Reference) -> bool:
    """Whether a note has the surname of the first author of `work`; if it has none, a word of its title."""
    first = next(iter(work.creators), None)
    if first is None:
        return not note.words.isdisjoint(_list_telling(work.title))
    return {*split_words(first.family if isinstance(first, Name) else first.literal)} <= note.words


def _list_telling(title: str | None) -> list[str]:
    words = split_words(title or "")
    return [word for word in words if len(word) > _TELLING and not _DIGIT.search(word)] or words


def except_notes(labels: Sequence[str], verb: str) -> str:
    """The end of a sentence that excepts notes in which no cite was found, by their labels; empty for none.

    `verb` says what such a note does.
    """
    if not labels:
        return ""
    what = f"note {labels[0]}" if len(labels) == 1 else f"one of the notes {join_words(labels)}"
    return f", unless {what}, in which no cite was found, {verb}"
