"""Decisions of courts: parties, and the report in which the decision is printed."""

import functools
import re

from footnotes.model import CiteForm, Date, Locator, PartialDate
from footnotes.parse.landmarks import Stretch
from footnotes.parse.readings import FoundCite, Reading
from footnotes.text.ranges import fill_range

_WORD = r"(?:[^\W\d_a-z][\w.'’&-]*|of|the|and|de|la|for|plc|ltd|llp|ex\srel\.|&)"
_PARTY = rf"[^\W\d_a-z][\w.'’&-]*,?(?:\s{_WORD}){{0,8}}"
_REPORT = r"(?P<report>[^\W\d_a-z][\w.'’]*(?:\s[^\W_a-z\d][\w.'’]*){0,3}(?:\s?\dd)?)"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
# American reports have the year at the end, and the court if need be: "12 F.2d 34 (2d Cir. 1990)".
# British reports have it in front: "Donoghue v Stevenson [1932] AC 562".
_DECISION = re.compile(
    rf"(?P<parties>(?:{_PARTY}\sv(?:s)?\.?\s{_PARTY}|(?:In re|Ex parte)\s{_PARTY}))"
    rf"(?:,\s(?P<volume>\d{{1,4}})\s{_REPORT}\s(?P<page>\d{{1,5}})"
    rf"(?:,\s(?:at\s)?(?P<locator>\d{{1,5}}(?:[-–]\d{{1,5}})?))?\s\((?:(?P<authority>[^()]{{2,40}}?)\s)?{_YEAR}\)"
    rf"|,?\s\[(?P<printed>(?:1[6-9]|20)\d\d)\]\s(?:(?P<number>\d{{1,2}})\s)?(?P<series>[A-Z]{{2,5}})\s(?P<first>\d{{1,5}})"
    rf"(?:\s\((?P<court>[^()]{{2,30}})\))?(?:,?\s(?P<pinpoint>\d{{1,5}}(?:[-–]\d{{1,5}})?)(?=\s*(?:$|[.,;(])))?)"
)
_TOLD = re.compile(r"\sv(?:s)?\.?\s|(?<!\w)(?:In re|Ex parte)\s")
_LEADING = re.compile(r"(?:In|See|Cf\.|As in)\s")
_VARIABLES = {
    "parties": "title",
    "volume": "volume",
    "number": "volume",
    "report": "container_title",
    "series": "container_title",
    "page": "page",
    "first": "page",
    "authority": "authority",
    "court": "authority",
    "year": "issued",
    "printed": "issued",
}
"""The CSL variable of each part of a decision (CSL 1.0.2, appendix IV)."""


@functools.lru_cache(maxsize=64)
def _names_parties(text: str) -> bool:
    """Whether a decision can be in `text` at all: each part of each note is asked, and few have one."""
    return _TOLD.search(text) is not None


def read_decision(stretch: Stretch) -> FoundCite | None:
    """The decision of a court in `stretch` with nothing but words before it; None if there is none."""
    text = stretch.landmarks.text
    told = _names_parties(text) and _TOLD.search(text, stretch.start, stretch.end)
    match = _DECISION.search(text, stretch.start, stretch.end) if told else None
    if match is None or any(char.isdigit() for char in text[stretch.start : match.start()]):
        return None
    leading = _LEADING.match(text, match.start(), match.end("parties"))
    start = leading.end() if leading and not match["parties"].startswith("In re") else match.start()
    variables: dict[str, object] = {}
    places = []
    for part, variable in _VARIABLES.items():
        if match[part]:
            begin = start if part == "parties" else match.start(part)
            words = text[begin : match.end(part)]
            variables[variable] = Date(PartialDate(int(words))) if variable == "issued" else words
            places.append((variable, begin, match.end(part)))
    cited = "locator" if match["locator"] else "pinpoint"
    locator = Locator("page", fill_range(match[cited])) if match[cited] else None
    if locator:
        places.append(("locator", *match.span(cited)))
    reading = Reading(
        type="legal_case",
        variables=variables,
        places=tuple(places),
        locator=locator,
        start=start,
        end=match.end(),
        identified=True,
    )
    return FoundCite(CiteForm.FULL, reading)
