"""A URL as the papers cite it: by whom, of when, and what should be found there."""

from attrs import frozen

from footnotes.model.date import Date


@frozen
class CitedBy:
    """One place where a URL is cited.

    `reference` is the key of the work in its library, `note` the number of the note and `cite` the id of
    the cite, where the URL comes from a paper; a plain list of URLs has none of them.
    """

    reference: str | None = None
    note: int | None = None
    cite: str | None = None


@frozen
class CitedLink:
    """A URL to look at, and what its citations say of it.

    `url` is the original, without an archive's prefix; where the paper cites an archived copy, that copy
    is `cited_copy`. `titles`, `authors` (family names) and `container` (site, newspaper) are what the page
    should show. `published` and `accessed` are as coarse as they are stated.
    """

    url: str
    cited_by: tuple[CitedBy, ...] = ()
    published: Date | None = None
    accessed: Date | None = None
    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    container: str | None = None
    cited_copy: str | None = None
