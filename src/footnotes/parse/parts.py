"""The parts of a cite after its title, one after another, each recognised by its shape."""

import re
from collections.abc import Callable, Iterator

from attrs import evolve, frozen

from footnotes.parse.dates import make_date, match_year_first, read_year
from footnotes.parse.declarations import leads_to_declaration
from footnotes.parse.identifiers import match_doi
from footnotes.parse.imprint_starts import begins_imprint
from footnotes.parse.imprints import (
    Imprint,
    ImprintField,
    match_bare_imprint,
    match_edition,
    read_imprint,
    read_original,
)
from footnotes.parse.landmarks import Stretch
from footnotes.parse.locators import FoundLocator, match_locator
from footnotes.parse.periods import match_period
from footnotes.parse.plain_ends import find_plain_end
from footnotes.parse.reporters import match_reporter
from footnotes.parse.roles import match_editors, match_role
from footnotes.parse.signals import is_consulting, match_signal
from footnotes.parse.theses import match_thesis, skip_academic_year
from footnotes.parse.volumes import match_volume

_URL_LABEL = re.compile(r"(?:URL|url|Режим доступа|Available at|Available from)\s?:?\s+")
_SKIP = re.compile(r"[\s,.:;–—،؛]*")
# "en Historia Social" is in a journal; "en línea" is not.
_IN = re.compile(
    r"(?:in:?|In:?|dans|içinde|в кн\.:|w:|//|\[(?:w|in|In):?\]"
    r"|(?:en|dins)(?=\s[«“\"*_]?[^\W\d_a-zß-ÿ]))\s+(?=\S)"
)
# "(= Pfälzer Studien, Bd. 4)": German notes print the series in brackets behind the title.
_SERIES = re.compile(
    r"\(=\s*(?P<title>[^()]+?)(?:[,;]?\s(?:(?:Bd|Band|Nr|Heft|H|vol|t)\.?\s)?(?P<number>\d+(?:[/.,-]\d+)*|[IVXLC]+))?\)"
)
_LABELLED_VOLUME = re.compile(r"[^\W\d_]\.?\s?(?:\d{1,3}|[IVXLC]+)(?:[-/.]\d{1,2})?\s?:\s*$")
_ENDS_VOLUME_TITLE = re.compile(r",\s+|\s(?=\()")
_LONGEST_LABEL = 20
# "Порты : история / И. И. Иванов. – М.": ISBD names the authors again behind the title.
_RESPONSIBLE = re.compile(
    r"/\s(?:(?:[^\W\d_a-z]\.\s?){1,3}[^\W\d_]{2,}(?:-[^\W\d_]+)?(?:,\s)?){1,4}(?=\s?(?:[.;:]|//|$))"
)
_REPRINT = re.compile(r"repr(?:inted|\.)\s+(?:in|at|as)\s+", re.IGNORECASE)
# What a catalogue says of the kind of thing: ISO 690 and GOST put it behind the title in brackets.
_GENRE = re.compile(
    r"[(\[](?:blog|weblog|podcast|video|film|website|online|radio|TV|en ligne|en línea|recurso electrónico"
    r"|electronic resource|Elektronische Ressource|Электронный ресурс|Електронний ресурс|Текст)[)\]]",
    re.IGNORECASE,
)
_HERE = re.compile(r"\(?(?:here|hier|ici|qui|especially|esp\.|at|bes\.)\s*:?\s+(?=\S)", re.IGNORECASE)
_AFTER_NUMBER = re.compile(r"\s*(?:$|[,.;)\]]|[(\[]|https?:|doi\b|see\b|and\b)", re.IGNORECASE)
_AFTER_YEAR = re.compile(r"\s*(?:$|[,.;)\]]|\[|https?:|doi\b)", re.IGNORECASE)
_YEARS = re.compile(r"(?:1[4-9]|20)\d\d(?:\W{1,3}(?:(?:1[4-9]|20)\d\d|\d{1,2}))?")
_VOLUMES = re.compile(
    r"(?P<number>[1-9]\d{0,2})\s(?:vols?\b\.?|volumes\b|Bde\b\.?|Bänden?\b|tomes\b|tomos\b|voll\b\.?)(?:\sto\sdate)?(?!\s?[\dIVX])"
)
_OF_WHOLE = re.compile(r"(?:(?<=\d\s)|(?<=[IVX]\s))(?:of|von|de|di)\s(?=[^\W\d_a-z])")
_RUN_ON = re.compile(r"\s\w")


