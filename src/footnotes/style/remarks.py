"""Sentences that the user of `footnotes format` should see."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from footnotes.model import Note, Reference
from footnotes.style.style_files import Style

UNKNOWN = "a work is not known"
SILENT = "the style prints nothing for a work"
NAMELESS = "it is not sure whose name “Idem” or its like stands for"
PLACELESS = "the style would leave out a part of what is said of an archive"
_REASONS = (UNKNOWN, SILENT, NAMELESS, PLACELESS)
_NAMED = 5
"""How many works a sentence names before it counts the others."""
_LONGEST = 80
"""How many letters of a short form it quotes."""


def tell_kind(style: Style) -> tuple[str, ...]:
    """A remark where a style has no notes: each note then holds what would stand in the text."""
    if style.is_note:
        return ()
    return (f"The style {style.name} cites in the text: the notes hold what would stand there.",)


def tell_labels(notes: Sequence[Note], named: Sequence[Note]) -> tuple[str, ...]:
    """A remark where notes without a label that Markdown can have were given one, which it names."""
    labels = zip((note.label for note in notes), (note.label for note in named), strict=True)
    pairs = [(old, new) for old, new in labels if old != new]
    if not pairs:
        return ()
    names = ", ".join(f"[^{new}] for {old}" for old, new in pairs[:_NAMED])
    more = f" and {len(pairs) - _NAMED} more" if len(pairs) > _NAMED else ""
    return (f"Notes without a label for Markdown got a free one, which the text must call: {names}{more}.",)


def tell_confused(
    confused: Iterable[tuple[str, tuple[str, ...]]], works: Mapping[str, Reference]
) -> Iterator[str]:
    """A sentence for each short form that leads a reader to several works, which it has by their ids."""
    for text, ids in confused:
        names = ", ".join(works[one].key for one in ids)
        form = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
        yield f"The style has no means to tell these works apart, all of which are “{form}”: {names}."


def list_missing(missing: Sequence[Reference]) -> list[str]:
    """A sentence with the works that a bibliography lacks, by key or title, and their types."""
    if not missing:
        return []
    names = [work.key or f"“{work.title or 'a work without title'}”" for work in missing[:_NAMED]]
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    types = ", ".join(sorted({work.type for work in missing}))
    return [f"The bibliography of the style prints nothing for {', '.join(names)}{more} (type {types})."]


def list_kept(notes: Iterable[tuple[str, str | None]]) -> list[str]:
    """A sentence for each reason, with the labels of the notes that were kept for it."""
    sentences, reasons = [], list(notes)
    for reason in _REASONS:
        labels = [label for label, why in reasons if why == reason]
        if labels:
            which = "Note" if len(labels) == 1 else "Notes"
            sentences.append(f"{which} {', '.join(labels)}: kept as printed, because {reason}.")
    return sentences
