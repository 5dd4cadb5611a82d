"""What stands between the reader and the work: a login, a subscription, a form, a check, a broken site."""

from footnotes.audit.inspect.addresses import names_consent, names_login, names_offer
from footnotes.audit.inspect.phrases import Words, has_sentence, is_made_of, load_phrases, load_sentences
from footnotes.audit.inspect.sights import Sight
from footnotes.audit.inspect.sites import is_same_site
from footnotes.audit.inspect.vocabulary import list_phrases, load_vocabulary

_SHORT = 150
"""Words: a form, with what is around it on a site."""
_NOTICE = 80
"""Words: what a server says of itself, with a menu; an abstract about servers has more."""
_TEASER = 300
"""Words: the beginning of an article, before it breaks off."""
_OPENED = 8
"""Words in a title that begins with "Sign in to"."""
_PAYMENT_REQUIRED = 402
_REFUSALS = {401, 403, 405, 429, 503, 999}
_MARKUP_READ = 200_000


def is_login(sight: Sight) -> bool:
    """Whether it is a page to log in at, and not one that has a form for it in a corner."""
    if sight.is_elsewhere and names_login(sight.answer.url) and not names_login(sight.link.url):
        return True
    if sight.has_title:
        return False
    is_short = len(sight.words) <= _SHORT
    if is_short and has_sentence(sight.joined, load_sentences("walls", "login", group="private")):
        return True
    if sight.page.has_password_field:
        return is_short or _asks_to_log_in(sight)
    return is_short and _asks_to_log_in(sight)


def _asks_to_log_in(sight: Sight) -> bool:
    return any(is_login_title(words) for words in (*sight.title_parts, sight.heading))


def is_login_title(words: Words) -> bool:
    """Whether a title, or a part of one, is that of a page to log in at."""
    phrases = load_phrases("walls", "login", group="titles")
    openings = load_phrases("walls", "login", group="openings").whole
    opened = any(words[: len(opening)] == opening for opening in openings) and len(words) <= _OPENED
    return opened or is_made_of(words, phrases)


def is_paywall(sight: Sight) -> bool:
    """Whether the words of the work are for subscribers, by what the page states or asks for."""
    if sight.page.is_free is False or sight.answer.code == _PAYMENT_REQUIRED:
        return True
    if sight.is_elsewhere and names_offer(sight.answer.url) and not names_offer(sight.link.url):
        return is_same_site(sight.answer.url, sight.link.url)
    sentences = load_sentences("walls", "paywall")
    if len(sight.words) <= _TEASER and has_sentence(sight.joined, sentences):
        return True
    headings = " ".join(" ".join(sight.fold(heading)) for heading in sight.page.headings[:30])
    return len(sight.words) <= 3 * _TEASER and has_sentence(f" {headings} ", sentences)


def is_consent(sight: Sight) -> bool:
    """Whether it asks for consent in the place of the work; a banner above the work does not count."""
    if sight.is_elsewhere and names_consent(sight.answer.url) and not names_consent(sight.link.url):
        return True
    if len(sight.words) > _TEASER or sight.has_title:
        return False
    is_bare = len(sight.words) <= _SHORT and has_sentence(sight.joined, load_sentences("walls", "consent"))
    phrases = load_phrases("walls", "consent", group="titles")
    # A work has a heading of its own below that of the banner.
    headings = [sight.fold(heading) for heading in sight.page.headings]
    is_all = bool(headings) and all(is_made_of(words, phrases) for words in headings)
    return is_bare or is_all or any(is_made_of(part, phrases) for part in sight.title_parts)


def is_challenge(sight: Sight) -> bool:
    """Whether it wants to know if we are a robot: by its headers, its code or its words.

    Words and code count where the answer is a refusal or the page has hardly anything else on it.
    """
    if _has_challenge_header(sight):
        return True
    is_refused = sight.answer.code in _REFUSALS
    is_bare = len(sight.words) <= _SHORT and not sight.has_title
    if not is_refused and not is_bare:
        return False
    return (
        any(is_challenge_title(words) for words in (*sight.title_parts, sight.heading))
        or has_sentence(sight.joined, load_sentences("walls", "challenge"))
        or _has_challenge_markup(sight)
    )


def is_challenge_title(words: Words) -> bool:
    """Whether a title, or a part of one, is that of a robot check."""
    return is_made_of(words, load_phrases("walls", "challenge", group="titles"))


def _has_challenge_header(sight: Sight) -> bool:
    headers = sight.answer.headers
    return any(
        name in headers and any(value in headers[name].lower() for value in values)
        for name, values in load_vocabulary("walls")["challenge"]["headers"].items()
    )


def _has_challenge_markup(sight: Sight) -> bool:
    markup = sight.answer.body[:_MARKUP_READ].lower()
    return any(piece.encode() in markup for piece in list_phrases("walls", "challenge", "markup"))


def is_out_of_order(sight: Sight) -> bool:
    """Whether the site says that it does not work at the moment: in maintenance, without its database."""
    if len(sight.words) > _SHORT or sight.has_title:
        return False
    if sight.is_named(load_phrases("walls", "maintenance", group="titles")):
        return True
    return len(sight.words) <= _NOTICE and has_sentence(
        sight.joined, load_sentences("walls", "maintenance")
    )


def is_regional(sight: Sight) -> bool:
    """Whether the site says that it gives the page to those who ask from elsewhere."""
    if len(sight.words) > _SHORT or sight.has_title:
        return False
    return has_sentence(sight.joined, load_sentences("walls", "region"))
