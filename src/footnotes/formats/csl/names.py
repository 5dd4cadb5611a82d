"""Names of CSL-JSON and back (CSL 1.0.2, "Names"; csl-data.json, name-variable)."""

from typing import Any

from attrs import fields

from footnotes.model import AnyName, LiteralName, Name

_HINTS = {"static_ordering": "static-ordering", "comma_suffix": "comma-suffix"}
_PARTS = {one.name: one.name.replace("_", "-") for one in fields(Name) if one.name not in _HINTS}
_YES = (True, 1, "true", "1")
"""How programs say so: the schema allows a string, a number or a truth value."""


def name_to_csl(name: AnyName) -> dict[str, Any]:
    """The name variable: the stated parts, or the literal."""
    if isinstance(name, LiteralName):
        return {"literal": name.literal}
    parts = {csl: getattr(name, part) for part, csl in _PARTS.items()}
    hints = {csl: True for hint, csl in _HINTS.items() if getattr(name, hint)}
    return {csl: text for csl, text in parts.items() if text is not None} | hints


def csl_to_name(value: object) -> AnyName | None:
    """The name that a variable states; None where it states none. A bare string is a literal."""
    if isinstance(value, str):
        return LiteralName(value)
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("literal"), str):
        return LiteralName(value["literal"])
    parts = {part: value[csl] for part, csl in _PARTS.items() if isinstance(value.get(csl), str)}
    hints = {hint: value.get(csl) in _YES for hint, csl in _HINTS.items()}
    return Name(**{"family": "", **parts, **hints}) if parts else None