@frozen
class Part:
    """A stretch of a cite and what it was recognised as; `value` depends on `kind`."""

    kind: str
    start: int
    end: int
    value: object = None


Rule = Callable[[Stretch], Part | None]


def scan_parts(stretch: Stretch) -> Iterator[Part]:
    """The parts of `stretch` in order; every character but separators is in one of them."""
    before = ""
    while True:
        skip = _SKIP.match(stretch.landmarks.text, stretch.start, stretch.end)
        stretch = stretch.cut(skip.end() if skip else stretch.start)
        if stretch.start >= stretch.end:
            return
        for rule in AFTER.get(before, RULES):
            part = rule(stretch)
            if part is not None:
                yield part
                before, stretch = part.kind, stretch.cut(part.end)
                break


def recognise(stretch: Stretch) -> str | None:
    """The kind of the part that begins here, if it has a shape of its own that ends the words before."""
    return next((found.kind for rule in RULES[:-1] if (found := rule(stretch)) is not None), None)


def _match_access(stretch: Stretch) -> Part | None:
    found = next((one for one in stretch.landmarks.accesses if one.start == stretch.start), None)
    return Part("access", found.start, found.end, found) if found and found.end <= stretch.end else None


def _match_url(stretch: Stretch) -> Part | None:
    label = _URL_LABEL.match(stretch.landmarks.text, stretch.start, stretch.end)
    start = label.end() if label else stretch.start
    bracket = stretch.landmarks.text.startswith("<", start)
    found = stretch.find(stretch.landmarks.urls, start + bracket)
    return Part("url", found[0], found[1] + bracket, stretch.cut(*found).text) if found else None


