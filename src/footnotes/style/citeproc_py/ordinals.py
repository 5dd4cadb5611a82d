"""Numbers as a style has them: ordinals by the terms of the language, or Roman."""

import re
from typing import Any

from footnotes.style.xml_names import CSL

_ORDINAL = re.compile(r"ordinal(?:-(\d\d))?")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST_ROMAN = 3999
_LAST_LONG = 10
Suffixes = dict[tuple[str, str | None], tuple[str, str]]


def format_figure(number: int, form: str, root: Any, noun: str | None = None) -> str:
    """A number in a form of CSL: numeric, ordinal, long-ordinal or roman; `noun` gives the gender."""
    if form == "roman":
        return write_roman(number)
    if form not in {"ordinal", "long-ordinal"}:
        return str(number)
    gender = _find_gender(root, noun)
    if form == "long-ordinal" and 0 < number <= _LAST_LONG:
        name = f"long-ordinal-{number:02}"
        term = _find_gendered(root, name, gender)
        if term is None:
            term = root.get_term(name)
        if term is not None:
            return str(term.single)
    return f"{number}{find_suffix(number, _read_suffixes(root), gender)}"


def write_roman(number: int) -> str:
    """The number in small Roman figures; those that have none stay."""
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def find_suffix(number: int, suffixes: Suffixes, gender: str | None) -> str:
    """The suffix of an ordinal (CSL 1.0.2, "Ordinal Suffixes"): the two last figures, the last, or any."""
    last, two = number % 10, number % 100
    for value in dict.fromkeys((two, last)):
        for one in dict.fromkeys((gender, None)):
            text, match = suffixes.get((f"{value:02}", one), ("", ""))
            if text and _matches(number, value, match):
                return text
    return next((suffixes["", one][0] for one in (gender, None) if ("", one) in suffixes), "")


def _matches(number: int, value: int, match: str) -> bool:
    if match == "whole-number":
        return number == value
    if match == "last-two-digits" or value >= 10:  # noqa: PLR2004 - of two figures
        return number % 100 == value
    return number % 10 == value


def _read_suffixes(root: Any) -> Suffixes:
    """The suffixes of the language; those of others are never mixed in."""
    found: Suffixes = root.remember("ordinals", lambda: _list_suffixes(root))
    return found


def _list_suffixes(root: Any) -> Suffixes:
    """From the farthest locale to the nearest: one that states "ordinal" begins anew."""
    out: Suffixes = {}
    for locale in reversed(root.locales):
        terms = [(_ORDINAL.fullmatch(term.get("name", "")), term) for term in locale.iter(f"{CSL}term")]
        if any(found is not None and found[1] is None for found, _ in terms):
            out = {}
        for found, term in terms:
            if found is not None:
                out[found[1] or "", term.get("gender-form")] = (str(term.single), term.get("match", ""))
    return out


def _find_gender(root: Any, noun: str | None) -> str | None:
    """The gender that a language gives to what is counted: French "édition" is feminine."""
    if noun is None:
        return None
    for locale in root.locales:
        for term in locale.iter(f"{CSL}term"):
            if term.get("name") == noun and term.get("gender"):
                return str(term.get("gender"))
    return None


def _find_gendered(root: Any, name: str, gender: str | None) -> Any:
    if gender is None:
        return None
    terms = (term for locale in root.locales for term in locale.iter(f"{CSL}term"))
    return next((one for one in terms if (one.get("name"), one.get("gender-form")) == (name, gender)), None)
