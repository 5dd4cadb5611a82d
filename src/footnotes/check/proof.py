"""The paper as an editor has it on the desk: each cite, note and work at hand by its name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from footnotes.check.finding import Related
from footnotes.check.overlooked import UnsureNote, list_unsure
from footnotes.check.wording import name_work
from footnotes.model import Apparatus, Cite, CiteForm, Note, Problem, Reference, Resolution
from footnotes.text.fold import fold_title


@frozen
class Proof:
    """An apparatus with its parts by id, number and key."""

    apparatus: Apparatus
    cites: dict[str, Cite]
    meanings: dict[str, Resolution]
    notes: dict[int, Note]
    works: dict[str, Reference]
    titles: str
    """The folded titles of all works, a line for each, with a blank before and behind each word."""
    unsure: tuple[UnsureNote, ...]
    """The notes with something that may be a source and was not surely read as one."""
    _by_note: dict[int, list[Cite]]

    def list_pairs(self) -> Iterator[tuple[Cite, Resolution]]:
        """Each cite with what it means, in reading order."""
        return zip(self.apparatus.cites, self.apparatus.resolutions, strict=True)

    def list_flagged(self, flag: str) -> Iterator[tuple[Cite, Resolution]]:
        """The cites that bear `flag`, be it for how they are printed or for what they mean."""
        for cite, meaning in self.list_pairs():
            if flag in meaning.flags or flag in cite.flags:
                yield cite, meaning

    def list_cites(self, note: int) -> list[Cite]:
        """The cites of the note of that number; a pointer to the author's own note is none."""
        return self._by_note.get(note, [])

    def list_problems(self, code: str) -> Iterator[Problem]:
        """The problems of the code `code`, in the order of the source."""
        return (problem for problem in self.apparatus.problems if problem.code == code)

    def find_work(self, cite: str | None) -> Reference | None:
        """The work that the cite with the id `cite` means, or None."""
        meaning = self.meanings.get(cite or "")
        key = meaning.reference if meaning else None
        return self.works.get(key) if key else None

    def name_note(self, number: int) -> str:
        """The true label of a note, after its section where numbering starts again."""
        note = self.notes.get(number)
        if note is None:
            return str(number)
        return f"{note.section}:{note.label}" if note.section else note.label

    def name_cite(self, cite: str) -> str:
        """The label of the note of a cite, with its place there where the note has several: `xi.2`."""
        found = self.cites[cite]
        place = f".{found.index}" if len(self.list_cites(found.note)) > 1 else ""
        return self.name_note(found.note) + place

    def name_source(self, cite: str) -> str:
        """The work that a cite means, in a few words, and the note of that cite."""
        work = self.find_work(cite)
        words = name_work(work) if work else f"“{self.cites[cite].text}”"
        return f"{words} (note {self.name_cite(cite)})"

    def relate(self, cites: Sequence[str], what: str = "") -> tuple[Related, ...]:
        """The places of `cites`, each with the work it means or, if given, with `what` and its note."""
        return tuple(
            Related(f"{what} note {self.name_cite(one)}" if what else self.name_source(one), found.span)
            for one in dict.fromkeys(cites)
            if (found := self.cites.get(one))
        )

    def list_sources(self, cites: Sequence[str]) -> list[str]:
        """The first of `cites` for each work that they mean; one whose work is unknown counts by itself."""
        found: dict[str, str] = {}
        for cite in cites:
            meaning = self.meanings.get(cite)
            if meaning is not None:
                found.setdefault(meaning.target or cite, cite)
        return list(found.values())

    def is_named(self, cite: Cite) -> bool:
        """Whether the words of a cite name a person, an institution or a title."""
        return cite.stated is not None and bool(cite.stated.creators or cite.stated.title)


def lay_out(apparatus: Apparatus) -> Proof:
    """The proof of `apparatus`."""
    by_note: dict[int, list[Cite]] = defaultdict(list)
    for cite in apparatus.cites:
        if cite.form is not CiteForm.CROSS_REF:
            by_note[cite.note].append(cite)
    return Proof(
        apparatus=apparatus,
        cites={cite.id: cite for cite in apparatus.cites},
        meanings={meaning.cite: meaning for meaning in apparatus.resolutions},
        notes={note.number: note for note in apparatus.notes},
        works={work.key: work for work in apparatus.library},
        titles="\n".join(f" {fold_title(work.title)} " for work in apparatus.library if work.title),
        unsure=list_unsure(apparatus),
        by_note=dict(by_note),
    )
