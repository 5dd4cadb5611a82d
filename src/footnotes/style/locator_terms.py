"""The words for kinds of locators in a language: pandoc tells by them what a locator counts."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

from footnotes.formats import LABELS
from footnotes.style.xml_names import CSL, LANG


@cache
def read_locator_terms(style: Path, locale: str) -> dict[str, str]:
    """A word for each label of CSL: one that means no other label, and the longest of them."""
    words: dict[str, set[str]] = {}
    for root in _list_trees(style, locale):
        for term in root.iter(f"{CSL}term"):
            label = term.get("name", "").replace(" ", "-")
            if label in LABELS:
                words.setdefault(label, set()).update(_list_words(term))
    owners: dict[str, set[str]] = {}
    for label, found in words.items():
        for word in found:
            owners.setdefault(word.lower(), set()).add(label)
    certain = {
        label: sorted((word for word in found if owners[word.lower()] == {label}), key=len)
        for label, found in words.items()
    }
    return {label: found[-1] for label, found in certain.items() if found}


def list_locales() -> list[str]:
    """The locales that there are, as tr-TR."""
    return sorted(path.stem.removeprefix("locales-") for path in _folder().glob("locales-*.xml"))


def choose_locale(asked: str) -> str | None:
    """The locale of CSL for a code such as tr-TR, tr_TR or tr: itself or one of its language, or None."""
    asked = asked.replace("_", "-")
    names = list_locales()
    by_case = {name.lower(): name for name in names}
    if asked.lower() in by_case:
        return by_case[asked.lower()]
    language = asked.split("-", maxsplit=1)[0].lower()
    main = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "pt": "pt-PT", "zh": "zh-CN"}
    if language in main:
        return main[language]
    return next((name for name in names if name.split("-", maxsplit=1)[0].lower() == language), None)


def read_locale(name: str) -> str:
    """The text of a locale's file."""
    return (_folder() / f"locales-{name}.xml").read_text(encoding="utf-8")


def _list_words(term: ET.Element) -> list[str]:
    texts = [term.text, *(one.text for one in term)]
    return [word for text in texts if text and (word := text.strip()) and "\u00a0" not in word]


def _list_trees(style: Path, locale: str) -> list[ET.Element]:
    """The locale's file, then the locales inside the style, which pandoc puts over it."""
    trees = [ET.fromstring(read_locale(locale).encode())]  # noqa: S314 - a file of the package
    root = ET.fromstring(style.read_bytes())  # noqa: S314 - `find_style` has looked at it
    language = locale.split("-", maxsplit=1)[0]
    trees += [one for one in root.findall(f"{CSL}locale") if one.get(LANG) in {None, language, locale}]
    return trees


@cache
def _folder() -> Path:
    found = find_spec("citeproc")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("citeproc-py is not installed")
    return Path(found.origin).parent / "data" / "locales"
