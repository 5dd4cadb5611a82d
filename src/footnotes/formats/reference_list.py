"""Lists of references in Markdown and in plain text, written only: one neutral layout, no style of CSL.

    - Waal, Thomas de. *Great Catastrophe*. 2nd ed. Oxford: Oxford University Press, 2015.

Everything is printed that a reader may need to find the work, in a fixed order. Keys, types and what only
programs read are not printed; keys and types are not counted among the losses.
"""

from collections.abc import Callable, Iterator

from attrs import frozen

from footnotes.formats.archived_copies import ARCHIVE_DATE, ARCHIVE_URL, URL_STATUS
from footnotes.formats.edtf import format_edtf
from footnotes.formats.folding import fold_value
from footnotes.formats.markdown_text import escape_markdown, write_markdown
from footnotes.formats.name_words import spell_person
from footnotes.formats.spelled_dates import spell_date
from footnotes.formats.stated_values import StatedValues
from footnotes.formats.surrogates import replace_surrogates
from footnotes.formats.written import Written
from footnotes.model import AnyDate, AnyName, Date, Library, LiteralName

CONTRIBUTORS = (
    ("editor", "edited by"),
    ("translator", "translated by"),
    ("container_author", "in a work by"),
    ("collection_editor", "series edited by"),
    ("compiler", "compiled by"),
    ("director", "directed by"),
    ("composer", "composed by"),
    ("performer", "performed by"),
    ("producer", "produced by"),
    ("illustrator", "illustrated by"),
    ("interviewer", "interviewed by"),
    ("recipient", "to"),
    ("reviewed_author", "reviewing a work by"),
    ("original_author", "after"),
)
NUMBERS = (
    ("edition", "ed. {}"),
    ("version", "version {}"),
    ("volume", "vol. {}"),
    ("volume_title", "{}"),
    ("part", "part {}"),
    ("issue", "no. {}"),
    ("number", "no. {}"),
    ("number_of_volumes", "{} vols."),
    ("chapter_number", "ch. {}"),
    ("section", "sec. {}"),
    ("page", "pp. {}"),
)
PLACES = (
    ("event_title", "{}"),
    ("event_place", "{}"),
    ("authority", "{}"),
    ("archive", "{}"),
    ("archive_collection", "{}"),
    ("archive_location", "{}"),
    ("archive_place", "{}"),
    ("call_number", "shelf mark {}"),
    ("isbn", "ISBN {}"),
    ("issn", "ISSN {}"),
)
_STOPS = ".!?…"


@frozen
class _Layout:
    """How a kind of list marks its words."""

    bullet: str
    text: Callable[[str], str]
    title: Callable[[str], str]
    address: Callable[[str], str]


def _print_address(url: str) -> str:
    folded = fold_value(url)
    plain = not any(sign in folded for sign in " <>\\")
    return f"<{folded}>" if plain and ":" in folded else escape_markdown(folded)


MARKDOWN = _Layout(
    "- ",
    lambda text: write_markdown(fold_value(text)),
    lambda text: f"*{write_markdown(fold_value(text)).strip()}*",
    _print_address,
)
PLAIN = _Layout("", fold_value, fold_value, fold_value)


def write_markdown_list(library: Library) -> Written:
    """The references as a bullet list in Markdown."""
    return _write_list(library, MARKDOWN)


def write_text_list(library: Library) -> Written:
    """The references as lines of text, a blank line between them."""
    return _write_list(library, PLAIN)


def _write_list(library: Library, layout: _Layout) -> Written:
    lines, told = [], []
    reasons: dict[tuple[int, str], str] = {}
    for at, work in enumerate(library.references):
        values = StatedValues(work)
        sentences = [_end(one) for one in _list_sentences(values, layout) if one]
        lines.append(layout.bullet + " ".join(sentences))
        told.append(values.tell_rest())
        reasons |= values.explain_changes(at)
    between = "\n" if layout.bullet else "\n\n"
    text = replace_surrogates(between.join(lines) + "\n")
    return Written(text if lines else "", Library(tuple(told)), reasons)


def _end(sentence: str) -> str:
    return sentence if sentence.rstrip('*_"”’>').endswith(tuple(_STOPS)) else f"{sentence}."


def _begin(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _list_sentences(values: StatedValues, layout: _Layout) -> Iterator[str]:
    yield layout.text(spell_names(values.take_names("author")))
    title = values.take("title")
    yield layout.title(title) if title else ""
    yield layout.text(f"[{genre}]") if (genre := values.take("genre")) else ""
    container = values.take("container_title")
    yield f"In {layout.title(container)}" if container else ""
    for variable, words in CONTRIBUTORS:
        names = values.take_names(variable)
        yield layout.text(f"{_begin(words)} {spell_names(names)}") if names else ""
    yield layout.text(_join(values, NUMBERS))
    yield layout.text(_write_series(values))
    yield layout.text(_write_imprint(values))
    yield layout.text(_join(values, PLACES))
    yield from _list_addresses(values, layout)
    yield layout.text(values.take("note") or "")


def spell_names(names: tuple[AnyName, ...]) -> str:
    """The names in full, surnames first, semicolons between them."""
    return "; ".join(
        name.literal if isinstance(name, LiteralName) else spell_person(name).removesuffix(",")
        for name in names
    )


def _join(values: StatedValues, pieces: tuple[tuple[str, str], ...]) -> str:
    """What is stated of the pieces, with commas; a word of ours at the start is capitalised."""
    told = [(pattern, value) for variable, pattern in pieces if (value := values.take(variable))]
    patterns = [_begin(pattern) if at == 0 else pattern for at, (pattern, _) in enumerate(told)]
    return ", ".join(pattern.format(value) for pattern, (_, value) in zip(patterns, told, strict=True))


def _write_series(values: StatedValues) -> str:
    series, number = values.take("collection_title"), values.take("collection_number")
    return " ".join(part for part in (series, number) if part)


def _write_imprint(values: StatedValues) -> str:
    """`Place: Publisher, date (first published ...)`."""
    place, publisher = values.take("publisher_place"), values.take("publisher")
    imprint = ": ".join(part for part in (place, publisher) if part)
    issued = values.take_date("issued")
    date = spell_any_date(issued)
    if not imprint and isinstance(issued, Date):
        date = _begin(date)
    dated = ", ".join(part for part in (imprint, date) if part)
    original = spell_any_date(values.take_date("original_date"))
    return f"{dated} (first published {original})".strip() if original else dated


def spell_any_date(date: AnyDate | None) -> str:
    """A date in words."""
    if date is None:
        return ""
    if not isinstance(date, Date):
        return date.literal
    return spell_date(date) or format_edtf(date)


def _list_addresses(values: StatedValues, layout: _Layout) -> Iterator[str]:
    if doi := values.take("doi"):
        yield f"DOI {layout.text(doi)}"
    url, seen = values.take("url"), spell_any_date(values.take_date("accessed"))
    if url or seen:
        accessed = layout.text(f"(accessed {seen})") if seen else ""
        yield " ".join(part for part in (layout.address(url) if url else "", accessed) if part)
    copy = values.take_copy()
    if address := copy.get(ARCHIVE_URL):
        day = f" {layout.text(copy[ARCHIVE_DATE])}" if ARCHIVE_DATE in copy else ""
        yield f"Archived{day} at {layout.address(address)}"
    if status := copy.get(URL_STATUS):
        yield layout.text(f"URL status: {status}")
