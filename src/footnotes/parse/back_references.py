"""Back-references that are more than one word: with a name, with the number of a note, or quite alone."""

import re

from attrs import evolve

from footnotes.model import CiteForm
from footnotes.parse.forms import FoundForm, find_named_form, match_form, read_locator_after
from footnotes.parse.heads import find_names_end, find_single_name_end
from footnotes.parse.idem import match_idem
from footnotes.parse.landmarks import Stretch
from footnotes.parse.locators import match_locator
from footnotes.parse.names.lists import are_persons
from footnotes.parse.names.reading import read_names, shift_name
from footnotes.parse.note_references import FORWARD, find_note_reference
from footnotes.parse.readings import FoundCite, Reading
from footnotes.parse.role_words import strip_role
from footnotes.parse.titles import list_titles, read_title
from footnotes.parse.vocabulary import load_words
from footnotes.text.dates import load_months
from footnotes.text.fold import fold_case
from footnotes.text.roman import is_canonical_roman

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?!\d)")
_LONE = re.compile(
    r"(?P<name>(?:[a-z]+\s){0,2}[^\W\d_a-z][\w'’-]+),?\s(?P<place>(?:pp?\.\s?|S\.\s?)?\d{1,3}(?:[-–]\d{1,3})?)"
)


def read_back_reference(stretch: Stretch) -> FoundCite | None:
    """The back-reference at the start of `stretch`, told by its words alone; None if there is none."""
    form = match_form(stretch.landmarks.text, stretch.start, stretch.end) or _match_bare_idem(stretch)
    if form is not None:
        return FoundCite(form.form, read_form(form))
    return _read_note_reference(stretch) or _read_named_form(stretch)


def _match_bare_idem(stretch: Stretch) -> FoundForm | None:
    """An "Id." with nothing but a place after it means the same work, as Ibid. does (rule R20)."""
    end = match_idem(stretch.landmarks.text, stretch.start, stretch.end)
    if end is None:
        return None
    found = read_locator_after(stretch.landmarks.text, CiteForm.IBID, stretch.start, end, stretch.end)
    if stretch.cut(found.end).text.strip(" .,;") or _names_year(found):
        return None
    short = stretch.cut(stretch.start, end).text.casefold().startswith("id.")
    return evolve(found, flags=("id_form" if short else "idem_as_ibid", *found.flags))


def _names_year(found: FoundForm) -> bool:
    """Whether what was read as a page is a year: "Idem 1999" is another work."""
    return found.locator is not None and _YEAR.match(found.locator.value) is not None


def _read_note_reference(stretch: Stretch) -> FoundCite | None:
    """A reference to a note that names a source or a place in one; else it only points there."""
    text = stretch.landmarks.text
    if not stretch.landmarks.may_refer:
        return None
    found = find_note_reference(text, stretch.start, stretch.end)
    if found is None:
        return None
    head = stretch.cut(stretch.start, found.start)
    named = _read_short_head(head)
    if named is None and (head.text.strip(" ,(") or found.locator is None):
        return None
    variables, places, idem = named or ({}, (), None)
    if found.locator:
        places = (*places, ("locator", found.locator.value_start, found.locator.end))
    reading = Reading(
        type="book" if variables else "",
        variables=variables,
        places=places,
        locator=found.locator.locator if found.locator else None,
        start=head.start if named else found.start,
        end=found.end,
        points_to=found.number,
        idem=idem is not None,
        idem_word=idem,
        flags=(FORWARD,) if found.later else (),
    )
    return FoundCite(CiteForm.NOTE_REF, reading)


ShortHead = tuple[dict[str, object], tuple[tuple[str, int, int], ...], str | None]
"""What stands before the words of a back-reference: variables, their places, the word for the author."""


