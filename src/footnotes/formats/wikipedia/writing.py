"""Citation templates of the English Wikipedia, written only (Help:Citation Style 1).

One template a work, `* {{cite journal |last1=... |first1=... |title=...}}`, with the archived copy where
the work has one. The key of a work has no place there and is not counted among the losses.
"""

from collections.abc import Iterator

from attrs import evolve

from footnotes.formats.archived_copies import ARCHIVE_DATE, ARCHIVE_URL, STATUSES, URL_STATUS
from footnotes.formats.edtf import parse_edtf
from footnotes.formats.stated_values import StatedValues
from footnotes.formats.surrogates import replace_surrogates
from footnotes.formats.wikipedia.dates import spell_wiki_date, tell_wiki_date
from footnotes.formats.wikipedia.syntax import write_wiki_url, write_wikitext
from footnotes.formats.wikipedia.templates import (
    DATES,
    NAMES,
    URL_PARAMETERS,
    choose_template,
    list_parameters,
    tell_type,
)
from footnotes.formats.written import Written
from footnotes.model import AnyName, Library, LiteralName, Reference

NO_URL = "the templates take an archived copy only beside the address of its original"


def write_wikipedia(library: Library) -> Written:
    """The templates of all works, one a line."""
    lines: list[str] = []
    told: list[Reference] = []
    reasons: dict[tuple[int, str], str] = {}
    for at, work in enumerate(library.references):
        values = StatedValues(work)
        template = choose_template(work)
        parameters = [f"|{name}={value}" for name, value in _list_parameters(values, template) if value]
        lines.append(f"* {{{{{' '.join([template, *parameters])}}}}}")
        said = tell_type(template, work.type)
        told.append(evolve(values.tell_rest(), type=said))
        reasons |= values.explain_changes(at)
        reasons[at, "type"] = f"{{{{{template}}}}} says {said}"
        if not work.url:
            reasons[at, "extra"] = NO_URL
    text = replace_surrogates("".join(f"{line}\n" for line in lines))
    return Written(text, Library(tuple(told)), reasons)


def _list_parameters(values: StatedValues, template: str) -> Iterator[tuple[str, str]]:
    for variable, prefix in NAMES:
        yield from _list_names(values.take_names(variable), prefix)
    for variable, name in list_parameters(template, values.work.type):
        if variable in DATES:
            yield name, _write_date(values, variable)
        elif variable in URL_PARAMETERS:
            yield name, write_wiki_url(values.take(variable) or "")
        else:
            yield name, write_wikitext(values.take(variable) or "")
    yield from _list_pages(values)
    yield from _list_link(values)


def _list_names(names: tuple[AnyName, ...], prefix: str) -> Iterator[tuple[str, str]]:
    for number, name in enumerate(names, start=1):
        if isinstance(name, LiteralName):
            # Two parentheses: commas in an institution are meant (CS1, "accept this as written").
            plain = write_wikitext(name.literal)
            yield f"{prefix}last{number}", f"(({plain}))" if "," in plain or ";" in plain else plain
            continue
        family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
        given = " ".join(part for part in (name.given, name.dropping_particle) if part)
        yield f"{prefix}last{number}", write_wikitext(family)
        yield (
            f"{prefix}first{number}",
            write_wikitext(", ".join(part for part in (given, name.suffix) if part)),
        )


def _write_date(values: StatedValues, variable: str) -> str:
    date = values.take_date(variable)
    if date is None:
        return ""
    values.say_instead(variable, tell_wiki_date(date))
    return write_wikitext(spell_wiki_date(date))


def _list_pages(values: StatedValues) -> Iterator[tuple[str, str]]:
    pages = write_wikitext(values.take("page") or "")
    is_several = any(sign in pages for sign in "-–,;&")
    yield ("pages", pages.replace("-", "–")) if is_several else ("page", pages)


def _list_link(values: StatedValues) -> Iterator[tuple[str, str]]:
    """The address, when it was seen, and its copy; the templates refuse the others without the first."""
    if not values.work.url:
        return
    yield "url", write_wiki_url(values.take("url") or "")
    yield "access-date", _write_date(values, "accessed")
    copy = values.take_copy() if dict(values.work.extra).get(ARCHIVE_URL) else {}
    if copy:
        yield "archive-url", write_wiki_url(copy[ARCHIVE_URL])
        day = parse_edtf(copy.get(ARCHIVE_DATE, ""))
        yield "archive-date", spell_wiki_date(day) if day else write_wikitext(copy.get(ARCHIVE_DATE, ""))
        status = copy.get(URL_STATUS, "")
        yield "url-status", status if status in STATUSES else ""
