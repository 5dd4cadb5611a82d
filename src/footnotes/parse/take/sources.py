"""What an address, a date or an imprint states in a draft: where and when a work is to be found."""

from footnotes.model import Date
from footnotes.parse.dates import Access
from footnotes.parse.draft import Draft
from footnotes.parse.identifiers import read_doi
from footnotes.parse.imprint_fields import Imprint
from footnotes.parse.parts import Part


def take_source(draft: Draft, part: Part) -> bool:
    """What says where and when a work is to be found."""
    start, end = part.start, part.end
    match part:
        case Part("access", value=Access() as access):
            draft.state("accessed", access.date, access.date_start, access.date_end)
        case Part("url", value=str() as url):
            draft.state("url", url, start, end)
            draft.state("doi", read_doi(url), end - len(read_doi(url) or ""), end)
        case Part("doi", value=str() as doi):
            draft.state("doi", doi, start, end)
        case Part("date" | "year", value=Date() as date):
            draft.loose += not draft.state_date(date, start, end)
        case Part("imprint" | "original" | "series", value=Imprint() as imprint):
            _take_fields(draft, imprint)
        case _:
            return False
    return True


def _take_fields(draft: Draft, imprint: Imprint) -> None:
    """What an imprint states; the year of a first edition may stand before it in brackets."""
    stated = {one.variable for one in imprint.fields}
    placed = stated & {"publisher", "publisher_place"} and "issued" in stated
    if placed and draft.only_dated and "original_date" not in draft.variables:
        draft.rename("issued", "original_date")
    draft.only_dated = stated == {"issued"} and "issued" not in draft.variables
    if imprint.role is not None:
        draft.state_role(imprint.role)
    for one in imprint.fields:
        if one.variable == "issued":
            draft.state_date(one.value, one.start, one.end)
        else:
            draft.state(one.variable, one.value, one.start, one.end)
