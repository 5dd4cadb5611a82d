"""YAML as plain values with their lines: the only import of a YAML library.

Every scalar is text as it is written (no dates, no octal numbers, no `no` that means false); only `null`,
`~` and nothing at all are None. The values are built from the events of the parser, one after the other,
so neither depth nor aliases can exhaust anything: what is deeper than `DEPTH`, or an alias, costs its item.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from attrs import frozen

from footnotes.formats.surrogates import replace_surrogates

DEPTH = 40
"""How deep values may lie in each other; an item of CSL needs six."""

_NULLS = {"", "~", "null", "Null", "NULL"}
_NEEDS_QUOTES = re.compile(r"[\d.+\-]|(?:true|false|null|yes|no|on|off|y|n|~|nan|inf)$", re.IGNORECASE)
_TAKES_QUOTES = re.compile(r"[\n\x85\u2028\u2029]|\s$")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_UNREADABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class YamlError(ValueError):
    """What in a text is no YAML, or none that is read here; `line` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@frozen
class Placed:
    """A value with the line, from 1, on which it begins."""

    value: Any
    line: int


class _Dumper(_DUMPER):  # type: ignore[misc, valid-type]  # one of two classes, chosen above
    """Writes no aliases, and puts quotation marks about text that some reader takes for a number."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def _write_text(dumper: Any, text: str) -> Any:
    quoted = _NEEDS_QUOTES.match(text) or _TAKES_QUOTES.search(text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if quoted else None)


_Dumper.add_representer(str, _write_text)


def write_yaml(value: Any) -> str:
    """The value as YAML in block style and in UTF-8, members in their order."""
    text: str = yaml.dump(_clean(value), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return text


def read_yaml(text: str) -> Placed:
    """The value of the first document in a text; members of mappings are `Placed` themselves.

    Raises YamlError where it is broken.
    """
    try:
        return _build(yaml.parse(_UNREADABLE.sub("\ufffd", text), Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(error.problem or "it is no YAML", mark.line + 1 if mark else 1) from error
    except yaml.YAMLError as error:
        raise YamlError("it is no YAML", 1) from error


def strip_places(value: Any) -> Any:
    """The plain value, without lines."""
    if isinstance(value, Placed):
        return strip_places(value.value)
    if isinstance(value, list):
        return [strip_places(one) for one in value]
    if isinstance(value, dict):
        return {name: strip_places(one) for name, one in value.items()}
    return value


def _build(events: Iterator[Any]) -> Placed:
    """The tree of the events of one document."""
    top: list[Placed] = []
    stack: list[tuple[Any, Placed, list[Any]]] = []
    for event in events:
        if isinstance(event, yaml.DocumentEndEvent):
            break
        if isinstance(event, yaml.AliasEvent):
            raise YamlError("an alias (*name) is not followed", _tell_line(event))
        if isinstance(event, yaml.CollectionStartEvent):
            if len(stack) >= DEPTH:
                raise YamlError("values lie too deep in each other", _tell_line(event))
            stack.append((event, Placed(None, _tell_line(event)), []))
        elif isinstance(event, yaml.CollectionEndEvent):
            start, place, items = stack.pop()
            (stack[-1][2] if stack else top).append(Placed(_collect(start, items), place.line))
        elif isinstance(event, yaml.ScalarEvent):
            (stack[-1][2] if stack else top).append(_read_scalar(event))
    return top[0] if top else Placed(None, 1)


def _tell_line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _read_scalar(event: Any) -> Placed:
    is_null = event.style is None and event.value in _NULLS
    return Placed(None if is_null else event.value, _tell_line(event))


def _collect(start: Any, items: Sequence[Placed]) -> Any:
    if isinstance(start, yaml.SequenceStartEvent):
        return list(items)
    members: dict[str, Placed] = {}
    for name, value in zip(items[::2], items[1::2], strict=True):
        # Of two members with one name the first holds, as in the other formats.
        members.setdefault(str(strip_places(name)), value)
    return members


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return replace_surrogates(value)
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {_clean(name): _clean(one) for name, one in value.items()}
    return value
