"""Links with their relations: the Link header (RFC 8288) and application/link-format (RFC 6690)."""

import re
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urljoin

from attrs import frozen

from footnotes.audit.rescue.timestamps import read_http_date

_SPACE = re.compile(r"[ \t\r\n]*")
_NAME = re.compile(r"[^ \t\r\n=;,<>\"]*")
_TOKEN = re.compile(r"[^ \t\r\n;,\"]*")
_QUOTED = re.compile(r'(?:[^"\\]|\\.)*', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@frozen
class Link:
    """A link to `target`: its relation types, in lower case, and its other parameters in their order."""

    target: str
    relations: tuple[str, ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()

    def find_parameter(self, name: str) -> str | None:
        """The first value of the parameter `name`, or None."""
        return next((value for key, value in self.parameters if key == name), None)

    @property
    def moment(self) -> datetime | None:
        """The time of a memento (RFC 7089, 2.2.4), or None."""
        return read_http_date(self.find_parameter("datetime"))


def parse_links(text: str) -> tuple[Link, ...]:
    """The links in `text`, which is the value of a Link header or a TimeMap.

    The URI between `<` and `>` is taken before anything else is looked for: it may hold commas and
    semicolons. What is no link is passed over up to the next `<`; the time is linear in the length.
    """
    links, place = [], 0
    while (start := text.find("<", place)) >= 0 and (end := text.find(">", start)) >= 0:
        parameters, place = _read_parameters(text, end + 1)
        # A second `rel` is ignored, as RFC 8288 says in 3.3.
        relations = next((value for key, value in parameters if key == "rel"), "")
        others = tuple((key, value) for key, value in parameters if key != "rel")
        links.append(Link(text[start + 1 : end].strip(), tuple(relations.lower().split()), others))
    return tuple(links)


def _read_parameters(text: str, place: int) -> tuple[list[tuple[str, str]], int]:
    """The parameters from `place` on, and where they end."""
    parameters = []
    while (place := _skip(_SPACE, text, place)) < len(text) and text[place] == ";":
        start = _skip(_SPACE, text, place + 1)
        place = _skip(_NAME, text, start)
        name = text[start:place].lower()
        value, place = _read_value(text, place)
        if name:
            parameters.append((name, value))
    return parameters, place


def _read_value(text: str, place: int) -> tuple[str, int]:
    """The value behind `=`, quoted or not, and where it ends; empty where there is none."""
    sign = _skip(_SPACE, text, place)
    if text[sign : sign + 1] != "=":
        return "", place
    start = _skip(_SPACE, text, sign + 1)
    if text[start : start + 1] != '"':
        end = _skip(_TOKEN, text, start)
        return text[start:end], end
    end = _skip(_QUOTED, text, start + 1)
    return _ESCAPED.sub(r"\1", text[start + 1 : end]), end + 1


def _skip(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


def join_target(base: str, target: str) -> str:
    """`target` as an absolute address beside `base`; one that is broken stays as it is."""
    try:
        return urljoin(base, target.strip())
    except ValueError:
        return target


def find_links(links: Iterable[Link], relation: str) -> list[Link]:
    """Those of `links` with this relation type, among others perhaps (`rel="first last memento"`)."""
    return [link for link in links if relation in link.relations]
