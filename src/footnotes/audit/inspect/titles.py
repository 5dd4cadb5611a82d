"""Does the cited title stand on the page? As its name, in its text, not at all, or not to be told."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from attrs import evolve, frozen

from footnotes.audit.inspect.absences import is_absent, sample_letters
from footnotes.audit.inspect.echoes import cut_echoes, is_search
from footnotes.audit.inspect.pages import Page
from footnotes.audit.inspect.sites import find_ascii_host, is_root
from footnotes.audit.inspect.title_words import load_generic, load_small, tell_script
from footnotes.audit.inspect.tokens import split_tokens
from footnotes.model import CitedLink
from footnotes.text.fold import to_ascii, transliterate_surname


class TitleMatch(Enum):
    """Whether a cited title stands on a page."""

    FOUND = "found"
    """The page is called so, by its title or a heading; or it has neither, and the title stands in it."""
    MENTIONED = "mentioned"
    """It stands in the text of a page that is called otherwise: a list of news has it as well."""
    ABSENT = "absent"
    UNCLEAR = "unclear"


@frozen
class _Wanted:
    """A title to look for: its words in order, those that tell something, and whether it is a part only.

    `rest` are the telling words of the title besides its last part, where that may be the name of a site
    ("Oil and gas - The Herald"): every page of the site has its name.
    """

    words: tuple[str, ...]
    telling: frozenset[str]
    partial: bool = False
    rest: frozenset[str] = frozenset()


_ENOUGH = 0.8
"""The share of a title's words that must be there: titles are shortened, and mistyped."""
_FEW = 3
_WORD = 4
_READ = 200_000
"""Characters of a page in which a title is looked for."""
_NAMED = 1_000
"""Characters of a name: a title without end would be searched for its cut in quadratic time."""
_HEARD = 8_000
"""Words of a page that are spelled in other letters, which takes longer."""
_SITE = re.compile(r"\s+[-–—|·•»]\s+|\s*[|｜•_]\s*")
_SUBTITLE = re.compile(r":\s+|\s+[-–—]+\s+|\.\s+|[?!]\s+|;\s+|\s*[|•]\s*|\s+\(")
_CUT = re.compile(r"\s*(?:\S*)(?:…|\.\.\.)\s*[\])\"”»]?\s*$")


def match_title(page: Page, link: CitedLink) -> TitleMatch:
    """Whether one of the cited titles stands on `page`: in its titles and headings, or else in its text.

    Where the page repeats what was looked for, that is not its own ("Search results for ..."); nor is the
    name of a site the work. Absent is said only where none of the telling words of any title is there, and
    nothing else makes the page likely to be the work: its author, another script or language than the
    title's. A title of general words ("Home", "Annual report") cannot be told, nor a page without words.
    """
    wanted = [form for title in link.titles for form in _list_forms(title)]
    if not wanted or not (page.text or page.title or page.headings):
        return TitleMatch.UNCLEAR
    tokens = _read_tokens(page, wanted)
    names = _list_names(page, link)
    there = _drop_sites(wanted, tokens, names, find_ascii_host(page.url))
    is_led_home = is_root(page.url) and not is_root(link.url)
    if any(_is_named(form, name, is_front=is_led_home) for form in there for name in names):
        return TitleMatch.FOUND
    if any(_is_within(form, tokens) for form in there):
        return TitleMatch.MENTIONED if page.title or page.headings else TitleMatch.FOUND
    if match := _match_sounds(wanted, page, link, names, tokens):
        return match
    return TitleMatch.ABSENT if is_absent(page, link, tokens) else TitleMatch.UNCLEAR


def _read_tokens(page: Page, wanted: Iterable[_Wanted]) -> list[str]:
    """The words of the text, without those that are only the cited address or title given back."""
    longest = max(len(form.words) for form in wanted)
    return cut_echoes(split_tokens(_drop_addresses(page.text[:_READ])), longest + _WORD)


def _drop_sites(
    wanted: Iterable[_Wanted], tokens: Iterable[str], names: Iterable[tuple[str, ...]], host: str
) -> list[_Wanted]:
    """Without the titles of which no more is on the page than what may be its site's name."""
    seen = {*tokens, *split_tokens(host)}.union(*names)
    return [form for form in wanted if 2 * len(form.rest & seen) >= len(form.rest)]


def _list_forms(title: str) -> Iterator[_Wanted]:
    """The whole title, and what is left of it without a site's name or a subtitle."""
    cut = _CUT.sub("", title[:_NAMED])
    whole = _make_wanted(cut or title)
    if not whole:
        return
    rest = _find_rest(whole, _SITE.split(cut))
    yield evolve(whole, rest=rest)
    for part in dict.fromkeys(part for pattern in (_SITE, _SUBTITLE) for part in pattern.split(cut)):
        form = _make_wanted(part, partial=True)
        # A part that is less than half of the title stands for too little of it ("Oil: ...").
        if form and 2 * len(form.telling) >= len(whole.telling) and form.words != whole.words:
            yield evolve(form, rest=rest)


