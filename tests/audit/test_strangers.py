"""Pages as strangers serve them, from the look to the verdict, without a network."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urldefrag, urlsplit

import pytest
from attrs import frozen
from audit.page_cases import answer_case, cite_case

from footnotes.audit.ask.answers import Answer, FetchError, Headers
from footnotes.audit.judge.verdicts import decide_verdict
from footnotes.audit.look.looker import Looker
from footnotes.audit.look.probes import Probes
from footnotes.model import Archived, ArchivedState, LinkStatus

_NOT_FOUND = {"code": 404, "title": "404 Not Found", "heading": "Not Found"}
_MOVED = 301


@frozen
class _Web:
    """All answers of a case: an asker that needs no network."""

    case: Mapping[str, Any]

    def ask(self, url: str, **_: Any) -> Answer:
        """The answer for `url`, or that for all other addresses."""
        if not _is_address(url):
            raise FetchError(LinkStatus.UNSUPPORTED, "no address")
        url = urldefrag(url).url
        answers = self.case.get("answers", {})
        told = answers.get(url, answers.get(self._name_path(url), self.case.get("default", _NOT_FOUND)))
        if "unasked" in told:
            raise FetchError(LinkStatus.UNSUPPORTED, "it cannot be asked for")
        if "to_bytes" in told:
            # As header fields are read: the bytes of UTF-8, each as a letter of Latin-1.
            sent = told["to_bytes"].encode().decode("latin-1")
            return Answer(url, _MOVED, Headers({"location": sent}))
        if "to" in told:
            return Answer(url, told.get("code", _MOVED), Headers({"location": told["to"]}))
        return answer_case({"url": url, **told})

    ask_patiently = ask

    def _name_path(self, url: str) -> str:
        here, cited = urlsplit(url), urlsplit(self.case["url"])
        path = f"{here.path}?{here.query}" if here.query else here.path
        return path if here.netloc == cited.netloc else ""


def _is_address(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False


@pytest.mark.cases("audit/strangers")
def test_strangers_are_judged_as_a_librarian_would(case: Mapping[str, Any]) -> None:
    """What is gone is not called live because its title is repeated, and what fails for now is not gone."""
    web: Any = _Web(case)
    looker = Looker(web, lambda: dt.datetime(2026, 1, 1, tzinfo=dt.UTC), Probes(web, "seed"))
    (look,) = looker.look_at([cite_case(case)])

    ruling = decide_verdict(look, Archived(ArchivedState.NOT_ASKED))
    assert ruling.verdict.value in case["verdicts"], ruling