def _match_doi(stretch: Stretch) -> Part | None:
    found = match_doi(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("doi", *found, stretch.cut(*found).text) if found else None


def _match_period(stretch: Stretch) -> Part | None:
    end = match_period(stretch)
    return Part("period", stretch.start, end) if end is not None else None


def _match_volumes(stretch: Stretch) -> Part | None:
    """The number of all volumes (`3 vols.`)."""
    match = _VOLUMES.match(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("volumes", *match.span(), match["number"]) if match else None


def _match_date(stretch: Stretch) -> Part | None:
    year_first = match_year_first(stretch.landmarks.text, stretch.start, stretch.end)
    if year_first is not None:
        return Part("date", stretch.start, *year_first)
    found = next((one for one in stretch.landmarks.dates if one[0] == stretch.start), None)
    return (
        Part("date", found[0], found[1], make_date(found[2])) if found and found[1] <= stretch.end else None
    )


def _match_bracket(stretch: Stretch) -> Part | None:
    found = stretch.find(stretch.landmarks.brackets, stretch.start)
    if found is None or _IN.match(stretch.landmarks.text, stretch.start, stretch.end):
        return None
    start, end = found
    if _GENRE.fullmatch(stretch.landmarks.text, start, end):
        return Part("medium", start, end)
    inner = stretch.landmarks.text[start + 1 : end - 1]
    role = None
    place = match_locator(stretch.landmarks.text, start + 1, end - 1)
    if place is not None and place.labelled and place.end == end - 1:
        return Part("here", start, end, place)
    if stretch.landmarks.text[start] == "[":
        original = read_original(inner)
        imprint = Imprint((original,)) if original else None
    else:
        role = match_role(stretch.cut(start + 1, end - 1))
        by = (role.end if role else start + 1) - start - 1
        imprint = read_imprint(inner[by:])
        start, inner = start + by, inner[by:]
    if imprint is None:
        return Part("remark", *found)
    by = start + 1
    moved = (evolve(one, start=one.start + by, end=one.end + by) for one in imprint.fields)
    kind = "original" if stretch.landmarks.text[found[0]] == "[" else "imprint"
    return Part(kind, *found, Imprint(tuple(moved), role))


def _match_bare_imprint(stretch: Stretch) -> Part | None:
    text = stretch.landmarks.text
    # "// Известия. 1994": a container follows the strokes, and no town.
    inside = text[: stretch.start].rstrip().endswith("//")
    found = None if inside else match_bare_imprint(text, stretch.start, stretch.end)
    return Part("imprint", stretch.start, *found) if found else None


def _match_role(stretch: Stretch) -> Part | None:
    found = match_role(stretch)
    return Part("role", stretch.start, found.end, found) if found else None


def _match_editors(stretch: Stretch) -> Part | None:
    found = match_editors(stretch)
    return Part("role", stretch.start, found.end, found) if found else None


def _match_reprint(stretch: Stretch) -> Part | None:
    """Where it was printed again: an address after it is where it can be read."""
    match = _REPRINT.match(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("reprint", *match.span()) if match else None


def _match_responsible(stretch: Stretch) -> Part | None:
    match = _RESPONSIBLE.match(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("responsible", *match.span()) if match else None


def _match_in(stretch: Stretch) -> Part | None:
    match = _IN.match(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("in", *match.span()) if match else None


def _match_edition(stretch: Stretch) -> Part | None:
    found = match_edition(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("edition", found.start, found.end, found) if found else None


def _match_thesis(stretch: Stretch) -> Part | None:
    text, start = stretch.landmarks.text, stretch.start
    end = match_thesis(text, start, stretch.end)
    if end is None:
        return None
    genre = text[start:end].rstrip(" /")
    return Part("thesis", start, end, ImprintField("genre", genre, start, start + len(genre)))


def _match_series(stretch: Stretch) -> Part | None:
    match = _SERIES.match(stretch.landmarks.text, stretch.start, stretch.end)
    if match is None:
        return None
    title = ImprintField("collection_title", match["title"], *match.span("title"))
    number = ImprintField("collection_number", match["number"] or "", *match.span("number"))
    return Part("series", *match.span(), Imprint((title, number)))


def _match_volume_title(stretch: Stretch) -> Part | None:
    """The title of a volume, as far as the next part: `Bd. 1: Vom Feudalismus, München 1987`."""
    text, start = stretch.landmarks.text, stretch.start
    labelled = _LABELLED_VOLUME.search(text, max(0, start - _LONGEST_LABEL), start)
    if labelled is None or not text[start].isupper():
        return None
    ends = [
        (kind, match.start())
        for match in _ENDS_VOLUME_TITLE.finditer(text, start, stretch.end)
        if (kind := _recognise_end(stretch.cut(match.end()), match.group())) is not None
    ]
    # "The Testing of the Entente, 1904-6 (London, 1928)": years of the title.
    first = next((end for kind, end in ends if kind not in {"year", "locator"}), None)
    end = first or next((end for _, end in ends), find_plain_end(stretch))
    return Part("volume_title", start, end, ImprintField("volume_title", text[start:end], start, end))


def _recognise_end(rest: Stretch, divider: str) -> str | None:
    """What begins at `rest` and ends the words before; in brackets only an imprint does."""
    if divider.isspace():
        bracket = _match_bracket(rest)
        return "imprint" if bracket is not None and bracket.kind == "imprint" else None
    if not rest.landmarks.is_open(rest.start - len(divider)):
        return None
    return "imprint" if begins_imprint(rest) else recognise(rest)


def _match_volume(stretch: Stretch) -> Part | None:
    found = match_volume(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("volume", stretch.start, found.end, found) if found else None


def _match_whole(stretch: Stretch) -> Part | None:
    """Words that lead from a volume to the work it is one of: `vol. 2 of Philosophical Papers`."""
    match = _OF_WHOLE.match(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("whole", *match.span()) if match else None


def _match_reporter(stretch: Stretch) -> Part | None:
    found = match_reporter(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("reporter", stretch.start, found.end, found) if found else None


def _match_here(stretch: Stretch) -> Part | None:
    match = _HERE.match(stretch.landmarks.text, stretch.start, stretch.end)
    found = match_locator(stretch.landmarks.text, match.end(), stretch.end) if match else None
    if found is None:
        return None
    closing = stretch.landmarks.text.startswith("(", stretch.start)
    return Part("here", stretch.start, found.end + closing, found)


def _match_locator(stretch: Stretch) -> Part | None:
    dates = (one[0] for one in stretch.landmarks.dates if one[0] > stretch.start)
    found = match_locator(stretch.landmarks.text, stretch.start, min(next(dates, stretch.end), stretch.end))
    if found is None or (not found.labelled and not _stands_alone(stretch, found)):
        return None
    return Part("locator", stretch.start, found.end, found)


def _stands_alone(stretch: Stretch, found: FoundLocator) -> bool:
    """Whether a bare number is a page: it is no year, and ends where a part of a citation ends."""
    is_year = _YEARS.fullmatch(stretch.cut(found.start, found.end).text) is not None
    return not is_year and _AFTER_NUMBER.match(stretch.cut(found.end).text) is not None


def _match_year(stretch: Stretch) -> Part | None:
    academic = skip_academic_year(stretch.landmarks.text, stretch.start, stretch.end)
    if academic > stretch.start and (years := read_year(stretch.landmarks.text[academic : academic + 12])):
        return Part("year", stretch.start, academic + years[1], years[2])
    found = read_year(stretch.text[:12])
    if found is None or found[0] or not _AFTER_YEAR.match(stretch.text[found[1] :]):
        return None
    return Part("year", stretch.start, stretch.start + found[1], found[2])


def _match_quoted(stretch: Stretch) -> Part | None:
    """A quotation; one that runs on into words without a comma is part of a name."""
    found = stretch.find(stretch.landmarks.quotations, stretch.start)
    if found is None:
        return None
    inner = stretch.landmarks.text[found[1] - 2]
    runs_on = inner not in ",.?!…" and _RUN_ON.match(stretch.landmarks.text, found[1])
    return None if runs_on else Part("quoted", *found)


def _match_emphasised(stretch: Stretch) -> Part | None:
    found = stretch.find(stretch.landmarks.emphases, stretch.start)
    return Part("emphasised", *found) if found else None


def _match_consulting(stretch: Stretch) -> Part | None:
    """A signal such as "quoted in": what follows is another source."""
    match = match_signal(stretch.landmarks.text, stretch.start, stretch.end)
    if match is None or not is_consulting(stretch.cut(stretch.start, match[0]).text):
        return None
    return Part("signal", stretch.start, match[1])


def _match_declaration(stretch: Stretch) -> Part | None:
    """Words that give the work a short name: the citation is complete before them."""
    found = leads_to_declaration(stretch.landmarks.text, stretch.start, stretch.end)
    return Part("declaration", stretch.start, stretch.end) if found else None


def _match_plain(stretch: Stretch) -> Part:
    return Part("plain", stretch.start, find_plain_end(stretch))


RULES: tuple[Rule, ...] = (
    _match_access,
    _match_url,
    _match_doi,
    _match_period,
    _match_date,
    _match_here,
    _match_series,
    _match_bracket,
    _match_thesis,
    _match_bare_imprint,
    _match_role,
    _match_consulting,
    _match_declaration,
    _match_reprint,
    _match_responsible,
    _match_in,
    _match_edition,
    _match_volumes,
    _match_whole,
    _match_reporter,
    _match_volume,
    _match_year,
    _match_locator,
    _match_quoted,
    _match_emphasised,
    _match_plain,
)
"""What is tried at each place, in this order; the last rule always matches."""

AFTER: dict[str, tuple[Rule, ...]] = {
    "in": (_match_editors, *RULES),
    "volume": (_match_volume_title, *RULES),
}
"""After "in" names are those of the editors; after a volume and a colon comes its own title."""
