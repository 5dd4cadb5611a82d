"""The parts of a cite after its title, one after another, each recognised by its shape.

A rule looks at one place and gives the `Part` that begins there (`sources`, `numbers`, `words`,
`brackets`); the table of `rules` says in which order they are tried, and `scan` goes from part to part.
"""

from footnotes.parse.parts.part import Part
from footnotes.parse.parts.rules import recognise
from footnotes.parse.parts.scan import scan_parts

__all__ = ["Part", "recognise", "scan_parts"]
