"""Archived answer -> whether it is a copy of the cited work, or of an error page in its place."""

from attrs import evolve, frozen

from footnotes.audit.ask.answers import Answer, BodyEnd
from footnotes.audit.inspect.pages import extract_main_text, read_page
from footnotes.audit.inspect.signs import find_signs
from footnotes.audit.inspect.sketches import sketch_text
from footnotes.model import CitedLink, Sign


@frozen
class Judgement:
    """Why a capture is no rescue, in a few words, or None if it is one; and the sketch of its text."""

    reason: str | None
    sketch: tuple[int, ...] = ()


_GIVEN = {200, 203}
_REASONS = {
    Sign.NOT_FOUND_TITLE: "the copy says that there is no such page",
    Sign.CHALLENGE: "the copy is a robot check",
    Sign.LOGIN: "the copy is a page to log in at",
    Sign.CONSENT: "the copy is a request for consent",
    Sign.OUT_OF_ORDER: "the site was out of order when the copy was made",
    Sign.REGION: "the copy is a refusal, by the country that was asked from",
    Sign.PARKED: "the domain was parked when the copy was made",
    Sign.UNRELATED_TRADE: "the domain had been taken over when the copy was made",
    Sign.EMPTY: "the copy is empty",
    Sign.TITLE_ABSENT: "the cited title does not stand in the copy",
}
"""The first that is seen is the reason."""


def judge_capture(answer: Answer, link: CitedLink) -> Judgement:
    """Whether the archived `answer`, as it was captured, shows the work that `link` cites.

    A copy of which that cannot be told (a PDF, a page that scripts fill, a title of common words) is taken
    for one.
    """
    reason = _read_code(answer)
    if reason:
        return Judgement(reason)
    # The archive's address says nothing of the page; a capture is that of the address which was cited.
    captured = evolve(answer, url=link.url)
    page = read_page(captured)
    reason = _read_signs(find_signs(page, captured, link))
    if reason is None and answer.ended is BodyEnd.BROKEN and not page.text:
        reason = "the copy cannot be read"
    return Judgement(reason, sketch_text(extract_main_text(captured)))


def _read_code(answer: Answer) -> str | None:
    if answer.code in _GIVEN:
        return None
    if 300 <= answer.code < 400:  # noqa: PLR2004 - the codes of redirects (RFC 9110, 15.4)
        return "the archived answer is a redirect"
    return f"the archived answer is a {answer.code}"


def _read_signs(signs: frozenset[Sign]) -> str | None:
    if Sign.OTHER_TYPE in signs and signs.isdisjoint({Sign.TITLE_FOUND, Sign.TITLE_MENTIONED}):
        return "the copy is a web page and not the cited file"
    return next((reason for sign, reason in _REASONS.items() if sign in signs), None)
