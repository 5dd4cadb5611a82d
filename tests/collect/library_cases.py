"""How the cases write a work in one line, and works of any kind for the laws."""

from typing import Any

from hypothesis import strategies as st

from footnotes.formats.edtf import parse_edtf
from footnotes.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    AnyName,
    Date,
    LiteralName,
    Name,
    PartialDate,
    Reference,
)


def _read_name(text: str) -> AnyName:
    family, comma, rest = text.partition(",")
    given, _, suffix = rest.partition(",")
    if not comma:
        return LiteralName(text)
    particle, _, surname = family.rpartition(" ")
    if not particle.islower():
        particle, surname = "", family
    return Name(surname, given.strip() or None, None, particle or None, suffix.strip() or None)


def _read_names(text: str) -> tuple[AnyName, ...]:
    return tuple(_read_name(one.strip()) for one in text.split(";") if one.strip())


def _read_value(variable: str, text: str) -> Any:
    if variable in NAME_VARIABLES:
        return _read_names(text)
    return parse_edtf(text) if variable in DATE_VARIABLES else text


def read_work(text: str) -> Reference:
    """The work that a line of the cases states."""
    parts = [part.strip() for part in f"{text} ".split(" /")]
    kind, creators, title, issued = [*parts, "", "", ""][:4]
    if "=" in issued:
        parts.insert(3, "")
        issued = ""
    values = {}
    for part in parts[4:]:
        name, _, value = part.partition("=")
        if name:
            variable = name.replace("-", "_")
            values[variable] = _read_value(variable, value)
    return Reference(
        type=kind,
        author=_read_names(creators),
        title=title or None,
        issued=parse_edtf(issued) if issued else None,
        **values,
    )


def _choose(*values: str) -> st.SearchStrategy[str]:
    return st.sampled_from(values)


_names = st.one_of(
    st.builds(Name, _choose("Smith", "Jones", "Əliyev"), st.none() | _choose("John", "J.", "Anna")),
    st.builds(LiteralName, _choose("RAND", "World Bank")),
)

works = st.builds(
    Reference,
    type=_choose("book", "chapter", "article-journal", "article-newspaper", "document"),
    key=_choose("smith2001", "Smith2001", "jones", "x"),
    author=st.lists(_names, max_size=2).map(tuple),
    title=st.none() | _choose("Great Ports", "Great Ports: A History", "Great Ports II", "Small Ships"),
    container_title=st.none() | _choose("Trade", "Trade: A Reader"),
    issued=st.none() | st.builds(Date, st.builds(PartialDate, st.integers(2001, 2002))),
    volume=st.none() | _choose("1", "2"),
    doi=st.none() | _choose("10.1000/abc", "10.1000/xyz"),
    publisher=st.none() | _choose("Verso", "Verso Books"),
    note=st.none() | _choose("Read.", "Read. Good."),
    keyword=st.none() | _choose("ports, ships", "ships, trade"),
    url=st.none() | _choose("http://example.org/a", "https://www.example.org/a/"),
    extra=st.none().map(lambda _: ()) | st.just((("file", "a.pdf"),)),
)
"""Works of few values each, so that many of them meet."""
