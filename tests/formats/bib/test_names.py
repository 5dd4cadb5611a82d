"""Names in the syntax of the two dialects."""

import pytest

from footnotes.formats.bib.name_writing import format_names
from footnotes.formats.bib.names import NameSyntax, parse_names
from footnotes.model import AnyName, LiteralName, Name

DE_WAAL = Name("Waal", "Thomas", non_dropping_particle="de")
HUMBOLDT = Name("Humboldt", "Alexander", dropping_particle="von")

CLASSIC = NameSyntax("bibtex")
PLAIN = NameSyntax("biblatex")
PREFIX = NameSyntax("biblatex", useprefix=True)


@pytest.mark.parametrize(
    ("name", "syntax", "expected"),
    [
        (Name("Murinson", "Alexander"), PLAIN, "Murinson, Alexander"),
        (DE_WAAL, PREFIX, "de Waal, Thomas"),
        (DE_WAAL, CLASSIC, "de Waal, Thomas"),
        (HUMBOLDT, PLAIN, "von Humboldt, Alexander"),
        (HUMBOLDT, CLASSIC, "Humboldt, Alexander von"),
        (HUMBOLDT, PREFIX, "family={Humboldt}, given={Alexander}, prefix={von}, useprefix=false"),
        (Name("King", "Martin Luther", suffix="Jr."), CLASSIC, "King, Jr., Martin Luther"),
        (Name("Hooft", "Gerard", non_dropping_particle="'t"), CLASSIC, "'t Hooft, Gerard"),
        (Name("de Gaulle", "Charles"), CLASSIC, "{de Gaulle}, Charles"),
        (Name("Ibn Khaldun"), PLAIN, "{Ibn Khaldun}, {}"),
        (Name("Ministry of Justice, Baku"), PLAIN, "{Ministry of Justice, Baku}, {}"),
        (Name("King", "Martin", suffix="Jr., PhD"), PLAIN, "{King}, {Jr., PhD}, {Martin}"),
        (Name("Smith, Lord", "John"), PLAIN, "{Smith, Lord}, John"),
        (Name("0"), PLAIN, "{0}, {}"),
        (Name("بن لادن", "أسامة"), PLAIN, "{بن لادن}, أسامة"),
        (Name("Plato"), CLASSIC, "Plato"),
        (Name("Wilde", "John von"), CLASSIC, "Wilde, {John von}"),
        (Name("O, Neill", "A and B"), CLASSIC, "{O, Neill}, {A and B}"),
        (Name("Others", "A."), CLASSIC, "{Others}, A."),
        (LiteralName("REAL TV"), CLASSIC, "{REAL TV}"),
        (LiteralName("Barnes & Noble and Sons"), PLAIN, r"{Barnes \& Noble and Sons}"),
    ],
)
def test_name_both_ways(name: AnyName, syntax: NameSyntax, expected: str) -> None:
    """A name is written like this and read from it."""
    assert expected == format_names((name,), syntax)
    assert (name,) == parse_names(expected, syntax)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name("Ṭabarī", "Muḥammad", non_dropping_particle="al-"), "{al-Ṭabarī}, Muḥammad"),
        (Name("Alembert", "Jean", non_dropping_particle="d’"), "{d’Alembert}, Jean"),
        (Name("Waal", "Thomas", non_dropping_particle="de"), "de Waal, Thomas"),
        (Name("Medici", "Cosimo", non_dropping_particle="de’"), "de’ Medici, Cosimo"),
    ],
)
def test_particles_that_hang_on_the_surname(name: Name, expected: str) -> None:
    """Classic styles print a blank behind a particle, which some must not have."""
    assert expected == format_names((name,), CLASSIC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ludwig van der Rohe", Name("Rohe", "Ludwig", non_dropping_particle="van der")),
        (
            "Charles de la Vall{\\'e}e Poussin",
            Name("Vallée Poussin", "Charles", non_dropping_particle="de la"),
        ),
        ("Donald~E. Knuth", Name("Knuth", "Donald E.")),
        ("{\\'E}mile Zola", Name("Zola", "Émile")),
        ("Ford, Jr., Henry", Name("Ford", "Henry", suffix="Jr.")),
        ("jean", Name("jean")),
        (r"\textsc{Durand}, Jean", Name("Durand", "Jean")),
    ],
)
def test_names_as_people_write_them(value: str, expected: Name) -> None:
    """The rules of BibTeX for First, von, Last and Jr hold."""
    assert (expected,) == parse_names(value, CLASSIC)


def test_lists() -> None:
    """Names are separated by `and` outside braces; `others` stands for et al."""
    names = (Name("A", "B"), LiteralName("C and D"), LiteralName("others"))

    expected = "A, B and {C and D} and others"
    assert expected == format_names(names, CLASSIC)
    assert names == parse_names("A, B AND {C and D}\n and others", CLASSIC)


def test_lone_others_is_a_name() -> None:
    """Nobody but others is no et al."""
    expected = "{others}"
    assert expected == format_names((LiteralName("others"),), CLASSIC)
