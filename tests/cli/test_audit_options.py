"""Options of `footnotes audit` that cannot be meant, and the sentences of its plan."""

from collections.abc import Callable

import pytest
from click.testing import Result

from footnotes.audit import Settings, choose_archives, describe_plan, plan_audit, read_url_list


@pytest.mark.parametrize(
    "option",
    [
        ("--timeout", "nan"),
        ("--timeout", "inf"),
        ("--max-time", "1e300"),
        ("--host-request-interval", "nan"),
        ("--max-concurrency", "100000"),
        ("--max-age", "900000d"),
        ("--user-agent", "me\r\nX-Other: you"),
        ("--user-agent", "☃"),
        ("--contact", "a\nb"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant_is_refused(run: Callable[..., Result], option: tuple[str, str]) -> None:
    """A number without end, a century and a header in a header are refused before anything is asked."""
    told = run("audit", "--urls", "list.txt", *option)

    assert 64 == told.exit_code
    assert option[0] in told.stderr


def test_the_plan_counts_what_archives_are_asked_for() -> None:
    """Copies are counted where the archive has no limits, too; one address is one address."""
    plan = plan_audit([read_url_list("http://a.example/1\nmailto:me@a.example\n")], source="list")
    sentences = list(describe_plan(plan, Settings(), choose_archives(["http://b.example/papers/"])))

    assert [
        "list: 1 page at 1 host to look at: 1 s at the least.",
        "Copies of 1 page to ask for at b.example/papers: 2 s by their limits.",
        "1 address is not asked for.",
    ] == sentences


def test_a_plan_without_pages() -> None:
    """Where nothing is looked at, no time is promised and no archive named."""
    plan = plan_audit([read_url_list("mailto:me@a.example\nftp://a.example/1\n")], source="list")
    sentences = list(describe_plan(plan, Settings(), choose_archives([])))

    assert ["list: there is no page to look at.", "2 addresses are not asked for."] == sentences
