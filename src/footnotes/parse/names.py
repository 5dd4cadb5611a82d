"""Names of persons and institutions, in the lists that stand before a title or after "edited by"."""

import functools
import re

from attrs import evolve, frozen

from footnotes.model import AnyName, LiteralName, Name
from footnotes.parse.spanish_names import find_two_surnames, is_inverted_double, may_have_two_surnames
from footnotes.parse.vocabulary import load_table, load_words
from footnotes.text.fold import fold_case, fold_marks

# The first look is for what it can begin with: it is tried at every character.
_SEPARATOR = re.compile(
    r"(?=[\s,;&/])(?:\s*(?<!/)/(?!/)\s*(?=[^\W\d_a-z])"
    r"|,?\s+(?:and(?!\s+others\b)|und|u\.|sowie|et(?!\s+al)|e|y|i|ve|və|и|та|en|og|och)\s+"
    r"|,?\s*&\s*|\s*;\s*|\s*,\s+(?!(?:Jr|Sr)\b|I{2,3}\b))"
)
_ET_AL = re.compile(
    r",?\s+(?:et\s+al\.?|et\s+alii|(?:and|&)\s+others|u\.\s?a\.|и\s+др\.|vd\.|v\.\s?dğr\.|və\s+b\.|i\s+in\.|e\.\s?a\.)\s*$",
    re.IGNORECASE,
)
_ENDS_OF_OTHERS = {".", "l", "i", "s", ""}
# "HOLANDA, Sérgio Buarque de.": the full stop behind a word belongs to the list, behind an initial to it.
_ENDS_IN_WORD = re.compile(r",\s[^,]*\b[^\W\d_A-ZÀ-ÖØ-Þ]{2,}\.$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[-‐]?)+")
_SUFFIX = re.compile(r",?\s+((?:Jr|Sr)\.?|I{2,3}|IV)$")
_INITIALS_AT_MOST = 2
CAPITAL_PARTICLES = {"Ле", "Ла", "Де", "Дю", "Ван", "Фон", "Le", "La", "De", "Du", "Van", "Von"}
"""Particles that are part of a surname where it stands before its initials."""
_INVERTED_CAPITALS = re.compile(
    r"(?:^|(?<=[\s;:.]))(?P<family>[^\W\d_]{2,}(?:[ -][^\W\d_]{2,})?),\s[^\W\d_][\w.]*(?:\s[\w.]+){0,3}$"
)
_INVERTED = re.compile(r"[^\s,]+(?:\s[^\s,]+)?,\s[^,]+")
_NOT_IN_NAMES = re.compile(r"[\d:–—()\[\]\"“”«»/@#?!]|\.\w{2,}")
# "in 't Veld" and "op de Beeck" are names, "Riots in England" is none.
_PREPOSITION = re.compile(r"(?<!\S)(?:in\s(?!['’]t)|op\s(?!de\b))")
_ARTICLES = {"the", "der", "die", "das", "les", "il", "lo", "gli", "los", "las", "een", "het"}
_BETWEEN_SURNAMES = {"y", "i"}
"""What joins the surnames of one person in Spanish and Catalan, and persons as well."""
_SURNAME_ALONE = re.compile(r"[^\W\d_a-z][\w'’-]+\s*(?:$|[,;:(])")
_COUPLE = 2
_LONGEST = 6
"""The most words of a person's name; what is longer is an institution or prose."""


@frozen
class FoundName:
    """A name and where it stands in the text it was read from."""

    name: AnyName
    start: int
    end: int


def shift_name(found: FoundName, by: int) -> FoundName:
    """`found` with its place counted from `by` characters earlier."""
    return FoundName(found.name, found.start + by, found.end + by)


@functools.cache
def _load_particles() -> dict[str, str]:
    return {row[0]: row[1] for row in load_table("particles")}


@functools.cache
def _load_particle_words() -> frozenset[str]:
    return frozenset(word for particle in _load_particles() for word in particle.split())


@functools.cache
def _load_organisations() -> re.Pattern[str]:
    rows = load_table("organisations")
    return re.compile(
        "|".join(rf"\b{re.escape(row[0])}" + (r"\b" if row[2:] == ("=",) else "") for row in rows)
    )


def drop_others(text: str) -> str:
    """`text` without words at its end that stand for further persons (`et al.`, `u. a.`)."""
    return _ET_AL.sub("", text) if text.rstrip()[-1:].lower() in _ENDS_OF_OTHERS else text


@functools.lru_cache(maxsize=16384)
def is_organisation(text: str) -> bool:
    """Whether a word of `text` is one that names an institution (table `organisations`)."""
    return _load_organisations().search(fold_marks(text)) is not None


