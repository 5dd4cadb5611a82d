"""URLs as they are printed, as they can be asked for, and by what they are told apart."""

import re
from urllib.parse import quote, urlsplit

_DOI = re.compile(r"(?:doi:\s*)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)
_RESOLVER = re.compile(r"(?:(?P<scheme>https?):/*)?(?:dx\.|www\.)?doi\.org/(?=10\.)", re.IGNORECASE)
# "//x.org", "http:/x.org" and "http:x.org" lead browsers to x.org as well (WHATWG URL, 4.4).
_SLASHES = re.compile(r"(?:(?P<scheme>https?):/*|//)(?=[^/\s])", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:[\w-]+\.)+(?P<last>[^\W\d_]{2,63})\.?(?::\d+)?(?P<path>[/?#].*)?", re.DOTALL)
_FILES = {
    "aspx", "bib", "csv", "doc", "docx", "epub", "htm", "html", "jpeg", "jpg", "json", "mp3", "mp4",
    "odt", "pdf", "php", "png", "pptx", "rtf", "shtml", "tex", "txt", "xlsx", "xml", "zip",
}  # fmt: skip
"""What the names of files end in: "report.pdf" in the field of a URL is no host."""
_PORTS = {"http": ":80", "https": ":443", "ftp": ":21"}
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_RESOLVERS = {"doi.org", "dx.doi.org", "www.doi.org"}
_KEPT_IN_DOI = "/:;()!$&'*+,=@~-._%"
_KEPT = "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}~ "
"""What is left as it is where other characters are encoded: all of ASCII that is no control character."""


def complete_url(printed: str) -> str:
    """The URL that a reader means by what is printed, as it can be asked for.

    A bare DOI is its resolver's URL, a host without a scheme gets `http://`, which is what it stood for
    when most such were printed; lost slashes are put back. What is no URL stays as it is: looking at it
    says so.
    """
    text = printed.strip()
    doi = _DOI.fullmatch(text)
    if doi:
        return make_doi_url(doi["doi"])
    resolver = _RESOLVER.match(text)
    if resolver and not resolver["scheme"]:
        return f"https://doi.org/{text[resolver.end() :]}"
    lost = _SLASHES.match(text)
    if lost:
        return f"{(lost['scheme'] or 'http').lower()}://{text[lost.end() :]}"
    return f"http://{text}" if _is_host(text) else text


def make_doi_url(doi: str) -> str:
    """The URL of the resolver for a DOI, however it is printed (DOI Handbook, 3.8)."""
    text = doi.strip()
    resolver = _RESOLVER.match(text)
    if resolver:
        return f"https://doi.org/{text[resolver.end() :]}"
    match = _DOI.fullmatch(text)
    # Some hold what no URL may, as "<" and ">" in old ones of Wiley.
    return f"https://doi.org/{quote(match['doi'] if match else text, safe=_KEPT_IN_DOI)}"


def normalize_url(url: str) -> str:
    """What `url` and all that differ from it in writing only have in common (RFC 3986, 6.2.2 and 6.2.3).

    Scheme and host are in lower case; the default port, an empty query's or fragment's mark and needless
    percent-encoding are gone. A DOI is in lower case as a whole, at the one resolver there is. Other
    differences ("www.", a final slash, http and https) may lead to other pages and stay. What is no URL
    stays as it is.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
        _ = parts.port
    except ValueError:
        return url.strip()
    if parts.netloc.split() != [parts.netloc]:  # None, or no name of a host.
        return url.strip()
    user, at, place = parts.netloc.rpartition("@")
    place = place.lower().removesuffix(_PORTS.get(parts.scheme, ":")).removesuffix(":")
    path, query, fragment = (_normalize_escapes(part) for part in (parts.path, parts.query, parts.fragment))
    site = f"{parts.scheme}://{user}{at}{place}"
    if host in _RESOLVERS and path.startswith("/10."):
        site, path = "https://doi.org", path.lower()
    return "".join(
        [
            f"{site}{path or '/'}",
            f"?{query}" if query else "",
            f"#{fragment}" if fragment else "",
        ]
    )


def fetch_key(url: str) -> str:
    """What URLs have in common that one request answers: `normalize_url` without the fragment."""
    return normalize_url(url).partition("#")[0].rstrip()


def _is_host(text: str) -> bool:
    """Whether `text` starts with the name of a host, as "www.x.org/a" and "x.org" do."""
    match = _BARE_HOST.fullmatch(text)
    return match is not None and (bool(match["path"]) or match["last"].lower() not in _FILES)


def _normalize_escapes(text: str) -> str:
    encoded = quote(_STRAY_PERCENT.sub("%25", text), safe=_KEPT, errors="backslashreplace")
    return _ESCAPE.sub(_normalize_escape, encoded.replace(" ", "%20"))


def _normalize_escape(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if letter in _UNRESERVED else f"%{match[1].upper()}"
