"""What a .bib holds besides its works, and how they inherit: both stand when it is written again."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import footnotes
from footnotes.formats import parse_library, write_library
from footnotes.model import Library

PART = "@incollection{part, author = {Part, Ann}, title = {Chapter}, pages = {1--9}, crossref = {whole}}\n"
WHOLE = (
    "@collection{whole, editor = {Edd, Ivor}, title = {Ports {\\'a} la {M}er}, publisher = {P},"
    " date = {1999}}\n"
)
XDATA = "@xdata{oup, publisher = {Oxford University Press}, location = {Oxford}}\n"
BOOK = "@book{book, author = {Own, Ann}, title = {Book}, date = {2001}, xdata = {oup}}\n"


def _write(library: Library, format_name: str = "biblatex") -> str:
    """The text in that format, which says what the library does."""
    export = write_library(library, format_name)
    assert library.references == parse_library(export.text, format_name).references
    return export.text


def _change(library: Library, key: str, **values: object) -> Library:
    return Library(tuple(evolve(one, **values) if one.key == key else one for one in library))


def test_a_chapter_points_at_its_volume() -> None:
    """What nobody changed is inherited as before, and stands in the file once."""
    text = _write(parse_library(PART + WHOLE, "biblatex"))

    assert "  crossref = {whole},\n" in text
    assert 1 == text.count("{M}er") == text.count("publisher")


def test_what_changed_in_a_chapter_is_its_own() -> None:
    """The chapter still points at its volume for all else."""
    library = _change(parse_library(PART + WHOLE, "biblatex"), "part", publisher="Q")
    text = _write(library)

    assert "  publisher = {Q},\n" in text
    assert "  crossref = {whole},\n" in text
    assert 1 == text.count("{M}er")


def test_what_changed_in_a_volume_stays_in_its_chapters() -> None:
    """A chapter says what it said, whatever the volume says now."""
    text = _write(_change(parse_library(PART + WHOLE, "biblatex"), "whole", publisher="Q"))

    assert "  publisher = {P},\n" in text
    assert "  publisher = {Q},\n" in text


def test_what_was_taken_from_a_chapter_is_not_inherited() -> None:
    """A field that the chapter should not have cannot be left to its volume."""
    text = _write(_change(parse_library(PART + WHOLE, "biblatex"), "part", publisher=None))

    assert "crossref" not in text


def test_a_chapter_without_its_volume_has_all() -> None:
    """Where the volume has gone everything is written out."""
    library = parse_library(PART + WHOLE, "biblatex")
    text = _write(Library(library.references[:1]))

    assert "crossref" not in text
    assert "  booktitle = {Ports {\\'a} la {M}er},\n" in text


def test_pointers_follow_new_keys() -> None:
    """A chapter points at its volume under the key that it has now."""
    text = _write(footnotes.rekey_library(parse_library(PART + WHOLE, "biblatex"), "auth.lower+year"))

    assert "  crossref = {edd1999},\n" in text


def test_a_chain_stays_a_chain() -> None:
    """The volume of a chapter may be one of several, from which it inherits itself."""
    whole = WHOLE.replace("@collection{whole,", "@collection{whole, crossref = {work}, volume = {2},")
    text = _write(
        parse_library(PART + whole + "@mvcollection{work, title = {Work}, volumes = {3}}\n", "biblatex")
    )

    assert 1 == text.count("crossref = {whole}") == text.count("crossref = {work}") == text.count("{Work}")


def test_a_circle_is_written_out() -> None:
    """Nothing is made to point where pandoc would not come back from."""
    circle = "@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}}"
    text = write_library(parse_library(circle, "biblatex"), "biblatex").text

    assert 1 == text.count("crossref")


def test_in_bibtex_the_volume_stands_behind() -> None:
    """BibTeX finds a parent only behind its children: before them it is written out."""
    behind, before = (parse_library(text, "bibtex") for text in (PART + WHOLE, WHOLE + PART))

    assert "crossref = {whole}" in _write(behind, "bibtex")
    assert "crossref" not in _write(before, "bibtex")


def test_xdata_stays() -> None:
    """What is no work is written again where works inherit from it, in BibLaTeX."""
    library = parse_library(XDATA + BOOK, "biblatex")
    text = _write(library)

    assert "  xdata = {oup},\n" in text
    assert "@xdata{oup,\n  publisher = {Oxford University Press},\n" in text
    for other in ("bibtex", "biblatex-strict"):
        assert "xdata" not in _write(library, other)


def test_two_files_may_call_different_things_alike() -> None:
    """Works of two libraries keep each its own publisher."""
    other = XDATA.replace("Oxford University Press", "Orient") + BOOK.replace("{book,", "{other,")
    works = [work for text in (XDATA + BOOK, other) for work in parse_library(text, "biblatex").references]
    text = _write(Library(tuple(works)))

    assert 1 == text.count("@xdata") == text.count("{Orient}") == text.count("{Oxford University Press}")


def test_preambles_and_comments_stay() -> None:
    """TeX code of the file is in every .bib, comments are in one of its dialect, each once."""
    head = '@preamble{"\\newcommand{\\noop}[1]{} " # {\\relax}}\n'
    note = "@comment{jabref-meta: grouping:\n0 All;\n}"
    library = parse_library(f"{head}{head}{BOOK}{note}\n@comment(a note)", "biblatex")
    texts = {name: write_library(library, name).text for name in ("biblatex", "biblatex-strict", "bibtex")}

    assert {1} == {
        text.count("@preamble{{\\newcommand{\\noop}[1]{} \\relax}}\n") for text in texts.values()
    }
    assert {"biblatex"} == {name for name, text in texts.items() if note in text}
    assert "@comment{a note}" in texts["biblatex"]
    assert texts["biblatex"] == write_library(parse_library(texts["biblatex"], "biblatex"), "biblatex").text


@st.composite
def _families(draw: st.DrawFn) -> str:
    """Entries that point at others which stand behind or before them, or nowhere, but never in a circle."""
    kinds = ["book", "inbook", "incollection", "mvbook", "xdata", "article", "periodical"]
    count = draw(st.integers(1, 6))
    entries = []
    for at in range(count):
        others = [f"k{other}" for other in range(at + 1, count)]
        parents = draw(st.lists(st.sampled_from(others), max_size=2, unique=True)) if others else ["nobody"]
        fields = {
            "title": draw(st.sampled_from(["One", "{T}wo", "Th & ree"])),
            draw(st.sampled_from(["crossref", "xdata", "note"])): ",".join(parents),
            draw(st.sampled_from(["publisher", "foo"])): draw(st.sampled_from(["P", "Q"])),
            draw(st.sampled_from(["subtitle", "volume", "author", "date"])): "x",
        }
        listed = ", ".join(f"{name} = {{{value}}}" for name, value in fields.items() if value)
        entries.append(f"@{draw(st.sampled_from(kinds))}{{k{at}, {listed}}}\n")
    return "".join(draw(st.permutations(entries)))


@given(text=_families(), format_name=st.sampled_from(["biblatex", "bibtex"]))
def test_any_family_comes_back(text: str, format_name: str) -> None:
    """However entries point at each other, the written file says what the read one said."""
    _write(parse_library(text, format_name), format_name)