def _find_rest(whole: _Wanted, parts: Sequence[str]) -> frozenset[str]:
    site = _make_wanted(parts[-1]) if len(parts) > 1 else None
    return whole.telling - site.telling - load_generic() if site else frozenset()


def _make_wanted(title: str, *, partial: bool = False) -> _Wanted | None:
    words = tuple(split_tokens(title))
    telling = frozenset(words) - load_small()
    return _Wanted(words, telling, partial) if telling - load_generic() else None


def _list_names(page: Page, link: CitedLink) -> list[tuple[str, ...]]:
    """What the page calls itself: its titles and headings, whole and without a site's name."""
    is_cited_search = any(_is_search(title[:_NAMED]) for title in link.titles)
    names = [name[:_NAMED] for name in (page.title, *page.other_titles, *page.headings) if name]
    return [part for name in names if is_cited_search or not _is_search(name) for part in _split_name(name)]


def _is_search(name: str) -> bool:
    return is_search([*_split_name(name), tuple(split_tokens(name.partition(":")[0]))])


def _split_name(name: str) -> list[tuple[str, ...]]:
    """The words of a name and of its parts, each without a word that was cut off."""
    parts = ((part, _CUT.search(part)) for part in dict.fromkeys((name, *_SITE.split(name))))
    words = (tuple(split_tokens(part[: cut.start()] if cut else part)) for part, cut in parts)
    return [part for part in words if part]


def _is_named(form: _Wanted, name: tuple[str, ...], *, is_front: bool = False) -> bool:
    """Whether a page with this `name` is what `form` calls; `is_front` if one was led to a front page."""
    told = frozenset(name) - load_small()
    if len(form.telling) == 1 or (form.partial and len(form.telling) < _FEW):
        return told == form.telling and sum(map(len, told)) >= _WORD
    if len(form.telling & told) >= _ENOUGH * len(form.telling):
        return True
    # A name shorter than what is cited: the citation adds the site or the day to it. A front page has the
    # name of its site, which stands in titles as well ("Annual report of the ...").
    return (
        not is_front
        and len(told - load_generic()) >= _FEW
        and told <= form.telling
        and 2 * len(told) >= len(form.telling)
    )


def _is_within(form: _Wanted, tokens: list[str]) -> bool:
    """Whether the words of a title stand together in a text; two words must stand as they are cited."""
    if len(form.telling) < _FEW:
        whole = f" {' '.join(form.words)} "
        return not form.partial and len(form.telling) > 1 and whole in f" {' '.join(tokens)} "
    places = [(place, token) for place, token in enumerate(tokens) if token in form.telling]
    width, needed = 2 * len(form.words) + _WORD, math.ceil(_ENOUGH * len(form.telling))
    seen: Counter[str] = Counter()
    first = 0
    for place, token in places:
        seen[token] += 1
        while place - places[first][0] > width:
            dropped = places[first][1]
            seen[dropped] -= 1
            if not seen[dropped]:
                del seen[dropped]
            first += 1
        if len(seen) >= needed:
            return True
    return False


def _drop_addresses(text: str) -> str:
    """Without addresses and what is made of titles for them: "/news/oil-and-gas-1 was not found"."""
    return " ".join(word for word in text.split() if not _is_address(word))


def _is_address(word: str) -> bool:
    return word.count("/") > 1 or word.count("-") + word.count("_") > 2 or "%" in word.strip("%")  # noqa: PLR2004 - "state-of-the-art" has three, a date with slashes tells no title


def _match_sounds(
    wanted: Iterable[_Wanted],
    page: Page,
    link: CitedLink,
    names: Iterable[tuple[str, ...]],
    tokens: list[str],
) -> TitleMatch | None:
    """Where a title stands in other letters, cited in those of the citing language; None if nowhere."""
    if tell_script(" ".join(link.titles)) == tell_script(sample_letters(page)):
        return None
    sounds = [
        _Wanted(_spell_sounds(form.words), frozenset(_spell_sounds(form.telling)), form.partial)
        for form in wanted
        if len(form.telling) >= _FEW
    ]
    spelled = [_spell_sounds(name) for name in names]
    if any(_is_named(form, name) for form in sounds for name in spelled):
        return TitleMatch.FOUND
    text = list(_spell_sounds(tokens[:_HEARD]))
    return TitleMatch.MENTIONED if any(_is_within(form, text) for form in sounds) else None


def _spell_sounds(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(transliterate_surname(to_ascii(word)) for word in words)
