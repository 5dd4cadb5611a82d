"""Letters and speeches that a volume prints: when and where they were made stands before "in"."""

from footnotes.parse.draft import Draft
from footnotes.parse.landmarks import Stretch
from footnotes.parse.periods import is_dated_behind
from footnotes.parse.vocabulary import load_words

_OF_PERIODICAL = {"container_title", "volume", "issue"}
_CONTAINED = {"container_title", "publisher", "publisher_place"}


def enter_volume(draft: Draft, start: int) -> None:
    """Take what stands before "in" as the occasion of the work: the volume at `start` has another date."""
    if "recipient" in draft.variables or _names_occasion(draft):
        _state_occasion(draft)
    elif _is_printed_again(draft, start):
        _note_periodical(draft)
    contained = _CONTAINED & draft.variables.keys()
    draft.dated_alone = "issued" in draft.variables and not contained and not draft.plains
    if draft.dated_alone:
        draft.kinds.discard("imprint")


def _names_occasion(draft: Draft) -> bool:
    """Whether the piece behind the title is what was held: `"Blood, Toil, Tears," speech, London`."""
    first = draft.landmarks.text[slice(*draft.plains[0])] if draft.plains else ""
    return first.casefold() in load_words("occasions")


def _state_occasion(draft: Draft) -> None:
    text = draft.landmarks.text
    if draft.plains and _names_occasion(draft):
        start, end = draft.plains.pop(0)
        draft.state("genre", text[start:end], start, end)
    if draft.plains:
        start, end = draft.plains[0][0], draft.plains[-1][1]
        draft.state("event_place", text[start:end], start, end)
        draft.plains.clear()


def _is_printed_again(draft: Draft, start: int) -> bool:
    """Whether a newspaper and its day stand before a volume with an imprint of its own at `start`."""
    before = draft.plains or "container_title" in draft.variables
    if not before or "issued" not in draft.variables or "in" in draft.kinds:
        return False
    return is_dated_behind(Stretch(draft.landmarks, start, len(draft.landmarks.text)))


def _note_periodical(draft: Draft) -> None:
    """Keep where the work came out first as a note in its own words; the reading is not sure."""
    places = {variable: (start, end) for variable, start, end in draft.places}
    first = places.get("container_title") or draft.plains[0]
    for variable in _OF_PERIODICAL:
        draft.variables.pop(variable, None)
    draft.places = [one for one in draft.places if one[0] not in _OF_PERIODICAL]
    draft.plains.clear()
    draft.locators.clear()
    draft.state("note", draft.landmarks.text[first[0] : draft.end], first[0], draft.end)
    draft.loose += 1
