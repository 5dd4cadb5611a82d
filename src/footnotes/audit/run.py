"""An audit at work: each link of a plan is looked at, the archives are asked, and all is written down."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import zip_longest

from attrs import evolve, frozen

from footnotes.audit.ask.asking import Asker
from footnotes.audit.ask.throttle import StoppedError
from footnotes.audit.crew import Crew
from footnotes.audit.inspect.captures import judge_capture
from footnotes.audit.inspect.signs import prepare_signs
from footnotes.audit.keep.evidence import Evidence
from footnotes.audit.look.looker import Looker
from footnotes.audit.plan.plans import Plan
from footnotes.audit.rescue.archives import Archive
from footnotes.audit.rescue.cited_copies import check_copy, find_original, offer_copy
from footnotes.audit.rescue.copies import find_copies
from footnotes.audit.rescue.health import ArchiveHealth
from footnotes.model import CitedLink, Hop, LinkCheck, LinkStatus
from footnotes.text.url_parts import drop_fragment, split_url

_ARCHIVE_THREADS = 8
"""Archives are asked by threads of their own: waiting for their limits must not hold up the looks."""

_NOT_FOR_ARCHIVES = {LinkStatus.EXCLUDED, LinkStatus.UNSUPPORTED, LinkStatus.PRIVATE}
"""Of these no archive is asked: the address is no page, or none of anybody's business."""

_COPY_OF = "copy-of"
"""The cause of the first hop from an archive's short address to the page of which it has a copy."""

Progress = Callable[[str], None]
"""Told "look" or "copies" each time one of them is done."""


@frozen
class Tools:
    """What the threads of one audit work with; `now` gives the time in UTC."""

    looker: Looker
    asker: Asker
    archives: Sequence[Archive]
    health: ArchiveHealth
    now: Callable[[], datetime]
    threads: int


def carry_out(plan: Plan, evidence: Evidence, tools: Tools, progress: Progress) -> None:
    """Do what of `plan` there is no evidence of yet, and write down each answer as it comes.

    What was done stays done if this is interrupted; KeyboardInterrupt leaves the requests under way behind.
    """
    # The words that pages are known by are many: loaded now, they keep no host waiting for the first look.
    prepare_signs()
    with Crew(_ARCHIVE_THREADS, "archives") as archivists, Crew(tools.threads, "looks") as lookers:
        work = _Work(plan, evidence, tools, progress, archivists)
        for links in _interleave(_group(plan.links)):
            lookers.add(partial(work.look_at, links))
        lookers.wait()
        archivists.wait()


@frozen
class _Work:
    """The tasks of an audit."""

    plan: Plan
    evidence: Evidence
    tools: Tools
    progress: Progress
    archivists: Crew

    def look_at(self, links: Sequence[CitedLink]) -> None:
        """Look at one address, for all its links of which there is no look yet."""
        known = {link.url: look for link in links if (look := self.evidence.find_look(link.url))}
        missing = [link for link in links if link.url not in known]
        # What is left out is a matter of each link: another place of the same page may be looked at.
        wanted = [link for link in missing if link.url not in self.plan.excluded]
        unwanted = [link for link in missing if link.url in self.plan.excluded]
        looks = [
            *zip(wanted, self._take_looks(wanted) if wanted else (), strict=True),
            *((link, LinkCheck(link.url, LinkStatus.EXCLUDED, self.tools.now())) for link in unwanted),
        ]
        for link, look in looks:
            self.evidence.record_look(link.url, look)
            known[link.url] = look
        for link in links:
            self.progress("look")
            look = known[link.url]
            is_archived = self.tools.archives or link.cited_copy
            if is_archived and look.status not in _NOT_FOR_ARCHIVES:
                self.archivists.add(partial(self.ask_archives, link, look))
            else:
                self.progress("copies")

    def ask_archives(self, link: CitedLink, look: LinkCheck) -> None:
        """Ask the archives for copies of the page that was looked at, unless their answer is there already.

        Of a copy that the paper cites itself it is asked whether the archive still shows it.
        """
        if self.evidence.find_copies(link) is None:
            fetch, archives, now = self.tools.asker.ask_patiently, self.tools.archives, self.tools.now()
            page = evolve(link, url=_find_page(link, look))
            archived = find_copies(
                page, fetch, archives, judge_capture, now, look.sketch, health=self.tools.health
            )
            if link.cited_copy:
                copy = check_copy(link.cited_copy, fetch, archives, now)
                archived = offer_copy(archived, copy, page, judge_capture, now)
                if link.cited_copy != link.url:
                    self.evidence.record_look(link.cited_copy, copy.check)
            self.evidence.record_copies(link, archived)
        self.progress("copies")

    def _take_looks(self, links: Sequence[CitedLink]) -> Sequence[LinkCheck]:
        """A look for each link of one address; a fault of our own costs this address only."""
        now = self.tools.now()
        try:
            return self._look_at_original(links) or self.tools.looker.look_at(links)
        except StoppedError:
            raise
        except Exception as fault:  # noqa: BLE001 - one page must not cost an audit all others
            detail = f"a fault of this program ({type(fault).__name__}: {fault})"
            return [LinkCheck(link.url, LinkStatus.UNREACHABLE, now, detail=detail) for link in links]

    def _look_at_original(self, links: Sequence[CitedLink]) -> Sequence[LinkCheck]:
        """The looks at the page of which an archive's short address is a copy; empty if it is none.

        perma.cc/ABCD-1234 does not name the page: the archive has to be asked for it.
        """
        if links[0].cited_copy != links[0].url:
            return ()
        found = find_original(links[0].url, self.tools.asker.ask_patiently, self.tools.archives)
        if found is None or not found.original:
            return ()
        looks = self.tools.looker.look_at([evolve(link, url=found.original) for link in links])
        start = Hop(_COPY_OF, found.original)
        return [
            evolve(look, url=link.url, chain=(start, *look.chain))
            for link, look in zip(links, looks, strict=True)
        ]


def _find_page(link: CitedLink, look: LinkCheck) -> str:
    """The address of the page that is cited: that of the original where an archive had to tell it."""
    first = look.chain[0] if look.chain else None
    return first.url if first and first.cause == _COPY_OF else link.url


def _group(links: Iterable[CitedLink]) -> list[list[CitedLink]]:
    """The links by the address that is asked for: parts of one page are looked at in one look."""
    groups = defaultdict(list)
    for link in links:
        groups[drop_fragment(link.url)].append(link)
    return list(groups.values())


def _interleave(groups: Iterable[list[CitedLink]]) -> Iterator[list[CitedLink]]:
    """The groups so that hosts take turns: the limits of one host then keep few threads waiting."""
    hosts = defaultdict(list)
    for group in groups:
        hosts[split_url(group[0].url).netloc].append(group)
    for round_ in zip_longest(*hosts.values()):
        yield from (group for group in round_ if group is not None)
