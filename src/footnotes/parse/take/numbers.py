"""What a number states in a draft: which volume, edition or page it is."""

from footnotes.parse.draft import Draft
from footnotes.parse.imprint_fields import ImprintField
from footnotes.parse.locators import FoundLocator
from footnotes.parse.parts import Part
from footnotes.parse.periods import take_period
from footnotes.parse.reporters import FoundReporter
from footnotes.parse.volumes import FoundVolume


def take_number(draft: Draft, part: Part) -> bool:
    """What says which volume, edition or page of it."""
    match part:
        case Part("edition" | "thesis" | "volume_title", value=ImprintField() as one):
            draft.state(one.variable, one.value, one.start, one.end)
        case Part("reporter", value=FoundReporter() as reporter):
            _take_reporter(draft, reporter)
        case Part("volumes", value=str() as number):
            draft.state("number_of_volumes", number, part.start, part.end)
        case Part("period"):
            draft.loose += not take_period(draft, part.start, part.end)
        case Part("volume", value=FoundVolume() as volume):
            _take_volume(draft, volume)
        case Part("locator" | "here", value=FoundLocator() as found):
            draft.locators.append((found, part.kind == "here"))
        case _:
            return False
    return True


def _take_reporter(draft: Draft, reporter: FoundReporter) -> None:
    for one in reporter.fields:
        draft.state(one.variable, one.value, one.start, one.end)
    draft.kinds.add("volume")
    if "issued" not in draft.variables and "original_date" in draft.variables:
        # "[1992] CLJ 1": the year in square brackets finds the volume.
        draft.rename("original_date", "issued")
    if reporter.pin is not None:
        draft.locators.append((reporter.pin, True))


def _take_volume(draft: Draft, found: FoundVolume) -> None:
    if found.volume:
        draft.state("volume", *found.volume)
    if found.issue:
        draft.state("issue", *found.issue)
    if found.bare:
        draft.state("issue" if "volume" in draft.variables else "volume", *found.bare)
