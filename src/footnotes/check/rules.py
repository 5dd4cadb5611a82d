"""The table of the rules: what is looked for, how much it matters, and on whose authority.

Codes never change their meaning. The first figure is the family: 1 Ibid. and its kin, 2 short forms,
3 places and pointers to notes, 4 labels and markers, 5 works cited in full, 6 addresses and dates.
"""

from collections.abc import Callable, Iterator

from attrs import frozen

from footnotes.check import (
    addresses,
    chains,
    dates,
    extents,
    labels,
    missing,
    pointers,
    shorts,
    spellings,
    works,
)
from footnotes.check.finding import Remark
from footnotes.check.proof import Proof
from footnotes.model import Severity


@frozen
class Rule:
    """One thing to look for; docs/checks has a page for each, named for its code."""

    code: str
    name: str
    severity: Severity
    summary: str
    """What is wrong where the rule speaks, in one sentence."""
    authority: str
    """The manual, with its section where that is known; else the tool or the reason."""
    find: Callable[[Proof], Iterator[Remark]]


_INFO, _WARNING, _ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
_NUMBERS = "None is needed: note and marker find each other by their number alone"
_PANDOC = "Pandoc User's Guide, extension inline_notes"
_CHICAGO_SHORT = "The Chicago Manual of Style, 18th edition (short forms)"
_SHORT_FORMS = f"{_CHICAGO_SHORT}; MHRA Style Guide 11.3"
_SAME_PLACE = "The Chicago Manual of Style, questions and answers (Ibid.)"
_POINTERS = "Bluebook 4; OSCOLA 1.2"
_ONE_NOTE_BEFORE = "OSCOLA 1.2; Bluebook 4; GOST R 7.0.5-2008"

