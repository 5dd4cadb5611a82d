"""Letters and speeches that a volume prints: when and where they were made stands before "in"."""

from typing import TYPE_CHECKING

from footnotes.parse.vocabulary import load_words

if TYPE_CHECKING:
    from footnotes.parse.draft import Draft

_CONTAINED = {"container_title", "publisher", "publisher_place"}


def enter_volume(draft: "Draft") -> None:
    """Take what stands before "in" as the occasion of the work, whose date is not that of the volume."""
    if "recipient" in draft.variables or _names_occasion(draft):
        _state_occasion(draft)
    contained = _CONTAINED & draft.variables.keys()
    draft.dated_alone = "issued" in draft.variables and not contained and not draft.plains
    if draft.dated_alone:
        draft.kinds.discard("imprint")


def _names_occasion(draft: "Draft") -> bool:
    """Whether the piece behind the title is what was held: `"Blood, Toil, Tears," speech, London`."""
    first = draft.landmarks.text[slice(*draft.plains[0])] if draft.plains else ""
    return first.casefold() in load_words("occasions")


def _state_occasion(draft: "Draft") -> None:
    text = draft.landmarks.text
    if draft.plains and _names_occasion(draft):
        start, end = draft.plains.pop(0)
        draft.state("genre", text[start:end], start, end)
    if draft.plains:
        start, end = draft.plains[0][0], draft.plains[-1][1]
        draft.state("event_place", text[start:end], start, end)
        draft.plains.clear()
