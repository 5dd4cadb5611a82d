"""Roles: who edited or translated, said by a word before or after the names."""

import functools
import re

from attrs import frozen

from footnotes.parse.imprint_starts import begins_imprint
from footnotes.parse.landmarks import Stretch
from footnotes.parse.name_lists import drop_others, find_joined_end, split_names
from footnotes.parse.names import FoundName, read_names, shift_name
from footnotes.parse.persons import is_organisation, is_person
from footnotes.parse.towns import is_book_town
from footnotes.parse.vocabulary import load_table

# "in Gooch and Temperley, British Documents, vol. 3": surnames alone, and then a title.
_SURNAMES = re.compile(
    r"(?P<names>(?:(?:[a-z]+\s){0,2}[^\W\d_a-z][\w'’-]+)(?:\s(?:and|und|u\.|&|et)\s(?:(?:[a-z]+\s){0,2}[^\W\d_a-z][\w'’-]+))?)"
    r"(?:,|:)\s(?=[^\W\d_a-z])"
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# "in: dies. (Hg.)", "in idem (ed.)": those who wrote the chapter edited the volume.
_SAME = re.compile(
    r"(?:ders|dies|dens|idem|eadem|iidem|id|ead)\.?:?\s"
    r"\((?:Hg|Hrsg|Hgg|eds?|dir|org|a cura di)\.?\),?:?\s*",
    re.IGNORECASE,
)
# "in: ders./Heinrich Volkmann (Hg.)": and others beside them.
_SAME_AND = re.compile(
    r"(?:ders|dies|dens|idem|eadem|iidem|id|ead)\.?(?:\s?/\s?|,\s|\s(?:und|u\.|and|et|e)\s)(?-i:(?=[^\W\d_a-z]))",
    re.IGNORECASE,
)
_LEAD_INS = ("translator", "contributor")
_INITIAL = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ]\.")
_LAST_OF_LIST = re.compile(r",\s(?:and|or|&)\s")
_IMPRINT = re.compile(r"\([^()]*\d{4}\)")
_JOINED = re.compile(r"\s(?:and|&)\s")
_HELPED = re.compile(r"(?<!,)\swith\s(?:the\s(?:assistance|help|collaboration|cooperation)\sof\s)?")
_COMMA = re.compile(r",\s")
_FARTHEST = 200
"""How far behind the first name of a list its role is looked for, in characters."""


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


@functools.cache
def _load_roles(side: str) -> dict[str, str]:
    return {row[0].lower(): row[1] for row in load_table("roles") if row[2] == side}


@functools.cache
def _list_english() -> frozenset[str]:
    """The words behind which "and" joins the last of several names."""
    return frozenset(row[0].lower() for row in load_table("roles") if row[3:] == ("en",))


def _alternatives(side: str) -> str:
    return "|".join(map(re.escape, sorted(_load_roles(side), key=len, reverse=True)))


@functools.cache
def _leading() -> re.Pattern[str]:
    """What leads to names with a role; a translation may say from which language it is."""
    kinds = "|".join(f"(?P<{kind}>{_spell_lead_ins(kind)})" for kind in _LEAD_INS)
    return re.compile(rf"(?:{kinds}|(?P<word>{_alternatives('after')}))\s+", re.IGNORECASE)


@functools.cache
def _load_beginnings() -> frozenset[str]:
    """The first two letters of each phrase that leads to names, by which most places are ruled out."""
    phrases = [*_load_roles("after"), *(row[0] for row in load_table("lead_ins"))]
    return frozenset(phrase[:2].casefold() for phrase in phrases)


def _spell_lead_ins(kind: str) -> str:
    phrases = sorted((row[0] for row in load_table("lead_ins") if row[1] == kind), key=len, reverse=True)
    return "|".join(re.escape(one).replace("'", "['’]").replace(r"\*", r"[\w'’]+") for one in phrases)


