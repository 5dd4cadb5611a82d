"""Interviews: a conversation with a person, at a place, on a day."""

import re

from footnotes.model import CiteForm
from footnotes.parse.dates import make_date
from footnotes.parse.landmarks import Stretch
from footnotes.parse.names.persons import is_person
from footnotes.parse.names.reading import read_names, shift_name
from footnotes.parse.readings import FoundCite, Reading

_NAMES = r"[^\W\d_a-z][^\d,;:()\"“”]{2,60}?"
_AUTHOR = r"(?i:(?:the\s|this\s)?author)"
_KIND = r"(?i:personal|oral history|telephone|phone|online|Skype|Zoom)"
_WITH = rf"(?:(?:{_AUTHOR}[’']s|{_KIND})\s)?[Ii]nterview\s(?:by\s{_AUTHOR}\s)?with\s(?:{_AUTHOR}\s)?"
_BY = rf"(?:{_KIND}\s)?interview(?:ed)?\s(?:by|with)\s{_AUTHOR}"
_INTERVIEW = re.compile(
    rf"(?:(?P<title>{_WITH}(?P<with>{_NAMES}))|(?P<named>{_NAMES}),\s(?P<genre>{_BY}))"
    r"(?:,\s(?P<place>[^\W\d_a-z][^\d;()\"“”]{1,60}?))?,\s"
)


def read_interview(stretch: Stretch) -> FoundCite | None:
    """The interview that `stretch` begins with: `Interview with Maria Lopez, Mexico City, 12 July 2015`.

    The author is who was asked (CSL 1.0.2, "interviewer"). None without the name of a person and a date,
    and so for an interview that was printed: it is cited by its title.
    """
    match = _INTERVIEW.match(stretch.landmarks.text, stretch.start, stretch.end)
    day = next((one for one in stretch.landmarks.dates if match and one[0] == match.end()), None)
    if match is None or day is None or day[1] > stretch.end:
        return None
    asked = "with" if match["with"] else "named"
    if not is_person(match[asked]):
        return None
    people = [shift_name(one, match.start(asked)) for one in read_names(match[asked])]
    title = "title" if match["title"] else "genre"
    variables: dict[str, object] = {
        "author": tuple(one.name for one in people),
        "title": match[title],
        "issued": make_date(day[2]),
    }
    places = [("author", one.start, one.end) for one in people]
    places += [("title", *match.span(title)), ("issued", day[0], day[1])]
    if match["place"]:
        variables["event_place"] = match["place"]
        places.append(("event_place", *match.span("place")))
    reading = Reading(
        type="interview",
        variables=variables,
        places=tuple(places),
        locator=None,
        start=stretch.start,
        end=day[1],
        identified=True,
    )
    return FoundCite(CiteForm.FULL, reading, confidence="medium")
