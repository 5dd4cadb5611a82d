"""What a format could not hold, said out loud instead of dropped."""

from attrs import frozen


@frozen
class Loss:
    """One variable of one work that does not come back from the written text as it was.

    `key` is the key of the work as it was given, `variable` an attribute of `Reference`
    (`type`, `key` and `extra` included), `value` what was stated, `reason` one sentence, and `fields` are
    the names of those of `extra` that are meant.
    """

    key: str
    variable: str
    value: str
    reason: str
    fields: tuple[str, ...] = ()


TWO_COMMAS = "two commas"
"""Where an institution with a comma in its name stands in RIS: no field, but a spelling."""


@frozen
class Move:
    """One variable of one work that reads back, but stands in no field that is made for it.

    `field` is where it stands: the note, `addendum`, `entrysubtype`, or a field that classic
    styles do not know.
    """

    key: str
    variable: str
    field: str


@frozen
class Export:
    """A library as text, what of it the text does not hold, and what stands in another place."""

    text: str
    losses: tuple[Loss, ...] = ()
    moves: tuple[Move, ...] = ()
