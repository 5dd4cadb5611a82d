"""All rules for the parts of a cite, in the order in which they are tried."""

from footnotes.parse.landmarks import Stretch
from footnotes.parse.parts.brackets import recognise_bracket
from footnotes.parse.parts.numbers import (
    recognise_edition,
    recognise_here,
    recognise_locator,
    recognise_period,
    recognise_reporter,
    recognise_thesis,
    recognise_volume,
    recognise_volumes,
)
from footnotes.parse.parts.part import Rule
from footnotes.parse.parts.sources import (
    recognise_access,
    recognise_bare_imprint,
    recognise_date,
    recognise_doi,
    recognise_series,
    recognise_url,
    recognise_year,
)
from footnotes.parse.parts.words import (
    recognise_consulting,
    recognise_declaration,
    recognise_emphasised,
    recognise_in,
    recognise_plain,
    recognise_quoted,
    recognise_reprint,
    recognise_responsible,
    recognise_role,
    recognise_whole,
)


def recognise(stretch: Stretch) -> str | None:
    """The kind of the part that begins here, if it has a shape of its own that ends the words before."""
    return next((found.kind for rule in RULES[:-1] if (found := rule(stretch)) is not None), None)


RULES: tuple[Rule, ...] = (
    recognise_access,
    recognise_url,
    recognise_doi,
    recognise_period,
    recognise_date,
    recognise_here,
    recognise_series,
    recognise_bracket,
    recognise_thesis,
    recognise_bare_imprint,
    recognise_role,
    recognise_consulting,
    recognise_declaration,
    recognise_reprint,
    recognise_responsible,
    recognise_in,
    recognise_edition,
    recognise_volumes,
    recognise_whole,
    recognise_reporter,
    recognise_volume,
    recognise_year,
    recognise_locator,
    recognise_quoted,
    recognise_emphasised,
    recognise_plain,
)
"""What is tried at each place, in this order; the last rule always matches."""
