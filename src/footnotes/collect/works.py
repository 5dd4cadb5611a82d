"""The library of a paper, and of several papers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from footnotes.collect.identity import is_same_work
from footnotes.collect.keys import assign_keys, make_keys
from footnotes.collect.merge import merge_references
from footnotes.model import Apparatus, Cite, Confidence, Library, Reference, Resolution
from footnotes.text.fold import fold_title
from footnotes.text.languages import tell_language
from footnotes.text.subtitles import cut_subtitle

_FULL = {"full", "duplicate_full", "idem"}
"""The rules of cites that state their work."""
_OF_VOLUME = (
    "container_title",
    "editor",
    "collection_title",
    "publisher",
    "publisher_place",
    "issued",
    "volume",
    "isbn",
)
"""What the citation of a chapter says of the volume."""


def collect_library(cites: Sequence[Cite], resolutions: Sequence[Resolution]) -> Library:
    """One reference for each work that `cites` cite, in order of first citation.

    Only full citations state a work; a short form adds itself to `cited_by` and nothing else. A volume that
    is cited by its editor while only a chapter of it is cited in full is a work of its own.
    """
    wordings: dict[str, list[Reference]] = defaultdict(list)
    stated: dict[str, Reference] = {}
    citing: dict[str, list[str]] = defaultdict(list)
    for cite, resolution in zip(cites, resolutions, strict=True):
        target = resolution.target
        if resolution.container_of in stated:
            volume = _name_volume(resolution.container_of)
            citing[volume].append(cite.id)
            wordings[volume] = [_make_volume(stated[resolution.container_of])]
        if target is None:
            continue
        citing[target].append(cite.id)
        if cite.stated is not None and resolution.rule in _FULL:
            stated[cite.id] = _complete(cite.stated, resolution, stated)
            wordings[target].append(stated[cite.id])
        elif target in stated:
            stated[cite.id] = stated[target]
    works = [(merge_references(wordings[root]), ids) for root, ids in citing.items() if wordings[root]]
    keys = make_keys(work for work, _ in works)
    return Library(tuple(_conclude(work, ids, key) for (work, ids), key in zip(works, keys, strict=True)))


def _complete(work: Reference, resolution: Resolution, stated: Mapping[str, Reference]) -> Reference:
    """`work` with what other cites state of it: the author that Idem means, the volume of "in: ebd."."""
    source = stated.get(resolution.author_from or "")
    if source is not None and not work.author:
        work = evolve(work, author=source.author)
    shared = stated.get(resolution.container_from or "")
    if shared is not None:
        missing = {
            name: value
            for name in _OF_VOLUME
            if (value := getattr(shared, name)) and not getattr(work, name)
        }
        work = evolve(work, **missing)
    return work


def _name_volume(chapter: str) -> str:
    """The volume of a chapter as a work of its own: no cite has such an id."""
    return f"volume of {chapter}"


def _make_volume(chapter: Reference) -> Reference:
    """The volume that holds `chapter`, which is itself cited in full nowhere (rule R17)."""
    kept = {name: value for name in _OF_VOLUME if (value := getattr(chapter, name))}
    title = kept.pop("container_title", None)
    return Reference(type="book", title=title, **kept)


def _conclude(work: Reference, cited_by: Sequence[str], key: str) -> Reference:
    """`work` with its key, and with its language where the letters of the title leave no choice."""
    language = work.language or tell_language(work.title or "")
    return evolve(work, key=key, language=language, cited_by=tuple(cited_by))


def link_resolutions(resolutions: Sequence[Resolution], library: Library) -> tuple[Resolution, ...]:
    """`resolutions` with the keys of the works in `library` that they are about."""
    keys = {cite: work.key for work in library for cite in work.cited_by}
    return tuple(evolve(resolution, reference=keys.get(resolution.cite)) for resolution in resolutions)


def merge_libraries(libraries: Iterable[tuple[str, Library]]) -> Library:
    """One library of those of several papers, each given with the name of its paper.

    A work that several papers cite is one reference; its `cited_by` names the paper: `paper.txt#13.1`.
    """
    works: list[Reference] = []
    by_title: dict[str, list[int]] = defaultdict(list)
    for source, library in libraries:
        for work in library:
            named = evolve(work, cited_by=tuple(f"{source}#{cite}" for cite in work.cited_by))
            places = by_title[fold_title(cut_subtitle(work.title or ""))]
            at = next((one for one in places if is_same_work(works[one], work)), None)
            if at is None:
                places.append(len(works))
                works.append(named)
            else:
                together = works[at].cited_by + named.cited_by
                works[at] = evolve(merge_references([works[at], named]), cited_by=together)
    return Library(assign_keys(works))


def keep_certain(apparatus: Apparatus, least: str) -> Library:
    """The works of `apparatus` read and told apart with at least `least` confidence ("high" ... "low").

    What counts is the surest cite that states the work: of a full citation that was read with doubt a sure
    short form says nothing. A volume that is cited by its editor is as sure as the chapter it is known by.
    """
    ranks: dict[str, int] = {}
    for cite, resolution in zip(apparatus.cites, apparatus.resolutions, strict=True):
        if resolution.rule in _FULL:
            ranks[cite.id] = min(Confidence(cite.confidence).rank, resolution.confidence.rank)
        elif resolution.container_of in ranks:
            ranks[cite.id] = min(ranks[resolution.container_of], resolution.confidence.rank)
    enough = Confidence(least).rank
    kept = (
        work for work in apparatus.library if any(ranks.get(cite, -1) >= enough for cite in work.cited_by)
    )
    return Library(tuple(kept), apparatus.library.problems)
