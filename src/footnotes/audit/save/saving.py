"""Save Page Now 2: an archive is asked to keep living pages (opt-in; shared/specs/audit.md, 3.5).

    findings --plan_saves--> addresses --wish--> jobs --asked every few seconds--> SavedPage

Slow on purpose: twelve wishes a minute, few jobs at a time, each page named three times at most, and the
end of it as soon as the archive refuses the keys, is used up for today, or does not answer.
"""

from collections.abc import Iterable, Iterator

from footnotes.audit.ask.answers import Fetch
from footnotes.audit.save.keys import Keys
from footnotes.audit.save.pace import Clock, Pace
from footnotes.audit.save.plans import PageToSave
from footnotes.audit.save.queue import Queue, Wish
from footnotes.audit.save.saved_pages import SavedPage
from footnotes.audit.save.service import SaveService


def save_pages(  # noqa: PLR0913 - the last three have defaults that tests change
    pages: Iterable[PageToSave],
    fetch: Fetch,
    keys: Keys,
    *,
    service: SaveService | None = None,
    pace: Pace | None = None,
    clock: Clock | None = None,
) -> Iterator[SavedPage]:
    """Ask the archive to keep `pages` (of `plan_saves`); each cited URL's fate as soon as it is known.

    Nothing is sent before the first is asked for, and what was told stays true if the caller stops. No
    failure raises: it is a state with a message. The keys go out in one header, to the endpoint only.
    """
    queue = Queue(fetch, keys, service or SaveService(), pace or Pace(), clock or Clock())
    queue.waiting.extend(Wish(page) for page in pages)
    for page, result in queue.run():
        for url in page.urls:
            yield SavedPage(
                url, result.state, result.memento, keys.redact(result.message), asked=page.address
            )
