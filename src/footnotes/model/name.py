"""People, and what is no person."""

from attrs import field, frozen


@frozen
class Name:
    """A person's name in the parts of CSL-JSON (CSL 1.0.2, "Names").

    `non_dropping_particle` stays with a bare surname (van Gogh), `dropping_particle`
    goes (von in Humboldt). `static_ordering` says that the family name comes first wherever it is printed
    (Trần Thị Thu Lương), `comma_suffix` that a comma stands before the suffix: names are the same person's
    with or without.
    """

    family: str
    given: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None
    suffix: str | None = None
    static_ordering: bool = field(default=False, eq=False, kw_only=True)
    comma_suffix: bool = field(default=False, eq=False, kw_only=True)


@frozen
class LiteralName:
    """An institution, page, channel or office, printed as it stands."""

    literal: str


AnyName = Name | LiteralName