RULES: tuple[Rule, ...] = (
    Rule(
        "FN101",
        "ibid-after-several",
        _WARNING,
        "Ibid. follows a note that cites several works.",
        "The Chicago Manual of Style, 17th and 18th editions (Ibid.); Bluebook 4",
        chains.find_several,
    ),
    Rule(
        "FN102",
        "ibid-after-nothing",
        _ERROR,
        "Ibid. has no source before it.",
        _ONE_NOTE_BEFORE,
        chains.find_orphans,
    ),
    Rule(
        "FN103",
        "ibid-across-commentary",
        _INFO,
        "Ibid. reaches its source across notes that cite nothing.",
        "MHRA Style Guide 11.3; OSCOLA 1.2",
        chains.find_leaps,
    ),
    Rule(
        "FN104",
        "ibid-after-lost-note",
        _WARNING,
        "Ibid. follows a gap in the series of notes.",
        _ONE_NOTE_BEFORE,
        chains.find_losses,
    ),
    Rule(
        "FN105",
        "ibid-across-sections",
        _WARNING,
        "Ibid. is the first cite of a section, and means the last of the one before.",
        "OSCOLA 1.2",
        chains.find_crossings,
    ),
    Rule(
        "FN106",
        "ibid-place-unclear",
        _WARNING,
        "Ibid. without a place follows a note that cites several places of the work.",
        _SAME_PLACE,
        chains.find_unclear_places,
    ),
    Rule(
        "FN107",
        "ibid-after-unresolved",
        _INFO,
        "Ibid. repeats a cite whose own work is not known.",
        "eyecite (resolve.py), where an id. behind what is not resolved is not resolved either",
        chains.find_broken,
    ),
    Rule(
        "FN108",
        "ibid-misspelt",
        _WARNING,
        "The word of a back-reference is misspelt.",
        "Turabian, 7th edition (Ibid.); OSCOLA 1.2",
        spellings.find_typos,
    ),
    Rule(
        "FN109",
        "idem-as-ibid",
        _INFO,
        "Idem stands for the same work, which is Ibid.",
        "ABNT NBR 10520; Office québécois de la langue française",
        chains.find_loose_idem,
    ),
    Rule(
        "FN110",
        "idem-in-wrong-number",
        _INFO,
        "Idem does not agree in number with the authors it repeats.",
        "biblatex manual (idemtracker); the Polish tables of tenże, taż and ciż",
        chains.find_disagreements,
    ),
    Rule(
        "FN111",
        "loc-cit-with-place",
        _INFO,
        "Loc. cit., which means the same place, has a place of its own.",
        "Office québécois de la langue française; biblatex manual (loccittracker)",
        chains.find_loose_loc_cit,
    ),
    Rule(
        "FN112",
        "op-cit-without-author",
        _WARNING,
        "Op. cit. names no author.",
        "MHRA Style Guide 11.3; biblatex manual (opcittracker)",
        chains.find_nameless,
    ),
    Rule(
        "FN201",
        "short-before-full",
        _WARNING,
        "A short form comes before the full citation of its work.",
        _SHORT_FORMS,
        shorts.find_early,
    ),
    Rule(
        "FN202",
        "short-without-full",
        _ERROR,
        "A short form stands for a work that no note cites in full.",
        _SHORT_FORMS,
        missing.find_without_full,
    ),
    Rule(
        "FN203",
        "short-title-unknown",
        _ERROR,
        "A short title is that of no work of its author that is cited in full.",
        _SHORT_FORMS,
        missing.find_unknown_titles,
    ),
    Rule(
        "FN204",
        "author-of-several-works",
        _WARNING,
        "A name without a title fits several works cited before.",
        "Turabian, 9th edition (author-only notes); MHRA Style Guide 11.3; OSCOLA 1.2",
        shorts.find_several_works,
    ),
    Rule(
        "FN205",
        "surname-of-several-people",
        _WARNING,
        "A surname fits several people whose works are cited.",
        "Turabian, 9th edition (author-only notes)",
        shorts.find_several_people,
    ),
    Rule(
        "FN206",
        "name-in-two-spellings",
        _WARNING,
        "A name is spelled otherwise than in the full citation.",
        _CHICAGO_SHORT,
        spellings.find_names,
    ),
    Rule(
        "FN207",
        "short-names-volume",
        _INFO,
        "A short form names the volume, and only a work in it is cited in full.",
        _CHICAGO_SHORT,
        shorts.find_volumes,
    ),
    Rule(
        "FN301",
        "page-outside-work",
        _WARNING,
        "A page lies outside the pages of the article or chapter.",
        "MHRA Style Guide 11.3",
        extents.find_outside,
    ),
    Rule(
        "FN302",
        "range-impossible",
        _WARNING,
        "A range of pages ends before it begins, or has lost its dash.",
        "MHRA Style Guide 11.3",
        spellings.find_ranges,
    ),
    Rule(
        "FN303",
        "note-number-stale",
        _WARNING,
        "A pointer such as “supra note 4” names another note than the one that cites the source.",
        _POINTERS,
        pointers.find_stale,
    ),
    Rule(
        "FN304",
        "note-number-bad",
        _ERROR,
        "A pointer such as “supra note 4” names a note that is not there, or not earlier.",
        _POINTERS,
        pointers.find_bad_numbers,
    ),
    Rule(
        "FN305",
        "note-of-several-works",
        _WARNING,
        "A pointer without a name leads to a note that cites several works.",
        _POINTERS,
        pointers.find_several,
    ),
    Rule(
        "FN306",
        "note-without-source",
        _ERROR,
        "A pointer leads to a note that does not cite its source.",
        _POINTERS,
        pointers.find_empty,
    ),
    Rule(
        "FN401",
        "label-gap",
        _WARNING,
        "The series of notes leaves numbers out.",
        _NUMBERS,
        labels.find_gaps,
    ),
    Rule(
        "FN402",
        "label-repeated",
        _WARNING,
        "Two notes bear the same label.",
        _NUMBERS,
        labels.find_repeated_labels,
    ),
    Rule(
        "FN403",
        "label-misread",
        _WARNING,
        "A label is not the one that its place in the series demands.",
        _NUMBERS,
        labels.find_misread_labels,
    ),
    Rule(
        "FN404",
        "marker-repeated",
        _WARNING,
        "Two markers in the text bear the same number.",
        _NUMBERS,
        labels.find_repeated_markers,
    ),
    Rule(
        "FN405",
        "marker-misread",
        _WARNING,
        "A marker is not the one that its place in the series demands.",
        _NUMBERS,
        labels.find_misread_markers,
    ),
    Rule(
        "FN406",
        "marker-without-note",
        _ERROR,
        "The text calls a note that is not there.",
        _NUMBERS,
        labels.find_calls_without_note,
    ),
    Rule(
        "FN407",
        "note-without-marker",
        _WARNING,
        "No marker in the text calls the note.",
        _NUMBERS,
        labels.find_notes_without_call,
    ),
    Rule(
        "FN408",
        "note-unclosed",
        _ERROR,
        "The bracket of a note in the text is never closed.",
        _PANDOC,
        labels.find_unclosed,
    ),
    Rule(
        "FN501",
        "full-repeated",
        _INFO,
        "A work is cited in full again.",
        _SHORT_FORMS,
        works.find_repeated,
    ),
    Rule(
        "FN502",
        "work-in-two-spellings",
        _WARNING,
        "Two full citations of one work differ in their words.",
        _CHICAGO_SHORT,
        works.find_spellings,
    ),
    Rule(
        "FN601",
        "url-broken",
        _WARNING,
        "A line or page end breaks a URL.",
        "RFC 3986, appendix C (delimiting a URI in context)",
        addresses.find_broken,
    ),
    Rule(
        "FN602",
        "accessed-before-published",
        _ERROR,
        "A work was accessed before it was published.",
        "CSL 1.0.2, appendix IV (accessed, issued)",
        dates.find_early_access,
    ),
)
"""All rules, in the order of their codes."""
