"""Ibid. and its kin: forms that mean the source just before, and the ways in which they miss it."""

from collections.abc import Iterator

from footnotes.check.finding import Fix, Remark
from footnotes.check.missing import lacks_full
from footnotes.check.overlooked import except_notes
from footnotes.check.proof import Proof
from footnotes.check.wording import count, join_words, quote
from footnotes.model import Cite, CiteForm, Resolution, Severity
from footnotes.text.fold import fold_marks

_IDEM = frozenset({"idem", "eadem", "iidem", "eidem", "eaedem"})
"""Words for the author; "id." is none of them, because American law writes it for Ibid."""
_IN_FULL = Fix("Cite the work in full.")


def find_several(proof: Proof) -> Iterator[Remark]:
    """Ibid. behind a note with several works; not where it means all of them (OSCOLA, Polish)."""
    for cite, meaning in proof.list_pairs():
        if not _is_ambiguous(cite, meaning):
            continue
        sources = proof.list_sources(meaning.candidates)
        message = f"{quote(cite.text)} follows a note that cites {count(len(sources), 'work')}"
        if "locator_disambiguated" in meaning.flags and meaning.antecedent:
            only = proof.name_source(meaning.antecedent)
            message += ", of which only one can hold the place cited."
            fix = Fix(f"Write the short form of {only}.")
        else:
            message += " and does not say which it means."
            choice = join_words([proof.name_source(one) for one in sources], "or")
            fix = Fix(f"Write the short form of the work that is meant: {choice}.")
        yield Remark(message, cite.span, cite.note, fix, proof.relate(meaning.candidates))


def _is_ambiguous(cite: Cite, meaning: Resolution) -> bool:
    if cite.form is CiteForm.NOTE_REF or meaning.refers_to_all:
        return False
    unresolved = "antecedent_unresolved" in meaning.flags and meaning.antecedent is None
    return "ambiguous_multi" in meaning.flags or (unresolved and len(meaning.candidates) > 1)


def find_orphans(proof: Proof) -> Iterator[Remark]:
    """Ibid. before which nothing is cited."""
    for cite, _ in proof.list_flagged("orphan"):
        before = [note.number for note in proof.unsure if note.is_bare and note.number < cite.note]
        excepted = except_notes([proof.name_note(number) for number in before], "is one")
        message = f"{quote(cite.text)} has no source before it that it could repeat{excepted}."
        severity = Severity.INFO if before else None
        yield Remark(message, cite.span, cite.note, _IN_FULL, severity=severity)


def find_leaps(proof: Proof) -> Iterator[Remark]:
    """Ibid. that reaches its source across notes of mere commentary."""
    for cite, meaning in proof.list_flagged("skipped_commentary"):
        source = meaning.antecedent and proof.cites.get(meaning.antecedent)
        if source:
            between = [one for one in range(source.note + 1, cite.note) if one in proof.notes]
            message = (
                f"{quote(cite.text)} reaches across {count(len(between), 'note')} without a source"
                f" to note {proof.name_note(source.note)}."
            )
            yield Remark(message, cite.span, cite.note, _shorten(proof, meaning), proof.relate([source.id]))


def find_losses(proof: Proof) -> Iterator[Remark]:
    """Ibid. behind a note that is missing."""
    for cite, meaning in proof.list_flagged("lost_note"):
        message = f"A note is missing before {quote(cite.text)}, and what it repeats may be lost with it."
        fix = Fix("Put the missing note back, or write the short form of the work that is meant.")
        yield Remark(message, cite.span, cite.note, fix, proof.relate(_list_antecedent(meaning)))


def find_crossings(proof: Proof) -> Iterator[Remark]:
    """Ibid. that opens a section, and means the last source of the one before."""
    for cite, meaning in proof.list_flagged("crosses_section"):
        message = (
            f"{quote(cite.text)} is the first cite of its section, and its source is in the one before."
        )
        yield Remark(message, cite.span, cite.note, _IN_FULL, proof.relate(_list_antecedent(meaning)))


def find_unclear_places(proof: Proof) -> Iterator[Remark]:
    """Ibid. without a place, behind a note that cites several places of one work."""
    for cite, meaning in proof.list_flagged("locator_uncertain"):
        message = f"{quote(cite.text)} names no place, and the note before it cites several of the work."
        fix = Fix("Add the place that is meant.")
        yield Remark(message, cite.span, cite.note, fix, proof.relate(_list_antecedent(meaning)))


