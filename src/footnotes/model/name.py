"""People, and what is no person."""

from attrs import frozen


@frozen
class Name:
    """A person's name in the parts of CSL-JSON (CSL 1.0.2, "Names").

    `non_dropping_particle` stays with a bare surname (van Gogh), `dropping_particle`
    goes (von in Humboldt).
    """

    family: str
    given: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None
    suffix: str | None = None


@frozen
class LiteralName:
    """An institution, page, channel or office, printed as it stands."""

    literal: str


AnyName = Name | LiteralName