@functools.cache
def _trailing() -> re.Pattern[str]:
    return re.compile(
        rf",?\s+(?P<word>{_alternatives('before')})(?!\w)(?P<tail>\s*[,:]?\s*)", re.IGNORECASE
    )


def match_role(stretch: Stretch) -> FoundRole | None:
    """A role with its names at the start: `edited by A. One and B. Two`, `trans. C. Three`."""
    text = stretch.landmarks.text
    if text[stretch.start : stretch.start + 2].casefold() not in _load_beginnings():
        return None
    match = _leading().match(text, stretch.start, stretch.end)
    if match is None:
        return None
    stop = stretch.landmarks.find_next(match.end() - 1, stretch.end)
    told = next((kind for kind in _LEAD_INS if match[kind]), "")
    word = "" if told else match["word"].lower()
    helped = _HELPED.search(text, match.end(), stop)
    last = _find_role_end(word, stretch.cut(match.end(), helped.start() if helped else stop), stretch)
    names = _read_names(text, match.end(), last)
    if names and helped and last == helped.start():
        # "ed. Hans Walter Gabler with Wolfhard Steppe": Chicago names them all.
        end = _find_leading_end(stretch.cut(helped.end(), stop), stretch)
        names = (*names, *_read_names(text, helped.end(), end))
        last = end if end > helped.end() else stop
    return FoundRole(told or _load_roles("after")[word], names, last) if names else None


def _find_role_end(word: str, listed: Stretch, stretch: Stretch) -> int:
    """Where the names end that `word` gives a role: behind an English one "and" joins the last."""
    text, start, end = listed.landmarks.text, listed.start, listed.end
    joined = find_joined_end(text, start, end) if word in _list_english() else None
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


def match_editors(stretch: Stretch) -> FoundRole | None:
    """Names before the title of a volume, as in `A. One and B. Two (eds), ...` or `C. Three, *Volume*`."""
    text, start = stretch.landmarks.text, stretch.start
    if stretch.find(stretch.landmarks.emphases, start) or stretch.find(stretch.landmarks.quotations, start):
        return None
    same = _SAME.match(text, start, stretch.end)
    if same is not None:
        return FoundRole("editor", (), same.end())
    beside = _SAME_AND.match(text, start, stretch.end)
    start = beside.end() if beside else start
    match = _trailing().search(text, start, min(stretch.end, start + _FARTHEST))
    if match is not None and _names_follow(stretch, match):
        return None
    if match is not None and are_persons(text[start : match.start()]):
        names = _read_names(text, start, match.start())
        variable = _load_roles("before")[match["word"].lower()]
        return FoundRole(variable, names, match.end(), joined=beside is not None)
    return _match_others(stretch) or _match_surnames(stretch) or _match_before_title(stretch)


def _match_others(stretch: Stretch) -> FoundRole | None:
    """Authors of a volume, whom no word makes editors, before its title: `Hay et al., Fatal Tree`."""
    text = stretch.landmarks.text
    comma = _COMMA.search(text, stretch.start, stretch.end)
    if comma is None or stretch.landmarks.find_next(stretch.start, comma.end()) < comma.end():
        return None
    head = text[stretch.start : comma.start()]
    named = drop_others(head)
    full = all(" " in head[start:end] for start, end in split_names(head, 0, len(head)))
    joined = full and _JOINED.search(head) is not None
    if not are_persons(head) or (named == head and not joined) or _has_role(stretch.cut(comma.end())):
        return None
    names = _read_names(text, stretch.start, comma.start())
    certain = named != head or _INITIAL.search(head) is not None
    return FoundRole("container_author", names, comma.end(), certain)


