"""Places that cannot be in their work: a page outside the pages that an article or chapter fills."""

import re
from collections.abc import Iterator

from footnotes.check.finding import Fix, Remark
from footnotes.check.proof import Proof
from footnotes.check.wording import quote
from footnotes.model import Cite, CiteForm, Confidence, LocatorSource, Reference, Resolution

_EXTENT = re.compile(r"(\d+)-(\d+)")
_PAGES = re.compile(r"\d+(?:-\d+)?(?:, ?\d+(?:-\d+)?)*")
_NUMBER = re.compile(r"\d+")
_BY_PLACE = {CiteForm.IBID, CiteForm.OP_CIT, CiteForm.LOC_CIT}
_SURE = {Confidence.HIGH, Confidence.MEDIUM}


def find_outside(proof: Proof) -> Iterator[Remark]:
    """A page outside the printed extent of its work, or a page of a work that has none."""
    for cite, meaning in proof.list_pairs():
        work = proof.find_work(cite.id)
        flagged = "locator_out_of_range" in meaning.flags
        if work is None or not (flagged or _lies_outside(meaning, work)) or _may_mean_another(proof, cite):
            continue
        first = meaning.target if meaning.target in proof.cites and meaning.target != cite.id else None
        source = proof.name_source(first) if first else "the work"
        extent = f"whose pages are {work.page}" if work.page else "which has no pages"
        message = f"{quote(_tell_place(cite, meaning))} cannot be in {source}, {extent}."
        fix = Fix("Compare the page and the pages of the work with the source.")
        yield Remark(message, cite.span, cite.note, fix, proof.relate([first] if first else []))


def _tell_place(cite: Cite, meaning: Resolution) -> str:
    if meaning.target == cite.id and meaning.locator is not None:
        return f"{meaning.locator.label} {meaning.locator.value}"
    return cite.text


def _lies_outside(meaning: Resolution, work: Reference) -> bool:
    """Whether every certainty is there that the place cited is not among the pages of the work."""
    locator, extent = meaning.locator, _EXTENT.fullmatch(work.page or "")
    if locator is None or extent is None or locator.label != "page" or locator.levels:
        return False
    if meaning.confidence not in _SURE or meaning.locator_source is not LocatorSource.EXPLICIT:
        return False
    first, last = map(int, extent.groups())
    if first > last or not _PAGES.fullmatch(locator.value):
        return False
    return any(not first <= int(page) <= last for page in _NUMBER.findall(locator.value))


def _may_mean_another(proof: Proof, cite: Cite) -> bool:
    """Whether figures stand between an Ibid. and its source: it may be of a source that was not read."""
    before = proof.cites.get(proof.meanings[cite.id].antecedent or "")
    if before is None or cite.form not in _BY_PLACE or proof.is_named(cite):
        return False
    end = cite.span.start if before.note == cite.note else proof.notes[before.note].span.end
    between = range(before.note + 1, cite.note)
    unread = any(note.is_bare and note.number in between for note in proof.unsure)
    return unread or _NUMBER.search(proof.apparatus.document.text, before.span.end, end) is not None
