"""What a .csl file must have before it is followed: processors pass over it in silence, or never end."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from footnotes.style.xml_names import CSL

_ELEMENTS = frozenset(
    [
        *("style", "info", "locale", "macro", "citation", "bibliography", "sort", "key", "layout"),
        *("text", "date", "date-part", "number", "names", "name", "name-part", "et-al", "substitute"),
        *("label", "group", "choose", "if", "else-if", "else"),
        *("style-options", "terms", "term", "single", "multiple"),
        *("institution", "institution-part", "intext", "alternative", "conditions", "condition"),
    ]
)
"""The elements of CSL 1.0.2 outside `info`, and in the last row those of CSL-M, which others know."""


def find_fault(root: ET.Element) -> str | None:
    """What is wrong with an independent style, as a clause; None if it can be followed."""
    return next(_list_faults(root), None)


def _list_faults(root: ET.Element) -> Iterator[str]:
    if not (root.get("version") or "0").startswith("1"):
        yield "it is written in CSL 0.8 or older, which processors of CSL 1.0 do not follow"
    citation = root.find(f"{CSL}citation")
    if citation is None:
        yield "it is a CSL file without rules for citations"
    for area in ("citation", "bibliography"):
        found = root.find(f"{CSL}{area}")
        if found is not None and found.find(f"{CSL}layout") is None:
            yield f"its {area} has no layout"
    yield from (f"<{name}> is no element of CSL" for name in _list_strange_elements(root))
    calls = _list_calls(root)
    called = {name for names in calls.values() for name in names}
    yield from (f"it calls a macro {name!r} that it does not have" for name in sorted(called - set(calls)))
    yield from (f"its macro {name!r} calls itself" for name in sorted(calls) if _leads_back(name, calls))


def _list_strange_elements(root: ET.Element) -> Iterator[str]:
    for child in root:
        if child.tag != f"{CSL}info":
            for element in child.iter():
                name = str(element.tag).removeprefix(CSL)
                if str(element.tag).startswith(CSL) and name not in _ELEMENTS:
                    yield name


def _list_calls(root: ET.Element) -> dict[str, set[str]]:
    """The macros that each macro calls, and under "" those that cites and entries call."""
    calls = {"": _list_called(one for one in root if one.tag != f"{CSL}macro")}
    for macro in root.findall(f"{CSL}macro"):
        calls[macro.get("name", "")] = _list_called(macro)
    return calls


def _list_called(elements: Iterator[ET.Element] | ET.Element) -> set[str]:
    return {name for child in elements for one in child.iter() if (name := one.get("macro")) is not None}


def _leads_back(name: str, calls: dict[str, set[str]]) -> bool:
    """Whether a macro comes to call itself: printing it would never end."""
    waiting, seen = list(calls[name]), set[str]()
    while waiting:
        one = waiting.pop()
        if one == name:
            return True
        if one not in seen:
            seen.add(one)
            waiting += calls.get(one, ())
    return False
