"""The address that cannot exist, beside a cited one, and whether it gives the same page.

A site that answers 200 to everything betrays itself by giving the same for both (Bar-Yossef et al. 2004).
"""

import re
import string
from hashlib import blake2b
from random import Random
from urllib.parse import parse_qsl, quote, urlencode, urlunsplit

from footnotes.audit.inspect.fragments import is_shell
from footnotes.audit.inspect.pages import Page
from footnotes.audit.inspect.phrases import split_title
from footnotes.audit.inspect.sites import is_root
from footnotes.audit.inspect.sketches import list_shingles
from footnotes.audit.inspect.tokens import split_tokens
from footnotes.audit.inspect.walls import is_challenge_title, is_login_title
from footnotes.text.url_parts import split_url

_SHORTEST = 10
"""Letters of a name by chance: fewer could be somebody's page."""
_LONGEST = 60
_DIGITS = 9
"""Digits of a number that no page has yet and every database can look up."""
_EXTENSION = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,5}$")
_NUMBER = re.compile(r"\d{3,}|^\d+$")
_IDENTIFIER = re.compile(
    r"(.*id|p|n|no|nr|num|article|story|news|doc|document|item|page|art|a|code|key|name|title|q|file|f|view|post)",
    re.IGNORECASE,
)


def make_sibling(url: str, seed: str) -> str | None:
    """An address in the directory of `url` whose name, of the same shape, is made by chance from `seed`.

    Of a page chosen by a query (?id=123) the query is changed. None for a front page, which some sites show
    for every address, and for what is no web address.
    """
    parts = split_url(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc or is_root(url):
        return None
    # Not for secrets: the same address and seed give the same sibling in every run.
    chance = Random(blake2b(f"{seed} {url}".encode("utf-8", "replace"), digest_size=8).digest())  # noqa: S311
    query = _change_query(parts.query, chance)
    if query is not None:
        return urlunsplit(parts._replace(query=query, fragment=""))
    path = _change_path(parts.path, chance)
    return urlunsplit(parts._replace(path=path, query="", fragment="")) if path else None


def _change_query(query: str, chance: Random) -> str | None:
    """The query with another value where it chooses the page, None if it seems to choose none."""
    pairs = parse_qsl(query, keep_blank_values=True)
    chosen = [place for place, (name, value) in enumerate(pairs) if value and _IDENTIFIER.fullmatch(name)]
    chosen = chosen or [place for place, (_, value) in enumerate(pairs) if _NUMBER.search(value)]
    if not chosen:
        return None
    name, value = pairs[chosen[0]]
    pairs[chosen[0]] = name, _change_name(value, chance)
    return urlencode(pairs)


def _change_path(path: str, chance: Random) -> str | None:
    directory, _, name = path.rstrip("/").rpartition("/")
    if not name:
        return None
    return f"{directory}/{_change_name(name, chance)}{'/' if path.endswith('/') else ''}"


def _change_name(name: str, chance: Random) -> str:
    """A name of the same shape: letters for letters, a long number for a number, the same extension."""
    extension = _EXTENSION.search(name)
    kind = extension[0] if extension and extension.start() else ""
    stem = name[: len(name) - len(kind)]
    if stem.isdigit():
        return _draw_number(stem, chance) + kind
    stem = _NUMBER.sub(lambda match: _draw_number(match[0], chance), stem[:_LONGEST])
    # Letters of other scripts are spelled in many more characters; a name of theirs becomes a Latin one.
    changed = "".join(
        _draw_letter(character, chance) for character in re.sub(r"%[0-9A-Fa-f]{2}", "x", stem)
    )
    letters = sum(character.isalpha() for character in changed)
    changed += "".join(chance.choices(string.ascii_lowercase, k=max(0, _SHORTEST - letters)))
    return quote(changed) + kind


def _draw_number(digits: str, chance: Random) -> str:
    return "9" + "".join(chance.choices(string.digits, k=max(len(digits), _DIGITS) - 1))


def _draw_letter(character: str, chance: Random) -> str:
    if character.isalpha():
        letters = string.ascii_uppercase if character.isupper() else string.ascii_lowercase
        return chance.choice(letters)
    return character


_ALIKE = 0.9
_OWN_WORDS = 4
"""Words that may stand on one page only, besides the hundredth part of all: a weekday, a greeting."""


def is_same_page(page: Page, sibling: Page) -> bool:
    """Whether two addresses, one of which cannot exist, show the same page.

    What differs between two showings does not count: the address repeated in the text, numbers, times.
    Where nothing can be seen (no text yet, a login, a robot check) they are not the same.
    """
    if not (_can_be_seen(page) and _can_be_seen(sibling)):
        return False
    # What only one of the two drops would tell them apart: both drop what is of either address.
    changing = _list_own(page.url) | _list_own(sibling.url)
    if _read_words(page.title or "", page.url, changing) != _read_words(
        sibling.title or "", sibling.url, changing
    ):
        return False
    here = _read_words(page.text, page.url, changing)
    there = _read_words(sibling.text, sibling.url, changing)
    return _is_alike(here, there) and _has_own_words_only(here, there)


def _can_be_seen(page: Page) -> bool:
    parts = [part for title in (page.title or "", *page.headings[:1]) for part in split_title(title)]
    is_wall = any(is_challenge_title(part) or is_login_title(part) for part in parts)
    return bool(page.is_html and page.text) and not is_shell(page) and not is_wall


def _read_words(text: str, url: str, changing: frozenset[str]) -> list[str]:
    """The words of `text` without the address, numbers and what may change from one showing to the next."""
    words = split_tokens(_drop_address(text, url))
    return [word for word in words if word.isalpha() and word not in changing]


def _drop_address(text: str, url: str) -> str:
    parts = split_url(url)
    for echo in (url, parts.path):
        text = text.replace(echo, " ") if len(echo) > 1 else text
    return text


def _list_own(url: str) -> frozenset[str]:
    """The words by which `url` names its page."""
    parts = split_url(url)
    return frozenset((*split_tokens(parts.path.rstrip("/").rpartition("/")[2]), *split_tokens(parts.query)))


def _is_alike(here: list[str], there: list[str]) -> bool:
    one, other = list_shingles(here), list_shingles(there)
    return one == other or len(one & other) >= _ALIKE * len(one | other)


def _has_own_words_only(here: list[str], there: list[str]) -> bool:
    """Two short articles in one large frame are alike, but each has words of its own."""
    own = set(here) ^ set(there)
    return len(own) <= _OWN_WORDS + max(len(here), len(there)) // 100
