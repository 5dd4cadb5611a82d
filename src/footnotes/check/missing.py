"""Short forms of works that no note cites in full."""

from collections.abc import Callable, Iterator

from footnotes.check.finding import Fix, Remark
from footnotes.check.overlooked import except_notes, may_cite, names_author
from footnotes.check.proof import Proof
from footnotes.check.wording import join_words, name_person, quote
from footnotes.model import AnyName, Cite, CiteForm, Name, Resolution, Severity
from footnotes.text.fold import fold_title

_NEEDS_FULL = {
    CiteForm.SHORT_AUTHOR_PAGE,
    CiteForm.SHORT_AUTHOR_TITLE,
    CiteForm.SHORT_AUTHOR_YEAR,
    CiteForm.SHORT_TITLE,
    CiteForm.DECLARED_SHORT,
    CiteForm.OP_CIT,
    CiteForm.LOC_CIT,
}
_FLAGS = ("no_antecedent", "no_such_title")
_LONG = 8
"""How many blanks a title has at least that is no short one, if commas divide it."""
_TELLING = 3
"""How many words of a title are enough to know it again."""


def find_without_full(proof: Proof) -> Iterator[Remark]:
    """A short form of a work that is cited in full nowhere; all short forms of one work are one finding."""

    def tell(cite: Cite, _: Resolution) -> str:
        return f"{quote(cite.text)} is short for a work that no note cites in full"

    return _find_missing(proof, "no_antecedent", tell)


def find_unknown_titles(proof: Proof) -> Iterator[Remark]:
    """A short title that no work of its author has; all of one title are one finding."""

    def tell(cite: Cite, meaning: Resolution) -> str:
        author = name_person(_get_creators(cite)[0]) if _get_creators(cite) else "the author"
        others = "another work" if len(meaning.candidates) == 1 else "other works"
        work = f"the work that {quote(cite.text)} is short for"
        return f"No note cites in full {work}, only {others} by {author}"

    return _find_missing(proof, "no_such_title", tell)


def _find_missing(proof: Proof, flag: str, tell: Callable[[Cite, Resolution], str]) -> Iterator[Remark]:
    groups: dict[tuple[str, str], list[tuple[Cite, Resolution]]] = {}
    for cite, meaning in proof.list_flagged(flag):
        if lacks_full(proof, cite, meaning):
            groups.setdefault(_make_key(cite), []).append((cite, meaning))
    for (cite, meaning), *others in groups.values():
        again = [one.id for one, _ in others]
        unread = _list_unread(proof, cite)
        message = tell(cite, meaning) + _tell_others(proof, again) + except_notes(unread, "does") + "."
        related = (*proof.relate(meaning.candidates), *proof.relate(again, "again in"))
        fix = Fix("Cite the work in full where it is cited first.")
        yield Remark(
            message, cite.span, cite.note, fix, related, severity=Severity.INFO if unread else None
        )


def _list_unread(proof: Proof, cite: Cite) -> list[str]:
    """The labels of the notes without a cite that name the author."""
    return [
        proof.name_note(note.number)
        for note in proof.unsure
        if note.is_bare and cite.stated and names_author(note, cite.stated)
    ]


def _tell_others(proof: Proof, cites: list[str]) -> str:
    labels = [proof.name_cite(one) for one in cites]
    notes = "note" if len(labels) == 1 else "notes"
    return f" (so again in {notes} {join_words(labels)})" if labels else ""


def lacks_full(proof: Proof, cite: Cite, meaning: Resolution) -> bool:
    """Whether a cite is certainly a short form, and certainly of a work that is cited in full nowhere."""
    return (
        cite.form in _NEEDS_FULL
        and meaning.target is None
        and any(flag in meaning.flags for flag in _FLAGS)
        and not _is_doubtful(cite)
        and not _is_known(proof, cite)
        and find_volume(proof, cite, meaning) is None
        and not any(cite.stated and may_cite(note, cite.stated) for note in proof.unsure)
    )


def find_volume(proof: Proof, cite: Cite, meaning: Resolution) -> str | None:
    """The cite of a work in the volume that a short form names; None if it names no volume."""
    if "container_of" in meaning.flags:
        return meaning.target or meaning.container_of
    title = fold_title(cite.stated.title or "") if cite.stated else ""
    if "no_such_title" not in meaning.flags or not title:
        return None
    works = ((one, proof.find_work(one)) for one in meaning.candidates)
    return next((one for one, work in works if work and _holds(work.container_title, title)), None)


def _is_doubtful(cite: Cite) -> bool:
    """Whether it was read with doubt and has no bare surname: a sentence perhaps, or a work cited anew."""
    title = cite.stated.title or "" if cite.stated else ""
    if cite.form in {CiteForm.OP_CIT, CiteForm.LOC_CIT} and "," in title and title.count(" ") >= _LONG:
        # "M. Rossi, Il pane di Napoli, tesi di dottorato, Università di Napoli": no short title.
        return True
    return cite.confidence != "high" and any(
        not isinstance(name, Name) or name.given is not None for name in _get_creators(cite)
    )


def _is_known(proof: Proof, cite: Cite) -> bool:
    """Whether some work has this title: then the short form has only not been understood."""
    title = fold_title(cite.stated.title or "") if cite.stated else ""
    return title.count(" ") + 1 >= _TELLING and f" {title} " in proof.titles


def _holds(title: str | None, words: str) -> bool:
    return f" {words} " in f" {fold_title(title or '')} "


def _get_creators(cite: Cite) -> tuple[AnyName, ...]:
    return cite.stated.creators if cite.stated else ()


def _make_key(cite: Cite) -> tuple[str, str]:
    if cite.stated is None or not (cite.stated.creators or cite.stated.title):
        return (cite.id, "")
    names = " ".join(name_person(name) for name in cite.stated.creators)
    return (fold_title(names), fold_title(cite.stated.title or ""))
