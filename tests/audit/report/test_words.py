"""The tables of words: complete, and each entry told apart from the others."""

from footnotes.audit.report.charts import _TEXTURES
from footnotes.audit.report.html import _STATES, _TILES
from footnotes.audit.report.sign_words import SIGNS, tell_signs
from footnotes.audit.report.sums import _OUTCOMES
from footnotes.audit.report.verdict_words import URGENCY, VERDICTS, Outcome
from footnotes.model import ArchiveState, Sign, Verdict


def test_every_verdict_has_words() -> None:
    """Each verdict has a name, a mark and a texture of its own, and a place in the order of urgency."""
    assert [*Verdict] == [*VERDICTS] == sorted(_TEXTURES, key=[*Verdict].index)
    assert sorted(URGENCY, key=[*Verdict].index) == [*Verdict]
    assert len({words.mark for words in VERDICTS.values()}) == len(Verdict)
    assert [verdict.value for verdict in Verdict] == [words.name for words in VERDICTS.values()]


def test_every_outcome_has_words() -> None:
    """Each outcome has its clause and its tile, and at least one verdict comes to it."""
    assert {*Outcome} == {*_OUTCOMES} == {*_TILES} == {words.outcome for words in VERDICTS.values()}


def test_every_state_has_words() -> None:
    """Each state of an archive can be told."""
    assert {*ArchiveState} == {*_STATES}


def test_every_sign_has_words() -> None:
    """Each sign can be told, in the order in which the model names them."""
    assert [*Sign] == [*SIGNS]
    assert ["the page has no text"] == tell_signs(frozenset({Sign.EMPTY}))


def test_unknown_is_not_gone() -> None:
    """What could not be seen is neither among the gone nor among what is there."""
    assert {Verdict.BLOCKED, Verdict.FAILING} == {
        verdict for verdict, words in VERDICTS.items() if words.outcome is Outcome.UNSEEN
    }
