"""Which finding is about an entry of a library: the addresses tell, the keys only choose."""

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import unquote

from attrs import Factory, define

from footnotes.audit.enrich.archive_fields import make_fields
from footnotes.model import LinkFinding
from footnotes.text.url_parts import split_url

_RESOLVERS = ("doi.org/", "dx.doi.org/", "www.doi.org/")


@define
class FindingIndex:
    """Findings by their addresses, as they stand and as they compare."""

    exact: dict[str, list[LinkFinding]] = Factory(lambda: defaultdict(list))
    folded: dict[str, list[LinkFinding]] = Factory(lambda: defaultdict(list))
    copies: set[str] = Factory(set)
    """The archived copies that the paper cites itself."""

    @classmethod
    def of(cls, findings: Iterable[LinkFinding]) -> "FindingIndex":
        """The index of all `findings`."""
        index = cls()
        for finding in findings:
            index.exact[finding.link.url].append(finding)
            index.folded[fold_url(finding.link.url)].append(finding)
            if finding.link.cited_copy:
                index.copies.add(fold_url(finding.link.cited_copy))
        return index

    def find(self, key: str, url: str | None, doi: str | None) -> LinkFinding | None:
        """The finding about the address of an entry, or else about its DOI.

        A key alone is no proof: the library of another paper may have the same one for another work.
        """
        for address in (url, f"https://doi.org/{doi}" if doi else None):
            found = self._look_up(address) if address else []
            named = [one for one in found if any(by.reference == key for by in one.link.cited_by)]
            if found:
                return (named or found)[0]
        return None

    def find_fields(self, key: str, url: str | None, doi: str | None) -> dict[str, str]:
        """What the finding about an entry says of an archived copy; nothing if none is needed.

        An address that is itself that of an archived copy needs no other beside it.
        """
        if url and fold_url(url) in self.copies:
            return {}
        finding = self.find(key, url, doi)
        return {} if finding is None else make_fields(finding).list_known()

    def _look_up(self, address: str) -> list[LinkFinding]:
        return self.exact.get(address) or self.folded.get(fold_url(address)) or []


def fold_url(url: str) -> str:
    """The address without what two spellings of one may differ in: scheme, case of the host, last slash.

    The names of DOIs have no case (DOI Handbook, 2.4).
    """
    parts = split_url(url)
    host = parts.netloc.lower()
    rest = unquote(parts._replace(scheme="", netloc="").geturl()).rstrip("/")
    folded = f"{host}/{rest.lstrip('/')}"
    is_doi = folded.lower().startswith(_RESOLVERS)
    return "doi.org/" + folded.partition("/")[2].lower() if is_doi else folded
