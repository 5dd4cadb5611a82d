"""Cites that an editor should look at, one sentence each: unknown or doubtful ones."""

from collections.abc import Iterator

from footnotes.cli.labels import CiteLabels, label_cites, label_note
from footnotes.model import Apparatus, Cite, CiteForm, Confidence, Resolution, Severity

_LONGEST = 60
"""How many characters of a cite are quoted."""

_NAMED = 20
"""How many notes without a cite are named before the others are counted."""

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
    "unread_source": "what stands behind a cite looks like a source and was not read",
    "year_or_page": "its number may be a year or a page",
}
"""What each flag of a resolution means."""


def list_doubts(apparatus: Apparatus) -> Iterator[str]:
    """A sentence for each doubtful cite, in reading order; a pointer to the author's own note is none."""
    labels = label_cites(apparatus)
    for cite, resolution in zip(apparatus.cites, apparatus.resolutions, strict=True):
        if cite.form is not CiteForm.CROSS_REF:
            head = f"{apparatus.document.source}: note {labels.name(cite.id)}: “{_shorten(cite.text)}”"
            if resolution.confidence is not Confidence.HIGH:
                yield f"{head}: {_tell_meaning(resolution, labels)}."
            elif cite.confidence != Confidence.HIGH:
                yield f"{head}: {_tell_reading(cite, resolution)}."


def list_warnings(apparatus: Apparatus) -> Iterator[str]:
    """A sentence for each problem of the paper that was not repaired, in the order of the text."""
    for problem in apparatus.problems:
        if problem.severity is not Severity.INFO:
            yield f"{apparatus.document.source}: {problem.message}"


def list_bare_notes(apparatus: Apparatus) -> Iterator[str]:
    """One sentence if there are notes without a cite: they are commentary, or something was overlooked."""
    citing = {cite.note for cite in apparatus.cites if cite.form is not CiteForm.CROSS_REF}
    bare = [label_note(note) for note in apparatus.notes if note.number not in citing]
    if bare:
        more = f" and {len(bare) - _NAMED} more" if len(bare) > _NAMED else ""
        notes = "note" if len(bare) == 1 else "notes"
        yield f"{apparatus.document.source}: no cite was found in {notes} {', '.join(bare[:_NAMED])}{more}."


def _tell_meaning(resolution: Resolution, labels: CiteLabels) -> str:
    reasons = [REASONS.get(flag, flag.replace("_", " ")) for flag in resolution.flags]
    if not reasons and resolution.antecedent is not None:
        reasons = [f"it points at {labels.name(resolution.antecedent)}, which is doubtful itself"]
    because = "; ".join(reasons)
    if resolution.target is None:
        verdict = "which work it means is unknown"
    else:
        verdict = f"taken for {resolution.reference} with {resolution.confidence} confidence"
    candidates = ", ".join(labels.name(one) for one in resolution.candidates)
    choice = f" (candidates: {candidates})" if candidates else ""
    return f"{verdict}{choice}" + (f", because {because}" if because else "")


def _tell_reading(cite: Cite, resolution: Resolution) -> str:
    return f"its parts were told apart with {cite.confidence} confidence: see {resolution.reference}"


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
