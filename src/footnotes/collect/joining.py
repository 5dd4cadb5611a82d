"""Several entries of one work to one that keeps every field of each."""

import re
from collections.abc import Callable, Sequence
from itertools import chain, count
from typing import Any

from attrs import evolve, frozen

from footnotes.collect.merge import FULLNESS
from footnotes.collect.numbers import fold_number
from footnotes.collect.spelled_values import spell_value
from footnotes.collect.traits import fold_name
from footnotes.model import DATE_VARIABLES, NAME_VARIABLES, AnyName, Name, Reference

KEYS = "ids"
"""The field in which BibLaTeX looks for further keys of an entry (manual 2.2.3)."""
VARIANT = "variant-"
"""What stands before the name of a variable whose other value is kept in `extra`."""
_POINTING = {"crossref", "xref", "xdata", "related", "entryset"}
"""Fields whose values are keys of other entries."""
_KEYWORD = re.compile(r"\s*[,;]\s*")
_TOGETHER = {"note", "annote", "abstract"}


@frozen
class Conflict:
    """Two values of one variable of a joined work: the one kept in its place, and the other."""

    key: str
    variable: str
    kept: str
    other: str


def join_references(works: Sequence[Reference]) -> tuple[Reference, tuple[Conflict, ...]]:
    """One work of several entries of it, under the first's key, and the values in which they differ.

    Of two values the fuller is taken, of access dates the later; the other goes into `extra` unless it says
    nothing more. Keywords and notes are put together.
    """
    first = works[0]
    if len(works) == 1:
        return first, ()
    values: dict[str, Any] = {}
    extra = [pair for work in works for pair in work.extra if pair[0] != KEYS]
    conflicts: list[Conflict] = []
    for variable in dict.fromkeys(name for work in works for name in work.stated()):
        stated = list(dict.fromkeys(value for work in works if (value := getattr(work, variable))))
        if not stated:
            continue
        kept = _put_together(variable, stated) or _choose_fullest(variable, stated)
        values[variable] = kept
        for other in stated:
            if other == kept or variable == "keyword" or variable in _TOGETHER:
                continue
            words = spell_value(variable, kept), spell_value(variable, other)
            conflicts.append(Conflict(first.key, variable, *words))
            if not _says_less(variable, other, kept):
                extra.append((VARIANT + variable.replace("_", "-"), words[1]))
    kinds = [work.type for work in works if work.type != "document"] or [first.type]
    conflicts += [
        Conflict(first.key, "type", kinds[0], kind) for kind in dict.fromkeys(kinds[1:]) if kind != kinds[0]
    ]
    extra = [*_name_variants(extra), *_list_keys(works)]
    cited_by = tuple(dict.fromkeys(cite for work in works for cite in work.cited_by))
    joined = evolve(first, type=kinds[0], extra=tuple(extra), cited_by=cited_by, **values)
    return joined, tuple(conflicts)


def _name_variants(extra: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The further fields with a name of its own for each: an entry has no two fields of one name."""
    named: dict[str, tuple[str, str]] = {}
    for name, text in dict.fromkeys(extra):
        bare = name if name.startswith(VARIANT) else VARIANT + name
        names = chain((name, bare), (f"{bare}-{number}" for number in count(2)))
        for free in names:
            if named.setdefault(free.lower(), (free, text))[1] == text:
                break
    return list(named.values())


def _list_keys(works: Sequence[Reference]) -> list[tuple[str, str]]:
    held = [text for work in works for name, text in work.extra if name == KEYS]
    keys = [key for text in held for key in _KEYWORD.split(text)] + [work.key for work in works]
    others = [key for key in dict.fromkeys(keys) if key and key != works[0].key]
    return [(KEYS, ",".join(others))] if others else []


def _put_together(variable: str, stated: list[Any]) -> str | None:
    if variable == "keyword":
        words = (word for text in stated for word in _KEYWORD.split(text))
        return ", ".join(dict.fromkeys(word for word in words if word))
    if variable in _TOGETHER:
        # One note that holds another says all of it.
        kept = [text for text in stated if not any(text != other and text in other for other in stated)]
        return "; ".join(kept)
    return None


def _choose_fullest(variable: str, stated: list[Any]) -> Any:
    return max(stated, key=_measure(variable))


def _measure(variable: str) -> Callable[[Any], Any]:
    if variable == "accessed":
        return FULLNESS["accessed"]
    if variable in DATE_VARIABLES:
        return FULLNESS["issued"]
    return _measure_names if variable in NAME_VARIABLES else _measure_text


def _measure_names(names: tuple[AnyName, ...]) -> tuple[int, int, int]:
    """How many people, letters beside surnames, and parts: a suffix within the given name is no gain."""
    parts = [
        part
        for name in names
        if isinstance(name, Name)
        for part in (name.given, name.suffix, name.dropping_particle, name.non_dropping_particle)
        if part
    ]
    return len(names), sum(_measure_text(part)[0] for part in parts), len(parts)


def _measure_text(text: str) -> tuple[int, bool]:
    """Letters and figures, not signs: a blank before a colon says nothing; then what is not in capitals."""
    return sum(sign.isalnum() for sign in text), not text.isupper()


def _says_less(variable: str, value: Any, kept: Any) -> bool:
    """Whether `value` says nothing that `kept` does not: an older access date, a bare year, initials."""
    if variable == "accessed":
        return True
    one, other = spell_value(variable, value), spell_value(variable, kept)
    if variable in DATE_VARIABLES:
        return other.startswith(one)
    if variable in NAME_VARIABLES:
        return len(value) == len(kept) and _are_initials(one, other)
    return fold_name(one) == fold_name(other) or fold_number(one) == fold_number(other) != ""


def _are_initials(one: str, other: str) -> bool:
    first, second = fold_name(one).split(), fold_name(other).split()
    return len(first) <= len(second) and all(word in second or len(word) == 1 for word in first)


def rename_pointers(work: Reference, names: dict[str, str]) -> Reference:
    """The work with the keys of others in its fields as `names` has them now."""
    extra = tuple(
        (name, ",".join(names.get(key.strip(), key.strip()) for key in text.split(",")))
        if name.lower() in _POINTING
        else (name, text)
        for name, text in work.extra
    )
    return evolve(work, extra=extra)