@functools.lru_cache(maxsize=16384)
def is_person(text: str) -> bool:
    """Whether `text` has the shape of one person's name: capitalised words, initials and particles."""
    words = _SUFFIX.sub("", text).split()
    if not 1 <= len(words) <= _LONGEST or _NOT_IN_NAMES.search(text) or is_organisation(text):
        return False
    if (
        words[0].lower() in _ARTICLES
        or _PREPOSITION.search(text)
        or any(fold_case(word) in load_words("contributions") for word in words)
    ):
        return False
    if (double := _find_double(words)) is not None:
        words = [*words[: double + 1], words[-1]]
    return any(_is_capitalised(word) for word in words) and all(
        _is_capitalised(word) or _is_initials(word) or word in _load_particle_words() for word in words
    )


def _find_double(words: list[str]) -> int | None:
    """Where the family name of `José Ortega y Gasset` begins, in words; None if nothing joins two."""
    joint = len(words) - 2
    return joint - 1 if joint > 1 and words[joint] in _BETWEEN_SURNAMES else None


def _is_initials(word: str) -> bool:
    return word[0].isupper() and _INITIALS.fullmatch(word) is not None


def _is_capitalised(word: str) -> bool:
    bare = word.lstrip("'’")
    if bare[:2].lower() in {"d'", "d’", "l'", "l’"} or bare[:3].lower() in {
        "al-",
        "el-",
        "ad-",
        "as-",
        "an-",
    }:
        bare = bare[2:].lstrip("-")
    return (bare[:1].isupper() or is_caseless(bare[:1])) and not _INITIALS.fullmatch(word)


def is_caseless(text: str) -> bool:
    """Whether `text` begins with a letter of a script without capitals, such as Hebrew or Arabic."""
    return text[:1].isalpha() and text[0].upper() == text[0].lower()


def read_names(text: str) -> list[FoundName]:
    """The names of the list `text`, in order; what is no list of persons is one literal name.

    Reads `First von Last`, `von Last, First` (a single inverted name), `Last F. M.`, lists with commas
    and "and" in a dozen languages. "et al." names nobody and is left out.
    """
    text = drop_others(text)
    if _ENDS_IN_WORD.search(text):
        text = text[:-1]
    start, end = _trim(text, 0, len(text))
    if start >= end:
        return []
    if _INVERTED.fullmatch(text, start, end) and (one := _read_inverted(text, start, end)):
        return [one]
    pieces = split_names(text, start, end)
    if all(is_person(text[a:b]) for a, b in pieces):
        people = [FoundName(read_person(text[a:b]), a, b) for a, b in pieces]
        return _share_family(text, people) if len(people) == _COUPLE else people
    return [FoundName(LiteralName(text[start:end]), start, end)]


def _share_family(text: str, people: list[FoundName]) -> list[FoundName]:
    """`people`, two of whom have one surname between them: `John and Anne Tedeschi`."""
    first, second = (one.name for one in people)
    if (
        not isinstance(first, Name)
        or not isinstance(second, Name)
        or "," in text[people[0].end : people[1].start]
    ):
        return people
    lone = first.given is None and " " not in text[people[0].start : people[0].end]
    if not lone or second.given is None or _INITIALS.match(second.given):
        return people
    return [evolve(people[0], name=evolve(second, given=first.family)), people[1]]


def find_inverted_capitals(text: str) -> int | None:
    """Where the name begins that `text` ends with if its surname is in capitals: `GOLDMANN, Lucien`.

    So ABNT and ISO 690 print names, and a full stop behind one ends the name and no sentence.
    """
    match = _INVERTED_CAPITALS.search(text)
    while match is not None and not match["family"].isupper():
        match = _INVERTED_CAPITALS.search(text, match.start() + 1)
    return match.start() if match else None


