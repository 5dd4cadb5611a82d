"""A process that records looks in a journal and says so on its output; the tests start and kill it."""

import sys
from datetime import UTC, datetime

from footnotes.audit.keep.journal import open_journal
from footnotes.audit.plan.plans import Plan
from footnotes.model import Archived, ArchivedState, LinkCheck, LinkStatus


def record_looks(path: str, name: str, count: int) -> None:
    """Record `count` looks, each said on the output once its record has been acknowledged; then close."""
    with open_journal(path) as journal:
        audit = journal.begin_audit(name, Plan((), name), datetime.now(UTC), {})
        print("begun", audit.id, flush=True)  # noqa: T201 - the tests read it
        for number in range(count):
            url = f"http://{name}.example/{number}"
            journal.record_look(
                audit, url, LinkCheck(url, LinkStatus.OK, datetime.now(UTC), title="é" * 200)
            )
            print("look", url, flush=True)  # noqa: T201 - the tests read it
            if number % 5 == 0:
                journal.record_copies(audit, url, Archived(ArchivedState.NONE))
                print("copies", url, flush=True)  # noqa: T201 - the tests read it
        journal.finish_audit(audit)
        print("finished", audit.id, flush=True)  # noqa: T201 - the tests read it


if __name__ == "__main__":
    record_looks(sys.argv[1], sys.argv[2], int(sys.argv[3]))
