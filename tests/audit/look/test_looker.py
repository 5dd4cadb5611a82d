"""One look at a cited URL."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from audit.look.scripts import Script, Told, make_answer, make_page

from footnotes.audit.ask.answers import Answer
from footnotes.audit.look.looker import Looker
from footnotes.audit.look.probes import Probes
from footnotes.audit.look.walks import BROWSER_HEADERS
from footnotes.model import CitedLink, LinkCheck, LinkStatus, Sign

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
URL = "http://a.org/papers/one.html"
BROWSER = BROWSER_HEADERS["User-Agent"]
WORDS = "The board of the harbour wrote in 1909 to all owners that the old quay would be closed in May."
PAGE = make_page("The old quay", WORDS, '<a name="part-2">Part 2</a> More on dredging and tides.')
LIVE = make_answer(200, PAGE)


def _look(
    answers: Mapping[str, Told], *links: CitedLink, probes: bool = False, **settings: Any
) -> tuple[list[LinkCheck], Script]:
    script = Script(answers)
    asker: Any = script
    looker = Looker(asker, lambda: NOW, Probes(asker, "x") if probes else None, **settings)
    return looker.look_at(links or [CitedLink(URL)]), script


def _is_browser(headers: Mapping[str, str]) -> bool:
    return headers.get("User-Agent") == BROWSER


def test_a_page_that_is_there() -> None:
    """All that was seen is in the look: time, code, title, type, digest and text."""
    (look,), script = _look({URL: LIVE})

    assert (URL, LinkStatus.OK, NOW, 200) == (look.url, look.status, look.checked, look.code)
    assert (URL, "The old quay", "text/html") == (look.final_url, look.title, look.media_type)
    assert f"sha256:{hashlib.sha256(PAGE.encode()).hexdigest()}" == look.digest
    assert look.sketch
    assert (Sign.STAYED in look.signs, [URL]) == (True, script.asked)


def test_text_is_kept_where_it_is_compared_only() -> None:
    """Without archives there is nothing to compare with."""
    assert () == _look({URL: LIVE}, keeps_text=False)[0][0].sketch


def test_an_answer_without_a_body() -> None:
    """Nothing has no digest and no title, and is said to be empty."""
    (look,), _ = _look({URL: make_answer(204)})

    assert (None, None, LinkStatus.OK) == (look.digest, look.title, look.status)
    assert Sign.EMPTY in look.signs


@pytest.mark.parametrize("code", [403, 404, 405, 406, 429, 451, 503, 999])
def test_a_browser_is_let_in(code: int) -> None:
    """A page that is refused to programs and given to browsers is there, and the look says how."""

    def answer(headers: Mapping[str, str], _: Any) -> Answer:
        return LIVE if _is_browser(headers) else make_answer(code)

    (look,), script = _look({URL: answer})
    # Who was asked to come less often does not come again at once.
    expected = [None] if code == 429 else [None, BROWSER]

    assert expected == script.agents
    assert (code != 429) == (look.status is LinkStatus.OK) == (Sign.BROWSER_NEEDED in look.signs)


@pytest.mark.parametrize("code", [401, 403, 404, 503])
def test_a_browser_is_refused_too(code: int) -> None:
    """Where a browser is told the same, the first answer stands and nothing speaks of browsers."""
    (look,), script = _look({URL: make_answer(code, make_page("No"))})

    assert (LinkStatus.HTTP_ERROR, code) == (look.status, look.code)
    assert ([None, BROWSER], False) == (script.agents, Sign.BROWSER_NEEDED in look.signs)


@pytest.mark.parametrize("code", [410, 500, 502])
def test_what_no_browser_would_mend(code: int) -> None:
    """Codes that say the same to everybody are believed at once."""
    assert [None] == _look({URL: make_answer(code)})[1].agents


@pytest.mark.parametrize(
    ("failure", "agents"),
    [
        (LinkStatus.RESET, [None, BROWSER]),
        (LinkStatus.PROTOCOL, [None, BROWSER]),
        (LinkStatus.DNS, [None]),
        (LinkStatus.TIMEOUT, [None]),
        (LinkStatus.PRIVATE, [None]),
    ],
)
def test_failures(failure: LinkStatus, agents: list[str | None]) -> None:
    """A connection that was cut may have been so for being a program's; other failures stand."""
    (look,), script = _look({URL: failure})

    assert (failure, agents) == (look.status, script.agents)
    assert (None, None, f"it is {failure.value}") == (look.code, look.final_url, look.detail)


def test_places_of_one_page() -> None:
    """Links to several places of a page cost one request; each has its own address and its own finding."""
    links = [CitedLink(f"{URL}{part}") for part in ("", "#part-2", "#part-9")]
    looks, script = _look({URL: LIVE}, *links)

    assert ([None, True, False], [URL]) == ([look.fragment_found for look in looks], script.asked)
    assert [link.url for link in links] == [look.url for look in looks]
    assert 1 == len({look.digest for look in looks})


def test_places_of_what_is_no_page() -> None:
    """In what is not there, or is no HTML, no place can be looked for."""
    text = make_answer(200, "part-2", Content_Type="text/plain")
    link = CitedLink(f"{URL}#part-2")

    assert [None, None] == [
        _look({URL: one}, link)[0][0].fragment_found for one in (text, make_answer(404))
    ]


def test_titles_are_each_links_own() -> None:
    """Two works at one address are looked for each by its own title."""
    first, second = _look(
        {URL: LIVE},
        CitedLink(URL, titles=("The old quay",)),
        CitedLink(f"{URL}#x", titles=("A grammar of the Basque verb",)),
    )[0]

    assert Sign.TITLE_FOUND in first.signs
    assert Sign.TITLE_FOUND not in second.signs
    assert Sign.TITLE_ABSENT in second.signs


@pytest.mark.parametrize("url", ["mailto:me@a.org", "ftp://a.org/x", "http://[broken", "doi:10.1/x", ""])
def test_unsupported_addresses(url: str) -> None:
    """What cannot be looked at is said to be so, and nobody is asked."""
    (look,), script = _look({}, CitedLink(url))

    assert (url, LinkStatus.UNSUPPORTED, []) == (look.url, look.status, script.asked)


def test_the_way_is_kept() -> None:
    """Of a page that moved the look has the way, the end, and the signs of both."""
    moved = "http://b.org/quay"
    (look,), _ = _look({URL: make_answer(301, Location=moved), moved: LIVE})

    assert ([("301", moved)], moved) == ([(hop.cause, hop.url) for hop in look.chain], look.final_url)
    assert {Sign.PERMANENT, Sign.OTHER_SITE} <= look.signs


def test_no_probe_where_the_title_is_found() -> None:
    """A page with the cited title is no error page: nothing is asked beside it."""
    link = CitedLink(URL, titles=("The old quay",))
    _, script = _look({URL: LIVE}, link, probes=True)

    assert [URL] == script.asked


def test_a_probe_where_nothing_else_tells() -> None:
    """Without a title the site is asked for what cannot exist, once for all links of the page."""
    looks, script = _look({URL: LIVE}, CitedLink(URL), CitedLink(f"{URL}#part-2"), probes=True)

    assert 2 == len(script.asked)
    assert all(Sign.SIBLING_MISSING in look.signs for look in looks)


def test_no_probe_beside_what_is_gone() -> None:
    """Beside a 404 there is nothing to find out."""
    _, script = _look({URL: make_answer(410)}, probes=True)

    assert [URL] == script.asked
