"""What the way to a page says of it: where redirects lead, and how."""

from collections.abc import Sequence
from itertools import pairwise

from footnotes.audit.inspect.addresses import names_error_page
from footnotes.audit.inspect.sites import is_root, is_same_site, is_trivial_change
from footnotes.model import Hop, Sign

_PERMANENT = {"301", "308"}


def find_way_signs(url: str, chain: Sequence[Hop]) -> frozenset[Sign]:
    """The signs of the way from `url` along `chain`."""
    if not chain:
        return frozenset({Sign.STAYED})
    final = chain[-1].url
    signs = set()
    if is_trivial_change(url, final):
        signs.add(Sign.TRIVIAL)
    elif is_root(final) and not is_root(url):
        signs.add(Sign.TO_ROOT)
    if not is_same_site(url, final):
        signs.add(Sign.OTHER_SITE)
    if names_error_page(final) and not names_error_page(url):
        signs.add(Sign.TO_ERROR_PAGE)
    steps = pairwise([Hop("", url), *chain])
    # A step to https or to a final slash is often a temporary one, and says nothing of the page.
    if all(
        after.cause in _PERMANENT or is_trivial_change(before.url, after.url) for before, after in steps
    ):
        signs.add(Sign.PERMANENT)
    return frozenset(signs)