def find_broken(proof: Proof) -> Iterator[Remark]:
    """Ibid. behind a cite whose own work is unknown; a whole chain of them is one finding."""
    chains: dict[str, list[Cite]] = {}
    for cite, meaning in proof.list_flagged("antecedent_unresolved"):
        before = meaning.antecedent
        if before in chains and before:
            chains[cite.id] = chains[before]
            chains[before].append(cite)
        elif before in proof.cites and before and _is_lost(proof, before):
            chains[cite.id] = [cite]
    for first, *others in (chain for head, chain in chains.items() if chain[0].id == head):
        before = proof.meanings[first.id].antecedent or ""
        more = f", and {count(len(others), 'cite')} more after it" if others else ""
        message = (
            f"{quote(first.text)} repeats a cite whose work is not known itself:"
            f" {quote(proof.cites[before].text)} in note {proof.name_cite(before)}{more}."
        )
        again = proof.relate([one.id for one in others], "the chain goes on in")
        related = (*proof.relate([before]), *again)
        yield Remark(message, first.span, first.note, Fix("Mend that cite first."), related)


def _is_lost(proof: Proof, cite: str) -> bool:
    """Whether the author, not the reader, is why the work of a cite is unknown."""
    meaning = proof.meanings[cite]
    nowhere = {"orphan", "bad_note_number"} & {*meaning.flags}
    return bool(nowhere) or lacks_full(proof, proof.cites[cite], meaning)


def find_loose_idem(proof: Proof) -> Iterator[Remark]:
    """Idem with nothing or only a place behind it, which is meant as Ibid."""
    for cite, meaning in proof.list_pairs():
        word = next(iter(fold_marks(cite.text).split(maxsplit=1)), "").rstrip(".,:;")
        is_loose = cite.form is CiteForm.IBID and word in _IDEM
        if not is_loose and "idem_as_ibid" not in (*meaning.flags, *cite.flags):
            continue
        message = f"{quote(cite.text)} names no title, so it can only be meant as Ibid."
        fix = Fix("Write Ibid. for the same work, or add the title of another work by the same author.")
        yield Remark(message, cite.span, cite.note, fix)


def find_disagreements(proof: Proof) -> Iterator[Remark]:
    """Idem in the singular for several authors, or the other way round."""
    for cite, meaning in proof.list_flagged("idem_agreement"):
        before = meaning.author_from or meaning.antecedent
        if not _is_read_surely(proof, before):
            # Where the title was taken for a second author, the word may agree with the only one.
            continue
        whom = f" of {proof.name_source(before)}" if before in proof.cites and before else ""
        message = f"{quote(cite.text)} does not agree in number with the authors it repeats{whom}."
        fix = Fix("Write the form for one author or for several, as the case is.")
        yield Remark(message, cite.span, cite.note, fix, proof.relate([before] if before else []))


def _is_read_surely(proof: Proof, cite: str | None) -> bool:
    """Whether the authors of the work that a cite means were surely told from the rest of it."""
    root = proof.meanings[cite].target if cite in proof.meanings and cite else None
    return root is None or proof.cites[root].confidence == "high"


def find_loose_loc_cit(proof: Proof) -> Iterator[Remark]:
    """Loc. cit., which means the same place, with a place of its own."""
    for cite, _ in proof.list_flagged("loc_cit_with_locator"):
        message = f"{quote(cite.text)} means the same place as before, and yet names one."
        fix = Fix("Write a short form with this place, or leave the place out.")
        yield Remark(message, cite.span, cite.note, fix)


def find_nameless(proof: Proof) -> Iterator[Remark]:
    """Op. cit. that names no author."""
    for cite, meaning in proof.list_flagged("op_cit_without_author"):
        if not _is_ambiguous(cite, meaning):
            message = f"{quote(cite.text)} names no author, so that its work can only be guessed."
            fix = _shorten(proof, meaning)
            yield Remark(message, cite.span, cite.note, fix, proof.relate(_list_antecedent(meaning)))


def _shorten(proof: Proof, meaning: Resolution) -> Fix:
    if meaning.antecedent is None:
        return Fix("Write the short form of the work that is meant.")
    return Fix(f"Write the short form, if {proof.name_source(meaning.antecedent)} is meant.")


def _list_antecedent(meaning: Resolution) -> list[str]:
    return [meaning.antecedent] if meaning.antecedent else []
