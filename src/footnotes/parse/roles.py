"""Roles: who edited or translated, said by a word before the names."""

import re

from attrs import frozen

from footnotes.parse.imprint_starts import begins_imprint
from footnotes.parse.landmarks import Stretch
from footnotes.parse.names.lists import are_persons, drop_others, find_joined_end, split_names
from footnotes.parse.names.persons import is_person
from footnotes.parse.names.reading import FoundName, locate_names
from footnotes.parse.role_words import LEAD_INS, list_english, load_beginnings, load_leading, load_roles
from footnotes.parse.towns import is_book_town

INITIAL = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ]\.")
_HELPED = re.compile(r"(?<!,)\swith\s(?:the\s(?:assistance|help|collaboration|cooperation)\sof\s)?")


@frozen
class FoundRole:
    """Names with their role, and where the whole phrase ends."""

    variable: str
    names: tuple[FoundName, ...]
    end: int
    certain: bool = True
    """Whether the words can be nothing but names."""
    joined: bool = False
    """Whether the authors of the cite had the role too ("in: ders./Karl Abt (Hg.)")."""


def match_role(stretch: Stretch) -> FoundRole | None:
    """A role with its names at the start: `edited by A. One and B. Two`, `trans. C. Three`."""
    text = stretch.landmarks.text
    if text[stretch.start : stretch.start + 2].casefold() not in load_beginnings():
        return None
    match = load_leading().match(text, stretch.start, stretch.end)
    if match is None:
        return None
    stop = stretch.landmarks.find_next(match.end() - 1, stretch.end)
    told = next((kind for kind in LEAD_INS if match[kind]), "")
    word = "" if told else match["word"].lower()
    helped = _HELPED.search(text, match.end(), stop)
    last = _find_role_end(word, stretch.cut(match.end(), helped.start() if helped else stop), stretch)
    names = locate_names(text, match.end(), last)
    if names and helped and last == helped.start():
        # "ed. Hans Walter Gabler with Wolfhard Steppe": Chicago names them all.
        end = _find_leading_end(stretch.cut(helped.end(), stop), stretch)
        names = (*names, *locate_names(text, helped.end(), end))
        last = end if end > helped.end() else stop
    return FoundRole(told or load_roles("after")[word], names, last) if names else None


def _find_role_end(word: str, listed: Stretch, stretch: Stretch) -> int:
    """Where the names end that `word` gives a role: behind an English one "and" joins the last."""
    text, start, end = listed.landmarks.text, listed.start, listed.end
    joined = find_joined_end(text, start, end) if word in list_english() else None
    if joined and not (word.startswith("eds") and len(split_names(text, start, joined)) == 1):
        return joined
    return _find_leading_end(listed, stretch)


def _find_leading_end(listed: Stretch, stretch: Stretch) -> int:
    """Where the persons end that `listed`, a part of `stretch`, begins with; its start if there are none.

    With a town or a publisher the imprint begins: `trad. de Juan Pérez, Barcelona, la Campana, 1998`,
    `çev. Halil Berktay, Eren Kitap, İstanbul 2000`. Of persons with given names none is without them.
    """
    text, start = listed.landmarks.text, listed.start
    last = start
    for piece_start, piece_end in split_names(text, start, listed.end):
        piece = text[piece_start:piece_end]
        named = drop_others(piece)
        if named != piece and is_person(named):
            # "ed. Jane Smith et al.": nobody is named behind these words.
            return piece_end
        lone = " " not in piece and " " in text[start:last]
        if not is_person(piece) or (
            last > start and (lone or is_book_town(piece) or begins_imprint(stretch.cut(piece_start)))
        ):
            break
        last = piece_end
    return last


def could_turn(stretch: Stretch, role: FoundRole, before: str) -> bool:
    """Whether the names of `role` at the start of `stretch` could be a title, and `before` its names.

    `in Global Salt, ed. John Miller` and `in John Miller, ed. Global Salt` differ in what the words mean;
    initials or several names tell.
    """
    word = load_leading().match(stretch.landmarks.text, stretch.start, stretch.end)
    told = len(role.names) != 1 or INITIAL.search(stretch.landmarks.text, stretch.start, role.end)
    return bool(
        word
        and word["word"]
        and word["word"].lower() in load_roles("before")
        and not told
        and len(before.split()) > 1
        and are_persons(before)
    )
