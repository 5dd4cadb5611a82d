"""The words that a list of references puts to names and numbers.

A label stands before a number alone: "vol. 4" and "4th ed.", but "Revised edition", "Case 6/64" and
"col. 3" say themselves what they are (CSL 1.0.2 draws the same line with `is-numeric`).
"""

import re

CONTRIBUTORS = (
    ("editor", "edited by"),
    ("translator", "translated by"),
    ("container_author", "in a work by"),
    ("collection_editor", "series edited by"),
    ("editorial_director", "under the direction of"),
    ("compiler", "compiled by"),
    ("director", "directed by"),
    ("script_writer", "written by"),
    ("series_creator", "series created by"),
    ("composer", "composed by"),
    ("performer", "performed by"),
    ("narrator", "narrated by"),
    ("host", "hosted by"),
    ("guest", "with"),
    ("producer", "produced by"),
    ("executive_producer", "executive producer"),
    ("illustrator", "illustrated by"),
    ("contributor", "with contributions by"),
    ("curator", "curated by"),
    ("organizer", "organized by"),
    ("chair", "chaired by"),
    ("interviewer", "interviewed by"),
    ("recipient", "to"),
    ("original_author", "after"),
)
NUMBERS = (
    ("edition", "{} ed."),
    ("printing", "printing {}"),
    ("version", "version {}"),
    ("volume", "vol. {}"),
    ("volume_title", ""),
    ("part", "part {}"),
    ("issue", "no. {}"),
    ("supplement", "suppl. {}"),
    ("number", "no. {}"),
    ("number_of_volumes", "{} vols."),
    ("chapter_number", "ch. {}"),
    ("section", "sec. {}"),
    ("page", "pp. {}"),
    ("number_of_pages", "{} pages"),
    ("dimensions", ""),
    ("scale", "scale {}"),
)
PLACES = (
    ("authority", ""),
    ("archive", ""),
    ("archive_collection", ""),
    ("archive_location", ""),
    ("archive_place", ""),
)
IDENTIFIERS = (
    ("call_number", "shelf mark {}"),
    ("isbn", "ISBN {}"),
    ("issn", "ISSN {}"),
    ("pmid", "PMID {}"),
)
"""Variables and the words around them; where there are none the value stands alone."""

_ROMAN = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_NUMBER = rf"(?:[^\W\d_]?\d+[^\W\d_]{{0,2}}\+?|(?=[IVXLCDM]){_ROMAN}|(?=[ivxlcdm]){_ROMAN.lower()})"
_NUMERIC = re.compile(rf"{_NUMBER}(?:(?:\s*[,&–/:—-]\s*|\.){_NUMBER})*")
_PAGES = re.compile(rf"\[?(?:[A-Z]?\d|{_NUMBER}(?!\w))")
_SEVERAL = re.compile(r"[–—,;&-]")
_EDITION = re.compile(r"\b(?:ed|éd|edn|edd|edi[ctz]|édit|edit|aufl|ausg|bask|изд|uitg|druk)", re.IGNORECASE)
_ORDINAL_ENDS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def label_number(variable: str, pattern: str, value: str) -> str:
    """The value with its words, or by itself where it has words of its own."""
    if variable == "edition":
        return _label_edition(value)
    if variable == "page":
        return _label_pages(value)
    if variable in {"number_of_volumes", "number_of_pages"} and value == "1":
        return pattern.replace("s", "").format(value)
    if not pattern or not (variable in _ALWAYS or _NUMERIC.fullmatch(value)):
        return value
    return pattern.format(value)


def begin_label(label: str) -> str:
    """The label at the start of a sentence; "P. 7" would be an item of a list in Markdown."""
    label = re.sub(r"^p\. ", "page ", label)
    return f"{label[:1].upper()}{label[1:]}"


_ALWAYS = frozenset(variable for variable, _ in IDENTIFIERS)


def _label_edition(value: str) -> str:
    if _EDITION.search(value):
        return value
    return f"{_count(int(value)) if value.isdecimal() and value.isascii() else value} ed."


def _count(number: int) -> str:
    ends = "th" if number % 100 in _TEENS else _ORDINAL_ENDS.get(number % 10, "th")
    return f"{number}{ends}"


def _label_pages(value: str) -> str:
    if not _PAGES.match(value):
        return value
    return f"{'pp.' if _SEVERAL.search(value) else 'p.'} {value}"
