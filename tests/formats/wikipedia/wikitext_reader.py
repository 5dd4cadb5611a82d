"""A small reader of templates, by the rules of MediaWiki: for tests only."""

import re
from html import unescape


def read_templates(text: str) -> list[tuple[str, dict[str, str]]]:
    """Name and parameters of each template, which stand one a line.

    Fails where a template does not end, holds another, or holds what MediaWiki takes for mark-up.
    """
    return [_read_template(line.removeprefix("* ")) for line in text.splitlines()]


def _read_template(line: str) -> tuple[str, dict[str, str]]:
    assert line.startswith("{{")
    assert line.endswith("}}")
    inner = line[2:-2]
    assert not re.search(r"\{\{|\}\}|\[\[|\]\]|<|~~~|__\w+__", inner), inner
    name, *pairs = inner.split("|")
    parameters: dict[str, str] = {}
    for pair in pairs:
        parameter, equals, value = pair.partition("=")
        assert equals, pair
        assert parameter not in parameters
        assert value.strip()[:1] not in {"*", "#", ":", ";"}
        parameters[parameter.strip()] = unescape(value.strip())
    return name.strip(), parameters