def _match_surnames(stretch: Stretch) -> FoundRole | None:
    """Surnames alone before an unmarked title: `Gooch and Temperley, British Documents`.

    One word may be the first of a title as well (`Food, Culture and Society`); where others are named as
    editors behind it, it is.
    """
    text, start = stretch.landmarks.text, stretch.start
    short = _SURNAMES.match(text, start, stretch.end)
    if short is None or not _may_be_editors(short["names"], text[short.end()]):
        return None
    if _has_role(stretch.cut(short.end())):
        return None
    names = _read_names(text, start, short.end("names"))
    if len(names) == 1 and _LAST_OF_LIST.search(
        text, start, stretch.landmarks.find_next(start, stretch.end)
    ):
        return None
    # A volume that is cited short is cited by the surname of its editor; in full it would name him in full.
    shortened = _IMPRINT.search(text, short.end(), stretch.end) is None
    marked = stretch.find(stretch.landmarks.emphases, short.end()) is not None
    if len(names) == 1 and not (shortened or marked):
        return None
    return FoundRole("editor", names, short.end())


def _may_be_editors(names: str, following: str) -> bool:
    """Whether surnames alone may be editors before a title that begins with `following`.

    In Russian notes editors stand behind the title: `// Сочинения: в 9 т.`.
    """
    return following.isupper() and not is_organisation(names) and not _CYRILLIC.match(names)


def _has_role(stretch: Stretch) -> bool:
    commas = (match.end() for match in _COMMA.finditer(stretch.landmarks.text, stretch.start, stretch.end))
    return any(match_role(stretch.cut(at)) for at in commas if stretch.landmarks.is_open(at - 1))


def _match_before_title(stretch: Stretch) -> FoundRole | None:
    text, start = stretch.landmarks.text, stretch.start
    title = stretch.landmarks.find_next(start, stretch.end)
    head = text[start:title].rstrip()
    # What stands before a date or an address is no person.
    marked = stretch.find(stretch.landmarks.emphases, title) or stretch.find(
        stretch.landmarks.quotations, title
    )
    if marked and head.endswith(",") and are_persons(head[:-1]):
        return FoundRole("editor", _read_names(text, start, start + len(head) - 1), start + len(head))
    return None


def _read_names(text: str, start: int, end: int) -> tuple[FoundName, ...]:
    return tuple(shift_name(one, start) for one in read_names(text[start:end]))


def _names_follow(stretch: Stretch, role: re.Match[str]) -> bool:
    """Whether the names of `role` stand behind it, and a title before it: `Global Salt, ed. J. Roe`.

    `ed.` may have its names on either side. Behind a comma and with none of its own it has them behind
    (Chicago), unless initials show that it is the words before that are names.
    """
    text = stretch.landmarks.text
    if (
        role["word"].lower() not in _load_roles("after")
        or role["tail"].strip()
        or text[role.start()] != ","
    ):
        return False
    found = match_role(stretch.cut(role.start("word")))
    if found is None or _INITIAL.search(text, stretch.start, role.start()):
        return False
    behind = text[found.end : stretch.end].lstrip()
    return not behind or behind[0] in ",([;."


def could_turn(stretch: Stretch, role: FoundRole, before: str) -> bool:
    """Whether the names of `role` at the start of `stretch` could be a title, and `before` its names.

    `in Global Salt, ed. John Miller` and `in John Miller, ed. Global Salt` differ in what the words mean;
    initials or several names tell.
    """
    word = _leading().match(stretch.landmarks.text, stretch.start, stretch.end)
    told = len(role.names) != 1 or _INITIAL.search(stretch.landmarks.text, stretch.start, role.end)
    return bool(
        word
        and word["word"]
        and word["word"].lower() in _load_roles("before")
        and not told
        and len(before.split()) > 1
        and are_persons(before)
    )


def are_persons(text: str) -> bool:
    """Whether `text` is a list of persons' names and nothing else."""
    text = drop_others(text)
    pieces = [text[start:end] for start, end in split_names(text, 0, len(text))]
    return bool(pieces) and all(is_person(piece) for piece in pieces)


def strip_role(text: str) -> tuple[str, str | None]:
    """`text` without a role word at its end, and the CSL variable of that role: `A. One (eds)`."""
    for match in _trailing().finditer(text):
        if match.end() == len(text):
            return text[: match.start()], _load_roles("before")[match["word"].lower()]
    return text, None
