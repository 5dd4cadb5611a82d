"""Volume and issue of a periodical or a book: `vol. 8, no. 2`, `8:2`, `8 (2)`, `33, no. 5`."""

import re

from attrs import frozen

_RANGE = r"\d{1,3}(?!\d)(?:(?:-{1,2}|[–/])\d{1,3}(?!\d))?"
_YEAR_AHEAD = r"(?=\s*\([^()]*\d{4}[^()]*\))"
_VOLUME_WORD = r"(?:vols?\.?|volume|Bd\.?|Band|Jg\.?|t\.|tome|tomo|т\.|Т\.|cilt|c\.(?=\d)|cild|köt\.|år\.?)"
# In Italian and Spanish "n." is an issue where the year or the pages follow; elsewhere it is a note.
_PAGES_AHEAD = (
    r"(?=\s?\d{1,3}(?:[-–/]\d{1,3})?(?:\s?\(\d{4}|,\s(?:(?:1[5-9]|20)\d\d,|(?:pp?|ss?|S|págs?)\.\s?\d)))"
)
_ISSUE_WORD = (
    rf"(?:(?:n|fasc)\.{_PAGES_AHEAD}|"
    r"nos?\.?|number|issue|iss\.|H\.|Heft|Nr\.?|n\.?\s?[°º]\.?|núm\.?|№|nr|sayı|č\.|sz\."
    r"|вып\.|вип\.|n(?=\s?\d))"
)
# "№ 3 (12)": the third of the year and the twelfth of all.
_OF_ALL = r"(?:\s?\(\d{1,3}\))?"
# In order of preference; each names its groups. A bare number counts only where what follows is a year in
# parentheses, an issue or the colon of the pages.
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_VOLUME_WORD}\s*(?P<volume>{_RANGE}|[IVXLC]+\b),?\s*{_ISSUE_WORD}\s*(?P<issue>{_RANGE}){_OF_ALL}",
        rf"c\.\s?(?P<volume>{_RANGE}|[IVXLC]+\b),?\s*{_ISSUE_WORD}\s*(?P<issue>{_RANGE})",
        rf"{_VOLUME_WORD}\s*(?P<volume>{_RANGE}|[IVXLC]+\b)",
        # "C. XLIV" is a Turkish volume; in small letters it would be an Italian leaf.
        r"(?-i:C\.\s(?P<volume>[IVXLC]+\b))",
        # "14e année": French journals count their years.
        r"(?P<volume>\d{1,3})(?:e|ᵉ|ème|re|ère)\sannée\b",
        rf"(?P<volume>{_RANGE}|(?-i:[IVXLC]{{1,7}})),?\s+{_ISSUE_WORD}\s*(?P<issue>{_RANGE})",
        rf"{_ISSUE_WORD}\s*(?P<issue>{_RANGE})(?!\w){_OF_ALL}",
        rf"(?P<volume>\d{{1,3}})\s?:\s?(?P<issue>\d{{1,3}}){_YEAR_AHEAD}",
        r"(?P<volume>\d{1,3})\s?\((?P<issue>\d{1,3})\)",
        rf"(?P<volume>{_RANGE})\s?[,.:/]\s?(?P<issue>{_RANGE}){_YEAR_AHEAD}",
        rf"(?P<volume>{_RANGE}){_YEAR_AHEAD}",
        rf"(?P<volume>[IVXLC]+){_YEAR_AHEAD}",
        rf"(?-i:(?P<volume>[IVXLC]+)\s?/\s?(?P<issue>\d{{1,3}})){_YEAR_AHEAD}",
        # "LXXXIX (1977), 3-4, pp. 436-459": what stands before pages with a label is none.
        rf"(?<=\(\d{{4}}\),\s)(?P<issue>{_RANGE})(?=,\s(?:pp?|ss?|S|págs?)\.\s?\d)",
        # "Annales, 12, 1974, p. 401": between the name of a journal and its year stands the volume.
        rf"(?P<volume>{_RANGE}|[IVXLC]+)(?=,\s(?:1[5-9]|20)\d\d,\s(?:n[.°º]|nos?\.|fasc\.|pp?\.|ss?\.|S\.)\s?\d)",
        r"(?P<bare>\d{1,3})(?=,\s(?:pp?|SS?|ss?)\.\s?\d)",
    )
)


@frozen
class FoundVolume:
    """A volume, an issue or both, with the place of each."""

    end: int
    volume: tuple[str, int, int] | None
    issue: tuple[str, int, int] | None
    bare: tuple[str, int, int] | None = None
    """A number before the pages: the issue where a volume stands before it, else the volume."""


def match_volume(text: str, start: int, end: int) -> FoundVolume | None:
    """The volume or issue that begins at `start` of `text`, or None."""
    for pattern in _PATTERNS:
        match = pattern.match(text, start, end)
        if match is not None:
            groups = match.groupdict()
            volume = (match["volume"], *match.span("volume")) if groups.get("volume") else None
            issue = (match["issue"], *match.span("issue")) if groups.get("issue") else None
            bare = (match["bare"], *match.span("bare")) if groups.get("bare") else None
            return FoundVolume(match.end(), volume, issue, bare)
    return None