def split_names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of the names in the list `text[start:end]`, divided by commas and by "and"."""
    pieces, at = [], start
    for match in _SEPARATOR.finditer(text, start, end):
        if _joins_surnames(text[at : match.start()], match.group().strip(), text[match.end() : end]):
            continue
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, end))
    if text.find("[", start, end) >= 0:
        pieces = [_trim_bracket(text, *piece) for piece in pieces]
    return [piece for piece in pieces if piece[0] < piece[1]]


def find_joined_end(text: str, start: int, end: int) -> int | None:
    """The end of the names at `start` of `text`, of which a word joins the last as in English; or None.

    A periodical or a series follows them behind a comma as one more name would:
    `by Michael Pollan, New York Times`. Behind full names none is a surname alone.
    """
    last = at = None
    for begin, stop in split_names(text, start, end):
        piece = text[begin:stop]
        if not is_person(piece) or (at is not None and " " not in piece and " " in text[start:at]):
            break
        if at is None or text[at:begin].strip(" ,"):
            last = stop
        at = stop
    return last


def _trim_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """The name in `text[start:end]` without brackets: `[Daniel Defoe]`, `George Orwell [Eric Blair]`.

    They hold a name that the work does not print (Chicago).
    """
    opened = text.find("[", start, end)
    if opened < 0 or text[end - 1] != "]" or not is_person(text[opened + 1 : end - 1]):
        return start, end
    return (start + 1, end - 1) if opened == start else (start, start + len(text[start:opened].rstrip()))


def _joins_surnames(before: str, joint: str, after: str) -> bool:
    """Whether "y" stands between the two surnames of one person, as in `José Ortega y Gasset`."""
    return joint in _BETWEEN_SURNAMES and " " in before and _SURNAME_ALONE.match(after) is not None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:":
        start += 1
    while start < end and text[end - 1] in " ,;:":
        end -= 1
    return start, end


def _read_inverted(text: str, start: int, end: int) -> FoundName | None:
    comma = text.index(",", start)
    family, given = text[start:comma], text[comma + 1 : end].strip()
    words = given.split()
    is_given = len(words) <= 3 and is_person("X " + given) and not _SEPARATOR.search(given)  # noqa: PLR2004 - given names
    family_words = family.split()
    if (
        not is_given
        or not is_person(family)
        or (len(family_words) > 1 and not _may_be_family(family_words, words))
    ):
        return None
    if given.rstrip(".") in {"Jr", "Sr", "II", "III", "IV"}:
        return None
    if family.isupper() and len(family) > _INITIALS_AT_MOST and not given.isupper():
        # ABNT and ISO 690 print surnames in capitals: "GOLDMANN, Lucien".
        family = re.sub(r"[^\W\d_]+", lambda word: word.group()[0] + word.group()[1:].lower(), family)
    person = Name(family) if is_inverted_double(family_words, words) else read_person(family)
    dropping = words.pop() if words[-1] in _load_particle_words() and len(words) > 1 else None
    return FoundName(
        Name(
            family=person.family,
            given=" ".join(words),
            non_dropping_particle=person.non_dropping_particle,
            dropping_particle=dropping or person.dropping_particle,
        ),
        start,
        end,
    )


def _find_compound(words: list[str]) -> int | None:
    """Where a family name of several words begins in `words`, given names first; None if it is one word.

    "y" joins two, Spanish ones stand side by side, and what a particle with a capital begins is one
    (`Emmanuel Le Roy Ladurie`, `Cortlandt Van Rensselaer`).
    """
    particles = _load_particle_words()
    double = _find_double(words)
    double = find_two_surnames(words, particles) if double is None else double
    if double is not None:
        return double
    within = next((i for i, word in enumerate(words[1:-1], 1) if word in CAPITAL_PARTICLES), None)
    small = next((i for i, word in enumerate(words[:-1]) if word in particles), len(words) - 1)
    if within is not None and within < small:
        return within
    before = len(words) - 2
    return before if before > 0 and small > before and words[before].lower() in particles else None


def is_doubtful(text: str) -> bool:
    """Whether it cannot be told where the surname of the person `text` begins (`Carlos Guilherme Mota`)."""
    return may_have_two_surnames(text.split(), _load_particle_words())


def _may_be_family(family: list[str], given: list[str]) -> bool:
    return family[0] in _load_particle_words() or is_inverted_double(family, given)


def _opens_given(words: list[str]) -> bool:
    """Whether a name opens with a given name that elsewhere is a particle: `Ben Jonson`."""
    return words[0] in _load_given()


@functools.cache
def _load_given() -> frozenset[str]:
    return frozenset(row[0].capitalize() for row in load_table("particles") if row[2:] == ("given",))


def read_person(text: str) -> Name:
    """One person's name, given names first, in its parts.

    The family name is the last word with the particles before it; where only initials follow
    the first word, it is the first (`Əliyev H.`, specification of the notes, section 5.5).
    """
    suffix = _SUFFIX.search(text)
    words = (text[: suffix.start()] if suffix else text).split()
    if (
        len(words) > 1
        and not _INITIALS.fullmatch(words[0])
        and all(_INITIALS.fullmatch(word) for word in words[1:])
    ):
        return Name(family=words[0], given=" ".join(words[1:]))
    if len(words) > 2 and words[0] in CAPITAL_PARTICLES and _INITIALS.fullmatch(words[2]):  # noqa: PLR2004 - "Ле Гофф Ж."
        return Name(family=" ".join(words[:2]), given=" ".join(words[2:]))
    particles = _load_particle_words()
    if (compound := _find_compound(words)) is not None:
        return Name(
            " ".join(words[compound:]), " ".join(words[:compound]), suffix=suffix[1] if suffix else None
        )
    first = next((i for i, word in enumerate(words[:-1]) if word in particles), len(words) - 1)
    if len(words) > 1 and all(word.lower() in particles for word in words[:-1]) and not _opens_given(words):
        # "De Waal", "Van Gogh" at the start of a note: the particle of a surname alone, with a capital.
        return Name(words[-1], non_dropping_particle=" ".join(words[:-1]))
    last = first
    while last < len(words) - 1 and words[last] in particles:
        last += 1
    particle = " ".join(words[first:last]) or None
    goes = particle is not None and _load_particles().get(particle, "stays") == "goes"
    return Name(
        family=" ".join(words[last:]),
        given=" ".join(words[:first]) or None,
        dropping_particle=particle if goes else None,
        non_dropping_particle=None if goes else particle,
        suffix=suffix[1] if suffix else None,
    )
