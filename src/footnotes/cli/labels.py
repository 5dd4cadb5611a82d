"""How cites are called in print: by the label of their note, as in `xix` or `xi.2`."""

from collections import Counter

from attrs import frozen

from footnotes.model import Apparatus, CiteForm, Note, Resolution

_LONGEST_CHAIN = 8
"""How many cites of a chain are named before its end: nobody reads more."""


@frozen
class CiteLabels:
    """The labels of the cites of a paper; a cite that shares its note has its place behind a full stop."""

    labels: dict[str, str]
    antecedents: dict[str, str | None]

    def name(self, cite: str) -> str:
        """The label of the cite with the id `cite`."""
        return self.labels.get(cite, cite)

    def draw_chain(self, resolution: Resolution) -> str:
        """The way from a cite to the full citation, as in `liv → liii`; empty if it is one itself."""
        chain = [resolution.cite]
        following = resolution.antecedent
        while following is not None and following not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(following)
            following = self.antecedents.get(following)
        names = [self.name(cite) for cite in chain]
        if following is not None and following not in chain:
            names += ["…", self.name(resolution.target)] if resolution.target else ["…"]
        return " → ".join(names) if len(names) > 1 else ""


def label_cites(apparatus: Apparatus) -> CiteLabels:
    """The labels of all cites of `apparatus`."""
    labels = {note.number: label_note(note) for note in apparatus.notes}
    shared = Counter(cite.note for cite in apparatus.cites if cite.form is not CiteForm.CROSS_REF)
    return CiteLabels(
        labels={
            cite.id: labels[cite.note]
            + (f".{cite.index}" if cite.index > 1 or shared[cite.note] > 1 else "")
            for cite in apparatus.cites
        },
        antecedents={resolution.cite: resolution.antecedent for resolution in apparatus.resolutions},
    )


def count_cites(apparatus: Apparatus) -> int:
    """How many cites the paper has; pointers to its own notes are none."""
    return sum(cite.form is not CiteForm.CROSS_REF for cite in apparatus.cites)


def label_note(note: Note) -> str:
    """The true label of a note, after its section where numbering starts again."""
    return f"{note.section}:{note.label}" if note.section else note.label
