"""The mapping tables are whole and without contradiction."""

from collections import Counter

from footnotes.formats.bib.languages import BABEL_NAMES, LANGUAGE_TAGS, LANGUAGES
from footnotes.formats.fields import CSL_NAMES, FIELD_ROWS, ROLES, Kind, rows_for
from footnotes.formats.types import PLAIN_TYPES, SUBTYPES, TYPE_ROWS
from footnotes.model import DATE_VARIABLES, NAME_VARIABLES, VARIABLES, WORK_TYPES


def test_every_variable_has_a_row() -> None:
    """All 26 name, 6 date and 60 text variables are considered, and none twice by CSL name."""
    assert set(VARIABLES) == set(CSL_NAMES)
    assert len(VARIABLES) == len(set(CSL_NAMES.values()))


def test_every_row_leads_somewhere() -> None:
    """A row has a field, a label or a role, or gives a reason for having none."""
    expected = []
    assert expected == [
        row for row in FIELD_ROWS if not (row.biblatex or row.bibtex or row.label or row.role or row.reason)
    ]


def test_kinds_fit_the_model() -> None:
    """Names are written as names and dates as dates."""
    names = {row.variable for row in FIELD_ROWS if row.kind is Kind.NAMES}
    dates = {row.variable for row in FIELD_ROWS if row.kind is Kind.DATE}

    assert (set(NAME_VARIABLES), set(DATE_VARIABLES)) == (names, dates)


def test_labels_and_roles_are_unique() -> None:
    """A label or a role means one variable."""
    labels = Counter(label for label, _ in {(row.label, row.variable) for row in FIELD_ROWS if row.label})

    assert {1} == set(labels.values())
    assert len([row for row in FIELD_ROWS if row.role]) == len(ROLES)


def test_first_row_gives_the_field() -> None:
    """Of an entry type's rows no two have one field in one dialect for different variables, order apart."""
    for dialect in ("biblatex", "bibtex"):
        fields = [(row.field_in(dialect), row.variable) for row in rows_for("misc")]
        counted = Counter(field for field, _ in set(fields) if field)

        assert {1} == set(counted.values())


def test_types_are_whole() -> None:
    """All 45 types have a row of their own with a word of their own, and entry types tell a type."""
    assert list(WORK_TYPES) == [row.csl for row in TYPE_ROWS]
    assert len(TYPE_ROWS) == len(SUBTYPES)
    assert set(PLAIN_TYPES.values()) <= set(WORK_TYPES)
    assert {row.biblatex for row in TYPE_ROWS} | {row.bibtex for row in TYPE_ROWS} <= set(PLAIN_TYPES)


def test_languages_are_unique() -> None:
    """A tag has one name, a name one tag, and the table is in order."""
    names = [name for _, written, read in LANGUAGES for name in (written, *read)]

    assert len(LANGUAGES) == len(BABEL_NAMES)
    assert len(names) == len(LANGUAGE_TAGS)
    assert sorted(BABEL_NAMES, key=str.lower) == [tag for tag, _, _ in LANGUAGES]
