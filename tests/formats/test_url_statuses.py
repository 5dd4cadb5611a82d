"""The words of Wikipedia's Template:Cite web for the verdicts."""

from footnotes.formats.archived_copies import STATUSES
from footnotes.formats.url_statuses import URL_STATUSES
from footnotes.model import Verdict


def test_every_verdict_has_its_word_or_none() -> None:
    """No verdict is left out of account, and no word is one that the template does not know."""
    assert set(Verdict) == URL_STATUSES.keys()
    assert {*STATUSES} >= {word for word in URL_STATUSES.values() if word}


def test_nothing_is_said_of_what_nobody_saw() -> None:
    """A wall, a failure and a page that was not asked for say nothing of the page, and a login little."""
    unknown = {verdict for verdict, word in URL_STATUSES.items() if word is None}

    assert unknown == {
        Verdict.RESTRICTED,
        Verdict.BLOCKED,
        Verdict.FAILING,
        Verdict.UNSUPPORTED,
        Verdict.EXCLUDED,
    }
