"""Archived answers, and whether they are copies of the cited work."""

from pathlib import Path

import pytest

from footnotes.audit.ask.answers import Answer, BodyEnd, Headers
from footnotes.audit.inspect.captures import judge_capture
from footnotes.audit.inspect.sketches import compare_sketches
from footnotes.model import CitedLink

PAGES = Path(__file__).parents[2] / "cases" / "audit" / "pages"
URL = "https://observer.example.org/2018/08/12/caspian-convention"
LINK = CitedLink(URL, titles=("Caspian Littoral States Sign Convention After Two Decades",))
COPY = f"https://web.archive.org/web/20190101000000id_/{URL}"


def _capture(body: bytes, code: int = 200, kind: str = "text/html", url: str = COPY) -> Answer:
    return Answer(url, code, Headers({"content-type": kind}), body)


def _load(name: str) -> bytes:
    return (PAGES / name).read_bytes()


def test_a_copy_of_the_work() -> None:
    """A copy that shows the cited title is a rescue, and its text is kept for comparison."""
    judgement = judge_capture(_capture(_load("newspaper.html")), LINK)

    assert judgement.reason is None
    assert judgement.sketch


def test_the_frame_is_no_part_of_the_sketch() -> None:
    """The same article among other news is the same text."""
    body = _load("newspaper.html")
    other = body.replace(b"Casino owner arrested in Batumi", b"Nine ways to cook a pumpkin").replace(
        b"Most read", b"Now"
    )

    one, two = (judge_capture(_capture(page), LINK).sketch for page in (body, other))
    likeness = compare_sketches(one, two)
    assert likeness is not None
    assert likeness > 0.97


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (404, "the archived answer is a 404"),
        (301, "the archived answer is a redirect"),
        (503, "the archived answer is a 503"),
    ],
)
def test_other_answers_are_no_copies(code: int, reason: str) -> None:
    """An archived error and an archived redirect are no rescue, whatever they show."""
    assert reason == judge_capture(_capture(_load("newspaper.html"), code), LINK).reason


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("soft_404_newspaper.html", "the copy says that there is no such page"),
        ("cloudflare_challenge.html", "the copy is a robot check"),
        ("parked_lander.html", "the domain was parked when the copy was made"),
        ("encyclopaedia.html", "the cited title does not stand in the copy"),
    ],
)
def test_copies_of_other_things_are_no_rescue(page: str, reason: str) -> None:
    """A copy with a 200 that shows something else than the work is rejected for what it shows."""
    assert reason == judge_capture(_capture(_load(page)), LINK).reason


def test_nothing_is_no_copy() -> None:
    """An empty copy rescues nothing."""
    assert "the copy is empty" == judge_capture(_capture(b""), LINK).reason


def test_a_page_is_no_copy_of_a_file() -> None:
    """Where a PDF is cited, a web page with another title is not it; the PDF is."""
    link = CitedLink("https://example.org/a.pdf", titles=LINK.titles)

    assert (
        "the copy is a web page and not the cited file"
        == judge_capture(_capture(_load("encyclopaedia.html")), link).reason
    )
    assert judge_capture(_capture(b"%PDF-1.4 words", kind="application/pdf"), link).reason is None


def test_what_cannot_be_told_is_a_copy() -> None:
    """A page that scripts fill and a link without a title are given the benefit of the doubt."""
    shell = b"<title>App</title><div id=root></div><script src=a.js></script>"

    assert judge_capture(_capture(shell), LINK).reason is None
    assert judge_capture(_capture(_load("encyclopaedia.html")), CitedLink(URL)).reason is None


def test_the_address_of_the_archive_says_nothing() -> None:
    """A login in the path of the archive's address is the archive's, or the cited one's."""
    copy = _capture(_load("newspaper.html"), url=f"https://archive.example.org/login/?u={URL}")

    assert judge_capture(copy, LINK).reason is None


def test_a_broken_copy() -> None:
    """A copy of which nothing came is no rescue."""
    answer = Answer(
        COPY, 200, Headers({"content-type": "text/html"}), b"<html><script src=a>", BodyEnd.BROKEN
    )

    assert "the copy cannot be read" == judge_capture(answer, LINK).reason
