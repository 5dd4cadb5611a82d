"""Formatted notes and bibliographies as one text, Markdown or HTML document."""

import re
from collections.abc import Callable, Iterator
from html import escape

from footnotes.style.formatting import Formatted, FormattedNote
from footnotes.style.note_labels import are_markdown_labels

_FROM_THE_RIGHT = {"ar", "fa", "he"}
"""The languages among CSL's locales that are written from the right."""


def print_formatted(formatted: Formatted, output: str) -> str:
    """Notes under their numbers, entries one to a paragraph; in HTML a comment names the engine."""
    return "".join(_PAGES[output](formatted))


def _print_text(formatted: Formatted) -> Iterator[str]:
    for note in formatted.notes:
        yield f"{note.label}. {note.text}\n"
    if formatted.notes and formatted.entries:
        yield "\n"
    yield from (f"{entry.text}\n" for entry in formatted.entries)


def _print_markdown(formatted: Formatted) -> Iterator[str]:
    """Footnotes under the labels of the paper, to which "n xxiv" leads, if Markdown can have them so."""
    named = are_markdown_labels([note.label for note in formatted.notes])
    for note in formatted.notes:
        yield f"[^{note.label if named else note.number}]: {note.text}\n\n"
    yield from (f"{entry.text}\n\n" for entry in formatted.entries)


def _print_html(formatted: Formatted) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html {_tell_language(formatted.locale)}>\n<meta charset="utf-8">\n'
    made = f"{formatted.engine}; style {formatted.style}; locale {formatted.locale}".replace("--", "- -")
    yield f"<!-- Formatted by {made} -->\n"
    yield f"<title>{escape(formatted.style)}</title>\n"
    if formatted.notes:
        yield '<ol class="notes">\n'
        for note in formatted.notes:
            yield f'<li id="note-{note.number}" {_mark(note)}>{note.text}</li>\n'
        yield "</ol>\n"
    if formatted.entries:
        yield '<div class="bibliography">\n'
        for entry in formatted.entries:
            yield f'<p id="ref-{escape(entry.key)}">{entry.text}</p>\n'
        yield "</div>\n"
    yield "</html>\n"


def _tell_language(locale: str) -> str:
    """The language of the page, which tells browsers where its lines begin."""
    is_rtl = locale.split("-", maxsplit=1)[0] in _FROM_THE_RIGHT
    return f'lang="{escape(locale)}"' + (' dir="rtl"' if is_rtl else "")


def _mark(note: FormattedNote) -> str:
    """What a browser prints before a note: its number, or its label where that is another."""
    if note.label == str(note.number):
        return f'value="{note.number}"'
    text = re.sub(r"[\\'\s]", " ", note.label).strip()
    return f'value="{note.number}" style="list-style-type: \'{escape(text)}. \'"'


_PAGES: dict[str, Callable[[Formatted], Iterator[str]]] = {
    "text": _print_text,
    "markdown": _print_markdown,
    "html": _print_html,
}
