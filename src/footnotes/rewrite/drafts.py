"""What could be written for each back-reference, the best first."""

import re
from collections.abc import Iterator

from attrs import evolve, field, frozen

from footnotes.model import Cite, CiteForm, Confidence, Reference, Resolution, Span
from footnotes.rewrite.doubts import find_doubt, is_back_reference
from footnotes.rewrite.edits import WrittenForm
from footnotes.rewrite.fulls import FULL_STOP, ends_in_place, write_fulls
from footnotes.rewrite.ibids import IbidWords, find_ibid_words, is_nameless, may_be_ibid, write_ibid
from footnotes.rewrite.keys import write_key
from footnotes.rewrite.names import print_names
from footnotes.rewrite.places import UnclearPlaceError, WrittenPlace, write_place
from footnotes.rewrite.printed import Paper
from footnotes.rewrite.seams import join_words
from footnotes.rewrite.shorts import ShortForm, make_short, write_shorts
from footnotes.rewrite.titles import find_title

_LABEL = re.compile(r"[^\W\d_]{2,8}[.:]\s")
"""The word for an editor or a volume at the beginning of what passes for a title: "çev.", "in:"."""
_LATIN = {CiteForm.IBID, CiteForm.OP_CIT, CiteForm.LOC_CIT}
"""Forms that name no work; where Ibid. may not stand they become short forms."""


@frozen
class Draft:
    """A back-reference: where it stands, and what could stand there; `doubt` says why nothing can.

    One without wordings and without doubt is printed in the wanted form already.
    """

    cite: Cite
    span: Span
    wordings: tuple[str, ...] = ()
    doubt: str | None = None


