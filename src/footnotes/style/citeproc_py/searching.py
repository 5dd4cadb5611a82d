"""What a style prints anywhere in its cites or entries, macros included."""

from typing import Any

from footnotes.style.xml_names import CSL


def has_element(root: Any, area: str, attribute: str, value: str) -> bool:
    """Whether an element of the citation or the bibliography, or of a macro called there, has this value.

    Sort keys do not count: what they call is not printed.
    """
    start = getattr(root, area)
    layout = None if start is None else start.find(f"{CSL}layout")
    waiting, seen = ([] if layout is None else [layout]), set()
    while waiting:
        for element in waiting.pop().iter():
            if element.get(attribute) == value:
                return True
            name = element.get("macro")
            if name is not None and name not in seen:
                seen.add(name)
                macro = root.find(f"{CSL}macro[@name='{name}']")
                waiting += [] if macro is None else [macro]
    return False
