"""The words before which a long title may be cut, by language."""

from footnotes.text.fold import fold_marks

# Prepositions that begin an adjunct: what stands before them can stand alone ("Unexploited Sources for
# ..."). Not "of" and its like, which a noun needs, nor "and", which divides "Rhythm and Blues".
_PREPOSITIONS = {
    "en": "in for on with from under during after before since among toward towards through across against",
    "de": "in im für über zu zum zur mit aus nach unter während bei auf gegen seit zwischen",
    "fr": "dans pour sur avec sous entre chez à aux en depuis pendant",
    "it": "in nel nella nei nelle per su sul sulla con tra fra",
    "es": "en para por sobre con entre desde",
    "pt": "em no na nos nas para por sobre com entre",
    "ru": "в во на о об по для при между после",
}
BREAKS = frozenset(fold_marks(word) for words in _PREPOSITIONS.values() for word in words.split())
"""All of them, folded: a paper cites titles of many languages, and nobody says of which."""
# Words that need another behind them: "Las brujas y" is no title, though "su" is a preposition in Italy.
_LINKS = (
    "and or & und oder et ou e o y i u и или ve veya və a the an der die das den dem des ein eine le la les"
    " un une il lo gli una el los las os as of von de du del della dei di da do dos das"
)
LINKS = frozenset(fold_marks(word) for word in _LINKS.split())
"""All of them, folded: a short title does not end with one."""
