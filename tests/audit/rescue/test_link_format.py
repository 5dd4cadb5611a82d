"""Links with their relations, in headers and TimeMaps."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.rescue.link_format import Link, find_links, parse_links

_WORD = st.text(
    st.characters(codec="ascii", categories=["Ll", "Nd"], include_characters="-"), min_size=1, max_size=12
)
_LINKS = st.builds(
    Link,
    target=st.text(st.characters(exclude_characters="<>", exclude_categories=["Cs"]), max_size=40).map(
        str.strip
    ),
    relations=st.lists(_WORD, max_size=3).map(tuple),
    parameters=st.lists(
        st.tuples(_WORD.filter(lambda name: name != "rel"), st.text(max_size=20)), max_size=3
    ).map(tuple),
)


def _write_link(link: Link) -> str:
    """A link with all its values in quotation marks (RFC 8288, 3)."""
    relation = (("rel", " ".join(link.relations)),) if link.relations else ()
    return f"<{link.target}>" + "".join(
        f'; {name}="{_escape(value)}"' for name, value in (*relation, *link.parameters)
    )


def _escape(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


@given(st.lists(_LINKS, max_size=5).map(tuple))
def test_written_links_parse_back(links: tuple[Link, ...]) -> None:
    """What is written is read as it was, whatever stands in addresses and values."""
    assert links == parse_links(", ".join(map(_write_link, links)))


@given(st.text(alphabet='<>;,="\\ \n\tarelx', max_size=200))
def test_anything_is_parsed(text: str) -> None:
    """No text, however broken, is an error."""
    parse_links(text)


def test_addresses_hold_commas_and_semicolons() -> None:
    """What looks like the end of a link inside an address is part of it."""
    links = parse_links('<http://a.org/x,y;z=<1>; rel="original", <b>; rel=timemap')

    assert ["http://a.org/x,y;z=<1", "b"] == [link.target for link in links]
    assert ("original",) == links[0].relations


def test_a_timemap_is_read_with_its_trailing_comma() -> None:
    """Lines, a comma at the end, several relations in one link, and dates with commas in them."""
    text = (
        '<http://a.org/>; rel="original",\n'
        '<http://m.org/2006/http://a.org/>; REL="First Last memento"; '
        'DateTime="Sat, 14 Jan 2006 02:36:25 GMT",\n'
    )

    links = parse_links(text)

    assert datetime(2006, 1, 14, 2, 36, 25, tzinfo=UTC) == links[1].moment
    assert [links[1]] == find_links(links, "memento") == find_links(links, "last")


def test_quotes_may_be_escaped() -> None:
    """A quoted value ends at the first quote that is not escaped."""
    link = parse_links(r'<a>; title="say \"yes\", \\ <b>; rel=x"; rel="next"')[0]

    assert r'say "yes", \ <b>; rel=x' == link.find_parameter("title")
    assert ("next",) == link.relations


def test_parameters_may_lack_a_value() -> None:
    """A name alone is a parameter; the next one is read."""
    link = parse_links("<a>; crossorigin; rel=next; title")[0]

    assert (("crossorigin", ""), ("title", "")) == link.parameters
    assert ("next",) == link.relations


def test_the_first_relation_counts() -> None:
    """A second `rel` is ignored (RFC 8288, 3.3)."""
    assert ("self",) == parse_links("<a>; rel=self; rel=next")[0].relations


@pytest.mark.parametrize("broken", ["", "no link", "<unended", "<a", ",,;;", "rel=next"])
def test_broken_links_are_none(broken: str) -> None:
    """Without an address between brackets there is no link."""
    assert () == parse_links(broken)


@pytest.mark.parametrize(
    "piece", ["<", "<>;", '<a>;x="\\', "<a>;;;;", "<a>; a=", "<a>;" + " " * 50, '<a>;a="', "<a" * 3, ">,<"]
)
def test_hostile_links_take_linear_time(piece: str) -> None:
    """Eight times the text takes not much more than eight times as long."""

    def measure(times: int) -> float:
        text = piece * times
        started = time.process_time()
        parse_links(text)
        return time.process_time() - started

    measure(1000)
    short = max(min(measure(10_000) for _ in range(3)), 0.001)

    assert min(measure(80_000) for _ in range(3)) < 30 * short
