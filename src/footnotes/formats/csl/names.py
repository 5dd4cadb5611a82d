"""Names of CSL-JSON and back (CSL 1.0.2, "Names"; csl-data.json, name-variable)."""

from typing import Any

from attrs import fields

from footnotes.model import AnyName, LiteralName, Name

_PARTS = {one.name: one.name.replace("_", "-") for one in fields(Name)}


def name_to_csl(name: AnyName) -> dict[str, Any]:
    """The name variable: the stated parts, or the literal."""
    if isinstance(name, LiteralName):
        return {"literal": name.literal}
    parts = {csl: getattr(name, part) for part, csl in _PARTS.items()}
    return {csl: text for csl, text in parts.items() if text is not None}


def csl_to_name(value: object) -> AnyName | None:
    """The name that a variable states; None where it states none. A bare string is a literal."""
    if isinstance(value, str):
        return LiteralName(value)
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("literal"), str):
        return LiteralName(value["literal"])
    parts = {part: value[csl] for part, csl in _PARTS.items() if isinstance(value.get(csl), str)}
    return Name(**{"family": "", **parts}) if parts else None
