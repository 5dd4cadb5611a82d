"""The loss report is written for people."""

from footnotes.formats import Export, Loss, Move, report_losses, write_library
from footnotes.formats.fields import CSL_NAMES
from footnotes.formats.loss_report import NOUNS
from footnotes.model import Date, Library, LiteralName, PartialDate, Reference


def test_losses_are_grouped() -> None:
    """Works that lose one variable for one reason share a sentence, which names no more than three."""
    losses = [Loss(f"work{one}", "genre", "x", "there is no place for it") for one in range(5)]
    losses.append(Loss("work1", "title", "x", "it reads back as 'y'"))
    expected = [
        "What BibTeX does not hold as it was given:",
        "  The genre of 5 works: there is no place for it.",
        "  The title of work1: it reads back as 'y'.",
    ]

    assert expected == list(report_losses(Export("", tuple(losses)), "BibTeX"))


def test_further_fields_are_named() -> None:
    """What CSL has no variable for is told by the names of its fields, several works together."""
    works = [
        Reference(type="book", key=key, title="T", extra=(("Date Added", key), ("file", "a.pdf"), *more))
        for key, more in (("a", ()), ("b", (("Date Modified", "x"),)))
    ]
    told = list(report_losses(write_library(Library(tuple(works)), "biblatex"), "BibLaTeX"))

    assert len(told) == 2
    assert told[1].startswith("  The further fields of a and b (Date Added and Date Modified): a field of")


def test_moves_are_grouped() -> None:
    """What stands elsewhere is told with the place, in the number that fits."""
    moves = [Move(f"work{one}", "accessed", "note") for one in range(31)]
    moves += [Move("work1", "original_title", "note"), Move("work2", "type", "entrysubtype")]
    moves.append(Move("work3", "dimensions", "addendum"))
    expected = [
        "What BibTeX has no field for stands where other programs look for it:",
        "  The access date of 31 works stands in their note.",
        "  The title of the original of work1 stands in its note.",
        "  The exact type of work2 stands in the field entrysubtype, which styles do not print.",
        "  The dimensions of work3 stand in its addendum.",
    ]

    assert expected == list(report_losses(Export("", (), tuple(moves)), "BibTeX"))


def test_templates_are_many() -> None:
    """The verb goes with the name of the format."""
    losses = (Loss("work1", "keyword", "x", "there is no place for it"),)
    first, second = report_losses(Export("", losses), "Wikipedia templates")

    assert "What Wikipedia templates do not hold as it was given:" == first
    assert "  The keywords of work1: there is no place for it." == second


def test_no_loss_no_report() -> None:
    """Where nothing is lost nothing is said."""
    assert [] == list(report_losses(Export(""), "BibTeX"))


def test_what_has_no_field_is_a_move() -> None:
    """A variable in the note, a role that classic styles do not know and a type in words are told."""
    work = Reference(
        type="webpage",
        key="k",
        title="T",
        accessed=Date(PartialDate(2020, 1, 2)),
        illustrator=(LiteralName("Ann"),),
    )
    export = write_library(Library((work,)), "bibtex")
    expected = {("accessed", "note"), ("illustrator", "illustrator"), ("type", "entrysubtype")}

    assert expected == {(move.variable, move.field) for move in export.moves}
    assert () == export.losses


def test_nouns_are_of_variables() -> None:
    """Each word of the report is one for a variable, the type, the key or the extra fields."""
    assert set(NOUNS) <= {*CSL_NAMES, "type", "key", "extra"}
