"""Citation templates of the English Wikipedia, written only (Help:Citation Style 1).

One template a work, `* {{cite journal |last1=... |first1=... |title=...}}`, with the archived copy where
the work has one. The key of a work has no place there and is not counted among the losses.
"""

from collections.abc import Iterator

from attrs import evolve

from footnotes.formats.archived_copies import ARCHIVE_DATE, ARCHIVE_URL, STATUSES, URL_STATUS, take_copies
from footnotes.formats.edtf import parse_edtf
from footnotes.formats.name_words import join_particle, spell_forwards, stands_for_others
from footnotes.formats.reference_words import CONTRIBUTORS
from footnotes.formats.stated_values import StatedValues
from footnotes.formats.surrogates import replace_surrogates
from footnotes.formats.wikipedia.dates import spell_wiki_date, tell_wiki_date
from footnotes.formats.wikipedia.syntax import write_wiki_url, write_wikitext
from footnotes.formats.wikipedia.templates import (
    COLLECTIVES,
    DATES,
    DELIVERED,
    EVENTS,
    NAMES,
    URL_PARAMETERS,
    choose_template,
    list_parameters,
    tell_type,
)
from footnotes.formats.written import Written
from footnotes.model import AnyName, Library, LiteralName, Reference

NO_URL = "the templates take an archived copy only beside the address of its original"

_NAMED = frozenset(variable for variable, _ in NAMES)


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
        reasons[at, "type"] = f"{{{{{template}}}}} stands for other types, too"
        if not work.url and take_copies(work.extra):
            reasons[at, "extra"] = NO_URL
    text = replace_surrogates("".join(f"{line}\n" for line in lines))
    return Written(text, Library(tuple(told)), reasons)


def _list_parameters(values: StatedValues, template: str) -> Iterator[tuple[str, str]]:
    is_court = template == "cite court"
    for variable, prefix in () if is_court else NAMES:
        yield from _list_names(values.take_names(variable), prefix)
    for variable, name in list_parameters(template, values.work.type):
        if variable in DATES:
            yield name, _write_date(values, variable)
        elif variable in URL_PARAMETERS:
            yield name, write_wiki_url(values.take(variable) or "")
        else:
            yield name, write_wikitext(values.take(variable) or "")
    if not is_court:
        yield from _list_joined(values, template)
        yield from _list_pages(values)
    yield from _list_link(values)


def _list_names(names: tuple[AnyName, ...], prefix: str) -> Iterator[tuple[str, str]]:
    for number, name in enumerate(names, start=1):
        if stands_for_others(name):
            yield COLLECTIVES[prefix], "etal"
        elif isinstance(name, LiteralName):
            # Two parentheses: commas in an institution are meant (CS1, "accept this as written").
            plain = write_wikitext(name.literal)
            yield f"{prefix}last{number}", f"(({plain}))" if "," in plain or ";" in plain else plain
        else:
            given = " ".join(part for part in (name.given, name.dropping_particle) if part)
            family = join_particle(name.non_dropping_particle, name.family)
            yield f"{prefix}last{number}", write_wikitext(family)
            first = ", ".join(part for part in (given, name.suffix) if part)
            yield f"{prefix}first{number}", write_wikitext(first)


def _list_joined(values: StatedValues, template: str) -> Iterator[tuple[str, str]]:
    """The parameters that say several variables in one."""
    kinds = [kind for one in ("genre", "medium") if (kind := values.take(one))]
    yield "type", write_wikitext("; ".join(dict.fromkeys(kinds)))
    if template != "cite episode" and (series := values.take("collection_title")):
        number = values.take("collection_number")
        yield "series", write_wikitext(f"{series}, {number}" if number else series)
    if template in DELIVERED and values.work.url:
        yield "via", write_wikitext(values.take("container_title") or "")
    if template in EVENTS:
        told = [part for one in ("event_title", "event_place") if (part := values.take(one))]
        held = _write_date(values, "event_date") if told else ""
        yield EVENTS[template], ", ".join([*map(write_wikitext, told), *([held] if held else [])])
    others = [
        f"{words} {', '.join(spell_forwards(name) for name in names)}"
        for variable, words in CONTRIBUTORS
        if variable not in _NAMED and (names := values.take_names(variable))
    ]
    told_others = "; ".join(others)
    yield "others", write_wikitext(f"{told_others[:1].upper()}{told_others[1:]}")


def _write_date(values: StatedValues, variable: str) -> str:
    date = values.take_date(variable)
    if date is None:
        return ""
    values.say_instead(variable, tell_wiki_date(date))
    return write_wikitext(spell_wiki_date(date))


def _list_pages(values: StatedValues) -> Iterator[tuple[str, str]]:
    pages = write_wikitext(values.take("page") or "")
    if not pages:
        yield "at", write_wikitext(values.take("section") or "")
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
