"""Where notes stand below a heading of their own: "Notes", "Anmerkungen", "Примечания"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import frozen

from footnotes.model import Span
from footnotes.split.references import LIST_NAMES

NOTE_NAMES = (
    r"(?:end|foot)?-?notes?", r"end[ ]notes", r"notes[ ]and[ ]references", r"references[ ]and[ ]notes",
    r"notes[ ]to[ ]the[ ]text",
    "anmerkungen", "fu(?:ß|ss)noten", "endnoten", "anmerkungsapparat", "(?:einzel)?nachweise",
    r"notes[ ]de[ ](?:fin|bas[ ]de[ ]page|l[’']auteur)", r"notes[ ]et[ ]r[ée]f[ée]rences",
    r"r[ée]f[ée]rences[ ]et[ ]notes",
    r"note(?:[ ](?:al[ ]testo|a[ ]pi[èe]|finali))?",
    r"notas(?:[ ](?:al[ ]pie|finales|y[ ]referencias|de[ ]rodap[ée]|de[ ]fim|finais|e[ ]refer[êe]ncias))?",
    "(?:voet|eind)?noten", "(?:fot|fod|slut|slutt)?noter", "fotnotar", "(?:loppu|ala)?viitteet",
    "przypisy(?:[ ]ko[ńn]cowe)?", "pozn[áa]mky(?:[ ]pod[ ][čc]arou)?", "(?:láb|vég)?jegyzetek",
    "opombe", "bilje[šs]ke", "fusnote", "napomene", "note[ ]de[ ]subsol",
    "примечания", "сноски", "комментарии", "примітки", "виноски", "бележки", "напомене", "белешке",
    "заўвагі", "(?:υπο)?σημειώσεις", "(?:υπο)?σημειωσεισ",
    "notlar", "d(?:i|i̇)pnotlar", "son[ ]?notlar", "qeydlər", "haşiyələr",
    "(?:ال)?هوامش", "(?:ال)?حواشي", "الإحالات", "הערות(?:[ ]שוליים)?",
    "یادداشت[ \u200c]?ها", "پی[ \u200c]?نوشت(?:[ \u200c]?ها)?", "پانویس(?:[ \u200c]?ها)?",
    "[注註][释釋]?", "脚注", "腳註", "尾[注註]", "注記", "각주", "미주", "주석?",
)  # fmt: skip
"""What the section of the notes is headed by."""
_SPACE = r"[ \t]{1,3}"
_DRESSED = (
    r"[ \t]{{0,3}}(?P<hashes>\#{{1,6}}[ \t]{{0,3}})?[*_]{{0,3}}(?:[IVX\d]{{1,5}}[.)]?[ \t]{{1,3}})?"
    r"(?:{names})"
    r"(?(hashes)(?:{space}\S.{{0,80}}?)?)[*_:.]{{0,4}}[ \t]{{0,3}}\#{{0,6}}[ \t]{{0,3}}"
    r"(?:\{{[^{{}}]{{0,60}}\}})?[ \t\r]*"
)
_LONGEST = 120
"""No heading is longer, in characters."""


def _compile(names: tuple[str, ...]) -> re.Pattern[str]:
    spaced = "|".join(name.replace("[ ]", _SPACE) for name in names)
    return re.compile(_DRESSED.format(names=spaced, space=_SPACE), re.IGNORECASE)


_NOTES, _LIST = _compile(NOTE_NAMES), _compile(LIST_NAMES)
_HASHES = re.compile(r"(#{1,6})[ \t]*\S")


@frozen
class _Heading:
    """A line that heads a section: where it stands, its rank (6 where it has no `#`), and of what it is."""

    span: Span
    rank: int
    of_notes: bool
    ends_notes: bool


def heads_notes(line: str) -> bool:
    """Whether `line` is what a section of notes is headed by."""
    return len(line) < _LONGEST and _NOTES.fullmatch(line) is not None


def find_note_sections(text: str) -> list[Span]:
    """The sections of `text` that a heading calls its notes, without the heading.

    A section goes on to the next heading of its rank, or to one of the notes of another chapter or of a
    bibliography. Behind a heading with `#` more words may stand: "## Notes to chapter 1".
    """
    lines = text.split("\n")
    if not any(line and len(line) < _LONGEST and _NOTES.match(line) for line in lines):
        return []
    headings = list(_read_headings(lines))
    return [
        Span(one.span.end, _find_end(headings, at, len(text)))
        for at, one in enumerate(headings)
        if one.of_notes
    ]


def _read_headings(lines: Sequence[str]) -> Iterator[_Heading]:
    at = 0
    for line in lines:
        if line and len(line) < _LONGEST:
            of_notes = heads_notes(line)
            ends_notes = of_notes or _LIST.fullmatch(line) is not None
            hashes = _HASHES.match(line)
            if ends_notes or hashes:
                rank = len(hashes[1]) if hashes else 6
                yield _Heading(Span(at, at + len(line)), rank, of_notes, ends_notes)
        at += len(line) + 1


def _find_end(headings: Sequence[_Heading], at: int, end: int) -> int:
    """Where the section of the heading number `at` ends."""
    for following in range(at + 1, len(headings)):
        one = headings[following]
        if one.ends_notes or one.rank <= headings[at].rank:
            return one.span.start
    return end


def find_section(sections: Sequence[Span], at: int) -> Span | None:
    """That of `sections`, which are in order, in which the character at `at` stands."""
    before = bisect_right(sections, at, key=lambda section: section.start) - 1
    return sections[before] if before >= 0 and at < sections[before].end else None
