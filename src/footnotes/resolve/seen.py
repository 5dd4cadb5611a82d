"""What has been seen so far, in reading order: the state that every rule looks at."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from attrs import define, evolve, field

from footnotes.model import Cite, CiteForm, Note, Reference, Resolution
from footnotes.resolve.links import Link
from footnotes.resolve.profiles import PROFILES, Profile
from footnotes.resolve.works import Work, Works, fold_name, make_work
from footnotes.text.fold import fold_marks

SameWork = Callable[[Reference, Reference], bool]
FindContext = Callable[[int], str]
"""Gives the words of the body that lead to the call of a note, by its number; empty if nobody knows."""
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-z][\w'’-]+")


def know_no_context(_note: int) -> str:
    """The context of notes whose paper is not at hand."""
    return ""


@define
class Seen:
    """All cites resolved so far, and the works they are of.

    `later` holds the works that are cited in full only further on, for short forms that come too early.
    """

    is_same_work: SameWork
    notes: Sequence[Note]
    """All notes, in order, also those without a cite."""
    profile: Profile = PROFILES["general"]
    find_context: FindContext = know_no_context
    consulted: Mapping[str, Cite] = field(factory=dict)
    """The cite of the work consulted by the id of the cite that it is consulted for ("quoted in")."""
    resolved: dict[str, tuple[Cite, Resolution]] = field(factory=dict)
    by_note: dict[int, list[str]] = field(factory=lambda: defaultdict(list))
    """The cites that count as sources of their note: what is consulted for another counts with it."""
    works: Works = field(factory=Works)
    later: Works = field(factory=Works)
    declared: dict[str, list[str]] = field(factory=lambda: defaultdict(list))
    """The full cites of the works that were given a short name, by that name."""
    pointing: set[int] = field(factory=set)
    """The notes that point at notes or pages of the paper itself."""
    last: str | None = None
    """The cite just before."""
    following: dict[str, Cite] = field(factory=dict)
    """The next cite of the same note by the id of a cite."""
    _later_in: dict[int, list[str]] = field(factory=lambda: defaultdict(list))
    _later_declared: dict[str, str] = field(factory=dict)
    _last_of: dict[str, str] = field(factory=dict)
    _unknown: dict[tuple[str, ...], str] = field(factory=dict)
    _recency: dict[str, int] = field(factory=dict)
    _labels: dict[tuple[str | None, str], int] = field(factory=dict)
    _counted: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Take note of the labels, by which other notes refer to a note of their section."""
        self._counted = frozenset(cite.id for cite in self.consulted.values())
        for note in self.notes:
            self._labels[note.section, fold_marks(note.label)] = note.number
        for note in self.notes:
            # A note of Markdown that is labelled "smith" is printed with its number.
            if note.section is None:
                self._labels.setdefault((None, str(note.number)), note.number)

    def is_consulted(self, cite: Cite) -> bool:
        """Whether `cite` is of the work consulted for another ("quoted in")."""
        return cite.id in self._counted

    def find_number(self, label: str, section: str | None) -> int | None:
        """The number of the note with `label` in `section`, or None."""
        return self._labels.get((section, fold_marks(label)))

    def announce(self, cites: Sequence[Cite]) -> None:
        """Take note of the cites to come, so that a short form before its full form can be told."""
        self.following = {one.id: after for one, after in pairwise(cites) if one.note == after.note}
        for cite in cites:
            if cite.form in {CiteForm.FULL, CiteForm.IDEM} and cite.stated is not None:
                self.later.add(make_work(cite, cite.stated))
                self._later_in[cite.note].append(cite.id)
                if cite.declares:
                    self._later_declared.setdefault(cite.declares, cite.id)

    def add(self, cite: Cite, resolution: Resolution) -> None:
        """Add a cite with its resolution; a full cite of a work not seen before introduces it."""
        self.resolved[cite.id] = (cite, resolution)
        if cite.form is CiteForm.CROSS_REF:
            self.pointing.add(cite.note)
            return
        announced = self.later.remove(cite.id)
        if cite.id not in self._counted:
            self.by_note[cite.note].append(cite.id)
            self.last = cite.id
        target = resolution.target
        if target == cite.id and announced is not None:
            self.works.add(self._complete(announced, resolution))
        if target is not None:
            self._last_of[target] = cite.id
            self._recency[target] = len(self.resolved)
            if target in self.works:
                self.works.touch(target)
            if cite.declares and target not in self.declared[cite.declares]:
                self.declared[cite.declares].append(target)

    def rank_recency(self, root: str) -> int:
        """How late the work that `root` introduces was cited last; a later one ranks higher."""
        return self._recency.get(root, 0)

    def find_last_cite(self, target: str | None) -> str | None:
        """The last cite so far of the work that `target` introduces."""
        return self._last_of.get(target) if target else None

    def find_work(self, cite: str | None) -> Work | None:
        """The work that the cite with the id `cite` is of, or None if nobody knows."""
        target = self.resolved[cite][1].target if cite in self.resolved else None
        return self.works[target] if target is not None and target in self.works else None

    def find_author_source(self) -> str | None:
        """The cite whose author an Idem stands for that comes now; None if nobody knows.

        Behind an Idem of an unknown work it is the one that stood for that.
        """
        source = self.last
        while source in self.resolved and self.find_work(source) is None:
            source = self.resolved[source][1].author_from
        work = self.find_work(source)
        return source if work is not None and work.names else None

    def find_unknown(self, cite: Cite, link: Link) -> str | None:
        """The first cite of the unknown work that `cite` is of, as far as anybody can tell.

        None if the work is known. An Ibid. is of the work of its antecedent; short forms of the same words
        are of one work.
        """
        known = link.target or link.container_of or link.refers_to_all or link.candidates
        if known or cite.form is CiteForm.CROSS_REF:
            return None
        before = self.resolved.get(link.antecedent or "")
        if before is not None:
            return before[1].unknown_work
        stated = cite.stated
        if stated is None or not (stated.creators or stated.title):
            return cite.id
        words = (*map(fold_name, stated.creators), fold_marks(stated.title or ""))
        return self._unknown.setdefault(words, cite.id)

    def find_later_in(self, note: int) -> list[Work]:
        """The works that a note to come cites in full."""
        return [self.later[root] for root in self._later_in.get(note, ()) if root in self.later]

    def find_later_declared(self, name: str) -> str | None:
        """The full cite to come that declares the short `name`."""
        root = self._later_declared.get(name)
        return root if root in self.later else None

    def list_named(self, text: str) -> list[Work]:
        """The works so far whose author is named in `text`, in the order of the names."""
        found: dict[str, Work] = {}
        for word in _CAPITALISED.findall(text):
            bare = fold_marks(re.sub(r"['’]s?$", "", word))
            for work in self.works.find_by_folded(bare):
                found.setdefault(work.root.id, work)
        return list(found.values())

    def _complete(self, work: Work, resolution: Resolution) -> Work:
        """`work` with the author that an Idem stands for."""
        source = self.find_work(resolution.author_from)
        if source is None:
            return work
        return make_work(work.root, evolve(work.stated, author=source.stated.author))
