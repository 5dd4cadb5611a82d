"""Names into the syntax of BibTeX and BibLaTeX: the other direction of `names`."""

import re
from collections.abc import Iterable

from footnotes.formats.bib.braces import find_group_end
from footnotes.formats.bib.latex import escape_text
from footnotes.formats.bib.names import LETTER, OTHERS, NameSyntax, split_given
from footnotes.formats.name_words import leans
from footnotes.model import AnyName, LiteralName, Name

_CUTS = re.compile(r"[,=\"]")
MOST_COMMAS = 2
_WORD_AND = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)


def format_names(names: Iterable[AnyName], syntax: NameSyntax) -> str:
    """The names as one value, joined by `and`."""
    written = [_format_name(name, syntax) for name in names]
    if len(written) > 1 and written[-1] == f"{{{OTHERS}}}":
        written[-1] = OTHERS
    return " and ".join(text for text in written if text)


def _format_name(name: AnyName, syntax: NameSyntax) -> str:
    if isinstance(name, LiteralName):
        text = escape_text(name.literal, syntax.dialect)
        return f"{{{text}}}" if text else ""
    return _format_classic(name) if syntax.dialect == "bibtex" else _format_biblatex(name, syntax)


def _format_biblatex(name: Name, syntax: NameSyntax) -> str:
    if not _is_short(name, syntax) and not _is_cut(name):
        return _format_extended(name, syntax)
    particle = name.non_dropping_particle or name.dropping_particle
    family = _format_family(particle, name.family, "biblatex")
    if name.given or name.suffix or particle:
        return _hide_commas(_list_parts(name, family, name.given, "biblatex"))
    return family if _is_one_word(name.family) else f"{_enclose(family)}, {{}}"


def _format_classic(name: Name) -> str:
    """A name for BibTeX: a particle that leaves its surname has its only place behind the given name."""
    particle, family, given = name.non_dropping_particle, name.family, name.given
    if name.dropping_particle:
        given = f"{given or ''} {name.dropping_particle}"
    if particle and leans(particle):
        # Classic styles would print a blank in al-Ṭabarī and d’Alembert.
        text = f"{{{escape_text(particle + family, 'bibtex')}}}"
    else:
        text = _format_family(particle, family, "bibtex")
    if given or name.suffix:
        return ", ".join(_list_parts(name, text, given, "bibtex"))
    return text if _is_one_word(family) else f"{{{escape_text(family, 'bibtex')}}}"


def _list_parts(name: Name, family: str, given: str | None, dialect: str) -> list[str]:
    suffix = [_guard(name.suffix, dialect)] if name.suffix else []
    return [family, *suffix, _format_given(name, given, dialect)]


def _hide_commas(parts: list[str]) -> str:
    """The parts of a name, joined by commas.

    biber counts the commas within braces too, and drops an entry with a third (`King, {Jr., PhD}, Martin`),
    but does not count where a brace begins the name and one ends it.
    """
    text = ", ".join(parts)
    if text.count(",") <= MOST_COMMAS:
        return text
    return ", ".join([_enclose(parts[0]), *parts[1:-1], _enclose(parts[-1])])


def _enclose(text: str) -> str:
    is_group = text.startswith("{") and find_group_end(text, 0) == len(text)
    return text if is_group else f"{{{text}}}"


def _is_short(name: Name, syntax: NameSyntax) -> bool:
    """Whether `von Last, Jr, First` says the whole name, given the options of its entry."""
    dropping, kept = name.dropping_particle, name.non_dropping_particle
    if (dropping and kept) or (dropping and syntax.useprefix) or not name.family:
        return False
    particle = dropping or kept
    if particle and not _is_particle(particle):
        return False
    return bool(name.given) or (not name.suffix and (not particle or _is_one_word(name.family)))


def _is_cut(name: Name) -> bool:
    """Whether a part holds a sign at which biber cuts the extended format in spite of braces."""
    parts = (name.family, name.given, name.suffix, name.dropping_particle, name.non_dropping_particle)
    return any(_CUTS.search(part) for part in parts if part)


def _format_extended(name: Name, syntax: NameSyntax) -> str:
    particle = " ".join(part for part in (name.dropping_particle, name.non_dropping_particle) if part)
    parts = [("family", name.family), ("given", name.given), ("prefix", particle), ("suffix", name.suffix)]
    text = ", ".join(f"{part}={{{escape_text(value)}}}" for part, value in parts if value)
    if particle and syntax.useprefix != bool(name.non_dropping_particle):
        text += f", useprefix={'false' if syntax.useprefix else 'true'}"
    return text


def _format_family(particle: str | None, family: str, dialect: str) -> str:
    text = _guard(family, dialect)
    words = family.split()
    if len(words) > 1 and not all(_is_capitalised(word) for word in words) and text[:1] != "{":
        text = f"{{{text}}}"
    if not particle:
        return text
    if not _is_particle(particle):
        return f"{{{escape_text(f'{particle} {family}', dialect)}}}"
    return f"{escape_text(particle, dialect)} {text}"


def _format_given(name: Name, given: str | None, dialect: str) -> str:
    if not given:
        return "{}"
    text = _guard(given, dialect)
    ends_like_particle = dialect == "bibtex" and not name.dropping_particle and split_given(given)[1]
    return f"{{{text}}}" if ends_like_particle else text


def _guard(text: str, dialect: str) -> str:
    """The part of a name, in braces where its signs would be read as syntax."""
    written = escape_text(text, dialect)
    risky = "," in text or "=" in text or _WORD_AND.search(text) or text.strip().lower() == OTHERS
    return f"{{{written}}}" if risky or written.startswith("\\") or "~" in written else written


def _is_capitalised(word: str) -> bool:
    letter = LETTER.search(word)
    return letter is not None and letter[0].isupper()


def _is_particle(text: str) -> bool:
    letters = [LETTER.search(word) for word in text.split()]
    return all(letter is not None and letter[0].islower() for letter in letters) and "," not in text


def _is_one_word(family: str) -> bool:
    # biber, in Perl, takes a name "0" for none, and drops the entry.
    return len(family.split()) == 1 and family != "0" and _guard(family, "biblatex")[:1] not in {"{", ""}
