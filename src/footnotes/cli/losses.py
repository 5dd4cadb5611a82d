"""The loss report: what a format cannot hold, one line for each variable."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from footnotes.formats import FORMATS, Loss

_NAMED = 3
"""How many works a line names before it counts the others."""


def list_losses(losses: Sequence[Loss], format_name: str) -> Iterator[str]:
    """The lines of the report, a line for each variable in the order of the losses; none without a loss."""
    by_variable: dict[str, list[Loss]] = defaultdict(list)
    for loss in losses:
        by_variable[loss.variable].append(loss)
    if losses:
        yield f"What {FORMATS[format_name].title} does not hold as it was given:"
    for variable, group in by_variable.items():
        yield f"  {variable} of {_name_works(group)}: {_name_reasons(group)}"


def _name_works(group: Sequence[Loss]) -> str:
    keys = list(dict.fromkeys(loss.key for loss in group))
    named = ", ".join(keys[:_NAMED])
    return f"{named} and {len(keys) - _NAMED} more" if len(keys) > _NAMED else named


def _name_reasons(group: Sequence[Loss]) -> str:
    reasons = list(dict.fromkeys(loss.reason for loss in group))
    others = len(reasons) - 1
    if not others:
        return reasons[0]
    return f"{reasons[0]} (and {others} other {'reason' if others == 1 else 'reasons'})"
