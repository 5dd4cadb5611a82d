"""Lists of references in Markdown and in plain text, written only: one neutral layout, no style of CSL.

    - Waal, Thomas de. *Great Catastrophe*. 2nd ed. Oxford: Oxford University Press, 2015.

Everything is printed that a reader may need to find the work, in a fixed order. Keys, types and what only
programs read are not printed; keys and types are not counted among the losses.
"""

from collections.abc import Iterator

from footnotes.formats.archived_copies import ARCHIVE_DATE, ARCHIVE_URL, URL_STATUS
from footnotes.formats.edtf import format_edtf
from footnotes.formats.name_words import spell_listed, stands_for_others
from footnotes.formats.reference_layouts import MARKDOWN, PLAIN, Layout
from footnotes.formats.reference_words import (
    CONTRIBUTORS,
    IDENTIFIERS,
    NUMBERS,
    PLACES,
    begin_label,
    label_number,
)
from footnotes.formats.spelled_dates import spell_date
from footnotes.formats.stated_values import StatedValues
from footnotes.formats.surrogates import replace_surrogates
from footnotes.formats.written import Written
from footnotes.model import AnyDate, AnyName, Date, Library

_STOPS = ".!?…"


def write_markdown_list(library: Library) -> Written:
    """The references as a bullet list in Markdown."""
    return _write_list(library, MARKDOWN)


def write_text_list(library: Library) -> Written:
    """The references as lines of text, a blank line between them."""
    return _write_list(library, PLAIN)


def _write_list(library: Library, layout: Layout) -> Written:
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


def _list_sentences(values: StatedValues, layout: Layout) -> Iterator[str]:
    yield layout.text(spell_names(values.take_names("author")))
    title = values.take("title")
    yield layout.title(title) if title else ""
    kinds = [kind for variable in ("genre", "medium") if (kind := values.take(variable))]
    yield layout.text(f"[{'; '.join(dict.fromkeys(kinds))}]") if kinds else ""
    container = values.take("container_title")
    yield f"In {layout.title(container)}" if container else ""
    yield _write_review(values, layout)
    for variable, words in CONTRIBUTORS:
        names = values.take_names(variable)
        yield layout.text(f"{_begin(words)} {spell_names(names)}") if names else ""
    yield layout.text(_join(values, NUMBERS))
    yield layout.text(_write_series(values))
    original = values.take("original_title")
    yield f"Original title: {layout.title(original)}" if original else ""
    yield layout.text(_write_imprint(values))
    yield layout.text(_write_event(values))
    yield layout.text(_join(values, PLACES))
    yield layout.text(_join(values, IDENTIFIERS))
    yield from _list_addresses(values, layout)
    yield layout.text(values.take("note") or "")


def _write_review(values: StatedValues, layout: Layout) -> str:
    """`Review of Title [genre] by Author`."""
    title, genre = values.take("reviewed_title"), values.take("reviewed_genre")
    names = spell_names(values.take_names("reviewed_author"))
    told = [layout.title(title) if title else "a work", layout.text(f"[{genre}]") if genre else ""]
    told.append(layout.text(f"by {names}") if names else "")
    return f"Review of {' '.join(part for part in told if part)}" if title or genre or names else ""


def spell_names(names: tuple[AnyName, ...]) -> str:
    """The names in full, surnames first, semicolons between them; whoever is not named is "et al."."""
    return "; ".join("et al." if stands_for_others(name) else spell_listed(name) for name in names)


def _join(values: StatedValues, pieces: tuple[tuple[str, str], ...]) -> str:
    """What is stated of the pieces, with commas; a word of ours at the start is capitalised."""
    told = [
        (value, label_number(variable, words, value))
        for variable, words in pieces
        if (value := values.take(variable))
    ]
    return ", ".join(
        label if at or label.startswith(value) else begin_label(label)
        for at, (value, label) in enumerate(told)
    )


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
    status = values.take("status")
    dated = ", ".join(part for part in (imprint, date, status) if part)
    dated = _begin(dated) if dated == status else dated
    original = spell_any_date(values.take_date("original_date"))
    return f"{dated} (first published {original})".strip() if original else dated


def _write_event(values: StatedValues) -> str:
    told = [part for one in ("event_title", "event_place") if (part := values.take(one))]
    held = values.take_date("event_date")
    day = "" if held == values.work.issued else spell_any_date(held)
    if day:
        told.append(day if told else f"Held {day}")
    return ", ".join(told)


def spell_any_date(date: AnyDate | None) -> str:
    """A date in words."""
    if date is None:
        return ""
    if not isinstance(date, Date):
        return date.literal
    return spell_date(date) or format_edtf(date)


def _list_addresses(values: StatedValues, layout: Layout) -> Iterator[str]:
    if doi := values.take("doi"):
        yield f"DOI {layout.text(doi)}"
    url, seen = values.take("url"), spell_any_date(values.take_date("accessed"))
    if url:
        accessed = layout.text(f"(accessed {seen})") if seen else ""
        yield f"{layout.address(url)} {accessed}".rstrip()
    elif seen:
        yield layout.text(f"Accessed {seen}")
    copy = values.take_copy()
    if address := copy.get(ARCHIVE_URL):
        day = f" {layout.text(copy[ARCHIVE_DATE])}" if ARCHIVE_DATE in copy else ""
        yield f"Archived{day} at {layout.address(address)}"
    if status := copy.get(URL_STATUS):
        yield layout.text(f"URL status: {status}")
