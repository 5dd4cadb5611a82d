"""WARC files for tests: captures with dates, codes and bodies of our choice."""

import gzip
import warnings
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from attrs import field, frozen
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

_REASONS = {200: "OK", 301: "Moved Permanently", 302: "Found", 404: "Not Found", 429: "Too Many Requests"}
_HTML = "text/html; charset=utf-8"


@frozen
class Capture:
    """One answer of the past: `day` is ISO 8601, a day or a moment in UTC."""

    url: str
    day: str
    body: bytes
    code: int = 200
    headers: Mapping[str, str] = field(factory=dict)

    @property
    def moment(self) -> datetime:
        """When it was captured."""
        return datetime.fromisoformat(self.day).replace(tzinfo=UTC)


def write_page(title: str, *paragraphs: str) -> bytes:
    """A page of HTML."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<!doctype html><html lang=en><head><title>{title}</title></head>"
    return f"{page}<body><main><h1>{title}</h1>{text}</main></body></html>".encode()


def write_warc(path: Path, captures: Iterable[Capture]) -> None:
    """Write `captures` to a compressed WARC file, in their order."""
    # warcio leaves its temporary files to the garbage collector.
    with path.open("wb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        writer = WARCWriter(file, gzip=True)
        for capture in captures:
            writer.write_record(_make_record(writer, capture))


def _make_record(writer: WARCWriter, capture: Capture) -> object:
    fields = {"Content-Type": _HTML, "Content-Length": str(len(capture.body)), **capture.headers}
    status = f"{capture.code} {_REASONS[capture.code]}"
    return writer.create_warc_record(
        capture.url,
        "response",
        payload=BytesIO(capture.body),
        http_headers=StatusAndHeaders(status, list(fields.items()), protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": f"{capture.moment:%Y-%m-%dT%H:%M:%SZ}"},
    )


_THESIS = "Ice cores of the northern sites show three warm centuries and one cold one."
_SALE = "Cheap flights, fine hotels and a car from the first day: book your journey with us this summer."
_LONG = tuple(
    f"Section {number} describes site {number}, {number * 17} metres deep, and its {number * 3} layers."
    for number in range(1, 40)
)

CAPTURES = (
    # Another text five years later: the page has drifted.
    Capture("http://example.org/article1", "2014-03-02T10:00", write_page("Ice and time", _THESIS)),
    Capture("http://example.org/article1", "2019-07-15T12:30:45", write_page("Travel", _SALE)),
    # The same bytes on both sides of 2017.
    Capture("http://example.org/steady", "2016-01-10", write_page("Steady", _THESIS)),
    Capture("http://example.org/steady", "2018-01-20", write_page("Steady", _THESIS)),
    # The same words, and a counter that differs.
    Capture("http://example.org/counter", "2016-01-10", write_page("Counted", *_LONG, "Visitor 1001")),
    Capture("http://example.org/counter", "2018-01-20", write_page("Counted", *_LONG, "Visitor 9417")),
    # Most of the words are the same, and a third of them are not.
    Capture("http://example.org/revised", "2016-01-10", write_page("Revised", *_LONG)),
    Capture("http://example.org/revised", "2018-01-20", write_page("Revised", *_LONG[:26], _SALE, _THESIS)),
    # There, and gone.
    Capture("http://example.org/gone", "2012-05-05", write_page("Not yet gone", _THESIS)),
    Capture("http://example.org/gone", "2015-05-05", write_page("404", "Nothing here."), 404),
    # Only ever gone.
    Capture("http://example.org/never", "2015-05-05", write_page("404", "Nothing here."), 404),
    # Gone with a 200, the day after it was seen.
    Capture("http://example.org/soft", "2010-02-01", write_page("Soft words", _THESIS)),
    Capture("http://example.org/soft", "2011-02-01", write_page("Page not found", "No such page.")),
    # To its new address, captured the same minute.
    Capture(
        "http://example.org/moved", "2015-06-01T08:00:00", b"", 301, {"Location": "http://example.org/new-home"}
    ),
    Capture("http://example.org/new-home", "2015-06-01T08:00:20", write_page("Moved house", _THESIS)),
    # To the front page.
    Capture("http://example.org/dropped", "2015-06-01", b"", 302, {"Location": "http://example.org/"}),
    Capture("http://example.org/", "2015-06-01T00:00:30", write_page("Welcome", _SALE)),
    # From http to https of itself, and the page a second later: one address to an index.
    Capture(
        "http://www.example.org/secure", "2016-04-01T10:00:00", b"", 301,
        {"Location": "https://www.example.org/secure"},
    ),
    Capture("https://www.example.org/secure", "2016-04-01T10:00:01", write_page("Secure", _THESIS)),
    # To itself, and nothing else.
    Capture(
        "http://example.org/circle", "2016-04-01", b"", 301, {"Location": "http://example.org/circle"}
    ),
    Capture(
        "http://example.org/zipped", "2016-04-01", gzip.compress(write_page("Zipped", _THESIS), mtime=0),
        200, {"Content-Encoding": "gzip"},
    ),
    # An archived refusal for haste: it has the code that archives refuse with, and is a copy.
    Capture("http://example.org/hasty", "2015-01-29", write_page("Too many requests"), 429),
    # More captures than a question asks for; the page was alive until 2010 and refused for ever after.
    *(
        Capture("http://example.org/often", f"{year}-06-01", write_page("Often", _THESIS, str(year)))
        for year in range(2006, 2011)
    ),
    *(
        Capture("http://example.org/often", f"2011-{month:02}-{day:02}", write_page("404"), 404)
        for month in range(1, 13)
        for day in (1, 11, 21)
    ),
)  # fmt: skip
"""What the archive of the tests holds."""
