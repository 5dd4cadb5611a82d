"""Cites that an editor should look at, one sentence each: unknown or doubtful ones."""

from collections import Counter
from collections.abc import Iterator, Sequence

from footnotes.cli.labels import CiteLabels, label_cites, label_note
from footnotes.model import (
    Apparatus,
    Cite,
    CiteForm,
    Confidence,
    NoteKind,
    Problem,
    Resolution,
    Severity,
)

_LONGEST = 60
"""How many characters of a cite are quoted."""

_NAMED = 20
"""How many notes are named before the others are counted."""

_TOGETHER = {
    "hyphen-unsure": "Hyphens at line ends, left out in notes {}, may be the words' own.",
    "marker-missing": "No marker in the text calls notes {}.",
    "note-missing": "The text calls notes {}, and there are no such notes.",
}
"""Problems that share a sentence where there are several."""

REASONS = {
    "ambiguous_multi": "several works stand in the note before",
    "antecedent_unresolved": "the cite it points at is itself unresolved",
    "author_from_body": "the sentence that calls the note names its author",
    "author_multiple_works": "several works of this author were cited before",
    "author_unknown": "no cite stands before it that could give the author",
    "author_variant": "the author is spelled otherwise than before",
    "bad_note_number": "there is no earlier note of that number",
    "container_of": "only the volume that holds the work has such a title",
    "crosses_section": "what it points at is in another section",
    "declared_twice": "two works were given this short name",
    "duplicate_full": "it repeats a full citation",
    "form_not_resolved": "this kind of cite is not resolved yet",
    "form_typo": "the word is misspelt",
    "forward_reference": "it points at a note to come",
    "id_form": "it says Id. and means the same work",
    "idem_agreement": "the word for the author is of another number than the authors",
    "idem_as_ibid": "it says Idem and means the same work",
    "internal_cross_reference": "it points at a note of the paper itself",
    "internal_page_reference": "it points at a page of the paper itself",
    "loc_cit_with_locator": "a loc. cit. has no page of its own",
    "locator_disambiguated": "only one work of the note before can hold the place it cites",
    "locator_out_of_range": "the work has no such page",
    "locator_uncertain": "the note before cites several places of the work",
    "lost_note": "a note is missing before it",
    "name_fuzzy": "the name is spelled a little otherwise",
    "name_shortened": "the name is a part of a compound surname",
    "name_transliterated": "the name is spelled in another way",
    "nested_source": "the source is quoted in another",
    "no_antecedent": "no full citation fits it",
    "no_such_year": "no work of this author is of such a year",
    "no_such_title": "no work of this author has such a title",
    "note_number_stale": "the source stands in another note than the one it names",
    "op_cit_without_author": "it names no author",
    "orphan": "no cite stands before it",
    "place_unread": "the place behind it was not understood",
    "range_repaired": "the range runs backwards as printed",
    "refers_to_all": "it means all sources of the note before",
    "same_surname": "several people of this name are cited",
    "short_before_full": "the full citation comes only later",
    "skipped_commentary": "notes without a cite stand between",
    "unread_source": "what stands before it looks like a source and was not read",
    "year_or_page": "its number may be a year or a page",
}
"""What each flag of a resolution means."""


def list_doubts(apparatus: Apparatus) -> Iterator[str]:
    """A sentence for each doubtful cite, in reading order; a pointer to the author's own note is none."""
    labels = label_cites(apparatus)
    noun = _name_notes(apparatus, 1)
    for cite, resolution in zip(apparatus.cites, apparatus.resolutions, strict=True):
        if cite.form is not CiteForm.CROSS_REF:
            head = f"{apparatus.document.source}: {noun} {labels.name(cite.id)}: “{_shorten(cite.text)}”"
            if resolution.confidence is not Confidence.HIGH:
                yield f"{head}: {_tell_meaning(resolution, labels)}."
            elif cite.confidence != Confidence.HIGH:
                yield f"{head}: {_tell_reading(cite, resolution)}."


def list_warnings(apparatus: Apparatus) -> Iterator[str]:
    """A sentence for each problem of the paper that was not repaired, in the order of the text.

    Notes without a marker share one, and so do markers without a note: there may be hundreds.
    """
    problems = [problem for problem in apparatus.problems if problem.severity is not Severity.INFO]
    alike = Counter(problem.code for problem in problems if problem.code in _TOGETHER)
    told: set[str] = set()
    for problem in problems:
        if alike[problem.code] < 2:  # noqa: PLR2004 - one has its own sentence
            yield f"{apparatus.document.source}: {problem.message}"
        elif problem.code not in told:
            told.add(problem.code)
            names = [_name_place(one, apparatus) for one in problems if one.code == problem.code]
            places = _list_names(list(dict.fromkeys(names)))
            yield f"{apparatus.document.source}: {_TOGETHER[problem.code].format(places)}"


def list_uncalled(apparatus: Apparatus) -> Iterator[str]:
    """One sentence if no marker at all was found: then nothing tells where in the text the notes belong."""
    if not apparatus.markers:
        yield f"{apparatus.document.source}: no marker was found in the text that calls one of these notes."


def list_bare_notes(apparatus: Apparatus) -> Iterator[str]:
    """One sentence if there are notes without a cite: they are commentary, or something was overlooked."""
    citing = {cite.note for cite in apparatus.cites if cite.form is not CiteForm.CROSS_REF}
    bare = [label_note(note) for note in apparatus.notes if note.number not in citing]
    if bare:
        notes = _name_notes(apparatus, len(bare))
        yield f"{apparatus.document.source}: no cite was found in {notes} {_list_names(bare)}."


def tell_reasons(resolution: Resolution) -> list[str]:
    """Why it is not sure what a cite means, in words."""
    return [REASONS.get(flag, flag.replace("_", " ")) for flag in resolution.flags]


def _name_notes(apparatus: Apparatus, number: int) -> str:
    """What its notes are called: those of a reference list are its entries."""
    is_list = any(note.kind is NoteKind.REFERENCE for note in apparatus.notes)
    names = ("entry", "entries") if is_list else ("note", "notes")
    return names[number != 1]


def _name_place(problem: Problem, apparatus: Apparatus) -> str:
    """The label of the note that a problem is about, or the marker as it is printed."""
    labels = {note.number: label_note(note) for note in apparatus.notes}
    printed = {marker.span: marker.printed for marker in apparatus.markers}
    return labels.get(problem.note or 0) or printed.get(problem.span) or str(problem.note)


def _list_names(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _tell_meaning(resolution: Resolution, labels: CiteLabels) -> str:
    reasons = tell_reasons(resolution)
    if not reasons and resolution.antecedent is not None:
        reasons = [f"it points at {labels.name(resolution.antecedent)}, which is doubtful itself"]
    because = "; ".join(reasons)
    if resolution.rule == "idem":
        known = "not sure" if resolution.author_from else "unknown"
        verdict = f"whose name it stands for is {known}"
    elif resolution.refers_to_all:
        verdict = f"taken for all of a note with {resolution.confidence} confidence"
    elif resolution.reference is None:
        verdict = "which work it means is unknown"
    else:
        verdict = f"taken for {resolution.reference} with {resolution.confidence} confidence"
    candidates = ", ".join(labels.name(one) for one in resolution.candidates)
    choice = f" (candidates: {candidates})" if candidates else ""
    return f"{verdict}{choice}" + (f", because {because}" if because else "")


def _tell_reading(cite: Cite, resolution: Resolution) -> str:
    told = f"its parts were told apart with {cite.confidence} confidence"
    return (
        f"{told}: see {resolution.reference}" if resolution.reference else f"{told}; no work is made of it"
    )


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
