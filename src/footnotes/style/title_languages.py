"""Titles that are not English, told by their function words and letters.

Styles that capitalise English titles do so to works that state no language; a title that is told here keeps
its letters. No language is asserted: that it is not English is all that matters, and all that is told.
"""

import re
from collections.abc import Mapping

from footnotes.style.items import CslItem

_TITLES = (
    *("title", "title-short", "container-title", "container-title-short", "collection-title"),
    *("volume-title", "part-title", "original-title", "reviewed-title", "event-title"),
)
_ENGLISH = frozenset(
    [
        *("about", "across", "after", "against", "among", "and", "are", "before", "between", "beyond"),
        *("during", "from", "how", "into", "its", "my", "of", "our", "that", "the", "their", "these"),
        *("this", "those", "through", "towards", "upon", "were", "what", "when", "where", "which"),
        *("who", "whose", "why", "with", "within", "without", "your"),
    ]
)
"""Words that no other language writes so, or hardly ever in a title."""
_STRONG = frozenset(
    [
        # German, Dutch and Afrikaans, Danish and Norwegian, Swedish, Icelandic
        *("als", "aus", "auf", "bei", "dem", "eine", "einer", "eines", "im", "ist", "nach", "nicht"),
        *("oder", "sich", "und", "vom", "zum", "zur", "zwischen", "bij", "een", "het", "naar"),
        *("tussen", "uit", "voor", "af", "fra", "mellem", "mellom", "og", "til", "ett", "mellan"),
        *("och", "hjá", "við"),
        # French, Italian, Spanish, Portuguese, Catalan, Romanian, Latin
        *("aux", "avec", "chez", "dans", "des", "est", "et", "les", "leur", "pour", "qui", "ses"),
        *("sur", "une", "agli", "alla", "alle", "che", "dalla", "degli", "dei", "della", "delle"),
        *("dello", "gli", "nel", "nella", "sul", "sulla", "una", "desde", "las", "los", "para"),
        *("por", "sobre", "un", "y", "e", "aos", "nas", "uma", "amb", "dels", "els", "cu"),
        *("despre", "pentru", "sive"),
        # Polish, Czech and Slovak, Croatian, Slovene, Lithuanian, Latvian
        *("dla", "nad", "oraz", "przez", "w", "z", "ve", "pri", "iz", "za", "ir"),
        # Finnish and Estonian, Hungarian, Turkish and Azerbaijani, Albanian, Indonesian, Irish, Esperanto
        *("ja", "az", "egy", "bir", "ile", "olarak", "dhe", "yang", "dari", "dalam", "agus", "kaj"),
    ]
)
"""Words that English titles do not have in small letters."""
_WEAK = frozenset(
    [
        *("al", "au", "da", "das", "de", "del", "den", "der", "di", "din", "dos", "du", "el", "en"),
        *("i", "il", "la", "le", "lo", "na", "o", "om", "se", "van", "von", "zu"),
    ]
)
"""Words of names in English titles too: two of them tell, or one before a word in small letters."""
_PHRASES = frozenset(
    [
        *("bloc", "chambre", "chef", "deux", "facto", "fait", "force", "garde", "guerre", "jure", "masse"),
        *("mer", "novo", "pair", "plume", "rigueur", "route", "siècle", "vie"),
    ]
)
"""What stands behind them in phrases that English has adopted ("de facto", "en route")."""
_BEFORE_NOUNS = frozenset(["auf", "aus", "eine", "im", "nach", "vom", "zum", "zur", "zwischen"])
"""German words that tell where they open a title, and a noun with its capital follows."""
_ADOPTED = frozenset(
    [
        *("attaché", "bête", "café", "cafés", "cliché", "clichés", "communiqué", "crème", "déjà"),
        *("détente", "éclat", "élan", "élite", "élites", "émigré", "émigrés", "façade", "façades"),
        *("fiancé", "fiancée", "fête", "habitué", "jalapeño", "matériel", "mêlée", "naïve"),
        *("naïveté", "né", "née", "passé", "piñata", "protégé", "protégés", "régime", "régimes"),
        *("résumé", "risqué", "rôle", "rôles", "siècle", "soirée", "tête", "vis-à-vis", "à"),
    ]
)
"""Words with accents that English has made its own."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ELIDED = re.compile(
    r"(?<!\w)(?:[dlDL]|[Qq]u|[Dd]ell|[Dd]all|[Aa]ll|[Nn]ell|[Ss]ull|[Uu]n)['’](?=[^\W\d_A-Z])"
)
"""The French and Italian article before a vowel, and a word in small letters: "l'histoire"."""
_ENTITY = re.compile(r"<[^>]*>|\bet al\b")
_LATIN_END = "\u0250"
_ENGLISH_END = "\x7f"


def protect_titles(item: CslItem) -> CslItem:
    """`item` with the letters of titles held that are not English, where it states no language.

    A title that cannot be told goes with those of its work that can.
    """
    titles = {name: value for name in _TITLES if isinstance(value := item.get(name), str)}
    told = {name: tell_english(title) for name, title in titles.items()}
    if item.get("language") or False not in told.values():
        return item
    return {**item, **_hold({name: title for name, title in titles.items() if not told[name]})}


def tell_english(title: str) -> bool | None:
    """Whether a title is English; None where it cannot be told."""
    text = _ENTITY.sub(" ", title)
    words = _WORD.findall(text)
    if sum(_is_far(word) for word in words) * 2 > len(words):
        return False
    english = sum(word.lower() in _ENGLISH and not word.isupper() for word in words)
    foreign = _count_foreign(words) + len(_ELIDED.findall(text))
    if foreign > (english + 1 if english else 0):
        return False
    return True if english else None


def _count_foreign(words: list[str]) -> int:
    """How many words tell against English; two weak ones tell as much as a strong one."""
    strong = sum(word in _STRONG or _is_accented(word) for word in words)
    weak = sum(word in _WEAK for word in words)
    first = words[0] if words and words[0].isupper() else "".join(words[:1]).lower()
    pairs = zip([first, *words[1:]], words[1:], strict=False)
    tells = any(one in _WEAK and after.islower() and after not in _PHRASES for one, after in pairs)
    return strong + _opens_foreign(words) + max(weak // 2, tells)


def _opens_foreign(words: list[str]) -> bool:
    """Whether the first word tells: "Les hommes", "Zur Semantik", but not "Las Vegas"."""
    if not words[1:] or words[0].isupper():
        return False
    first = words[0].lower()
    return first in _BEFORE_NOUNS or (words[1].islower() and first in _STRONG)


def _is_accented(word: str) -> bool:
    """Whether a word in small letters, which is no name, has a letter that English has not."""
    return word.islower() and max(word) > _ENGLISH_END and word not in _ADOPTED


def _is_far(word: str) -> bool:
    """Whether a word is in another script than the Latin."""
    return min(word.replace("-", "")) >= _LATIN_END


def _hold(titles: Mapping[str, str]) -> dict[str, str]:
    """The titles as CSL-JSON holds letters; one that holds some itself is left to itself."""
    return {
        name: f'<span class="nocase">{title}</span>'
        for name, title in titles.items()
        if "<span" not in title
    }
