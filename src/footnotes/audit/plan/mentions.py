"""Where papers, libraries and lists name a URL: one mention for each place, in the order of citation."""

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from footnotes.audit.plan.cited_urls import complete_url, make_doi_url, normalize_url
from footnotes.model import Apparatus, Cite, CitedBy, Library, Note, Reference
from footnotes.text.urls import find_urls

Source = Apparatus | Library | list[str] | tuple[str, ...]
"""What can be audited: a paper, the works of some, or plain URLs."""

_SURE = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_COPY_FIELDS = ("archiveurl", "archive_url", "archive-url")
"""Where libraries keep the address of a copy; no format has a standard field for it."""


@frozen
class Mention:
    """A URL, as it can be asked for, and one place that cites it.

    A plain list does not say what cites its URLs. `works` are what is known of the cited page, the nearest
    first: the words of the cite, the reference. `copy` is the archived copy that the library names for it.
    """

    url: str
    cited_by: CitedBy | None = None
    works: tuple[Reference, ...] = ()
    copy: str | None = None
    place: tuple[int, int] = field(default=(0, 0), eq=False)
    """Where it stands in the source: the note's start, then its own."""


def list_mentions(source: Source) -> Iterator[Mention]:
    """All mentions of URLs in `source`, in the order of citation."""
    if isinstance(source, Apparatus):
        return iter(_list_in_paper(source))
    if isinstance(source, Library):
        return _list_in_library(source)
    return (Mention(complete_url(url)) for url in source if url.strip())


def find_address(work: Reference) -> str | None:
    """The URL that a work is cited by: its own, else that of its DOI, else None."""
    if work.url and work.url.strip():
        return complete_url(work.url)
    return make_doi_url(work.doi) if work.doi and work.doi.strip() else None


def _list_in_library(library: Library) -> Iterator[Mention]:
    for work in library:
        url = find_address(work)
        if url:
            yield Mention(url, CitedBy(reference=work.key or None), (work,), _find_copy(work))


def _list_in_paper(paper: Apparatus) -> list[Mention]:
    """The mentions by the works of the paper, and those by URLs that are printed and were not collected."""
    starts = {note.number: note.span.start for note in paper.notes}
    mentions = [mention for work in paper.library for mention in _list_by_work(paper, work, starts)]
    seen = {(mention.place[0], normalize_url(mention.url)) for mention in mentions}
    printed = (mention for note in paper.notes for mention in _list_printed(paper, note))
    missed = [one for one in printed if (one.place[0], normalize_url(one.url)) not in seen]
    return sorted([*mentions, *missed], key=lambda mention: mention.place)


def _list_by_work(paper: Apparatus, work: Reference, starts: Mapping[int, int]) -> Iterator[Mention]:
    """A mention for each cite of a work that has an address: an Ibid. cites it too.

    A cite that prints another address of the work than its first cite did stands for the one it prints.
    """
    cited = set(work.cited_by)
    address, copy = find_address(work), _find_copy(work)
    for cite in [cite for cite in paper.cites if cite.id in cited]:
        stated = find_address(cite.stated) if cite.stated and cite.stated.url else None
        url = stated or address
        if url:
            yield Mention(
                url=url,
                cited_by=CitedBy(work.key, cite.note, cite.id),
                works=(cite.stated, work) if cite.stated and url != address else (work,),
                copy=copy,
                place=(starts.get(cite.note, 0), cite.span.start),
            )


def _list_printed(paper: Apparatus, note: Note) -> Iterator[Mention]:
    """A mention for each URL in the text of a note, with the cite that it stands in."""
    for start, end in find_urls(note.text):
        printed, place = note.text[start:end], note.origin.locate(start, end).start
        # Without either it may be no URL at all ("vol.ii/3"); those that are have been collected.
        if not _SURE.match(printed):
            continue
        cite = _find_cite(paper, note, place)
        works = () if cite is None else _list_works(paper, cite)
        yield Mention(
            url=complete_url(printed),
            cited_by=CitedBy(
                reference=(works[-1].key or None) if works else None,
                note=note.number,
                cite=cite.id if cite else None,
            ),
            works=works,
            place=(note.span.start, place),
        )


def _find_cite(paper: Apparatus, note: Note, place: int) -> Cite | None:
    """The cite around a place, the innermost of several; None in the words between cites."""
    around = [
        cite
        for cite in paper.cites
        if cite.note == note.number and cite.span.start <= place < cite.span.end
    ]
    return min(around, key=lambda cite: len(cite.span), default=None)


def _list_works(paper: Apparatus, cite: Cite) -> tuple[Reference, ...]:
    """What is known of the work cited: the words of the cite first, then the reference they mean."""
    key = next((one.reference for one in paper.resolutions if one.cite == cite.id), None)
    known = (cite.stated, paper.library.find(key) if key else None)
    return tuple(work for work in known if work is not None)


def _find_copy(work: Reference) -> str | None:
    names = (text for name, text in work.extra if name.lower() in _COPY_FIELDS and text.strip())
    copy = next(names, None)
    return None if copy is None else complete_url(copy)
