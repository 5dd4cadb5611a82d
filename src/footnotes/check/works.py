"""Works cited in full more than once: in the same words, or in two spellings."""

from collections import defaultdict
from collections.abc import Iterator

from footnotes.check.differences import is_misspelling, list_differences
from footnotes.check.finding import Fix, Remark
from footnotes.check.proof import Proof
from footnotes.check.wording import join_words, name_work
from footnotes.formats.name_words import stands_for_others
from footnotes.model import Cite, Name, Reference
from footnotes.text.fold import fold_marks, fold_title, transliterate_surname

_SPELL_ALIKE = Fix("Spell it in one way, and use a short form after the first full citation.")


def find_repeated(proof: Proof) -> Iterator[Remark]:
    """A full citation that says the same as an earlier one of its section."""
    for cite, first in _list_repeated(proof):
        same_section = proof.notes[first.note].section == proof.notes[cite.note].section
        if same_section and not list_differences(first.stated, cite.stated):
            message = (
                f"{_name(cite)} is cited in full again, as in note {proof.name_cite(first.id)} before."
            )
            yield Remark(message, cite.span, cite.note, _shorten(proof, cite), proof.relate([first.id]))


def find_spellings(proof: Proof) -> Iterator[Remark]:
    """A work whose full citations differ in their words, or that passes for two works because of them."""
    for cite, first in (*_list_repeated(proof), *_list_alike(proof)):
        differences = list_differences(first.stated, cite.stated)
        if differences:
            told = join_words([f"{what} “{now}” for “{before}”" for what, before, now in differences])
            where = proof.name_cite(first.id)
            message = f"{_name(cite)} is cited in full otherwise than in note {where}: {told}."
            yield Remark(message, cite.span, cite.note, _SPELL_ALIKE, proof.relate([first.id]))


def _shorten(proof: Proof, cite: Cite) -> Fix:
    before = {proof.meanings[one.id].target for one in proof.list_cites(cite.note - 1)}
    if cite.index == 1 and before == {proof.meanings[cite.id].target}:
        return Fix("Write Ibid., since the note before cites this work alone.")
    return Fix("Write a short form.")


def _list_repeated(proof: Proof) -> Iterator[tuple[Cite, Cite]]:
    """Each repeated full citation with the first of its work."""
    for cite, meaning in proof.list_flagged("duplicate_full"):
        first = proof.cites.get(meaning.target or "")
        if first is not None and first is not cite:
            yield cite, first


def _list_alike(proof: Proof) -> Iterator[tuple[Cite, Cite]]:
    """Full citations of what passes for two works, and is one but for the spelling."""
    groups: dict[tuple[str, ...], list[Cite]] = defaultdict(list)
    for cite, meaning in proof.list_pairs():
        if meaning.target == cite.id and cite.stated is not None and cite.stated.title:
            fellows = dict.fromkeys(one for key in _list_keys(cite.stated) for one in groups[key])
            alike = (one for one in fellows if one.stated and _is_alike(one.stated, cite.stated))
            if (first := next(alike, None)) is not None:
                yield cite, first
            for key in _list_keys(cite.stated):
                groups[key].append(cite)


def _list_keys(work: Reference) -> Iterator[tuple[str, ...]]:
    """What one work has in common with itself in another spelling: title or surname with the year."""
    if work.year is not None:
        year = str(work.year)
        yield ("title", fold_title(work.title or ""), year)
        if work.creators:
            yield ("name", _fold_surname(work), year)


def _is_alike(one: Reference, other: Reference) -> bool:
    """Whether two works are one, but for letters in the title or in the surname of who made them."""
    if not one.title or not other.title or bool(one.creators) != bool(other.creators):
        return False
    if not _agree(one, other) or _count_named(one) != _count_named(other):
        return False
    same_title = fold_title(one.title) == fold_title(other.title)
    same_names = not one.creators or _spell_surname(one) == _spell_surname(other)
    if same_title and same_names:
        return False
    alike_names = same_names or is_misspelling(_spell_surname(one), _spell_surname(other))
    alike_names = alike_names or _fold_surname(one) == _fold_surname(other)
    return alike_names and (same_title or is_misspelling(fold_title(one.title), fold_title(other.title)))


def _count_named(work: Reference) -> int:
    """How many people a cite names: "et al." stands for others, whom the next cite may leave out."""
    return sum(not stands_for_others(name) for name in work.creators)


def _agree(one: Reference, other: Reference) -> bool:
    """Whether nothing that both state, and that tells editions and volumes apart, is different."""
    stated = (
        (one.type, other.type),
        (one.volume, other.volume),
        (one.issue, other.issue),
        (one.edition, other.edition),
        (one.issued, other.issued),
        (one.url, other.url),
    )
    return all(a is None or b is None or a == b for a, b in stated)


def _fold_surname(work: Reference) -> str:
    return transliterate_surname(_spell_surname(work))


def _spell_surname(work: Reference) -> str:
    name = work.creators[0]
    return fold_marks(name.family if isinstance(name, Name) else name.literal)


def _name(cite: Cite) -> str:
    return name_work(cite.stated) if cite.stated else cite.text
