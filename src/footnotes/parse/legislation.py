"""Statutes: acts of the European Union as the Official Journal prints them, and acts of parliaments."""

import re

from footnotes.model import CiteForm, Date, Locator, PartialDate
from footnotes.parse.landmarks import Stretch
from footnotes.parse.readings import FoundCite, Reading
from footnotes.text.ranges import fill_range

_YEAR = r"(?:1[2-9]|20)\d\d"
_BODY = r"(?:(?:European\sParliament\sand\s)?Council|Commission|Parliament)"
_KIND = r"(?:(?:Framework|Implementing|Delegated)\s)?(?:Directive|Regulation|Decision)"
_PLACE = (
    r"(?:,?\s(?P<label>ss?|sections?|arts?|articles?|reg|sch|para)\.?\s?"
    r"(?P<place>\d{1,3}[A-Z]?(?:\(\d{1,2}\))*(?:[-–]\d{1,3})?))?"
)
_ACTS = (
    # "Council Directive (EC) 93/104 concerning working time [1993] OJ L307/18" (OSCOLA 2.6.1).
    re.compile(
        rf"(?P<title>(?:{_BODY}\s)?{_KIND}\s(?:\((?:EU|EC|EEC|Euratom)[^()]{{0,12}}\)\s)?(?:No\s)?\d{{1,4}}/\d{{1,4}}"
        rf"(?:/[A-Z]{{2,3}})?[^\[\]();]{{0,160}}?)\s\[(?P<year>{_YEAR})\]\s(?P<report>OJ)\s(?P<number>[LC]\s?\d{{1,4}}/\d{{1,4}})"
        rf"{_PLACE}"
    ),
    # "Human Rights Act 1998, s 15(1)(b)" (OSCOLA 2.4.1).
    re.compile(
        rf"(?P<title>[^\W\d_a-z][\w'’-]+(?:\s(?:[^\W\d_a-z][\w'’-]*|of|and|for|the|etc\.?|\([^()]{{1,40}}\))){{0,9}}\sAct)"
        rf"\s(?P<year>{_YEAR}){_PLACE}(?=\s*(?:$|[.,;:(\[]))"
    ),
    # "Treaty on European Union, art. 5": without a place or a year it is only mentioned.
    re.compile(
        r"(?P<title>(?P<treaty>Treaty|Convention|Charter|Covenant|Protocol)\s(?:on|of|for|concerning|relating\sto)\s(?:the\s)?"
        r"[^\W\d_a-z][\w'’-]*(?:\s(?:[^\W\d_a-z][\w'’-]*|of|and|for|the|on|to|in)){0,12})"
        rf"(?:\s\((?P<year>{_YEAR})\))?,?\s(?P<label>arts?|articles?|Arts?|para|s)\.?\s?"
        r"(?P<place>\d{1,3}[A-Z]?(?:\(\d{1,2}\))*(?:[-–]\d{1,3})?)(?=\s*(?:$|[.,;:(\[]))"
    ),
    # "42 U.S.C. § 1983" (Bluebook 12.3).
    re.compile(
        r"(?P<title>\d{1,2}\sU\.?\s?S\.?\s?C\.?(?:\s?A\.?)?)\s(?P<label>§{1,2})\s?(?P<place>\d+[a-z]{0,2}(?:\([a-z\d]{1,3}\))*)"
        rf"(?:\s\((?P<year>{_YEAR})\))?"
    ),
)
_SIGNS = (" Act ", " OJ ", "S.C", "SC", "Treaty ", "Convention ", "Charter ", "Covenant ", "Protocol ")
"""One of these is in every statute, and in few other cites: looking for them first is quick."""
_LABELS = {"a": "article-locator", "r": "section", "s": "section", "p": "paragraph", "§": "section"}
"""The CSL locator label by the first letter of the word that is printed."""
_VARIABLES = {"title": "title", "year": "issued", "report": "container_title", "number": "volume"}


def read_statute(stretch: Stretch) -> FoundCite | None:
    """The statute at the start of `stretch`; None if there is none."""
    text = stretch.landmarks.text
    for sign in _SIGNS:
        if text.find(sign, stretch.start, stretch.end) >= 0:
            break
    else:
        return None
    found = (pattern.match(text, stretch.start, stretch.end) for pattern in _ACTS)
    match = next((one for one in found if one), None)
    if match is None:
        return None
    groups = match.groupdict()
    variables: dict[str, object] = {}
    places = []
    for part, variable in _VARIABLES.items():
        if value := groups.get(part):
            variables[variable] = Date(PartialDate(int(value))) if variable == "issued" else value.strip()
            places.append((variable, *match.span(part)))
    locator = None
    if groups.get("place"):
        locator = Locator(_LABELS[match["label"][0].lower()], fill_range(match["place"]))
        places.append(("locator", *match.span("place")))
    reading = Reading(
        type="treaty" if groups.get("treaty") else "legislation",
        variables=variables,
        places=tuple(places),
        locator=locator,
        start=stretch.start,
        end=match.end(),
        identified=True,
    )
    return FoundCite(CiteForm.FULL, reading)
