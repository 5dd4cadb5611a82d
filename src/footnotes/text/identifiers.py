"""Identifiers of works and people: their shapes, their check digits, and one spelling for each."""

import re

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_LEAD = re.compile(r"(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi:?\s*)", re.IGNORECASE)
_ORCID_LEAD = re.compile(r"(?:https?://)?(?:www\.)?orcid\.org/", re.IGNORECASE)
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_URL_LEAD = re.compile(r"[a-z][a-z0-9+.-]*://(?:www\d?\.)?", re.IGNORECASE)
_TRACKING = re.compile(r"(?<=[?&])(?:utm_\w+|fbclid|gclid|ref_src)=[^&]*&?", re.IGNORECASE)
_NUMBER_LEAD = re.compile(r"(?:e-?|p-?)?IS[BS]N(?:-1[03])?:?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^)]*\)")
_BETWEEN = re.compile(r"[,;/]|\s+(?=97[89][\s\d-]{10})")
_HYPHENS = re.compile(r"[\s\-\u2010-\u2015.]+")
_ISBN10 = re.compile(r"\d{9}[\dX]")
_ISBN13 = re.compile(r"97[89]\d{10}")
_ISSN = re.compile(r"\d{7}[\dX]")


def fold_doi(text: str) -> str:
    """A DOI as it is compared: without resolver and prefix, in lower case (DOI Handbook 2.4)."""
    return _DOI_LEAD.sub("", text.strip(), count=1).rstrip(".,;").lower()


def drop_resolver(text: str) -> str:
    """A DOI without the resolver or the prefix before it, else as it stands; what is no DOI stays."""
    return _DOI_LEAD.sub("", text.strip(), count=1) if is_doi(text) else text


def is_doi(text: str) -> bool:
    """Whether `text`, which may have its resolver in front, has the shape of a DOI."""
    return _DOI.fullmatch(fold_doi(text)) is not None


def split_numbers(text: str) -> list[str]:
    """The ISBNs or ISSNs that a field holds, each without hyphens and in capitals."""
    bare = _BRACKETS.sub("", _NUMBER_LEAD.sub("", text))
    pieces = [number for piece in _BETWEEN.split(bare) for number in _split_blanks(piece)]
    return [piece for piece in pieces if piece]


def _split_blanks(piece: str) -> list[str]:
    """The numbers between blanks, as Zotero has several, or one number, as its groups stand apart."""
    words = [_HYPHENS.sub("", word).upper() for word in piece.split()]
    if all(has_isbn_shape(word) or has_issn_shape(word) for word in words):
        return words
    return ["".join(words)]


def has_isbn_shape(number: str) -> bool:
    """Whether a number without hyphens could be an ISBN-10 or ISBN-13."""
    return _ISBN10.fullmatch(number) is not None or _ISBN13.fullmatch(number) is not None


def is_isbn(number: str) -> bool:
    """Whether a number without hyphens is an ISBN whose check digit is right (ISO 2108)."""
    if _ISBN13.fullmatch(number):
        return number[-1] == _find_ean_digit(number)
    return _ISBN10.fullmatch(number) is not None and _is_weighed(number)


def fold_isbn(number: str) -> str:
    """An ISBN without hyphens as it is compared: an ISBN-10 as the ISBN-13 of the same book."""
    if not _ISBN10.fullmatch(number):
        return number
    stem = f"978{number[:9]}"
    return stem + _find_ean_digit(stem)


def has_issn_shape(number: str) -> bool:
    """Whether a number without its hyphen could be an ISSN."""
    return _ISSN.fullmatch(number) is not None


def is_issn(number: str) -> bool:
    """Whether a number without its hyphen is an ISSN whose check digit is right (ISO 3297)."""
    return has_issn_shape(number) and _is_weighed(number)


def has_orcid_shape(text: str) -> bool:
    """Whether `text`, which may have its resolver in front, has the shape of an ORCID iD."""
    return _ORCID.fullmatch(_ORCID_LEAD.sub("", text.strip()).upper()) is not None


def is_orcid(text: str) -> bool:
    """Whether `text` is an ORCID iD whose check digit is right (ISO 7064, MOD 11-2)."""
    digits = _ORCID_LEAD.sub("", text.strip()).upper().replace("-", "")
    if not has_orcid_shape(text):
        return False
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return digits[-1] == "0123456789X"[(12 - total % 11) % 11]


def fold_url(text: str) -> str:
    """An address as it is compared: without scheme, `www.`, tracking and the last slash."""
    bare = _TRACKING.sub("", _URL_LEAD.sub("", text.strip(), count=1))
    host, slash, path = bare.partition("/")
    return (host.lower() + slash + path).rstrip("/?&#")


def _find_ean_digit(digits: str) -> str:
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits[:12]))
    return str(-total % 10)


def _is_weighed(number: str) -> bool:
    """The check of ISBN-10 and ISSN: figures weighed by place add up to a multiple of 11."""
    figures = (10 if figure == "X" else int(figure) for figure in reversed(number))
    return sum(place * figure for place, figure in enumerate(figures, start=1)) % 11 == 0
