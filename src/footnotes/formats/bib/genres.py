"""The field `type`: what kind of thesis or report it is, in words that styles translate.

BibLaTeX's data model demands a type for theses and reports and has keys for the usual ones (manual
4.9.2.13); BibTeX prints one by itself where none is given. So in strict BibLaTeX and in BibTeX a work
whose genre is not stated gets the plain word, and the plain word is read as nothing stated.
"""

from attrs import frozen

from footnotes.formats.fields import REPORTS, THESES


@frozen
class GenreRow:
    """A genre as CSL states it, and the word in `type`; an empty genre is one not stated."""

    genre: str
    biblatex: str
    bibtex: str
    types: frozenset[str]


GENRE_ROWS = (
    GenreRow("", "thesis", "Thesis", THESES),
    GenreRow("PhD thesis", "phdthesis", "PhD thesis", THESES),
    GenreRow("Master's thesis", "mathesis", "Master's thesis", THESES),
    GenreRow("Bachelor's thesis", "bathesis", "Bachelor's thesis", THESES),
    GenreRow("Candidate thesis", "candthesis", "Candidate thesis", THESES),
    GenreRow("", "report", "Report", REPORTS),
    GenreRow("technical report", "techreport", "technical report", REPORTS),
    GenreRow("research report", "resreport", "research report", REPORTS),
)

IMPLIED_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
"""What the entry types of BibTeX say without a field `type` (btxdoc 3.1)."""


def name_genre(genre: str, entry_type: str, dialect: str) -> str | None:
    """The word for `type`, or None where the table has none: then the genre stands as it is."""
    for row in GENRE_ROWS:
        if row.genre == genre and entry_type in row.types:
            return row.biblatex if dialect == "biblatex" else row.bibtex
    return None


def read_genre(word: str | None, entry_type: str) -> str | None:
    """The genre that the word in `type` tells; without the field, what the entry type implies."""
    if not word:
        return IMPLIED_GENRES.get(entry_type)
    for row in GENRE_ROWS:
        if word in {row.biblatex, row.bibtex} and entry_type in row.types:
            return row.genre or None
    return word
