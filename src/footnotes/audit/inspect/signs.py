"""Page, answer and citation -> Signs: what the page itself shows that bears on the verdict."""

from collections.abc import Callable

from footnotes.audit.ask.answers import Answer
from footnotes.audit.inspect.addresses import names_error_page, names_file
from footnotes.audit.inspect.fragments import is_shell
from footnotes.audit.inspect.media import MediaKind, tell_kind
from footnotes.audit.inspect.missing_pages import says_not_found
from footnotes.audit.inspect.pages import Page
from footnotes.audit.inspect.sights import Sight
from footnotes.audit.inspect.takeovers import is_parked, sells_unrelated
from footnotes.audit.inspect.titles import TitleMatch
from footnotes.audit.inspect.walls import (
    is_challenge,
    is_consent,
    is_login,
    is_out_of_order,
    is_paywall,
    is_regional,
)
from footnotes.model import CitedLink, Sign


def find_signs(page: Page, answer: Answer, link: CitedLink) -> frozenset[Sign]:
    """The signs that `page`, read from `answer`, shows to one who comes for `link`.

    Those that need other requests (where redirects lead, what a sibling shows) are not among them.
    """
    sight = Sight(page, answer, link)
    return frozenset(sign for sign, is_shown in _RULES.items() if is_shown(sight))


def prepare_signs() -> None:
    """Load the words of all signs; without this the first page that needs them waits for them."""
    nothing = Answer("http://example.invalid/", 200)
    find_signs(Page(title="x", text="x", is_html=True), nothing, CitedLink("http://example.invalid/"))


def _is_empty(sight: Sight) -> bool:
    page = sight.page
    if tell_kind(sight.answer) is MediaKind.OTHER:
        return not sight.answer.body
    return not (page.text or page.headings or page.embeds or page.scripts or page.refresh)


def _is_unread(sight: Sight) -> bool:
    return bool(sight.answer.body) and tell_kind(sight.answer) is MediaKind.OTHER


def _is_other_type(sight: Sight) -> bool:
    return sight.page.is_html and names_file(sight.link.url)


def _leads_to_error(sight: Sight) -> bool:
    url = sight.answer.url
    return sight.is_elsewhere and names_error_page(url) and not names_error_page(sight.link.url)


def _is_shell(sight: Sight) -> bool:
    return is_shell(sight.page)


def _has_title(sight: Sight) -> bool:
    return sight.title_match is TitleMatch.FOUND


def _mentions_title(sight: Sight) -> bool:
    return sight.title_match is TitleMatch.MENTIONED


def _lacks_title(sight: Sight) -> bool:
    return sight.title_match is TitleMatch.ABSENT


_RULES: dict[Sign, Callable[[Sight], bool]] = {
    Sign.TO_ERROR_PAGE: _leads_to_error,
    Sign.NOT_FOUND_TITLE: says_not_found,
    Sign.TITLE_FOUND: _has_title,
    Sign.TITLE_MENTIONED: _mentions_title,
    Sign.TITLE_ABSENT: _lacks_title,
    Sign.EMPTY: _is_empty,
    Sign.SCRIPT_SHELL: _is_shell,
    Sign.NOT_TEXT: _is_unread,
    Sign.OTHER_TYPE: _is_other_type,
    Sign.LOGIN: is_login,
    Sign.PAYWALL: is_paywall,
    Sign.CONSENT: is_consent,
    Sign.CHALLENGE: is_challenge,
    Sign.OUT_OF_ORDER: is_out_of_order,
    Sign.REGION: is_regional,
    Sign.PARKED: is_parked,
    Sign.UNRELATED_TRADE: sells_unrelated,
}
