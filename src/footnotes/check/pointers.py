"""References to the author's own notes ("supra note 4"): a number that is stale, or leads nowhere."""

import re
from collections.abc import Iterator

from footnotes.check.finding import Edit, Fix, Remark
from footnotes.check.overlooked import names_author
from footnotes.check.proof import Proof
from footnotes.check.wording import join_words, quote
from footnotes.model import Cite, CiteForm, Note, Span

_DIGIT = re.compile(r"\d")


def find_stale(proof: Proof) -> Iterator[Remark]:
    """A number that names another note than the one that holds the source."""
    for cite, meaning in proof.list_flagged("note_number_stale"):
        target = proof.cites.get(meaning.target or "")
        if target is not None:
            true = proof.notes[target.note]
            message = (
                f"{quote(cite.text)} points to note {cite.points_to}, and its source is cited in full in"
                f" note {proof.name_note(target.note)}."
            )
            same_section = true.section == proof.notes[cite.note].section
            edits = _renumber(cite, true.label, proof.apparatus.document.text) if same_section else ()
            fix = Fix(f"Point to note {proof.name_note(target.note)}.", edits)
            yield Remark(message, cite.span, cite.note, fix, proof.relate([target.id]))


def _renumber(cite: Cite, label: str, source: str) -> tuple[Edit, ...]:
    """The edit that puts `label` in the place of the number, if it is clear which number that is."""
    words = re.compile(rf"(?<!\w){re.escape(cite.points_to or '')}(?!\w)")
    found = [match.span() for match in words.finditer(source, cite.span.start, cite.span.end)]
    return (Edit(Span(*found[0]), label),) if len(found) == 1 else ()


def find_bad_numbers(proof: Proof) -> Iterator[Remark]:
    """A number that no earlier note bears."""
    for cite, _ in proof.list_flagged("bad_note_number"):
        message = (
            f"{quote(cite.text)} points to note {cite.points_to}, and no earlier note has that number."
        )
        yield Remark(message, cite.span, cite.note, Fix("Point to the note that cites the source in full."))


def find_several(proof: Proof) -> Iterator[Remark]:
    """A number without a name, where the note of that number cites several works."""
    for cite, meaning in proof.list_flagged("ambiguous_multi"):
        if cite.form is CiteForm.NOTE_REF and not meaning.refers_to_all:
            sources = [proof.name_source(one) for one in proof.list_sources(meaning.candidates)]
            message = (
                f"{quote(cite.text)} names no author, and note {cite.points_to} cites {len(sources)} works."
            )
            fix = Fix(f"Name the work that is meant: {join_words(sources, 'or')}.")
            yield Remark(message, cite.span, cite.note, fix, proof.relate(meaning.candidates))


def find_empty(proof: Proof) -> Iterator[Remark]:
    """A number that leads to a note which cites no such source, nor does any note before."""
    notes = {(note.section, note.label): note for note in proof.notes.values()}
    for cite, _ in proof.list_flagged("no_antecedent"):
        there = notes.get((cite.section, cite.points_to or ""))
        if cite.form is CiteForm.NOTE_REF and not (there and _may_hold(proof, there, cite)):
            what = "does not cite what it names" if proof.is_named(cite) else "cites nothing"
            message = f"{quote(cite.text)} points to note {cite.points_to}, which {what}."
            yield Remark(
                message, cite.span, cite.note, Fix("Point to the note that cites the source in full.")
            )


def _may_hold(proof: Proof, note: Note, cite: Cite) -> bool:
    """Whether `note` has figures and no cite, or names the author in what was not surely read.

    Then it may hold the source that `cite` means, and nothing can be said of it.
    """
    if not proof.list_cites(note.number) and _DIGIT.search(note.text):
        return True
    unsure = (one for one in proof.unsure if one.number == note.number)
    return any(cite.stated is not None and names_author(one, cite.stated) for one in unsure)
