"""Audits to report: one as it comes of a paper, one whose pages want to harm its reader, and any at all."""

import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

import footnotes
from footnotes.model import (
    Archived,
    ArchivedState,
    ArchiveReport,
    ArchiveState,
    Audit,
    CitedBy,
    CitedLink,
    Date,
    DateSource,
    Hop,
    LinkCheck,
    LinkFinding,
    LinkStatus,
    Memento,
    Name,
    PartialDate,
    Reference,
    RejectedCopy,
    Rescue,
    Sign,
    Verdict,
)

LIBRARY = Path(__file__).parents[3] / "bib" / "000_d40ec8d5fa738bcb.biblatex.bib"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

FATES = tomllib.loads((Path(__file__).parents[2] / "cases" / "audit" / "fates.toml").read_text())["case"]


def imagine_seed_audit() -> Audit:
    """An audit of the pages that the seed paper cites, each with a fate; nothing was asked for it."""
    works = [work for work in footnotes.load_library(LIBRARY).references if work.url]
    findings = [_imagine_finding(work, place) for place, work in enumerate(works)]
    ftp = CitedLink(
        "ftp://ftp.example.org/treaty.txt", (CitedBy("treaty1994", 75, "75.1"),), titles=("Treaty",)
    )
    reason = "The scheme ftp is none that can be looked at."
    last = LinkFinding(ftp, Verdict.UNSUPPORTED, 1.0, reason, Archived(ArchivedState.NOT_ASKED))
    archives = (
        ArchiveReport("Internet Archive", ArchiveState.OK),
        ArchiveReport("archive.today", ArchiveState.HIBERNATING),
    )
    return Audit("seeds/000_d40ec8d5fa738bcb.txt", NOW, (*findings, last), archives)


def _imagine_finding(work: Reference, place: int) -> LinkFinding:
    fate = FATES[place % len(FATES)]
    verdict, status, code = Verdict(fate["verdict"]), LinkStatus(fate["status"]), fate.get("code")
    signs = frozenset(map(Sign, fate["signs"]))
    link = _cite_work(work, place)
    away = {Verdict.SOFT_DEAD, Verdict.MOVED}
    final = f"{link.url.split('/')[0]}//{link.url.split('/')[2]}/" + ("new/" * (verdict is Verdict.MOVED))
    look = LinkCheck(
        link.url,
        status,
        NOW + timedelta(seconds=place),
        code=code,
        final_url=(final if verdict in away else link.url) if code else None,
        chain=(Hop("301" if verdict is Verdict.MOVED else "302", final),) if verdict in away else (),
        seconds=0.2 + place % 7 / 10,
        digest=f"sha256:{place:064x}" if code else None,
        title=link.titles[0] if Sign.TITLE_FOUND in signs else "Home",
        media_type="text/html" if code else None,
        signs=signs,
        detail="" if code else {LinkStatus.DNS: "Name or service not known"}.get(status, "timed out"),
    )
    archived = _imagine_archived(link, place)
    return LinkFinding(link, verdict, fate["confidence"], fate["reason"], archived, look)


def _cite_work(work: Reference, place: int) -> CitedLink:
    cited = [CitedBy(work.key, place + 1, f"{place + 1}.1")]
    if place % 9 == 4:
        cited.append(CitedBy(work.key, place + 20, f"{place + 20}.1"))
    return CitedLink(
        work.url or "",
        tuple(cited),
        published=work.issued if isinstance(work.issued, Date) else None,
        accessed=work.accessed if isinstance(work.accessed, Date) else None,
        titles=(work.title,) if work.title else (),
        authors=tuple(name.family for name in work.author if isinstance(name, Name)),
        container=work.container_title,
    )


def _imagine_archived(link: CitedLink, place: int) -> Archived:
    near = datetime(2023, 1, 5, 11, 4, tzinfo=UTC) if link.accessed else NOW
    days = (-12, 3, 0, -410, 95)[place % 5]
    before, after = (
        _copy(link.url, near + timedelta(days=days)),
        _copy(link.url, near + timedelta(days=230)),
    )
    source = DateSource.ACCESSED if link.accessed else DateSource.NONE
    if place % 8 == 6:
        return Archived(ArchivedState.NONE, measured_from=source)
    if place % 11 == 7:
        return Archived(ArchivedState.UNREACHABLE, measured_from=source, unreachable=("Internet Archive",))
    if place % 13 == 9:
        rejected = (RejectedCopy(before, "the archived answer is a 404"),)
        return Archived(ArchivedState.FOUND, None, before, None, source, rejected=rejected)
    rescue = Rescue(before, days if link.accessed else None, (True, None, False)[place % 3])
    return Archived(ArchivedState.FOUND, rescue, before, after, source, similarity=0.93)


