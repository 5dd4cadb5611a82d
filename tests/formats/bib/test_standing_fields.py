"""Fields as they stood: what nobody has changed is written as the file had it."""

from pathlib import Path

import pytest
from attrs import evolve

from footnotes.formats import load_library, parse_library, write_library
from footnotes.model import Date, Name, PartialDate, Reference

MANAGERS = sorted((Path(__file__).parents[2] / "cases" / "formats" / "managers").iterdir())
FILES = [(path, dialect) for path in MANAGERS for dialect in ("biblatex", "bibtex")]

BOOK = """@book{k,
  author = {de Waal, Thomas and {\\"O}zt{\\"u}rk, Ali},
  title = {The {Caucasus}: An Introduction},
  series = {{OUP} Histories},
  year = {2010},
}
"""
WEB = """@misc{k,
  title = {Karabakh},
  year = {2020},
  month = nov,
  day = {10},
  url = {https://example.org/a},
  urldate = {2023-01-05},
  note = {In {A}zeri},
}
"""


def rewrite(text: str, dialect: str, **changes: object) -> str:
    """The text of a library of one work, read, changed and written in the same dialect."""
    return _write(_read(text, dialect), dialect, **changes)


def _read(text: str, dialect: str) -> Reference:
    return parse_library(text, dialect).references[0]


def _write(work: Reference, dialect: str, **changes: object) -> str:
    library = parse_library("", dialect)
    written = write_library(evolve(library, references=(evolve(work, **changes),)), dialect)
    return written.text.partition("\n")[2].lstrip("\n")


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_nothing_changes(dialect: str) -> None:
    """Braces, accents of TeX and particles without an option are written to the letter."""
    assert BOOK == rewrite(BOOK, dialect)


@pytest.mark.parametrize("text", [BOOK, WEB])
def test_classic_note_stays(text: str) -> None:
    """Days and dates of access that have fields get no remark in the note of classic BibTeX."""
    assert text == rewrite(text, "bibtex")


def test_remarks_stay() -> None:
    """A remark that stands in the note beside its field is written again."""
    text = WEB.replace("In {A}zeri", "Published 10 November 2020; Accessed 5 January 2023")
    assert "note = {Published 10 November 2020; Accessed 5 January 2023}" in rewrite(text, "bibtex")


@pytest.mark.parametrize(
    "note",
    [
        "Archive: The {N}ational Archives; Accessed 5 January 2023",
        "In {A}zeri; Published 10 November 2020",
        "In Azeri. Archived 2 March 2021 at \\url{https://web.example.org/1}",
    ],
)
def test_remarks_stand_as_they_are(note: str) -> None:
    """A note with remarks keeps its order and its braces."""
    text = "@misc{{k,\n  title = {{T}},\n  year = {{2020}},\n  note = {{{note}}},\n}}\n"
    assert text.format(note=note) == rewrite(text.format(note=note), "bibtex")


def test_new_remark_behind_old_ones() -> None:
    """What comes new and has no field stands behind what the note said."""
    text = rewrite("@misc{k, title = {T}, note = {Scale: 1:50 000}}", "bibtex", archive="TNA")
    assert "note = {Scale: 1:50 000; Archive: TNA}" in text


def test_changed_title() -> None:
    """A title that was changed is protected from the styles; its neighbours stand."""
    text = rewrite(BOOK, "bibtex", title="The Caucasus")
    assert "title = {{The Caucasus}}" in text
    assert "series = {{OUP} Histories}" in text


def test_changed_date() -> None:
    """A day that comes new into a classic entry is told in words."""
    date = Date(PartialDate(2020, 11, 11))
    assert "note = {In Azeri; Published 11 November 2020}" in rewrite(WEB, "bibtex", issued=date)


def test_changed_names() -> None:
    """One name that is new has all written with the option that their particles need."""
    text = rewrite(BOOK, "biblatex", editor=(Name("Waal", "Thomas", non_dropping_particle="de"),))
    assert "options = {useprefix=true}" in text
    assert "author = {family={Waal}, given={Thomas}, prefix={de}, useprefix=false and Öztürk, Ali}" in text


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("useprefix=true", "useprefix=true"),
        ("useprefix=false", "useprefix=false"),
        ("useprefix,maxnames=3", "useprefix,maxnames=3"),
        ("maxnames=3", "maxnames=3"),
    ],
)
def test_options_stay(options: str, expected: str) -> None:
    """The options of an entry stand with its names, whatever else they say."""
    text = BOOK.replace("series =", f"options = {{{options}}},\n  series =")
    assert f"  options = {{{expected}}},\n" in rewrite(text, "bibtex")


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        ("sep", "sep"),
        ("{sep}", "sep"),
        ("Sep", "sep"),
        ("{September}", "{September}"),
        ('mar # "--" # apr', "mar # {--} # apr"),
        ('"11~" # sep', "{11~} # sep"),
        ("{Mar-Apr}", "{Mar-Apr}"),
        ("{Spring}", "{Spring}"),
        ("9", "{9}"),
    ],
)
def test_months(month: str, expected: str) -> None:
    """A macro is a macro again, so that a style prints it in its own words, and words stay words."""
    text = rewrite(f"@book{{k, title = {{T}}, year = 2001, month = {month}}}", "bibtex")
    assert f"  month = {expected},\n" in text
    assert "note" not in text


def test_date_of_the_other_dialect() -> None:
    """A classic entry with BibLaTeX's `date` alone keeps it, and gets no remark."""
    text = "@book{k,\n  title = {T},\n  date = {2001-09-11},\n}\n"
    assert text == rewrite(text, "bibtex")


