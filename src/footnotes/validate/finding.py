"""What a rule says of an entry, and what is known of it as a finding."""

from attrs import frozen

from footnotes.model import Severity, Span


@frozen
class Remark:
    """What a rule says of one entry: one sentence, and the field it is about, if it is about one."""

    message: str
    field: str | None = None
    """A variable of CSL (`issued`), or the name of a field of the file."""
    span: Span | None = None
    """Its place, where the field stands several times."""


@frozen
class Finding:
    """One thing in a library that should be mended.

    `span` is the place in the file, of the field where the file shows it, else of the entry; it is None for
    formats whose places are not known.
    """

    code: str
    """The code of the rule, such as `FL501`; docs/validation.md explains each."""
    name: str
    severity: Severity
    message: str
    key: str
    field: str | None = None
    span: Span | None = None


@frozen
class Validation:
    """A library file and what was found in it, in the order of the file."""

    source: str
    text: str
    works: int
    findings: tuple[Finding, ...]