def _read_short_head(head: Stretch) -> ShortHead | None:
    """The name, and perhaps the title, before the words of a back-reference; None if it is neither."""
    idem = match_idem(head.landmarks.text, head.start, head.end)
    if idem is not None:
        return *_read_head_title(head.cut(idem)), head.cut(head.start, idem).text
    piece = head.text.split(",", 1)[0].rstrip()
    bare, role = strip_role(piece)
    if role is not None:
        # "Nora (dir.), op. cit.": who is named edited the work.
        end, after = head.start + len(bare), head.start + len(piece)
        if not are_persons(bare):
            return None
    else:
        found = find_names_end(head)
        found = find_single_name_end(head) if found is None else found
        if found is None:
            return None
        end = after = found
    names = [shift_name(one, head.start) for one in read_names(head.cut(head.start, end).text)]
    variables: dict[str, object] = {"author": tuple(one.name for one in names)}
    places = [("author", one.start, one.end) for one in names]
    titled, title_places = _read_head_title(head.cut(after))
    return variables | titled, (*places, *title_places), None


def _read_head_title(rest: Stretch) -> tuple[dict[str, object], tuple[tuple[str, int, int], ...]]:
    """The short title behind the name, marked or not; nothing where none is printed."""
    words, titles = rest.text.strip(" ,:.(*"), list_titles(rest)
    if not titles and not words:
        return {}, ()
    at = rest.start + rest.text.rfind(words)
    title = titles[0] if titles else read_title(rest.landmarks.text, "plain", at, at + len(words))
    return {"title": title.text}, (("title", title.start, title.end),)


def read_lone(stretch: Stretch) -> FoundCite | None:
    """`Hanioğlu 87` and nothing else, of somebody cited nowhere: a short form all the same."""
    match = _LONE.fullmatch(stretch.text.strip(" .,;"))
    names = (
        find_single_name_end(stretch.cut(stretch.start, stretch.start + len(match["name"])))
        if match
        else None
    )
    if (
        match is None
        or names is None
        or is_canonical_roman(match["name"].lower())
        or fold_case(match["name"]) in load_words("contributions")
    ):
        return None
    start = stretch.start + len(stretch.text) - len(stretch.text.lstrip(" .,;"))
    number = match_locator(stretch.landmarks.text, start + match.start("place"), stretch.end)
    if number is None or fold_case(match["name"]) in load_months():
        return None
    places = (("author", start, start + len(match["name"])), ("locator", number.value_start, number.end))
    author = tuple(one.name for one in read_names(match["name"]))
    reading = Reading("book", {"author": author}, places, number.locator, start, number.end)
    return FoundCite(CiteForm.SHORT_AUTHOR_PAGE, reading, None, "low")


def _read_named_form(stretch: Stretch) -> FoundCite | None:
    """An op. cit. that names its author, and perhaps the title: `Levi, L'osteria, cit., p. 133`."""
    if not stretch.landmarks.may_name_form:
        return None
    form = find_named_form(stretch.landmarks.text, stretch.start, stretch.end)
    form = form if form and _stands_open(stretch, form.start) else None
    head = stretch.cut(stretch.start, form.start) if form else stretch
    named = _read_short_head(head) if form else None
    if form is None or named is None or form.locator_start < form.start:
        return None
    variables, places, idem = named
    form_reading = read_form(form)
    reading = evolve(
        form_reading,
        type=form.kind or "book",
        variables=variables,
        places=(*places, *form_reading.places),
        start=head.start,
        idem=idem is not None,
        idem_word=idem,
    )
    return FoundCite(form.form, reading)


def _stands_open(stretch: Stretch, at: int) -> bool:
    """Whether the words at `at` are the cite's own: not in a quotation, but maybe in italics."""
    landmarks = stretch.landmarks
    return landmarks.is_open(at) or any(start <= at < end for start, end in landmarks.emphases)


def read_form(found: FoundForm) -> Reading:
    """A back-reference as a reading: it states nothing but its place."""
    places = (("locator", found.locator_start, found.locator_end),) if found.locator else ()
    return Reading("", {}, places, found.locator, found.start, found.end, flags=found.flags)
