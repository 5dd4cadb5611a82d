"""Identifiers and addresses: their shapes and check digits."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from footnotes.text.identifiers import (
    fold_doi,
    has_isbn_shape,
    has_issn_shape,
    has_orcid_shape,
    is_doi,
    is_isbn,
    is_issn,
    is_orcid,
    split_numbers,
)
from footnotes.validate.finding import Remark
from footnotes.validate.subject import Subject

_PMID = re.compile(r"(?:PMID:?\s*)?\d{1,8}", re.IGNORECASE)
_PMCID = re.compile(r"(?:PMC)?\d{1,8}(?:\.\d+)?", re.IGNORECASE)
_LOCAL = {"localhost", "127.0.0.1"}


def find_bad_isbns(subject: Subject) -> Iterator[Remark]:
    """An ISBN whose check digit is wrong: a figure is mistyped."""
    for number in split_numbers(subject.work.isbn or ""):
        if has_isbn_shape(number) and not is_isbn(number):
            yield Remark(f"The check digit of the ISBN {number} is wrong.", "isbn")


def find_misshapen_isbns(subject: Subject) -> Iterator[Remark]:
    """What is no ISBN: neither 10 nor 13 figures."""
    for number in split_numbers(subject.work.isbn or ""):
        if not has_isbn_shape(number):
            yield Remark(f"“{number}” is no ISBN, which has 10 or 13 figures.", "isbn")


def find_bad_issns(subject: Subject) -> Iterator[Remark]:
    """An ISSN of another shape, or whose check digit is wrong."""
    for number in split_numbers(subject.work.issn or ""):
        if not has_issn_shape(number):
            yield Remark(f"“{number}” is no ISSN, which has 8 figures.", "issn")
        elif not is_issn(number):
            yield Remark(f"The check digit of the ISSN {number} is wrong.", "issn")


def find_bad_dois(subject: Subject) -> Iterator[Remark]:
    """A DOI of another shape than prefix, slash and suffix."""
    doi = subject.work.doi
    if doi and not is_doi(doi):
        yield Remark(f"“{doi}” is no DOI, which begins with 10. and a slash behind its prefix.", "doi")


def find_dois_as_urls(subject: Subject) -> Iterator[Remark]:
    """A DOI in the field for addresses, where no style looks for it."""
    work = subject.work
    if work.url and not work.doi and "doi.org/" in work.url.lower() and is_doi(work.url):
        yield Remark(
            f"The address is that of the DOI {fold_doi(work.url)}, which has a field of its own.", "url"
        )


def find_bad_orcids(subject: Subject) -> Iterator[Remark]:
    """An ORCID iD of another shape, or whose check digit is wrong."""
    for name, text in subject.work.extra:
        if "orcid" not in name.lower():
            continue
        if not has_orcid_shape(text):
            yield Remark(f"“{text}” is no ORCID iD, which has four times four figures.", name.lower())
        elif not is_orcid(text):
            yield Remark(f"The check digit of the ORCID iD {text} is wrong.", name.lower())


def find_bad_pubmed_numbers(subject: Subject) -> Iterator[Remark]:
    """A PubMed number with other signs than figures."""
    for variable, pattern in (("pmid", _PMID), ("pmcid", _PMCID)):
        text = getattr(subject.work, variable)
        if text and not pattern.fullmatch(text.strip()):
            yield Remark(f"“{text}” is no {variable.upper()}.", variable)


def find_bad_urls(subject: Subject) -> Iterator[Remark]:
    """An address that no browser opens: without scheme or host, with blanks, or on one's own machine."""
    url = subject.work.url
    if not url:
        return
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        yield Remark(f"The address {url} cannot be read.", "url")
        return
    if re.search(r"\s", url.strip()):
        yield Remark(f"The address {url} has a blank in it.", "url")
    elif parts.scheme.lower() not in {"http", "https", "ftp"}:
        yield Remark(f"The address {url} does not begin with http:// or https://.", "url")
    elif host in _LOCAL or "." not in host:
        yield Remark(f"The address {url} names no host that others can reach.", "url")
