"""The library again, with archived copies: what is written where, and what stays."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from audit.save_fakes import make_finding
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from footnotes.audit.enrich.enriched import ChangeState, FieldStyle
from footnotes.audit.enrich.enriching import enrich_text
from footnotes.errors import FormatError, InputError
from footnotes.formats import parse_library
from footnotes.model import ArchivedState, LinkFinding, Reference, Verdict

ROOT = Path(__file__).parents[3]
URL = "https://a.org/x"
COPY = "https://web.archive.org/web/20230107101112/https://a.org/x"
OURS = {"archive_url", "archive_date", "url_status", "archiveurl", "archivedate", "urlstatus"}
REMARK = rf"Archived 7 January 2023 at \url{{{COPY}}}; URL status: dead"
DEAD = make_finding(URL, Verdict.DEAD, uri=COPY)
LIBRARIES = [
    ("biblatex", "000_d40ec8d5fa738bcb.biblatex.bib"),
    ("bibtex", "000_d40ec8d5fa738bcb.bibtex.bib"),
    ("csl-json", "000_d40ec8d5fa738bcb.csl.json"),
]


def _read(name: str) -> str:
    return (ROOT / "bib" / name).read_text(encoding="utf-8")


def _forget(works: tuple[Reference, ...]) -> list[Reference]:
    """The works without what is said of archived copies."""
    return [
        attrs.evolve(work, extra=tuple(pair for pair in work.extra if pair[0].lower() not in OURS))
        for work in works
    ]


def _find_all(text: str, name: str) -> list[LinkFinding]:
    """A finding for each URL of a library, of all verdicts in turn."""
    urls = [work.url for work in parse_library(text, name).references if work.url]
    verdicts = [*Verdict]
    return [make_finding(url, verdicts[at % len(verdicts)], days=at - 20) for at, url in enumerate(urls)]


def _list_inserted(before: str, after: str) -> Iterator[str]:
    """The pieces that `after` has more than `before`; fails unless all of it is there in its order."""
    left = iter(after)
    for sign in before:
        piece = ""
        for other in left:
            if other == sign:
                break
            piece += other
        else:
            pytest.fail(f"{sign!r} of the text is gone")
        yield piece
    yield "".join(left)


# What is written, by the manner of the file.

BIB = [
    (
        "as it is written here",
        f"@online{{k,\n  title = {{T}},\n  url = {{{URL}}},\n}}\n",
        f"@online{{k,\n  title = {{T}},\n  url = {{{URL}}},\n  addendum = {{{REMARK}}},\n}}\n",
    ),
    (
        "without a last comma",
        f"@online{{k,\n\ttitle = {{T}},\n\turl = {{{URL}}}\n}}\n",
        f"@online{{k,\n\ttitle = {{T}},\n\turl = {{{URL}}},\n\taddendum = {{{REMARK}}}\n}}\n",
    ),
    (
        "with commas in front",
        f'@online{{k\n  , title = "T"\n  , url = "{URL}"\n  }}\n',
        f'@online{{k\n  , title = "T"\n  , url = "{URL}"\n  , addendum = {{{REMARK}}}\n  }}\n',
    ),
    (
        "in one line",
        f"@online{{k, title={{T}}, url={{{URL}}}}} @online{{other}}",
        f"@online{{k, title={{T}}, url={{{URL}}}, addendum={{{REMARK}}}}} @online{{other}}",
    ),
    (
        "of one field",
        f"@online{{k,\n    url = {{{URL}}},\n}}",
        f"@online{{k,\n    url = {{{URL}}},\n    addendum = {{{REMARK}}},\n}}",
    ),
    (
        "in columns",
        f"@online{{k,\n  title     = {{T}},\n  url       = {{{URL}}}\n}}",
        f"@online{{k,\n  title     = {{T}},\n  url       = {{{URL}}},\n  addendum  = {{{REMARK}}}\n}}",
    ),
    (
        "in capitals and parentheses",
        f"@ONLINE(k,\n  TITLE = {{T}},\n  URL = {{{URL}}}\n)",
        f"@ONLINE(k,\n  TITLE = {{T}},\n  URL = {{{URL}}},\n  ADDENDUM = {{{REMARK}}}\n)",
    ),
    (
        "with the line ends of Windows",
        f"@online{{k,\r\n  title = {{T}},\r\n  url = {{{URL}}},\r\n}}\r\n",
        f"@online{{k,\r\n  title = {{T}},\r\n  url = {{{URL}}},\r\n  addendum = {{{REMARK}}},\r\n}}\r\n",
    ),
    (
        "behind words of the user's",
        f"@online{{k, url = {{{URL}}}, addendum = {{With a map}}}}",
        f"@online{{k, url = {{{URL}}}, addendum = {{With a map; {REMARK}}}}}",
    ),
    (
        "behind a sentence",
        f'@online{{k, url = {{{URL}}}, addendum = "With a map. "}}',
        f'@online{{k, url = {{{URL}}}, addendum = "With a map. {REMARK} "}}',
    ),
    (
        "behind other remarks",
        f"@online{{k, url = {{{URL}}}, addendum = {{Archive: TNA; Source: X}}}}",
        f"@online{{k, url = {{{URL}}}, addendum = {{Archive: TNA; Source: X; {REMARK}}}}}",
    ),
    (
        "in an empty field",
        f"@online{{k, addendum = {{}}, url = {{{URL}}}}}",
        f"@online{{k, addendum = {{{REMARK}}}, url = {{{URL}}}}}",
    ),
    (
        "behind macros",
        f'@string{{m = "M"}}\n@online{{k, url = {{{URL}}}, addendum = m # " here"}}',
        f'@string{{m = "M"}}\n@online{{k, url = {{{URL}}}, addendum = m # " here" # {{; {REMARK}}}}}',
    ),
    (
        "for a DOI",
        "@article{k, doi = {10.1/ABC}}",
        None,
    ),
    (
        "beside comments and what is broken",
        f"% see @online{{\n@comment{{x}}\n@online{{k, url = {{{URL}}}}}\n@x{{",
        f"% see @online{{\n@comment{{x}}\n@online{{k, url = {{{URL}}}, addendum = {{{REMARK}}}}}\n@x{{",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [one[1:] for one in BIB], ids=[one[0] for one in BIB])
def test_manner_of_a_bib_file(text: str, expected: str | None) -> None:
    """The remark stands behind the last field, in the entry's own commas, blanks, columns and capitals."""
    assert (text if expected is None else expected) == enrich_text(text, "biblatex", [DEAD]).text


