"""The cases of letters that styles ask for (CSL 1.0.2, "Text-case")."""

import re

_STOP_WORDS = frozenset(
    [
        *(
            "a",
            "about",
            "above",
            "according",
            "across",
            "after",
            "against",
            "along",
            "alongside",
            "amid",
            "among",
        ),
        *("amongst", "an", "and", "around", "as", "at", "atop", "before", "behind", "below", "beneath"),
        *("beside", "besides", "between", "beyond", "but", "by", "c", "ca", "circa", "d'", "de"),
        *("despite", "down", "during", "et", "except", "for", "from", "in", "inside", "into", "near"),
        *("nor", "of", "off", "on", "onto", "or", "out", "over", "per", "pre", "pro"),
        *("re", "since", "so", "than", "the", "through", "throughout", "till", "to", "toward", "towards"),
        *("under", "underneath", "until", "unto", "up", "upon", "v", "v.", "van", "versus", "via"),
        *("von", "vs", "vs.", "with", "within", "without", "yet"),
    ]
)
"""Small words that a title leaves small in its middle (CSL 1.0.2, "Title case conversion")."""
_WORD = re.compile(r"[^\s\-–—/\ue000-\ue0ff]+")
_LETTER = re.compile(r"[^\W\d_]")


def apply_case(text: str, case: str, language: str) -> str:
    """`text` in the case that CSL calls `case`; titles are capitalised in English only."""
    if case == "lowercase":
        return text.lower()
    if case == "uppercase":
        return text.upper()
    if case == "capitalize-first":
        return _capitalize(text)
    if case == "capitalize-all":
        return _WORD.sub(lambda found: _capitalize(found[0]), text)
    if case == "sentence":
        return _capitalize(text.lower() if text.isupper() else text)
    return _make_title(text) if case == "title" and language[:2] == "en" else text


def _make_title(text: str) -> str:
    words = list(_WORD.finditer(text))

    def write(found: re.Match[str]) -> str:
        word = found[0]
        bare = word.strip(".,;:!?()[]“”‘’\"'").lower()
        before = text[: found.start()].rstrip("\ue000\ue002 \u00a0“‘")
        opens = found.start() == words[0].start() or before.endswith((":", "?", "!", "."))
        closes = found.start() == words[-1].start()
        if word != word.lower():
            return word
        return word if bare in _STOP_WORDS and not (opens or closes) else _capitalize(word)

    return _WORD.sub(write, text)


def _capitalize(text: str) -> str:
    found = _LETTER.search(text)
    return text if found is None else text[: found.start()] + found[0].upper() + text[found.end() :]
