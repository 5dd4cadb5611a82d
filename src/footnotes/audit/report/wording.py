"""How a finding reads: the copy to use, how near it is, what to write into the note, and small words."""

from datetime import datetime

from footnotes.audit.report.safe_text import fold_text, may_be_linked
from footnotes.model import (
    Archived,
    ArchivedState,
    CitedBy,
    CitedLink,
    Date,
    DateSource,
    LinkFinding,
    Memento,
    Rescue,
    Verdict,
)

_DAYS_COUNTED = 60
"""Up to here days say how near a copy is; beyond, months and years do."""
_MONTHS_COUNTED = 24
_MONTH = 30.44
_YEAR = 365.25

_EVENTS = {DateSource.ACCESSED: "it was read", DateSource.PUBLISHED: "it was published"}
_UNDATED = {
    DateSource.ACCESSED: "",
    DateSource.PUBLISHED: "; the day of reading is not stated",
    DateSource.NONE: "no date is cited to measure it by",
}


def tell_nearness(finding: LinkFinding) -> str:
    """How near the copy to use is to the day it is measured by: "12 days before it was read".

    Within a year or month that is not stated more exactly it is "in the year it was read", never "on the
    day". Empty where there is no copy.
    """
    rescue, source = finding.archived.rescue, finding.archived.measured_from
    if rescue is None:
        return ""
    days, event = rescue.days_from_access, _EVENTS.get(source)
    if days is None or event is None:
        return _UNDATED[DateSource.NONE]
    if days == 0:
        dates = {DateSource.ACCESSED: finding.link.accessed, DateSource.PUBLISHED: finding.link.published}
        near = f"{_name_unit(dates[source])} {event}"
    else:
        near = f"{spell_days(abs(days))} {'before' if days < 0 else 'after'} {event}"
    return near + _UNDATED[source]


def _name_unit(date: Date | None) -> str:
    if date is None or date.end or date.open_ended or date.approximate or date.uncertain:
        return "about when"
    start = date.start
    if start.season is not None:
        return "in the season"
    if start.month is None:
        return "in the year"
    return "in the month" if start.day is None else "on the day"


def spell_days(days: int) -> str:
    """A number of days as people say it: "12 days", "7 months", "3 years"."""
    if days <= _DAYS_COUNTED:
        return count(days, "day")
    months = round(days / _MONTH)
    return count(months, "month") if months < _MONTHS_COUNTED else count(round(days / _YEAR), "year")


def tell_copy(finding: LinkFinding) -> str:
    """The copy to use with its day and nearness, or why there is none; in words, without its address."""
    archived = finding.archived
    if archived.rescue is None:
        return _tell_absence(archived)
    copy = archived.rescue.memento
    parts = [f"{name_archive(copy)}, {spell_day(copy.captured)}", tell_nearness(finding)]
    told = "; ".join(part for part in (", ".join(parts), tell_agreement(archived.rescue)) if part)
    return fold_text(told)


def tell_agreement(rescue: Rescue) -> str:
    """What the copies on both sides of the day say of each other; nothing where there are none."""
    if rescue.representative is None:
        return ""
    if rescue.representative:
        return "the copies before and after that day are the same"
    return "the copies before and after that day differ"


def _tell_absence(archived: Archived) -> str:
    if archived.state is ArchivedState.UNREACHABLE:
        names = join_words([fold_text(name) for name in archived.unreachable]) or "the archives"
        return f"not known, for {names} did not answer"
    if archived.state is ArchivedState.FOUND:
        reasons = join_words([*dict.fromkeys(fold_text(one.reason) for one in archived.rejected)])
        return "none of the copies shows the work" + (f": {reasons}" if reasons else "")
    return {
        ArchivedState.NONE: "no archive has a copy",
        ArchivedState.NOT_ASKED: "the archives were not asked",
    }[archived.state]


def name_archive(copy: Memento) -> str:
    """The name of the archive that holds a copy."""
    return fold_text(copy.archive)


def write_fix(finding: LinkFinding) -> str | None:
    """What belongs into the note, as text to paste: the address with its copy, or its new address.

    None where nothing is known that would mend the citation. The cited address is never dropped (Wikipedia:
    Link rot, "keep the original URL"), but for a page that has moved for good.
    """
    look, rescue = finding.look, finding.archived.rescue
    if finding.verdict is Verdict.MOVED and look and look.final_url and may_be_linked(look.final_url):
        return look.final_url
    if rescue is None or not may_be_linked(rescue.memento.uri):
        return None
    day = spell_day(rescue.memento.captured)
    return f"{fold_text(finding.link.url)} (archived {day}, {rescue.memento.uri})"


def may_link(finding: LinkFinding) -> bool:
    """Whether a reader may be led to the page itself: not where others have taken its domain over."""
    return finding.verdict is not Verdict.USURPED


def name_citations(link: CitedLink) -> list[str]:
    """Where a URL is cited, each work once: "notes 5, 24, key", or the part of it that is known."""
    notes: dict[str | None, dict[int, None]] = {}
    for cited in link.cited_by:
        known = notes.setdefault(cited.reference, {})
        if cited.note is not None:
            known[cited.note] = None
    named = (_name_places([*numbers], key) for key, numbers in notes.items())
    return [name for name in named if name]


def name_citation(cited: CitedBy) -> str:
    """One place where a URL is cited: "note 24, key", or the part of it that is known."""
    return _name_places([] if cited.note is None else [cited.note], cited.reference)


def _name_places(notes: list[int], key: str | None) -> str:
    numbers = ", ".join(map(str, notes))
    parts = [f"note{'s'[: len(notes) != 1]} {numbers}" if notes else "", key or ""]
    return fold_text(", ".join(part for part in parts if part))


def spell_confidence(confidence: float) -> str:
    """A confidence in whole per cent; what is not certain is never printed as 100 %."""
    percent = round(confidence * 100)
    return f"{min(percent, 99) if confidence < 1 else percent} %"


def spell_day(moment: datetime) -> str:
    """The day of a moment as ISO 8601 writes it."""
    return moment.date().isoformat()


def join_words(words: list[str]) -> str:
    """`a, b and c`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def count(number: int, thing: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {thing}{'s'[: number != 1]}"
