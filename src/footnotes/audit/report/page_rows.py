"""The rows of the HTML report: what each cell says, in words and addresses that are fit to be shown."""

from collections.abc import Iterator

from attrs import frozen

from footnotes.audit.report.safe_text import fold_text, may_be_linked, name_host, shorten_end
from footnotes.audit.report.sign_words import tell_signs
from footnotes.audit.report.verdict_words import URGENCY, VERDICTS
from footnotes.audit.report.wording import (
    may_link,
    name_archive,
    name_citations,
    spell_confidence,
    spell_day,
    tell_agreement,
    tell_copy,
    tell_nearness,
    write_fix,
)
from footnotes.formats import format_edtf
from footnotes.model import Archived, Audit, LinkCheck, LinkFinding, Memento

_LONGEST = 400
"""A title that is longer than this is no title."""
_MOST_REJECTED = 10


@frozen
class Address:
    """A URL as text; `target` is where a link may lead, and None where nobody should be led."""

    text: str
    target: str | None


@frozen
class Fact:
    """A piece of evidence: what it is called, what it says, and an address with it."""

    name: str
    text: str
    address: Address | None = None


@frozen
class PageRow:
    """A finding as the template shows it; `order` and `rank` are for sorting, `fix` is the text to copy."""

    order: int
    rank: int
    verdict: str
    name: str
    mark: str
    confidence: str
    citations: tuple[str, ...]
    title: str
    imprint: str
    host: str
    address: Address
    reason: str
    facts: tuple[Fact, ...]
    chain: tuple[Fact, ...]
    copy_day: str
    copy_archive: str
    copy_nearness: str
    copy_agreement: str
    copy_address: Address | None
    copy_absence: str
    fix: str | None


def list_rows(audit: Audit) -> Iterator[PageRow]:
    """A row for each finding in its order, made when it is asked for."""
    for order, finding in enumerate(audit.findings):
        yield _make_row(order, finding)


def _make_row(order: int, finding: LinkFinding) -> PageRow:
    words, link, rescue = VERDICTS[finding.verdict], finding.link, finding.archived.rescue
    return PageRow(
        order=order,
        rank=URGENCY.index(finding.verdict),
        verdict=finding.verdict.value,
        name=words.name,
        mark=words.mark,
        confidence=spell_confidence(finding.confidence),
        citations=tuple(name_citations(link)),
        title=_show(link.titles[0]) if link.titles else "",
        imprint=_tell_imprint(finding),
        host=name_host(link.url),
        address=_make_address(link.url, is_safe=may_link(finding)),
        reason=_show(finding.reason),
        facts=tuple(_list_facts(finding)),
        chain=tuple(_list_chain(finding)),
        copy_day=spell_day(rescue.memento.captured) if rescue else "",
        copy_archive=name_archive(rescue.memento) if rescue else "",
        copy_nearness=tell_nearness(finding),
        copy_agreement=tell_agreement(rescue) if rescue else "",
        copy_address=_make_address(rescue.memento.uri) if rescue else None,
        copy_absence="" if rescue else tell_copy(finding),
        fix=write_fix(finding),
    )


def _make_address(url: str, *, is_safe: bool = True) -> Address:
    return Address(fold_text(url), url if is_safe and may_be_linked(url) else None)


def _show(text: str) -> str:
    return shorten_end(fold_text(text), _LONGEST)


def _tell_imprint(finding: LinkFinding) -> str:
    link = finding.link
    parts = [
        ", ".join(link.authors),
        link.container,
        format_edtf(link.published) if link.published else None,
        f"read {format_edtf(link.accessed)}" if link.accessed else None,
    ]
    return _show(" · ".join(part for part in parts if part))


def _list_chain(finding: LinkFinding) -> Iterator[Fact]:
    for hop in finding.look.chain if finding.look else ():
        yield Fact(fold_text(hop.cause), "", _make_address(hop.url, is_safe=may_link(finding)))


def _list_facts(finding: LinkFinding) -> Iterator[Fact]:
    link, look = finding.link, finding.look
    if len(link.titles) > 1:
        yield Fact("Also cited as", _show("; ".join(link.titles[1:])))
    if look is None:
        yield Fact("Looked at", "not asked for")
    else:
        yield from _list_look_facts(look)
    if link.cited_copy is not None:
        told = _tell_answer(finding.cited_copy) if finding.cited_copy else "not looked at"
        yield Fact("Copy cited by the paper", told, _make_address(link.cited_copy))
    yield from _list_archive_facts(finding.archived)


def _list_look_facts(look: LinkCheck) -> Iterator[Fact]:
    yield Fact("Looked at", f"{look.checked:%Y-%m-%d %H:%M} UTC, in {look.seconds:.1f} s")
    yield Fact("Answer", _tell_answer(look))
    if look.title:
        yield Fact("Title of the page", _show(look.title))
    if look.fragment_found is not None:
        yield Fact("Place in the page", "found" if look.fragment_found else "not found")
    if signs := tell_signs(look.signs):
        yield Fact("Seen", "; ".join(signs))
    if look.digest:
        yield Fact("Digest", _show(look.digest))


def _tell_answer(look: LinkCheck) -> str:
    parts = [look.status.value, str(look.code) if look.code is not None else "", look.media_type or ""]
    told = ", ".join(part for part in parts if part)
    return _show(f"{told}: {look.detail}" if look.detail else told)


def _list_archive_facts(archived: Archived) -> Iterator[Fact]:
    used = archived.rescue and archived.rescue.memento
    for name, memento in (("Copy before", archived.before), ("Copy after", archived.after)):
        if memento is not None and memento != used:
            yield Fact(name, _tell_memento(memento), _make_address(memento.uri))
    if archived.similarity is not None:
        yield Fact("Page and copy alike", f"{archived.similarity * 100:.0f} %")
    for one in archived.rejected[:_MOST_REJECTED]:
        told = f"{_tell_memento(one.memento)}: {_show(one.reason)}"
        yield Fact("Copy not used", told, _make_address(one.memento.uri))
    if (left := len(archived.rejected) - _MOST_REJECTED) > 0:
        yield Fact("Not shown", f"{left} more that cannot be used")
    if archived.unreachable:
        yield Fact("Did not answer", _show(", ".join(archived.unreachable)))


def _tell_memento(memento: Memento) -> str:
    code = f", {memento.code}" if memento.code is not None else ""
    return f"{name_archive(memento)}, {spell_day(memento.captured)}{code}"