@pytest.mark.parametrize(
    ("entry", "kept"),
    [
        (
            "@misc{k, title = {T}, howpublished = {\\url{http://a.b/c}}}",
            "howpublished = {\\url{http://a.b/c}}",
        ),
        ("@proceedings{k, title = {T}, booktitle = {The {B}}}", "booktitle = {The {B}}"),
        (
            "@book{k, title = {The {A}}, subtitle = {{B} and C}}",
            "title = {The {A}},\n  subtitle = {{B} and C}",
        ),
        (
            "@book{k, title = {T}, publisher = {P}, institution = {An {I}nstitute}}",
            "institution = {An {I}nstitute}",
        ),
        ("@article{k, title = {T}, number = {3}, issue = {Spring}}", "issue = {Spring}"),
        ("@patent{k, title = {T}, location = {countryde}}", "location = {countryde}"),
        ("@misc{k, title = {T}, url = {http://a.b/c http://a.b/d}}", "url = {http://a.b/c http://a.b/d}"),
        ("@book{k, title = {T}, address = {Karachi and Oxford}}", "address = {Karachi and Oxford}"),
        ("@book{k, title = {T}, location = {Oxford}}", "location = {Oxford}"),
        ("@book{k, title = {T}, abstract = {One.\n\nTwo.}}", "abstract = {One.\n\nTwo.}"),
        ("@book{k, title = {T}, titleaddon = {The {BBC}}}", "titleaddon = {The {BBC}}"),
        ("@book{k, title = {{A Year: 1914--1991}}}", "title = {{A Year: 1914--1991}}"),
        ("@book{k, title = {T}, __markedentry = {[me:1]}}", "__markedentry = {[me:1]}"),
        ("@www{k, title = {T}, url = {http://a.b/c}}", "@www{k,"),
        ("@stamp{k, title = {T}}", "@stamp{k,"),
        ("@phdthesis{k, title = {T}, school = {S}}", "school = {S},\n}"),
        ("@book{k, title = {T}, year = {in {P}ress}}", "year = {in {P}ress}"),
    ],
)
def test_fields_of_their_own_names(entry: str, kept: str) -> None:
    """What stood in a field of another name, or in two, or under a type of its own, stands there again."""
    assert kept in rewrite(entry, "bibtex")


@pytest.mark.parametrize(("path", "dialect"), FILES, ids=[f"{path.name}-{name}" for path, name in FILES])
def test_nothing_is_lost(path: Path, dialect: str) -> None:
    """What programs and people write comes back whole, and a second writing changes no letter."""
    written = write_library(load_library(path, dialect), dialect)

    assert () == written.losses
    assert written.text == write_library(parse_library(written.text, dialect), dialect).text


def test_titles_of_a_whole_and_a_volume() -> None:
    """They stand as they were, or are both written anew: `title` is not the title of the whole."""
    text = "@book{k, maintitle = {The {Decline}}, title = {The {West}}}"
    assert "maintitle = {The {Decline}},\n  title = {The {West}}" in rewrite(text, "biblatex")

    changed = rewrite(text, "biblatex", volume_title="The East")
    assert "  title = {{The East}},\n  maintitle = {{The Decline}},\n" in changed
    assert "maintitle" not in rewrite(text, "biblatex", volume_title=None)


def test_other_dialect() -> None:
    """The other dialect gets the braces of titles, and all else in its own way."""
    text = _write(_read(BOOK, "bibtex"), "biblatex")
    assert "title = {The {Caucasus}: An Introduction}" in text
    assert "author = {de Waal, Thomas and Öztürk, Ali}" in text
    assert "options = {useprefix=true}" in text
    assert "date = {2010}" in text


@pytest.mark.parametrize(
    ("raw", "written"),
    [("Peace & War", "Peace \\& War"), ("100% sure", "100\\% sure"), ("Peace \\& War", "Peace \\& War")],
)
def test_signs_without_backslash(raw: str, written: str) -> None:
    """Signs that TeX would stumble over are mended in a title that else stands as it is."""
    assert f"title = {{{written}}}" in rewrite(f"@book{{k, title = {{{raw}}}}}", "bibtex")


@pytest.mark.parametrize("value", ["a {\\\x00{b}} c", "ends so \\\n", "{\\\x7f}}{"])
@pytest.mark.parametrize("name", ["title", "author", "crossref"])
def test_braces_that_blanks_hold_apart(name: str, value: str) -> None:
    """A file that is whole with a sign that no file should hold is whole without it."""
    library = parse_library(f"@book{{k, {name} = {{{value}}}, year = 2001}}\n", "bibtex")
    assert len(library) == len(parse_library(write_library(library, "bibtex").text, "bibtex"))


def test_names_with_loose_words() -> None:
    """A word that joins nobody does not become one when blanks are folded."""
    work = _read("@book{k, title = {T}, author = { and Günay, Ünver and  }}", "bibtex")
    assert (Name("Günay", "Ünver"),) == work.author
    assert (Name("Günay", "Ünver"),) == _read(_write(work, "bibtex"), "bibtex").author


@pytest.mark.parametrize("title", ["A \\} B", "A \\{ B"])
def test_braces_that_readers_count_otherwise(title: str) -> None:
    """A brace behind a backslash, which BibTeX counts and others do not, is written as a macro."""
    assert title.replace("\\}", "\\textbraceright{}").replace("\\{", "\\textbraceleft{}") in rewrite(
        f"@book{{k, title = {{{title}}}}}", "biblatex"
    )


def test_a_set_stays_a_set() -> None:
    """An entry type without a type of CSL is written as it stood, and nothing besides."""
    text = "@book{b,\n  title = {B},\n}\n\n@set{s,\n  entryset = {b},\n}\n"
    written = write_library(parse_library(text, "biblatex"), "biblatex").text

    assert written.endswith(text)
