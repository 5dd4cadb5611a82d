"""Names with initials behind the surname, and then a title, as Russian notes print them."""

import re

from footnotes.parse.names.particles import CAPITAL_PARTICLES

# "Гаврилов В. П. Порты", "Əliyev H. Müstəqilliyimiz": initials behind the surname, and then the title.
_ONE_FAMILY_FIRST = (
    rf"(?:(?:{'|'.join(sorted(CAPITAL_PARTICLES))})\s)?"
    r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?\s(?:[^\W\d_a-z]\.\s?){1,3}(?<=\.)"
)
_FAMILY_FIRST = re.compile(
    rf"(?P<name>{_ONE_FAMILY_FIRST}(?:,\s{_ONE_FAMILY_FIRST}){{0,4}})(?=\s(?:[^\W\d_]{{2,}}|[^\W\d_](?![\w.])))"
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# ". London: Batsford, 1986. P. 101", " // Slavic Review. 1994": full stops divide the parts, as in GOST.
_GOST = re.compile(
    r"\.\s(?:[–—]\s)?[^\W\d_a-z][^.,:;()]{1,30}(?:\s?:\s[^.;()]{2,40})?,\s(?:1[4-9]|20)\d\d\."
    r"(?:\s(?:[–—]\s)?(?:Pp?|Vol|S|Bd|T)\.\s?\d|\s*$)|\s//\s"
)
_REACH = 300
"""How far behind a name its imprint is looked for, in characters."""
# A surname or two, and what ends the names.
_CAPITALISED = re.compile(
    r"\s(?P<words>(?:[\w'’-]+\s?){1,3}?)\s?(?:,|:|\(|$|(?:and|und|et|u\.|&|eds?\.)\s)"
)


def match_family_first(text: str, start: int, end: int) -> int | None:
    """The end of `Гаврилов В. П.` where a title follows; in `Robert F. Worth, ...` a surname does."""
    match = _FAMILY_FIRST.match(text, start, end)
    if match is None:
        return None
    if _CYRILLIC.match(match["name"]):
        # In Russian the surname stands first wherever initials follow it.
        return match.end("name")
    if _GOST.search(text, match.end(), match.end() + _REACH):
        return match.end("name")
    following = _CAPITALISED.match(text, match.end(), end)
    words = following["words"].split() if following else []
    is_surname = bool(words) and all(word[0].isupper() for word in words)
    return None if is_surname else match.end("name")
