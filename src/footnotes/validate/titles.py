"""Titles in capitals, with markup, with a full stop, and numbers with words around them."""

import re
from collections.abc import Iterator

from footnotes.formats.bib.languages import LANGUAGE_TAGS
from footnotes.model import Reference
from footnotes.validate.finding import Remark
from footnotes.validate.subject import Subject

_TITLES = ("title", "container_title", "collection_title")
_MARKUP = re.compile(
    r"<(?!/?(?:i|b|sup|sub|sc|em|strong)\b|/?span\b)/?[a-z][^>]*>|&[a-z]+;|&#\d+;|\\[a-zA-Z]{2,}"
)
_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PAGES = re.compile(r"([a-z]*)(\d+)\s*[-–—]+\s*([a-z]*)(\d+)", re.IGNORECASE)
_PAGE_WORDS = re.compile(r"^\s*(?:pp?|pages?|S|с)\b\.?\s*\d", re.IGNORECASE)
_NUMBER_WORDS = re.compile(
    r"^\s*(?:vol(?:ume|umen|s)?|nos?|nr|núm|n°|№|issue|number|numéro|Bde?|Band|Heft|H|tom[eio]?s?|t|cilt|c|sayı|том|т|вып)"
    r"(?!\w)\.?\s*(?:\d|[IVXLC]+\b)",
    re.IGNORECASE,
)
_VOLUME_AND_ISSUE = re.compile(
    r"\w+\s*(?:[,;:/]\s*(?:nos?|nr|núm|n°|№|issue|number|numéro|heft|h|sayı|вып)(?!\w)\.?\s*\d|\(\d+(?:[-–/]\d+)?\)$)",
    re.IGNORECASE,
)
_FEWEST_WORDS, _FEWEST_LETTERS = 3, 12


def find_capitals(subject: Subject) -> Iterator[Remark]:
    """A title in capitals, which every style prints so."""
    for variable in _TITLES:
        text = getattr(subject.work, variable) or ""
        letters = [sign for sign in text if sign.isalpha()]
        is_long = len(text.split()) >= _FEWEST_WORDS and len(letters) >= _FEWEST_LETTERS
        if is_long and text.isupper():
            yield Remark(f"The {_call(variable)} “{_cut(text)}” is in capitals.", variable)


def find_final_stops(subject: Subject) -> Iterator[Remark]:
    """A full stop behind a title: the style sets its own."""
    text = subject.work.title or ""
    if text.endswith(".") and not text.endswith("..") and not re.search(r"\b\w{1,3}\.$", text):
        yield Remark(f"The title “{_cut(text)}” ends in a full stop, and the style sets its own.", "title")


def find_markup(subject: Subject) -> Iterator[Remark]:
    """HTML or TeX in a title that programs print as it stands."""
    for variable in _TITLES:
        if found := _MARKUP.search(getattr(subject.work, variable) or ""):
            yield Remark(
                f"The {_call(variable)} has “{found[0]}”, which is printed as it stands.", variable
            )


def find_unknown_languages(subject: Subject) -> Iterator[Remark]:
    """A language that is neither a tag of BCP 47 nor a name that babel knows."""
    language = subject.work.language
    if language and not _TAG.fullmatch(language) and language.lower() not in LANGUAGE_TAGS:
        yield Remark(
            f"“{language}” is neither a tag such as “en” nor a name that is known here.", "language"
        )


def find_reversed_pages(subject: Subject) -> Iterator[Remark]:
    """Pages that end before they begin; 123-45 is short for 123-145."""
    for first, start, last, end in _PAGES.findall(subject.work.page or ""):
        short = len(end) < len(start) and not last
        whole = start[: len(start) - len(end)] + end if short else end
        if first.lower() == (last.lower() or first.lower()) and int(whole) < int(start):
            yield Remark(f"The pages “{subject.work.page}” end before they begin.", "page")


def find_words_at_numbers(subject: Subject) -> Iterator[Remark]:
    """The words “p. 12” or "Vol. 3" in a field whose word the style prints."""
    for variable, pattern in (("page", _PAGE_WORDS), ("volume", _NUMBER_WORDS), ("issue", _NUMBER_WORDS)):
        text = _read(subject.work, variable)
        if pattern.search(text):
            yield Remark(f"“{text}” in {variable} repeats a word that the style prints.", variable)


def find_issues_in_volumes(subject: Subject) -> Iterator[Remark]:
    """A volume that holds the number of the issue, too: “12, no. 3” or “12(3)”."""
    text = subject.work.volume or ""
    if not subject.work.issue and _VOLUME_AND_ISSUE.search(text):
        yield Remark(f"“{text}” in volume holds the number of the issue, too.", "volume")


def _read(work: Reference, variable: str) -> str:
    return getattr(work, variable) or ""


def _call(variable: str) -> str:
    return {"title": "title", "container_title": "title of the container"}.get(
        variable, "title of the series"
    )


def _cut(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
