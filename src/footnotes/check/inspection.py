"""The walk through the rules, and the findings in the order of the source."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from footnotes.check.finding import Finding, Fix, Related, Remark
from footnotes.check.proof import Proof, lay_out
from footnotes.check.rules import Rule
from footnotes.check.selection import select_rules
from footnotes.model import Apparatus


def check_apparatus(
    apparatus: Apparatus, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """What an editor should see in the notes before print, in the order of the source.

    `select` and `ignore` hold codes, beginnings of codes or names of rules; all rules are applied without
    them. What one rule says of one note in the same words is one finding. Raises `UnknownRuleError` for a
    word that is none of them. Nothing is resolved again: the rules read what the stages have found.
    """
    proof = lay_out(apparatus)
    found = [
        finding
        for rule in select_rules(select, ignore)
        for finding in _merge([_make_finding(rule, remark, proof) for remark in rule.find(proof)])
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.code)))


def _make_finding(rule: Rule, remark: Remark, proof: Proof) -> Finding:
    known = None if remark.note is None else proof.name_note(remark.note)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=remark.severity or rule.severity,
        message=remark.message,
        span=remark.span,
        note=remark.note,
        label=remark.label or known,
        fix=remark.fix,
        related=remark.related,
    )


def _merge(findings: list[Finding]) -> Iterator[Finding]:
    """One finding for all of a note that say the same and are mended by the same words."""
    merged: dict[object, Finding] = {}
    for finding in findings:
        sentence = finding.fix.sentence if finding.fix else None
        key = (finding.note, finding.message, sentence)
        known = merged.get(key)
        merged[key] = finding if known is None else _join(known, finding)
    yield from merged.values()


def _join(one: Finding, other: Finding) -> Finding:
    fix = one.fix
    if fix is not None and other.fix is not None:
        # Half of the edits would mend half of the finding: all can be done to the letter, or none.
        whole = bool(fix.edits) and bool(other.fix.edits)
        fix = Fix(fix.sentence, (*fix.edits, *other.fix.edits) if whole else ())
    return evolve(one, fix=fix, related=(*one.related, Related("here too", other.span)))
