"""An audit as one HTML file: what it shows, that it needs nothing else, and that no stranger writes."""

import re
import tracemalloc
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from time import process_time

from attrs import evolve
from lxml import html

from footnotes.audit.report import report_audit
from footnotes.model import Audit, LinkFinding, Verdict


def _read(audit: Audit) -> html.HtmlElement:
    return html.document_fromstring(report_audit(audit, "html", "1.2.3"))


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_row_for_each_finding(seed_audit: Audit) -> None:
    """Each page has its row with title, URL, verdict, reason and copy, in the order of citation."""
    rows = _read(seed_audit).findall(".//tbody")

    assert len(seed_audit.findings) == len(rows)
    for finding, row in zip(seed_audit.findings, rows, strict=True):
        told, rescue = _words(row), finding.archived.rescue
        assert finding.link.url in told
        assert " ".join(finding.link.titles[0].split()) in told
        assert finding.reason in told
        assert f" {finding.verdict.value} " in told
        assert rescue is None or rescue.memento.uri in [one.get("href") for one in row.findall(".//a")]


def test_headline_and_tiles(seed_audit: Audit) -> None:
    """The heading says the sums in words, and the tiles add up to the pages."""
    page = _read(seed_audit)

    assert (
        "Of 49 cited pages, 26 are there, 3 are behind a login or a paywall, 3 say something else by now,"
        in (_words(page.find(".//h1")))
    )
    assert 49 == sum(int(one.text) for one in page.findall(".//ul[@class='tiles']/li/b"))


def test_chain_is_shown(seed_audit: Audit) -> None:
    """The way to a page that moved is in its evidence, step by step."""
    moved = [one for one in seed_audit.findings if one.verdict is Verdict.MOVED]
    steps = _read(evolve(seed_audit, findings=(moved[0],))).findall(".//ol[@class='chain']/li")

    assert [f"301 → {hop.url}" for hop in moved[0].look.chain] == [_words(step) for step in steps]  # type: ignore[union-attr]  # a moved page was looked at


def test_nothing_is_fetched(seed_audit: Audit) -> None:
    """The page names no resource outside itself; its policy forbids all but its own style and script."""
    page = _read(seed_audit)
    (policy,) = [one.get("content") for one in page.iterfind(".//meta[@http-equiv]")]

    assert [] == page.xpath("//@src | //link | //img | //iframe | //object | //embed | //base | //form")
    assert policy.startswith("default-src 'none'; ")
    assert "base-uri 'none'; form-action 'none'" in policy
    assert "unsafe-inline" not in policy


def test_policy_allows_style_and_script(seed_audit: Audit) -> None:
    """The digests in the policy are those of the very text between the tags."""
    text = report_audit(seed_audit, "html", "1.2.3")
    for name in ("style", "script"):
        (body,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = b64encode(sha256(body.encode()).digest()).decode()

        assert f"{name}-src 'sha256-{digest}'" in html.fromstring(text).xpath(
            "string(//meta[@http-equiv]/@content)"
        )


def test_strangers_write_nothing(seed_audit: Audit, hostile_audit: Audit) -> None:
    """Whatever a page holds, the report has no element and no attribute that a harmless one lacks."""
    plain, hostile = _read(seed_audit), _read(hostile_audit)
    kinds = [
        {(one.tag, name) for one in page.iter() if isinstance(one.tag, str) for name in ("", *one.attrib)}
        for page in (plain, hostile)
    ]

    assert set() == kinds[1] - kinds[0]
    assert 1 == len(hostile.findall(".//script"))
    assert hostile.find(".//script").text == plain.find(".//script").text
    assert [] == hostile.xpath("//@*[starts-with(name(), 'on')] | //@style | //comment()")


def test_links_lead_to_the_web_only(hostile_audit: Audit) -> None:
    """Every link is one of the page itself or leads to http or https, and tells nobody where from."""
    links = _read(hostile_audit).findall(".//a")
    outer = [link for link in links if not link.get("href").startswith("#")]

    assert [] == [
        link.get("href") for link in outer if not link.get("href").startswith(("http://", "https://"))
    ]
    assert {"noreferrer noopener nofollow"} == {link.get("rel") for link in outer}


def test_nobody_is_led_to_a_usurper(seed_audit: Audit) -> None:
    """The address of a domain that others have taken over is words, in HTML and in Markdown."""
    usurped = [one for one in seed_audit.findings if one.verdict is Verdict.USURPED]
    audit = evolve(seed_audit, findings=tuple(usurped))
    targets = _read(audit).xpath("//a/@href")

    assert usurped
    assert not {one.link.url for one in usurped} & {*targets}
    assert all(f"](<{one.link.url}>)" not in report_audit(audit, "markdown", "1.2.3") for one in usurped)


def test_steering_characters_are_spelled(hostile_audit: Audit) -> None:
    """No control, half pair or mark that turns the writing gets into the page, which is UTF-8."""
    text = report_audit(hostile_audit, "html", "1.2.3")
    text.encode("utf-8")

    assert [] == re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_no_endless_title(make_hostile: Callable[[str], LinkFinding], seed_audit: Audit) -> None:
    """A title of 10 kB is cut; an address is shown whole, for that is what is cited."""
    page = _read(evolve(seed_audit, findings=(make_hostile("x" * 10_000),)))

    assert 400 == len(page.find(".//bdi[@class='title']").text)


def test_readable_without_script_and_colour(seed_audit: Audit) -> None:
    """Controls are hidden until the script shows them, and each verdict is a word with a mark."""
    page = _read(seed_audit)

    assert page.get_element_by_id("controls").get("hidden") is not None
    assert all(one.get("hidden") is not None for one in page.xpath("//button[@class='fix']"))
    assert {"×", "●", "?"} <= {badge.text for badge in page.xpath("//td//span[contains(@class, 'badge')]")}


def test_landmarks(seed_audit: Audit) -> None:
    """The page has a language, a title, landmarks, one first heading, a caption, and heads with a scope."""
    page = _read(seed_audit)

    assert "en" == page.get("lang")
    assert [1] * 4 == [len(page.findall(f".//{name}")) for name in ("header", "main", "footer", "h1")]
    assert page.find(".//caption") is not None
    assert {"col", "row"} == {head.get("scope") for head in page.findall(".//th")}
    assert all(chart.find("title") is not None for chart in page.xpath("//*[@role='img']"))
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))


def test_no_findings(seed_audit: Audit) -> None:
    """An audit of nothing is a page that says so."""
    page = _read(evolve(seed_audit, findings=()))

    assert "No cited page was found." == _words(page.find(".//h1"))
    assert page.find(".//table") is None


def test_copy_to_use_is_for_the_note(seed_audit: Audit) -> None:
    """The button holds the cited address with its copy, to be pasted as it is."""
    first = _read(seed_audit).xpath("//button[@class='fix']")[0].get("data-fix")
    link = seed_audit.findings[0].link.url

    assert f"{link} (archived 2022-12-24, https://web.archive.org/web/20221224110400/{link})" == first


def test_many_findings(seed_audit: Audit) -> None:
    """Ten thousand pages are written in seconds, and cost little beside the text itself."""
    many = evolve(seed_audit, findings=(seed_audit.findings * 205)[:10_000])
    started = process_time()
    text = report_audit(many, "html", "1.2.3")
    seconds = process_time() - started
    tracemalloc.start()
    report_audit(evolve(many, findings=many.findings[:2_000]), "html", "1.2.3")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert 10_000 == text.count("<tbody ")
    assert seconds < 20
    # The text as pieces and as a whole, at two bytes a letter, and hardly more.
    assert peak < 4.5 * len(text) / 5
