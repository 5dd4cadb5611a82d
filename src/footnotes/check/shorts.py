"""Short forms that several works or people fit, that come too early, or that name the volume."""

from collections.abc import Iterator

from footnotes.check.finding import Fix, Remark
from footnotes.check.missing import find_volume
from footnotes.check.proof import Proof
from footnotes.check.wording import join_words, quote


def find_early(proof: Proof) -> Iterator[Remark]:
    """A short form that stands before the full citation of its work."""
    for cite, meaning in proof.list_flagged("short_before_full"):
        later = proof.cites.get(meaning.target or "")
        if later is not None:
            where = proof.name_cite(later.id)
            message = (
                f"{quote(cite.text)} comes before the full citation of its work, which is in note {where}."
            )
            fix = Fix("Cite the work in full here, and use the short form afterwards.")
            yield Remark(message, cite.span, cite.note, fix, proof.relate([later.id]))


def find_several_works(proof: Proof) -> Iterator[Remark]:
    """An author's name that fits several works cited before."""
    return _find_choices(
        proof, "author_multiple_works", "fits {} works of that author cited so far", "the title"
    )


def find_several_people(proof: Proof) -> Iterator[Remark]:
    """A surname that several cited people bear."""
    what = "names a surname that several people cited here bear"
    return _find_choices(proof, "same_surname", what, "the given name or the title")


def _find_choices(proof: Proof, flag: str, what: str, lacking: str) -> Iterator[Remark]:
    for cite, meaning in proof.list_flagged(flag):
        sources = proof.list_sources(meaning.candidates)
        choice = join_words([proof.name_source(one) for one in sources], "or")
        message = f"{quote(cite.text)} {what.format(len(sources))}."
        fix = Fix(f"Add {lacking} of the work that is meant" + (f": {choice}." if choice else "."))
        yield Remark(message, cite.span, cite.note, fix, proof.relate(meaning.candidates))


def find_volumes(proof: Proof) -> Iterator[Remark]:
    """A short form of a volume of which only a work in it is cited in full."""
    for cite, meaning in proof.list_pairs():
        held = find_volume(proof, cite, meaning)
        # An Ibid. behind it names nothing.
        if held is not None and proof.is_named(cite):
            message = (
                f"{quote(cite.text)} names the volume that holds {proof.name_source(held)}; the volume"
                " itself is cited in full nowhere."
            )
            fix = Fix("Name the work in the volume, or cite the volume in full.")
            yield Remark(message, cite.span, cite.note, fix, proof.relate([held]))
