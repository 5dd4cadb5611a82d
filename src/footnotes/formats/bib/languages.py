"""Languages: BCP 47 tags, as CSL has them, and the names of babel, as `langid` has them.

One row per language: the tag, the name written, and further names read. Authority:
BibLaTeX manual 2.3.12 and 4.9 (`langid`), babel manual 1.13. A tag without a row is
written into the field `language` as it stands, beside the name of its language if it has one.
"""

LANGUAGES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("af", "afrikaans", ()),
    ("ar", "arabic", ()),
    ("az", "azerbaijani", ("azeri",)),
    ("be", "belarusian", ()),
    ("bg", "bulgarian", ()),
    ("bn", "bengali", ()),
    ("bs", "bosnian", ()),
    ("ca", "catalan", ()),
    ("cs", "czech", ()),
    ("cu", "churchslavonic", ()),
    ("cy", "welsh", ()),
    ("da", "danish", ()),
    ("de", "german", ("ngerman", "germanb")),
    ("de-AT", "austrian", ("naustrian",)),
    ("de-CH", "swissgerman", ("nswissgerman",)),
    ("el", "greek", ("polutonikogreek",)),
    ("en", "english", ()),
    ("en-AU", "australian", ()),
    ("en-CA", "canadian", ()),
    ("en-GB", "british", ("ukenglish",)),
    ("en-NZ", "newzealand", ()),
    ("en-US", "american", ("usenglish",)),
    ("eo", "esperanto", ()),
    ("es", "spanish", ()),
    ("es-MX", "spanishmx", ("mexican",)),
    ("et", "estonian", ()),
    ("eu", "basque", ()),
    ("fa", "persian", ("farsi",)),
    ("fi", "finnish", ()),
    ("fr", "french", ("francais", "frenchb")),
    ("fr-CA", "canadien", ("acadian",)),
    ("ga", "irish", ()),
    ("gd", "scottish", ()),
    ("gl", "galician", ()),
    ("grc", "ancientgreek", ()),
    ("he", "hebrew", ()),
    ("hi", "hindi", ()),
    ("hr", "croatian", ()),
    ("hu", "magyar", ("hungarian",)),
    ("hy", "armenian", ()),
    ("id", "indonesian", ("bahasai", "indon")),
    ("is", "icelandic", ()),
    ("it", "italian", ()),
    ("ja", "japanese", ()),
    ("ka", "georgian", ()),
    ("kk", "kazakh", ()),
    ("ko", "korean", ()),
    ("ku", "kurmanji", ()),
    ("la", "latin", ()),
    ("lt", "lithuanian", ()),
    ("lv", "latvian", ()),
    ("mk", "macedonian", ()),
    ("mn", "mongolian", ()),
    ("ms", "malay", ("bahasam", "melayu")),
    ("nb", "norsk", ("norwegian",)),
    ("nl", "dutch", ()),
    ("nn", "nynorsk", ()),
    ("pl", "polish", ()),
    ("pt", "portuguese", ("portuges",)),
    ("pt-BR", "brazilian", ("brazil",)),
    ("ro", "romanian", ()),
    ("ru", "russian", ()),
    ("sa", "sanskrit", ()),
    ("sk", "slovak", ()),
    ("sl", "slovene", ("slovenian",)),
    ("sq", "albanian", ()),
    ("sr", "serbianc", ()),
    ("sr-Latn", "serbian", ()),
    ("sv", "swedish", ()),
    ("th", "thai", ()),
    ("tk", "turkmen", ()),
    ("tr", "turkish", ()),
    ("uk", "ukrainian", ()),
    ("ur", "urdu", ()),
    ("vi", "vietnamese", ()),
    ("zh", "chinese", ()),
)

BABEL_NAMES = {tag: name for tag, name, _ in LANGUAGES}
"""The name that is written for a tag."""

LANGUAGE_TAGS = {name: tag for tag, written, read in LANGUAGES for name in (written, *read)}
"""The tag that a name means."""


def name_language(tag: str) -> str | None:
    """The name of a tag, or that of its language if babel has none for the region or script (`fr-FR`)."""
    return BABEL_NAMES.get(tag) or BABEL_NAMES.get(tag.partition("-")[0].lower())


def is_narrower(tag: str, than: str) -> bool:
    """Whether a tag says the language of another one, and a region or script besides."""
    return tag.lower().startswith(than.lower() + "-")
