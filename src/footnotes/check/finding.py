"""What a check finds: the place, one sentence, and the way to mend it."""

from attrs import frozen

from footnotes.model import Severity, Span


@frozen
class Edit:
    """A text to put in place of a stretch of the source."""

    span: Span
    text: str


@frozen
class Fix:
    """How to mend a finding: a sentence and, where it can be done to the letter, the edits that do it."""

    sentence: str
    edits: tuple[Edit, ...] = ()


@frozen
class Related:
    """Another place that a finding is about: a work that may be meant, the same once more."""

    message: str
    """What stands there, in a few words."""
    span: Span


@frozen
class Remark:
    """What a rule says of one place of a paper, before it is known as a finding of that rule."""

    message: str
    """One sentence."""
    span: Span
    note: int | None = None
    """The true number of the note it is about; it need not be there."""
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    label: str | None = None
    """The label by which the source calls a note that is not there; that of the note else."""
    severity: Severity | None = None
    """How much it matters, where that is not what the rule says of it."""


@frozen
class Finding:
    """One thing that an editor should see before print.

    `span` is the place in the unaltered source; `note` and `label` are the true number and the true label
    of the note it is about. A finding about a missing note has the number that it should bear, and the
    label that is printed where the text calls it.
    """

    code: str
    """The code of the rule, such as `FN101`; docs/checks has a page for each."""
    name: str
    """The readable name of the rule, such as `ibid-after-several`."""
    severity: Severity
    message: str
    """One sentence."""
    span: Span
    note: int | None = None
    label: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
