"""Looking beside a page, at an address that cannot exist."""

import contextlib
import threading
from collections.abc import Callable
from typing import Any

import pytest
from audit.look.scripts import Script, make_answer, make_page

from footnotes.audit.ask.answers import Answer
from footnotes.audit.look.probes import Probes
from footnotes.audit.look.walks import walk_to
from footnotes.model import LinkStatus, Sign

CITED = "http://a.org/papers/one.html"
WORDS = "The board of the harbour wrote in 1909 to all owners that the old quay would be closed in May."
ARTICLE = make_answer(200, make_page("The old quay", WORDS, "A second paragraph, on dredging and tides."))
SHELL = make_answer(200, make_page("Welcome to our new site", "Search the site or go to the front page."))

Tell = Callable[[str], Answer | LinkStatus]


class Host(Script):
    """A script that gives what it is told for each address that the table does not have."""

    def __init__(self, answers: dict[str, Any], otherwise: Tell) -> None:
        super().__init__(answers)
        self.otherwise = otherwise

    def ask(self, url: str, **settings: Any) -> Answer:
        """The answer for `url`."""
        if url not in self.answers:
            self.answers = {**self.answers, url: self.otherwise(url)}
        return super().ask(url, **settings)

    ask_patiently = ask


def _look(host: Script, url: str = CITED, probes: Probes | None = None) -> frozenset[Sign]:
    walk = walk_to(url, host.ask)
    return (probes or Probes(host, seed="x")).look_beside(url, walk)  # type: ignore[arg-type]  # an asker by its deeds


@pytest.mark.parametrize(
    ("page", "beside", "expected"),
    [
        (ARTICLE, make_answer(404), {Sign.SIBLING_MISSING}),
        (ARTICLE, make_answer(410, "Gone"), {Sign.SIBLING_MISSING}),
        (SHELL, SHELL, {Sign.SAME_AS_SIBLING}),
        (ARTICLE, SHELL, set()),
        # A wall or a failure says nothing of what the site does with addresses that cannot exist.
        (ARTICLE, make_answer(403, make_page("Forbidden")), set()),
        (ARTICLE, make_answer(429), set()),
        (ARTICLE, make_answer(500, make_page("Error")), set()),
        (ARTICLE, make_answer(200), set()),
        (ARTICLE, LinkStatus.TIMEOUT, set()),
        (ARTICLE, LinkStatus.POSTPONED, set()),
    ],
    ids=["404", "410", "same", "other", "403", "429", "500", "empty", "silence", "postponed"],
)
def test_what_a_sibling_says(page: Answer, beside: Answer | LinkStatus, expected: set[Sign]) -> None:
    """What the site does with an address that cannot exist has these signs."""
    assert expected == _look(Host({CITED: page}, lambda _: beside))


def test_both_are_led_to_one_address() -> None:
    """Where all addresses are sent to one, what is there is no page of either."""
    sink = "http://a.org/news"
    news = iter([ARTICLE, SHELL])
    host = Host({sink: lambda *_: next(news)}, lambda _: make_answer(302, Location=sink))

    assert {Sign.SAME_AS_SIBLING} == _look(host)


def test_each_is_led_to_its_own() -> None:
    """A site that adds a slash to everything sends nobody to the same place."""

    def answer(url: str) -> Answer:
        return make_answer(404) if url.endswith("/") else make_answer(301, Location=f"{url}/")

    assert {Sign.SIBLING_MISSING} == _look(Host({CITED: ARTICLE}, answer))


@pytest.mark.parametrize("url", ["http://a.org/", "http://a.org/index.html", "http://a.org/en/"])
def test_roots_have_no_sibling(url: str) -> None:
    """A front page may well be shown for every address: nothing is asked beside it."""
    host = Host({url: ARTICLE}, lambda _: ARTICLE)

    assert (frozenset(), [url]) == (_look(host, url), host.asked)


def test_one_probe_for_a_folder() -> None:
    """Pages of one folder share their probe; another folder, ending or host has its own."""
    host = Host({}, lambda _: make_answer(404))
    probes = Probes(host, seed="x")  # type: ignore[arg-type]  # as above
    pages = [
        *("http://a.org/papers/one.html", "http://a.org/papers/two.html", "http://a.org/papers/3.html"),
        *("http://a.org/papers/one.pdf", "http://a.org/other/one.html", "http://b.org/papers/one.html"),
        *("http://a.org/show?id=1", "http://a.org/show?id=2", "http://a.org/show?page=2"),
    ]
    walk = walk_to(CITED, Script({CITED: ARTICLE}).ask)
    signs = [probes.look_beside(url, walk) for url in pages]

    assert [{Sign.SIBLING_MISSING}] * 9 == signs
    # papers/*.html, papers/*.pdf, other/*.html, b.org, ?id=, ?page=
    assert 6 == len(host.asked)
    assert set() == set(host.asked) & set(pages)


def test_threads_share_a_probe() -> None:
    """Eight threads that need the same probe at once take it once, and all are told."""
    together = threading.Barrier(8)
    crowd = threading.Barrier(2)

    def answer(_: str) -> Answer:
        # Time for a second one to come, which nobody should.
        with contextlib.suppress(threading.BrokenBarrierError):
            crowd.wait(0.1)
        return make_answer(404)

    host = Host({CITED: ARTICLE}, answer)
    probes = Probes(host, seed="x")  # type: ignore[arg-type]  # as above
    walk = walk_to(CITED, host.ask)
    signs: list[frozenset[Sign]] = []

    def look() -> None:
        together.wait(10)
        signs.append(probes.look_beside(CITED, walk))

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)

    assert [frozenset({Sign.SIBLING_MISSING})] * 8 == signs
    assert 2 == len(host.asked)


def test_the_same_audit_asks_for_the_same_names() -> None:
    """An audit that goes on looks beside a page where it looked before; another audit elsewhere."""
    asked = []
    for seed in ("20261122", "20261122", "20261123"):
        host = Host({CITED: ARTICLE}, lambda _: make_answer(404))
        _look(host, probes=Probes(host, seed))  # type: ignore[arg-type]  # as above
        asked.append(host.asked[-1])

    assert asked[0] == asked[1] != asked[2]
