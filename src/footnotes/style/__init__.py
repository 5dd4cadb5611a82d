"""Libraries and notes in a citation style (CSL), by one of two engines.

format_bibliography   Library -> entries        format_notes   Apparatus -> notes
"""

from footnotes.style.aliases import ALIASES
from footnotes.style.engines import ENGINES, choose_engine
from footnotes.style.formatting import (
    DEFAULT_STYLE,
    Formatted,
    FormattedEntry,
    FormattedNote,
    format_bibliography,
    format_notes,
)
from footnotes.style.items import CiteItem, Engine, NoteItems
from footnotes.style.layout import print_formatted
from footnotes.style.style_files import Style, find_style, list_note_styles

__all__ = [
    "ALIASES",
    "DEFAULT_STYLE",
    "ENGINES",
    "CiteItem",
    "Engine",
    "Formatted",
    "FormattedEntry",
    "FormattedNote",
    "NoteItems",
    "Style",
    "choose_engine",
    "find_style",
    "format_bibliography",
    "format_notes",
    "list_note_styles",
    "print_formatted",
]