def _copy(url: str, captured: datetime) -> Memento:
    uri = f"https://web.archive.org/web/{captured:%Y%m%d%H%M%S}/{url}"
    return Memento(url, uri, captured, "Internet Archive", "QXK5LZ3J7R4WOVPDT2NYH6SBEMCFAIGU", 200)


ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</script><script>alert(2)</script>",
    "</style><style>body{display:none}</style>",
    "<!-- --><svg onload=alert(1)>",
    "]]><b>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "http://a/\"onclick=alert(1) b='",
    "https://example.org/?q=<b>&x=|`y`",
    "https://[broken",
    "\u202egnp.exe\u2066",
    "NUL \x00 ESC \x1b[31m BEL \x07 \x9b31m",
    "half \ud83d end \uffff",
    "{{ 7 * 7 }} {% raw %}",
    '=HYPERLINK("http://evil","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "| a | b |\n| --- |",
    "[click](javascript:alert(1)) ![x](http://evil/x.png) <https://evil.example>",
    "@maintainer #1 `code` $x$ :smile: www.evil.example http://evil.example a@evil.example",
    "x" * 10_000,
)  # fmt: skip
"""What a page, or its address, may hold to harm whoever reads of it."""


def make_hostile_finding(words: str) -> LinkFinding:
    """A finding that has the same words in every place where a stranger's words may stand."""
    copy = Memento(words, words, NOW, words, words, 200)
    look = LinkCheck(
        words, LinkStatus.OK, NOW, 200, words, (Hop(words, words),), 1.0, words, words, words,
        fragment_found=False, signs=frozenset(Sign), detail=words,
    )  # fmt: skip
    year = Date(PartialDate(2020))
    link = CitedLink(words, (CitedBy(words, 1, words),), year, year, (words, words), (words,), words, words)
    rejected = (RejectedCopy(copy, words),)
    archived = Archived(
        ArchivedState.FOUND, Rescue(copy, -3, representative=True), copy, copy,
        DateSource.ACCESSED, 0.5, rejected, (words,),
    )  # fmt: skip
    return LinkFinding(link, Verdict.SOFT_DEAD, 0.5, words, archived, look, look)


_WORDS = st.text(st.characters(codec=None), max_size=12) | st.sampled_from(
    [
        "javascript:alert(1)",
        "<script>",
        '"',
        "=1",
        "https://[",
        "http://e.org/a?b#c",
        "http://\u202e/",
        "{{x}}",
    ]
)
_MAYBE = st.none() | _WORDS
_CODES = st.none() | st.integers(100, 999)
_SHARES = st.floats(0, 1)
_MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.timezones())  # noqa: DTZ001 - bounds have no zone
_YEARS = st.integers(-5000, 12_000)
_DAYS = st.one_of(
    st.builds(PartialDate, _YEARS),
    st.builds(PartialDate, _YEARS, st.integers(1, 12)),
    st.builds(PartialDate, _YEARS, st.integers(1, 12), st.integers(1, 31)),
    st.builds(PartialDate, _YEARS, season=st.integers(1, 4)),
)
_FLAGS = {"approximate": st.booleans(), "uncertain": st.booleans()}
_DATES = st.none() | st.one_of(
    st.builds(Date, _DAYS, st.none() | _DAYS, **_FLAGS),
    st.builds(Date, _DAYS, open_ended=st.just(value=True), **_FLAGS),
)


def _lists(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


_MEMENTOS = st.builds(Memento, _WORDS, _WORDS, _MOMENTS, _WORDS, _MAYBE, _CODES)
_ARCHIVED = st.builds(
    Archived,
    st.sampled_from(ArchivedState),
    st.none()
    | st.builds(Rescue, _MEMENTOS, st.none() | st.integers(-99_999, 99_999), st.none() | st.booleans()),
    st.none() | _MEMENTOS,
    st.none() | _MEMENTOS,
    st.sampled_from(DateSource),
    st.none() | _SHARES,
    _lists(st.builds(RejectedCopy, _MEMENTOS, _WORDS)),
    _lists(_WORDS),
)
_LOOKS = st.builds(
    LinkCheck,
    _WORDS,
    st.sampled_from(LinkStatus),
    _MOMENTS,
    _CODES,
    _MAYBE,
    _lists(st.builds(Hop, _WORDS, _WORDS)),
    st.floats(0, 10_000),
    _MAYBE,
    _MAYBE,
    _MAYBE,
    st.none() | st.booleans(),
    st.frozensets(st.sampled_from(Sign)),
    detail=_WORDS,
)
_CITATIONS = st.builds(CitedBy, _MAYBE, st.none() | st.integers(1, 999), _MAYBE)
_LINKS = st.builds(
    CitedLink, _WORDS, _lists(_CITATIONS), _DATES, _DATES, _lists(_WORDS), _lists(_WORDS), _MAYBE, _MAYBE
)
_FINDINGS = st.builds(
    LinkFinding,
    _LINKS,
    st.sampled_from(Verdict),
    _SHARES,
    _WORDS,
    _ARCHIVED,
    st.none() | _LOOKS,
    st.none() | _LOOKS,
)
AUDITS: st.SearchStrategy[Audit] = st.builds(
    Audit,
    _WORDS,
    _MOMENTS,
    _lists(_FINDINGS),
    _lists(st.builds(ArchiveReport, _WORDS, st.sampled_from(ArchiveState))),
)
"""Any audit that the types allow, with words that want to harm in it."""