JSON_ITEMS = [
    (
        "indented",
        f'[\n  {{\n    "id": "k",\n    "URL": "{URL}"\n  }}\n]\n',
        (
            f'[\n  {{\n    "id": "k",\n    "URL": "{URL}",\n    "custom": {{\n'
            f'      "archive_url": "{COPY}",\n      "archive_date": "2023-01-07",\n'
            '      "url_status": "dead"\n    }\n  }\n]\n'
        ),
    ),
    (
        "with tabs and the line ends of Windows",
        f'[\r\n\t{{\r\n\t\t"URL": "{URL}"\r\n\t}}\r\n]',
        (
            f'[\r\n\t{{\r\n\t\t"URL": "{URL}",\r\n\t\t"custom": {{\r\n\t\t\t"archive_url": "{COPY}",\r\n'
            '\t\t\t"archive_date": "2023-01-07",\r\n\t\t\t"url_status": "dead"\r\n\t\t}\r\n\t}\r\n]'
        ),
    ),
    (
        "in one line",
        f'[{{"id": "k", "title": "\\u00e9 \\/", "URL": "{URL}"}}]',
        (
            f'[{{"id": "k", "title": "\\u00e9 \\/", "URL": "{URL}", "custom": {{"archive_url": "{COPY}",'
            ' "archive_date": "2023-01-07", "url_status": "dead"}}]'
        ),
    ),
    (
        "as dense as can be",
        f'[{{"id":1.0,"URL":"{URL}"}}]',
        (
            f'[{{"id":1.0,"URL":"{URL}","custom":{{"archive_url":"{COPY}",'
            '"archive_date":"2023-01-07","url_status":"dead"}}]'
        ),
    ),
    (
        "with a custom of its own",
        f'[{{"custom": {{"x": [1, {{}}]}}, "URL": "{URL}"}}]',
        (
            f'[{{"custom": {{"x": [1, {{}}], "archive_url": "{COPY}", "archive_date": "2023-01-07",'
            f' "url_status": "dead"}}, "URL": "{URL}"}}]'
        ),
    ),
    (
        "with an empty custom",
        f'[{{"custom": {{}}, "URL": "{URL}"}}]',
        (
            f'[{{"custom": {{"archive_url": "{COPY}", "archive_date": "2023-01-07", "url_status": "dead"}},'
            f' "URL": "{URL}"}}]'
        ),
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [one[1:] for one in JSON_ITEMS], ids=[one[0] for one in JSON_ITEMS]
)
def test_manner_of_a_json_file(text: str, expected: str) -> None:
    """The members of `custom` are indented and spaced as the others of the item."""
    assert expected == enrich_text(text, "csl-json", [DEAD]).text
    assert json.loads(expected)


@pytest.mark.parametrize("name", ["biblatex", "bibtex"])
def test_custom_fields(name: str) -> None:
    """Who asks for fields of their own gets the three that other programs know."""
    text = f"@misc{{k,\n  url = {{{URL}}},\n}}\n"
    expected = (
        f"@misc{{k,\n  url = {{{URL}}},\n  archiveurl = {{{COPY}}},\n"
        "  archivedate = {2023-01-07},\n  urlstatus = {dead},\n}\n"
    )

    assert expected == enrich_text(text, name, [DEAD], style=FieldStyle.CUSTOM).text


def test_bibtex() -> None:
    """Classic BibTeX has `note`."""
    text = f"@misc{{k, url = {{{URL}}}, note = {{Accessed 5 January 2023}}}}"
    expected = f"@misc{{k, url = {{{URL}}}, note = {{Accessed 5 January 2023; {REMARK}}}}}"

    assert expected == enrich_text(text, "bibtex", [DEAD]).text


# Which verdicts say what.

STATUSES = {
    Verdict.LIVE: "live",
    Verdict.MOVED: "live",
    Verdict.DRIFTED: "deviated",
    Verdict.SOFT_DEAD: "dead",
    Verdict.DEAD: "dead",
    Verdict.USURPED: "usurped",
    Verdict.RESTRICTED: None,
    Verdict.BLOCKED: None,
    Verdict.FAILING: None,
    Verdict.UNSUPPORTED: None,
    Verdict.EXCLUDED: None,
}


@pytest.mark.parametrize("verdict", Verdict)
def test_statuses(verdict: Verdict) -> None:
    """A verdict gives the url-status of Template:Cite web, or none; the copy is given always."""
    text = enrich_text(f'[{{"URL": "{URL}"}}]', "csl-json", [make_finding(URL, verdict, uri=COPY)]).text
    custom = json.loads(text)[0]["custom"]

    assert (COPY, STATUSES[verdict]) == (custom["archive_url"], custom.get("url_status"))


@pytest.mark.parametrize("verdict", Verdict)
def test_without_copy(verdict: Verdict) -> None:
    """Without a copy only bad news of the page is written."""
    text = enrich_text(f'[{{"URL": "{URL}"}}]', "csl-json", [make_finding(URL, verdict)]).text
    status = STATUSES[verdict]

    expected = None if status in {None, "live"} else {"url_status": status}
    assert expected == json.loads(text)[0].get("custom")


def test_rejected_copies_are_not_written() -> None:
    """Where the archives have copies of which none shows the work, none is written."""
    finding = make_finding(URL, Verdict.BLOCKED, state=ArchivedState.FOUND)

    assert (text := f'[{{"URL": "{URL}"}}]') == enrich_text(text, "csl-json", [finding]).text


def test_live_pages_in_print() -> None:
    """In words for print it is not said that a page lives."""
    text = f"@misc{{k, url = {{{URL}}}}}"
    enriched = enrich_text(text, "biblatex", [make_finding(URL, Verdict.LIVE, uri=COPY)]).text

    assert rf"addendum = {{Archived 7 January 2023 at \url{{{COPY}}}}}" in enriched


# Which entries.


@pytest.mark.parametrize(
    ("cited", "found"),
    [
        (URL, URL),
        ("http://A.org/x/", "https://a.org/x"),
        ("https://a.org/caf%C3%A9", "https://a.org/café"),
    ],
)
def test_addresses_that_agree(cited: str, found: str) -> None:
    """An entry is known by its address, however it is spelled."""
    finding = make_finding(found, Verdict.DEAD, uri=COPY)

    assert COPY in enrich_text(f"@misc{{k, url = {{{cited}}}}}", "biblatex", [finding]).text


def test_dois() -> None:
    """A DOI was looked at as its resolver's address; its names have no case."""
    finding = make_finding("https://doi.org/10.1000/abc", Verdict.DEAD, uri=COPY)

    assert COPY in enrich_text("@article{k, doi = {10.1000/ABC}}", "biblatex", [finding]).text


@pytest.mark.parametrize(
    "entry",
    [
        "@misc{k, url = {https://a.org/y}}",
        "@misc{k, url = {https://a.org/x?page=2}}",
        "@misc{k, url = {https://a.org/X}}",
        "@misc{k, url = {https://b.a.org/x}}",
        "@misc{k, title = {T}}",
        f"@xdata{{k, url = {{{URL}}}}}",
        f"@comment{{k, url = {{{URL}}}}}",
    ],
)
def test_other_entries(entry: str) -> None:
    """A key is no proof: an entry of another address stays as it is, without a word."""
    finding = make_finding(URL, Verdict.DEAD, uri=COPY, keys=("k",))
    enriched = enrich_text(entry, "biblatex", [finding])

    assert (entry, ()) == (enriched.text, enriched.changes)


def test_key_chooses() -> None:
    """Of two spellings of one address that were looked at, an entry has the one of its key."""
    other = "https://web.archive.org/web/20100101000000/http://a.org/x"
    findings = [
        make_finding("http://a.org/x", Verdict.DEAD, uri=other, keys=("j",)),
        make_finding("https://a.org/x", Verdict.DEAD, uri=COPY, keys=("k",)),
    ]

    assert COPY in enrich_text("@misc{k, url = {HTTPS://a.org/x/}}", "biblatex", findings).text


def test_cited_copies() -> None:
    """An entry that cites an archived copy needs no other."""
    copy = "https://web.archive.org/web/20200101000000/https://a.org/x"
    finding = make_finding(URL, Verdict.DEAD, uri=COPY, cited_copy=copy)
    entry = f"@misc{{k, url = {{{copy}}}}}"

    assert entry == enrich_text(entry, "biblatex", [finding]).text


# What stands there already.

OTHER = "https://archive.today/abc"
HELD = [
    ("biblatex", f"@misc{{k, url = {{{URL}}}, archiveurl = {{{OTHER}}}}}", FieldStyle.NOTE),
    ("biblatex", f"@misc{{k, url = {{{URL}}}, archive_url = {{{OTHER}}}}}", FieldStyle.CUSTOM),
    ("bibtex", f"@misc{{k, url = {{{URL}}}, ArchiveURL = {{{OTHER}}}}}", FieldStyle.CUSTOM),
    ("csl-json", f'[{{"URL": "{URL}", "custom": {{"archive_url": "{OTHER}"}}}}]', FieldStyle.NOTE),
]


@pytest.mark.parametrize(("name", "text", "style"), HELD)
def test_others_words_stay(name: str, text: str, style: FieldStyle) -> None:
    """A field with another value is left, and it is said what it says."""
    enriched = enrich_text(text, name, [DEAD], style=style)

    assert text == enriched.text
    assert [ChangeState.LEFT] == [one.state for one in enriched.changes]
    assert OTHER in enriched.changes[0].reason


@pytest.mark.parametrize(("name", "text", "style"), HELD)
def test_replacing(name: str, text: str, style: FieldStyle) -> None:
    """Who says so gets the field replaced, in its place."""
    enriched = enrich_text(text, name, [DEAD], style=style, replace=True)

    assert [ChangeState.REPLACED] == [one.state for one in enriched.changes]
    assert OTHER not in enriched.text
    assert text.replace(OTHER, COPY)[:60] == enriched.text[:60]


@pytest.mark.parametrize("custom", ["[]", '"x"', "null"])
def test_custom_of_another_kind(custom: str) -> None:
    """A `custom` that is no object is left alone."""
    text = f'[{{"URL": "{URL}", "custom": {custom}}}]'
    enriched = enrich_text(text, "csl-json", [DEAD])

    assert (text, [ChangeState.LEFT]) == (enriched.text, [one.state for one in enriched.changes])


@pytest.mark.parametrize("name", ["biblatex", "bibtex"])
def test_our_words_are_made_true(name: str) -> None:
    """A remark of an earlier audit is replaced by what is true now, and nothing else with it."""
    text = f"% c\n@misc{{k, note = {{N}}, addendum = {{A}}, url = {{{URL}}}}}\n"
    first = enrich_text(text, name, [make_finding(URL, Verdict.LIVE, uri=OTHER)]).text
    second = enrich_text(first, name, [DEAD])

    assert OTHER in first
    assert enrich_text(text, name, [DEAD]).text == second.text
    assert [ChangeState.REPLACED] == [one.state for one in second.changes]


def test_what_is_not_known_now_stays() -> None:
    """An archive that did not answer today takes no copy away, a host that blocks no status."""
    first = enrich_text(f"@misc{{k, url = {{{URL}}}}}", "biblatex", [DEAD]).text
    for finding in (
        make_finding(URL, Verdict.DEAD, state=ArchivedState.UNREACHABLE),
        make_finding(URL, Verdict.BLOCKED, uri=COPY),
    ):
        assert first == enrich_text(first, "biblatex", [finding]).text


def test_comment_among_the_fields() -> None:
    """A comment behind the place of the new field stays whole, and so does the field behind it."""
    text = f"@misc{{k,\n  title = {{T}}, % see {{x}}\n  url = {{{URL}}}\n}}"
    enriched = enrich_text(text, "biblatex", [DEAD])

    assert "% see {x}\n" in enriched.text
    assert [URL] == [work.url for work in parse_library(enriched.text, "biblatex")]


# Laws.


@pytest.mark.parametrize("style", FieldStyle)
@pytest.mark.parametrize(("name", "file"), LIBRARIES)
def test_seed_library(name: str, file: str, style: FieldStyle) -> None:
    """All of the text of the seed paper's library is there in its order, and reads as the same works."""
    text = _read(file)
    findings = _find_all(text, name)
    enriched = enrich_text(text, name, findings, style=style)
    before, after = parse_library(text, name), parse_library(enriched.text, name)

    assert {ChangeState.WRITTEN} == {one.state for one in enriched.changes}
    assert len(findings) == len(enriched.changes)
    assert [*_list_inserted(text, enriched.text)]
    assert () == after.problems
    assert _forget(before.references) == _forget(after.references)


@pytest.mark.parametrize("style", FieldStyle)
@pytest.mark.parametrize(("name", "file"), LIBRARIES)
def test_twice_is_once(name: str, file: str, style: FieldStyle) -> None:
    """Doing it again changes nothing."""
    text = _read(file)
    findings = _find_all(text, name)
    once = enrich_text(text, name, findings, style=style)
    twice = enrich_text(once.text, name, findings, style=style)

    assert once.text == twice.text
    assert {ChangeState.SAME} == {one.state for one in twice.changes}


HOSTILE = st.text(st.sampled_from("aZ0/.:?#[]@!$&'()*+,;=-_~%{}\\\"^`<>| éЖ—\u202e\n"), max_size=30)
VALUES = st.text(st.sampled_from('ab {}\\"%#,=@~é;.\n'), max_size=25)
BLANKS = st.text(st.sampled_from(" \t\n\r"), max_size=4)


@given(tail=HOSTILE, verdict=st.sampled_from(Verdict), style=st.sampled_from(FieldStyle))
def test_hostile_addresses(tail: str, verdict: Verdict, style: FieldStyle) -> None:
    """Whatever an archive's address holds, the file stays whole, and reads as the same address, encoded."""
    finding = make_finding(URL, verdict, uri=f"https://web.archive.org/web/2023/{tail}")
    for name, text in (
        (
            "biblatex",
            f"@misc{{k, title = {{T}}, url = {{{URL}}}, addendum = {{A}}}}\n@misc{{l, title = {{U}}}}\n",
        ),
        ("bibtex", f"@misc{{k, title = {{T}}, url = {{{URL}}}}}\n@misc{{l, title = {{U}}}}\n"),
        ("csl-json", f'[{{"id": "k", "URL": "{URL}"}}, {{"id": "l", "title": "U"}}]'),
    ):
        enriched = enrich_text(text, name, [finding], style=style)
        works = parse_library(enriched.text, name)

        assert [*_list_inserted(text, enriched.text)]
        assert () == works.problems
        assert _forget(parse_library(text, name).references) == _forget(works.references)
        assert enriched.text.isascii()
        assert {ChangeState.WRITTEN} == {one.state for one in enriched.changes}
        assert enriched.text == enrich_text(enriched.text, name, [finding], style=style).text


@given(
    fields=st.lists(
        st.tuples(st.sampled_from(["title", "note", "addendum", "x-y", "NOTE"]), VALUES), max_size=4
    ),
    gaps=st.lists(BLANKS, min_size=12, max_size=12),
    is_quoted=st.booleans(),
    style=st.sampled_from(FieldStyle),
    name=st.sampled_from(["biblatex", "bibtex"]),
)
def test_any_entry(
    fields: list[tuple[str, str]], gaps: list[str], *, is_quoted: bool, style: FieldStyle, name: str
) -> None:
    """However an entry is built, its text stays, and its work reads as before; or it is left, and told."""
    opening, closing = '""' if is_quoted else "{}"
    blanks = iter(gaps * 3)
    inner = "".join(
        f",{next(blanks)}{field}{next(blanks)}={next(blanks)}{opening}{value}{closing}{next(blanks)}"
        for field, value in [*fields, ("url", URL)]
    )
    text = f"@misc{{k{inner}}}\n\n@misc{{l, title = {{U}}}}\n"
    enriched = enrich_text(text, name, [DEAD], style=style)

    assert [*_list_inserted(text, enriched.text)]
    before, after = parse_library(text, name), parse_library(enriched.text, name)
    assert _forget(before.references) == _forget(after.references)
    assert [one.code for one in before.problems] == [one.code for one in after.problems]
    if enriched.changes and enriched.changes[0].state is ChangeState.LEFT:
        assert text == enriched.text
        assert enriched.changes[0].reason


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(
    items=st.lists(st.dictionaries(st.text(max_size=6), JSON_VALUES, max_size=4), max_size=3),
    indent=st.sampled_from([None, 0, 2, 4, "\t"]),
    is_ascii=st.booleans(),
)
def test_any_json(items: list[dict[str, Any]], indent: int | str | None, *, is_ascii: bool) -> None:
    """However a list of items is built, all of its text stays, and its values but for `custom`."""
    whole = [{**item, "URL": URL} for item in items]
    text = json.dumps(whole, indent=indent, ensure_ascii=is_ascii)
    enriched = enrich_text(text, "csl-json", [DEAD])

    assert [*_list_inserted(text, enriched.text)]
    for before, after in zip(whole, json.loads(enriched.text), strict=True):
        assert {**before, "custom": None} == {**after, "custom": None}
        assert "custom" in before or "dead" == after["custom"]["url_status"]


# Other programs.


def test_schema(shared: Path) -> None:
    """What is written is clean by CSL's own schema."""
    schema = json.loads((shared / "schemas" / "csl-data.json").read_text(encoding="utf-8"))
    text = _read("000_d40ec8d5fa738bcb.csl.json")
    items = json.loads(enrich_text(text, "csl-json", _find_all(text, "csl-json")).text)

    assert [] == [error.message for error in Draft7Validator(schema).iter_errors(items)]
    assert any("custom" in item for item in items)


def _list_warned(text: str, folder: Path) -> set[str]:
    """The keys of the entries of which biber's data model warns."""
    path = folder / "library.bib"
    path.write_text(text, encoding="utf-8")
    words = [str(shutil.which("biber")), "--tool", "--validate-datamodel", "--nolog", path.name]
    run = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)

    assert 0 == run.returncode, run.stdout
    return set(re.findall(r"WARN - Datamodel: Entry '([^']+)'", run.stdout))


@pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed")
def test_biber(tmp_path: Path) -> None:
    """No entry that biber's data model finds clean is warned of; with fields of their own many are.

    Of some entry types (video, legislation) it takes no field at all, not even a title: those are not clean
    before either.
    """
    text = _read("000_d40ec8d5fa738bcb.biblatex.bib")
    findings = _find_all(text, "biblatex")
    before = _list_warned(text, tmp_path)
    custom = enrich_text(text, "biblatex", findings, style=FieldStyle.CUSTOM).text

    assert before == _list_warned(enrich_text(text, "biblatex", findings).text, tmp_path)
    assert before < _list_warned(custom, tmp_path)


# Misuse.


def test_unknown_format() -> None:
    """There is no format but those that there are."""
    with pytest.raises(FormatError, match="biblatex"):
        enrich_text("", "ris", [])


def test_no_json() -> None:
    """What is no JSON is refused with a sentence."""
    with pytest.raises(InputError, match="JSON"):
        enrich_text("{", "csl-json", [])


@pytest.mark.parametrize(
    ("name", "text"), [("biblatex", ""), ("bibtex", "% nothing\n"), ("csl-json", "[]")]
)
def test_empty_libraries(name: str, text: str) -> None:
    """A library without works stays as it is, byte order mark and all."""
    assert f"\ufeff{text}" == enrich_text(f"\ufeff{text}", name, [DEAD]).text
