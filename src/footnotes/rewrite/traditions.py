"""The word for Ibid. in the tradition of a paper: its own, or the one of the language of its notes."""

import re
from bisect import bisect_left
from collections import Counter

from attrs import frozen

from footnotes.model import CiteForm, Span
from footnotes.rewrite.printed import Paper

_ENOUGH = 2
"""How many telling words make a tradition; those of a back-reference count as many."""
_TYPED = "a.g.e."
_LETTERS = re.compile(r"[^\W\d_]")


@frozen
class Tradition:
    """What a tradition writes for Ibid.; `by_type` where the word names the CSL type of the work.

    `joint` stands before the place. `needs_place` says that the word alone does not mean the same place.
    """

    word: str = "ibid."
    joint: str = ", "
    by_type: tuple[tuple[str, str], ...] = ()
    needs_place: bool = False

    def choose_word(self, kind: str) -> str:
        """The word for a work of the CSL type `kind`."""
        return next((word for start, word in self.by_type if kind.startswith(start)), self.word)


# Specification of the notes, 1.2. The letter of the Turkish words is that of the type (TÜHAS).
TRADITIONS: dict[str, Tradition] = {
    "de": Tradition("ebd."),
    "es": Tradition("ibíd."),
    "pl": Tradition("tamże"),
    "cs": Tradition("tamtéž"),
    "sk": Tradition("tamtiež"),
    "hu": Tradition("uo."),
    "tr": Tradition(
        _TYPED,
        by_type=(("article", "a.g.m."), ("thesis", "a.g.t."), ("paper", "a.g.b."), ("report", "a.g.r.")),
        needs_place=True,
    ),
    "az": Tradition("yenə orada"),
    "ru": Tradition("там же", ". "),
    "uk": Tradition("там само", ". "),
    "be": Tradition("тамсама", ". "),
    "el": Tradition("στο ίδιο"),
    "he": Tradition("שם"),
    "ar": Tradition("المرجع نفسه", "، "),
    "fa": Tradition("همان", "، "),
}
"""By the language of the notes; others have "ibid.", as English, French, Italian and Dutch notes do."""

# Words that the notes of one language have and those of the others have not.
_WORDS: dict[str, re.Pattern[str]] = {
    "de": re.compile(r"\b(?:[Vv]gl\.|[Hh]rsg\b|Hg\.|S\. \d|Bd\. \d|[Dd]ers\.|Anm\. \d|Aufl\.)"),
    "es": re.compile(r"\b(?:[Vv]éase|págs?\. \d|[Vv]id\.|núm\. \d|trad\. de|[Cc]oords?\.)"),
    "pl": re.compile(r"\b(?:[Zz]ob\.|[Pp]or\.|red\.|tłum\.|nr \d|[Tt]enże|wyd\.)"),
    "cs": re.compile(r"\b(?:[Ss]rov\.|[Vv]iz\b|č\. \d|přel\.|[Tt]ýž)"),
    "sk": re.compile(r"\b(?:[Pp]orov\.|[Pp]ozri\b|č\. \d|prel\.)"),
    "hu": re.compile(r"\b(?:[Vv]ö\.|[Ll]ásd\b|szerk\.|ford\.|\d+\. ?o(?:ld)?\.)"),
    "tr": re.compile(
        r"\b(?:[Bb]kz\.|[Bb]k\.|[Kk]rş\.|çev\.|[Hh]az\.|ss\. \d|Yayın\w*|[Cc]ilt \d|[Ss]ayı \d)"
    ),
}
# Those of back-references, at the beginning of a cite or behind its name.
_REFERRING: dict[str, re.Pattern[str]] = {
    "de": re.compile(r"\b(?:a\. ?a\. ?O|am angegebenen Ort|wie Anm)", re.IGNORECASE),
    "es": re.compile(r"\bob\. ?cit|\bíd", re.IGNORECASE),
    "pl": re.compile(r"\b(?:dz|wyd)\. ?cyt", re.IGNORECASE),
    "hu": re.compile(r"\bi\. ?m\."),
    "tr": re.compile(r"\ba\.? ?g\.? ?[emtbry]\b|\bad[ıi] geçen|\ba\. ?y\.", re.IGNORECASE),
    "az": re.compile(r"\b(?:həmin|göst\w*\.?) (?:əsər|mənbə)", re.IGNORECASE),
}
_SCRIPTS = {
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "he": re.compile("[\u05d0-\u05ea]"),
    "ar": re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]"),
}
# The letters by which languages of one script are told, the rarest first.
_CYRILLIC = (("be", "ў"), ("uk", "їєґ"), ("ru", "ыэё"))
_PERSIAN = "پچژگ"


def tell_tradition(paper: Paper) -> Tradition:
    """The tradition of the notes of `paper`, told by their back-references and the author's own words.

    What a cite states tells nothing: an English paper may cite none but Azerbaijani newspapers.
    """
    text = _list_own_words(paper)
    return TRADITIONS.get(_tell_script(paper, text) or _tell_words(paper, text) or "", Tradition())


def _list_own_words(paper: Paper) -> str:
    """What is printed in the notes besides names, titles and all else that cites state."""
    pieces = []
    stated = (place.span for cite in paper.apparatus.cites for place in cite.places)
    # Numbers stay: with the word before them they tell ("S. 5").
    places = sorted(span for span in stated if any(map(str.isalpha, span.of(paper.text))))
    for note in paper.apparatus.notes:
        at = note.span.start
        for span in places[bisect_left(places, note.span.start, key=_find_start) :]:
            if span.start >= note.span.end:
                break
            pieces.append(paper.text[at : span.start])
            at = max(at, span.end)
        pieces.append(paper.text[at : note.span.end])
    return "¦".join(pieces)


def _find_start(span: Span) -> int:
    return span.start


def _tell_script(paper: Paper, text: str) -> str | None:
    """The language where most letters of `text` are of a script of its own; all notes tell which one."""
    letters = len(_LETTERS.findall(text))
    script = next((code for code, one in _SCRIPTS.items() if 2 * len(one.findall(text)) > letters), None)
    printed = " ".join(note.text.lower() for note in paper.apparatus.notes)
    if script == "cyrillic":
        return next((code for code, own in _CYRILLIC if any(one in printed for one in own)), None)
    return "fa" if script == "ar" and any(one in printed for one in _PERSIAN) else script


def _tell_words(paper: Paper, text: str) -> str | None:
    """The language most of whose telling words stand in the notes; None where two have as many, or few."""
    counts = Counter({code: len(pattern.findall(text)) for code, pattern in _WORDS.items()})
    for cite in paper.apparatus.cites:
        if cite.form in {CiteForm.OP_CIT, CiteForm.LOC_CIT, CiteForm.NOTE_REF}:
            counts.update({code: _ENOUGH for code, one in _REFERRING.items() if one.search(cite.text)})
    (first, most), (_, second) = counts.most_common(2)
    return first if most >= _ENOUGH and most > second else None
