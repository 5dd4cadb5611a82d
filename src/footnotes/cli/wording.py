"""The nouns in words, for tables and sentences; a middle dot stands between the parts."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from footnotes.model import (
    AnyDate,
    AnyName,
    Cite,
    CiteForm,
    Date,
    LiteralName,
    Locator,
    Name,
    PartialDate,
    Reference,
)

_DOT = " · "
# These need no word before them: everybody knows them by their look or place.
_PLAIN = ("author", "title", "container_title", "issued")
_WORDS = {
    "volume": "vol.",
    "issue": "no.",
    "page": "pp.",
    "editor": "ed.",
    "accessed": "seen",
    "doi": "DOI",
}
_FIRST = ("author", "title", "editor", "container_title", "volume", "issue", "page", "publisher", "issued")
_LAST = ("doi", "url", "accessed")


def describe_cite(cite: Cite) -> str:
    """What the words of a cite say: type and parts of a full citation, else the words as they are.

    A signal stands in front, and behind the cite whose work was consulted ("quoted in").
    """
    signal = [cite.signal] if cite.signal else []
    if cite.stated is None or cite.form is not CiteForm.FULL:
        return _DOT.join([*signal, cite.text])
    via = [f"by way of {cite.via}"] if cite.via else []
    return _DOT.join([*signal, describe_reference(cite.stated), *via])


def describe_reference(work: Reference) -> str:
    """A work in one line: its type and all that is stated, in the order of a bibliography.

    Of a URL only the host is shown, and an ellipsis for the rest.
    """
    return _DOT.join([work.type.replace("_", " "), *_describe_parts(work)])


def _describe_parts(work: Reference) -> Iterator[str]:
    stated = work.stated()
    place = stated.pop("publisher_place", None)
    if place:
        stated["publisher"] = f"{place}: {stated['publisher']}" if "publisher" in stated else place
    middle = (name for name in stated if name not in (*_FIRST, *_LAST))
    for name in (*_FIRST, *middle, *_LAST):
        if name in stated:
            yield _describe_part(name, stated[name])


def _describe_part(name: str, value: Any) -> str:
    text = describe_url(value) if name == "url" else describe_value(value)
    if name in _PLAIN or name in {"url", "publisher"}:
        return text
    if name == "page" and text.isdecimal():
        return f"p. {text}"
    return f"{_WORDS.get(name, name.replace('_', ' '))} {text}"


def describe_value(value: str | AnyDate | tuple[AnyName, ...]) -> str:
    """A name list, a date or a text, as people write it."""
    if isinstance(value, tuple):
        return "; ".join(_describe_name(name) for name in value)
    if isinstance(value, Date):
        return _describe_date(value)
    return value if isinstance(value, str) else value.literal


def describe_url(url: str) -> str:
    """The host of a URL, with an ellipsis for the rest of it."""
    host = urlsplit(url).netloc if "://" in url and "[" not in url else ""
    return f"{host}/…" if host else url


def describe_locator(locator: Locator) -> str:
    """The place cited, outer level first: `page 12`, `volume 2, page 10`."""
    levels = locator.levels or ((locator.label, locator.value),)
    return ", ".join(f"{label} {value}" for label, value in levels)


def _describe_name(name: AnyName) -> str:
    if isinstance(name, LiteralName):
        return name.literal
    return ", ".join(part for part in (_describe_family(name), _describe_given(name), name.suffix) if part)


def _describe_family(name: Name) -> str:
    return " ".join(part for part in (name.non_dropping_particle, name.family) if part)


def _describe_given(name: Name) -> str:
    return " ".join(part for part in (name.given, name.dropping_particle) if part)


def _describe_date(date: Date) -> str:
    circa = "c. " if date.approximate else ""
    doubt = "?" if date.uncertain else ""
    end = _describe_day(date.end) if date.end else ""
    dash = "/" if date.end or date.open_ended else ""
    return f"{circa}{_describe_day(date.start)}{dash}{end}{doubt}"


def _describe_day(day: PartialDate) -> str:
    if day.season:
        return f"{('spring', 'summer', 'autumn', 'winter')[day.season - 1]} {day.year}"
    month = f"-{day.month:02}" if day.month else ""
    return f"{day.year}{month}" + (f"-{day.day:02}" if day.day else "")
