"""What an entry says of its archived copy against what the audit found: which of both is to stand."""

from collections.abc import Mapping

from footnotes.audit.enrich.enriched import ChangeState, LeaveEntryError


def settle(
    held: Mapping[str, str], wanted: Mapping[str, str], *, replace: bool
) -> tuple[ChangeState, dict[str, str]]:
    """What to write of `wanted`, by name, and what that does to the entry.

    Raises LeaveEntryError where the entry says otherwise and may not be changed: who wrote it is unknown.
    """
    fields = {name: value for name, value in wanted.items() if held.get(name) != value}
    others = [name for name in fields if held.get(name)]
    if others and not replace:
        said = ", ".join(f"{name} is {held[name]}" for name in others)
        raise LeaveEntryError(f"it says otherwise: {said}")
    if not fields:
        return ChangeState.SAME, {}
    return (ChangeState.REPLACED if others else ChangeState.WRITTEN), fields
