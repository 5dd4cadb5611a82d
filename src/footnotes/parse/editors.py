"""Those who made a volume, by their names before its title."""

import re

from footnotes.parse.landmarks import Stretch
from footnotes.parse.names.lists import are_persons, drop_others, split_names
from footnotes.parse.names.persons import is_organisation
from footnotes.parse.names.reading import locate_names
from footnotes.parse.role_words import load_roles, load_trailing
from footnotes.parse.roles import INITIAL, FoundRole, match_role

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
_LAST_OF_LIST = re.compile(r",\s(?:and|or|&)\s")
_IMPRINT = re.compile(r"\([^()]*\d{4}\)")
_JOINED = re.compile(r"\s(?:and|&)\s")
_COMMA = re.compile(r",\s")
_FARTHEST = 200
"""How far behind the first name of a list its role is looked for, in characters."""


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
    match = load_trailing().search(text, start, min(stretch.end, start + _FARTHEST))
    if match is not None and _names_follow(stretch, match):
        return None
    if match is not None and are_persons(text[start : match.start()]):
        names = locate_names(text, start, match.start())
        variable = load_roles("before")[match["word"].lower()]
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
    names = locate_names(text, stretch.start, comma.start())
    certain = named != head or INITIAL.search(head) is not None
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
    names = locate_names(text, start, short.end("names"))
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
        return FoundRole("editor", locate_names(text, start, start + len(head) - 1), start + len(head))
    return None


def _names_follow(stretch: Stretch, role: re.Match[str]) -> bool:
    """Whether the names of `role` stand behind it, and a title before it: `Global Salt, ed. J. Roe`.

    `ed.` may have its names on either side. Behind a comma and with none of its own it has them behind
    (Chicago), unless initials show that it is the words before that are names.
    """
    text = stretch.landmarks.text
    if role["word"].lower() not in load_roles("after") or role["tail"].strip() or text[role.start()] != ",":
        return False
    found = match_role(stretch.cut(role.start("word")))
    if found is None or INITIAL.search(text, stretch.start, role.start()):
        return False
    behind = text[found.end : stretch.end].lstrip()
    return not behind or behind[0] in ",([;."
