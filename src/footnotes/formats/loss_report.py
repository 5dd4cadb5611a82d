"""The loss report: what became of values that a format has no field for, in sentences for people.

Works that share a fate share a sentence: `The access date of 31 works stands in their note.`
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from footnotes.formats.fields import CSL_NAMES
from footnotes.formats.loss import TWO_COMMAS, Export, Loss, Move

NAMED = 3
"""How many works a sentence names before it counts them."""

NOUNS = {
    "accessed": "access date",
    "annote": "annotation",
    "chapter_number": "number of the chapter",
    "collection_number": "number in the series",
    "collection_title": "title of the series",
    "container_title": "title of the container",
    "container_title_short": "short title of the container",
    "doi": "DOI",
    "event_title": "title of the event",
    "event_place": "place of the event",
    "event_date": "date of the event",
    "extra": "further fields",
    "isbn": "ISBN",
    "issn": "ISSN",
    "issued": "exact date of publication",
    "key": "key",
    "keyword": "keywords",
    "number_of_pages": "number of pages",
    "number_of_volumes": "number of volumes",
    "original_date": "date of the original",
    "original_publisher": "publisher of the original",
    "original_publisher_place": "place of the original",
    "original_title": "title of the original",
    "page": "page range",
    "page_first": "first page",
    "part_title": "title of the part",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "publisher_place": "place of publication",
    "reviewed_author": "author of the work reviewed",
    "reviewed_genre": "genre of the work reviewed",
    "reviewed_title": "title of the work reviewed",
    "submitted": "date of submission",
    "title_short": "short title",
    "type": "exact type",
    "url": "URL",
    "volume_title": "title of the volume",
    "volume_title_short": "short title of the volume",
}
"""What people call a variable, where it is not the name itself."""

PLURALS = {"dimensions", "extra", "keyword"}
"""The variables whose name is in the plural."""

PLACES = {"note": "note", "addendum": "addendum"}
"""The fields for remarks, which styles print."""

PRINTED = frozenset({"howpublished"})
"""Further fields that styles print."""


def report_losses(export: Export, title: str) -> Iterator[str]:
    """The lines of the report of an export to the format called `title`; none if all has its field."""
    has, does = ("have", "do") if title.endswith("s") else ("has", "does")
    if export.moves:
        yield f"What {title} {has} no field for stands where other programs look for it:"
        yield from (f"  {line}" for line in _group_moves(export.moves))
    if export.losses:
        yield f"What {title} {does} not hold as it was given:"
        yield from (f"  {line}" for line in _group_losses(export.losses))


def name_variable(variable: str) -> str:
    """The variable as people call it."""
    return NOUNS.get(variable) or CSL_NAMES.get(variable, variable).replace("-", " ").replace("_", " ")


def _group_moves(moves: Sequence[Move]) -> Iterator[str]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for move in moves:
        groups[move.variable, move.field].append(move.key)
    for (variable, field), keys in groups.items():
        stands = "stand" if variable in PLURALS else "stands"
        place = _tell_place(field, len(set(keys)))
        yield f"The {name_variable(variable)} of {name_works(keys)} {stands} in {place}."


def _tell_place(field: str, count: int) -> str:
    if field == TWO_COMMAS:
        return "EndNote's spelling with two commas: Zotero and pandoc take the institution for a person"
    if field in PLACES:
        return f"{'its' if count == 1 else 'their'} {PLACES[field]}"
    return f"the field {field}" + ("" if field in PRINTED else ", which styles do not print")


def _group_losses(losses: Sequence[Loss]) -> Iterator[str]:
    groups: dict[tuple[str, str], list[Loss]] = defaultdict(list)
    for loss in losses:
        groups[loss.variable, loss.reason].append(loss)
    for (variable, reason), members in groups.items():
        works = name_works([loss.key for loss in members])
        fields = name_works([name for loss in members for name in loss.fields], "fields")
        meant = f" ({fields})" if fields else ""
        yield f"The {name_variable(variable)} of {works}{meant}: {reason}."


def name_works(keys: Sequence[str], noun: str = "works") -> str:
    """The works by their keys, or how many they are; "" where there are none."""
    unique = list(dict.fromkeys(keys))
    if len(unique) > NAMED:
        return f"{len(unique)} {noun}"
    return " and ".join([", ".join(unique[:-1]), unique[-1]] if len(unique) > 1 else unique)