@frozen
class Drafter:
    """Drafts the back-references of one paper in one form."""

    paper: Paper
    form: WrittenForm
    least: Confidence
    repeats: bool
    _ibid: IbidWords = field(init=False)
    _shorts: dict[str, ShortForm] = field(init=False, factory=dict)

    @_ibid.default
    def _find_ibid(self) -> IbidWords:
        return find_ibid_words(self.paper)

    def draft_all(self) -> Iterator[Draft]:
        """A draft for each back-reference of the paper, in reading order."""
        apparatus = self.paper.apparatus
        for at, (cite, resolution) in enumerate(zip(apparatus.cites, apparatus.resolutions, strict=True)):
            if not is_back_reference(cite, resolution, repeats=self.repeats):
                continue
            if cite.form is CiteForm.IDEM:
                if self.form in {WrittenForm.SHORT, WrittenForm.FULL}:
                    yield self._draft_idem(cite, resolution)
                continue
            doubt = find_doubt(self.paper, cite, resolution, self.least)
            yield Draft(cite, cite.span, doubt=doubt) if doubt else self._draft(at, cite, resolution)

    def _draft(self, at: int, cite: Cite, resolution: Resolution) -> Draft:
        ibid = self.form is WrittenForm.IBID and may_be_ibid(self.paper, at, self.least)
        if self._is_kept(cite, resolution, ibid=ibid):
            return Draft(cite, cite.span)
        if not ibid and not self._has_sure_words(resolution):
            return Draft(cite, cite.span, doubt="parts")
        try:
            wordings = dict.fromkeys(self._list_wordings(cite, resolution, ibid=ibid))
        except UnclearPlaceError:
            return Draft(cite, cite.span, doubt="place")
        return Draft(cite, cite.span, tuple(wordings), None if wordings else "misread")

    def _is_kept(self, cite: Cite, resolution: Resolution, *, ibid: bool) -> bool:
        """Whether `cite` is printed in the wanted form already."""
        if self.form is WrittenForm.SHORT:
            # A work without an author has nothing to stand before its short title.
            named = self._find_work(self.paper.cites[resolution.target or ""]).creators
            kept = CiteForm.SHORT_AUTHOR_TITLE if named else CiteForm.SHORT_TITLE
            return cite.idem is None and cite.form in {kept, CiteForm.SHORT_AUTHOR_TITLE}
        if self.form is WrittenForm.IBID:
            own = (
                self._ibid.tradition is not None and self._ibid.tradition.needs_place and is_nameless(cite)
            )
            return own or cite.form is CiteForm.IBID if ibid else cite.form not in _LATIN
        return False

    def _has_sure_words(self, resolution: Resolution) -> bool:
        """Whether the words that are to be written are surely author, title and the rest of the work.

        A key has no such words. A full citation is repeated to the letter, if its place stands at its end;
        a short form may have the words of one that the author has printed himself.
        """
        root = self.paper.cites[resolution.target or ""]
        if self.form is WrittenForm.KEY or self._is_sure(root):
            return True
        if self.form is WrittenForm.FULL:
            return root.form is CiteForm.FULL and ends_in_place(self.paper, root)
        return bool(self.paper.shorts.get(resolution.reference or ""))

    def _is_sure(self, root: Cite) -> bool:
        """Whether the parts of a full citation are sure, and those of the one that gives its author."""
        author = self._find_author(root)
        meaning = self.paper.resolutions[root.id]
        title = find_title(self.paper, root)
        if title is not None and title.words[:1].islower() and _LABEL.match(title.words):
            return False
        read = (Confidence(one.confidence) for one in (root, author))
        return min(one.rank for one in (*read, meaning.confidence)) >= self.least.rank

    def _list_wordings(self, cite: Cite, resolution: Resolution, *, ibid: bool) -> Iterator[str]:
        place = write_place(self.paper, cite, resolution)
        if self.form is WrittenForm.KEY:
            yield join_words(self.paper, cite, write_key(resolution))
        elif ibid:
            written = write_ibid(self.paper, self._ibid, cite, resolution, place.whole)
            yield join_words(self.paper, cite, written)
        elif self.form is WrittenForm.FULL:
            for words in self._write_fulls(self.paper.cites[resolution.target or ""], place):
                yield join_words(self.paper, cite, words)
        else:
            short = self._find_short(resolution)
            for words in write_shorts(self.paper, short, place):
                yield join_words(self.paper, cite, words, inside=short.stop_inside)

    def _find_short(self, resolution: Resolution) -> ShortForm:
        root = resolution.target or ""
        if root not in self._shorts:
            self._shorts[root] = self._make_short(self.paper.cites[root], resolution.reference or "")
        return self._shorts[root]

    def _make_short(self, root: Cite, key: str) -> ShortForm:
        if self._is_sure(root):
            return make_short(self.paper, self._find_work(root), root, self._find_author(root))
        own = self.paper.shorts[key][0]
        stated = own.stated or self._find_work(root)
        return make_short(self.paper, evolve(stated, key=key), own, own)

    def _find_work(self, root: Cite) -> Reference:
        """The work of a full citation, with the author that an Idem stands for."""
        work = self.paper.works.by_key[self.paper.resolutions[root.id].reference or ""]
        author = self._find_author(root)
        if work.creators or author is root or author.stated is None:
            return work
        return evolve(work, author=author.stated.author)

    def _write_fulls(self, root: Cite, place: WrittenPlace) -> Iterator[str]:
        """The full citation; one that begins with Idem has the name for it."""
        idem = (
            self._draft_idem(root, self.paper.resolutions[root.id]) if root.form is CiteForm.IDEM else None
        )
        for words in write_fulls(self.paper, root, place):
            if idem is None:
                yield words
            elif idem.wordings:
                yield idem.wordings[0] + words[len(idem.span) :]

    def _draft_idem(self, cite: Cite, resolution: Resolution) -> Draft:
        """The name that an Idem stands for, in the place of that word alone."""
        word = _match_idem(self.paper, cite)
        author = self._find_author(cite)
        name = print_names(self.paper, author)
        span = Span(*word.span()) if word else cite.span
        if resolution.author_from is None or resolution.confidence.rank < self.least.rank:
            return Draft(cite, span, doubt="author")
        if word is None or name is None:
            return Draft(cite, span, doubt="nameless")
        if Confidence(author.confidence).rank < self.least.rank:
            return Draft(cite, span, doubt="parts")
        # "GOLDMANN, Lucien." closes with the full stop that parts it from a title.
        following = self.paper.text[span.end : span.end + 1]
        name = FULL_STOP.sub("", name) if word["comma"] or following == "," else name
        return Draft(cite, span, (name + (word["comma"] or ""),))

    def _find_author(self, cite: Cite) -> Cite:
        """The full citation that prints the author of `cite`, which may be an Idem after an Idem."""
        seen = set[str]()
        while cite.form is CiteForm.IDEM and cite.id not in seen:
            seen.add(cite.id)
            before = self.paper.resolutions.get(self.paper.resolutions[cite.id].author_from or "")
            if before is None:
                break
            cite = self.paper.cites[before.target or before.cite]
        return cite


def _match_idem(paper: Paper, cite: Cite) -> re.Match[str] | None:
    """The word of `cite` that stands for its author, with the marks of emphasis around it."""
    if not cite.idem:
        return None
    words = r"\s+".join(map(re.escape, cite.idem.split()))
    marked = re.compile(rf"(?P<mark>\*\*|\*|__|_|)(?:{words})(?:(?P<comma>,)(?=[*_]))?(?P=mark)")
    return marked.match(paper.text, cite.span.start, cite.span.end)
