"""Words that are not printed as they should be: a misspelt Ibid., a name in two spellings, a range."""

import re
from collections.abc import Iterator

from footnotes.check.differences import is_misspelling
from footnotes.check.finding import Edit, Fix, Remark
from footnotes.check.proof import Proof
from footnotes.check.wording import quote, spell_person
from footnotes.model import Cite, CiteForm, Resolution, Span
from footnotes.text.fold import fold_title

_FIRST_WORD = re.compile(r"[*_]*(\w+)")
_IBID_TYPOS = frozenset({"ibd", "ibit", "ibld", "ib1d", "lbid", "1bid", "ihid", "ibdi"})
"""What OCR and haste make of "Ibid"."""
_NAME_FLAGS = frozenset({"name_transliterated", "name_fuzzy", "author_variant"})


def find_typos(proof: Proof) -> Iterator[Remark]:
    """A back-reference whose word is misspelt: an Ibid., or what the stages call misspelt."""
    for cite, meaning in proof.list_pairs():
        word = _FIRST_WORD.match(cite.span.of(proof.apparatus.document.text))
        is_ibid = word is not None and word.group(1).lower() in _IBID_TYPOS and cite.form is CiteForm.IBID
        message = f"{quote(cite.text)} begins with a misspelt word."
        if word is not None and is_ibid:
            right = "ibid" if word.group(1).startswith("i") else "Ibid"
            start = cite.span.start + word.start(1)
            edit = Edit(Span(start, start + len(word.group(1))), right)
            yield Remark(message, cite.span, cite.note, Fix(f"Write “{right}”.", (edit,)))
        elif "form_typo" in (*meaning.flags, *cite.flags):
            yield Remark(message, cite.span, cite.note, Fix("Spell it as the other notes do."))


def find_names(proof: Proof) -> Iterator[Remark]:
    """A name that is spelled otherwise than in the full citation of its work, or in an earlier note."""
    spelled: dict[str, Cite] = {}
    for cite, meaning in proof.list_pairs():
        printed = _name_author(cite)
        if printed is None:
            continue
        words = fold_title(printed)
        if not _NAME_FLAGS.isdisjoint((*meaning.flags, *cite.flags)):
            full = proof.cites.get(meaning.target or "")
            other = _find_alike(words, spelled) if full is None or full is cite else full
            known = _name_author(other) if other else None
            if known and other:
                where = proof.name_cite(other.id)
                message = (
                    f"{quote(printed)} is spelled otherwise than in note {where}, which has {quote(known)}."
                )
                place = next((one.span for one in cite.places if one.variable == "author"), cite.span)
                fix = Fix("Spell the name in one way.")
                yield Remark(message, place, cite.note, fix, proof.relate([other.id]))
        spelled.setdefault(words, cite)


def _find_alike(words: str, spelled: dict[str, Cite]) -> Cite | None:
    """The first cite whose author is spelled almost so."""
    return next((cite for known, cite in spelled.items() if is_misspelling(known, words)), None)


def _name_author(cite: Cite) -> str | None:
    creators = cite.stated.creators if cite.stated else ()
    return spell_person(creators[0]) if creators else None


def find_ranges(proof: Proof) -> Iterator[Remark]:
    """A range of pages that runs backwards or has lost its dash, and was read as another."""
    for cite, meaning in proof.list_flagged("range_repaired"):
        message = (
            f"The range of pages in {quote(cite.text)} cannot be as it is printed{_tell_reading(meaning)}."
        )
        yield Remark(message, cite.span, cite.note, Fix("Write both ends of the range out."))


def _tell_reading(meaning: Resolution) -> str:
    return f"; it is read as {meaning.locator.value}" if meaning.locator else ""
