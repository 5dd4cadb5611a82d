"""The table of the rules: what is looked for, how much it matters, and on whose authority.

Codes never change their meaning. The first figure is the family: 1 keys and files, 2 required fields,
3 names, 4 titles and numbers, 5 dates, 6 identifiers and addresses.
"""

from collections.abc import Callable, Iterator

from attrs import frozen

from footnotes.model import Severity
from footnotes.validate import dates, identifiers, keys, names, titles
from footnotes.validate.finding import Remark
from footnotes.validate.subject import Subject


@frozen
class Rule:
    """One thing to look for; docs/validation.md has a section for each."""

    code: str
    name: str
    severity: Severity
    summary: str
    """What is wrong where the rule speaks, in one sentence."""
    authority: str
    find: Callable[[Subject], Iterator[Remark]] | None = None
    """None where the reader of the file has found it."""


_INFO, _WARNING, _ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
_NAMES = "BibLaTeX manual 2.3.3; CSL 1.0.2, appendix IV (name variables)"
_STYLE = "CSL 1.0.2 (the style prints it)"
_DATES = "EDTF (ISO 8601-2); BibLaTeX manual 2.3.8"

BROKEN = Rule("FL105", "broken-entry", _ERROR, "An entry cannot be read.", "btxdoc 2; RFC 8259")
REPEATED = Rule(
    "FL101",
    "key-repeated",
    _ERROR,
    "Two entries have one key.",
    "BibLaTeX manual 2.2",
    keys.find_repeated_keys,
)

MENDED = Rule(
    "FL108",
    "entry-mended",
    _WARNING,
    "An entry was damaged, and is read as it was meant.",
    "btxdoc 2; RIS format",
)

RULES: tuple[Rule, ...] = (
    REPEATED,
    Rule(
        "FL102",
        "key-differs-in-case",
        _WARNING,
        "Two keys differ in capitals alone.",
        "btxdoc 2",
        keys.find_keys_alike,
    ),
    Rule(
        "FL103",
        "key-missing",
        _ERROR,
        "An entry has no key.",
        "btxdoc 2; CSL schema (id)",
        keys.find_missing_keys,
    ),
    Rule(
        "FL104",
        "key-odd",
        _WARNING,
        "A key has signs that not every program reads.",
        "btxdoc 2; biber manual 3.4",
        keys.find_odd_keys,
    ),
    BROKEN,
    Rule(
        "FL106",
        "type-unknown",
        _WARNING,
        "An entry has a type that there is not.",
        "BibLaTeX manual 2.1; CSL 1.0.2, appendix III",
        keys.find_unknown_types,
    ),
    Rule(
        "FL107",
        "letters-damaged",
        _WARNING,
        "Letters were read in a wrong encoding.",
        "The Unicode Standard 3.9 (U+FFFD)",
        keys.find_damaged_letters,
    ),
    MENDED,
    Rule(
        "FL109",
        "parent-missing",
        _ERROR,
        "An entry refers to another that is not there.",
        "BibLaTeX manual 2.4.1; btxdoc 4, item 14",
        keys.find_missing_parents,
    ),
    Rule(
        "FL201",
        "field-missing",
        _WARNING,
        "A field is missing that an entry of the type should have.",
        "BibLaTeX manual 2.1.1; btxdoc 3.1; for CSL-JSON the styles",
        keys.find_missing_fields,
    ),
    Rule(
        "FL202",
        "field-empty",
        _INFO,
        "A field is there and says nothing.",
        "biber (empty fields are dropped)",
        keys.find_empty_fields,
    ),
    Rule(
        "FL301",
        "name-unsplit",
        _WARNING,
        "A person stands in one string.",
        _NAMES,
        names.find_unsplit_names,
    ),
    Rule(
        "FL302",
        "name-commas",
        _WARNING,
        "A name has commas where it should have none.",
        _NAMES,
        names.find_wrong_commas,
    ),
    Rule(
        "FL303",
        "name-et-al",
        _WARNING,
        "“Et al.” stands among the names as if it were one.",
        "btxdoc 4",
        names.find_et_al,
    ),
    Rule(
        "FL304",
        "names-in-one",
        _WARNING,
        "Several people stand in one name.",
        _NAMES,
        names.find_several_in_one,
    ),
    Rule(
        "FL305",
        "name-in-capitals",
        _INFO,
        "A surname is in capitals.",
        _STYLE,
        names.find_names_in_capitals,
    ),
    Rule(
        "FL306",
        "name-with-matter",
        _WARNING,
        "A name holds figures, an address or markup.",
        _NAMES,
        names.find_foreign_matter,
    ),
    Rule("FL401", "title-in-capitals", _WARNING, "A title is in capitals.", _STYLE, titles.find_capitals),
    Rule(
        "FL402", "title-with-stop", _INFO, "A title ends in a full stop.", _STYLE, titles.find_final_stops
    ),
    Rule(
        "FL403",
        "title-with-markup",
        _WARNING,
        "A title holds HTML or TeX that is printed as it stands.",
        "CSL 1.0.2 (rich text)",
        titles.find_markup,
    ),
    Rule(
        "FL404",
        "pages-reversed",
        _WARNING,
        "Pages end before they begin.",
        "CSL 1.0.2 (page ranges)",
        titles.find_reversed_pages,
    ),
    Rule(
        "FL405",
        "number-with-word",
        _INFO,
        "A number repeats a word that the style prints.",
        _STYLE,
        titles.find_words_at_numbers,
    ),
    Rule(
        "FL406",
        "language-unknown",
        _INFO,
        "A language is neither a tag nor a name that is known here.",
        "BCP 47; BibLaTeX manual 2.3.12",
        titles.find_unknown_languages,
    ),
    Rule(
        "FL407",
        "volume-with-issue",
        _WARNING,
        "A volume holds the number of the issue, too.",
        "CSL 1.0.2, appendix IV (volume, issue)",
        titles.find_issues_in_volumes,
    ),
    Rule(
        "FL501",
        "date-impossible",
        _ERROR,
        "A date names a month or day that there is not.",
        _DATES,
        dates.find_impossible_dates,
    ),
    Rule(
        "FL502",
        "date-unread",
        _WARNING,
        "A date is in words that programs do not read.",
        _DATES,
        dates.find_unread_dates,
    ),
    Rule(
        "FL503",
        "range-reversed",
        _ERROR,
        "A range of dates ends before it begins.",
        _DATES,
        dates.find_reversed_ranges,
    ),
    Rule(
        "FL504",
        "accessed-before-published",
        _ERROR,
        "A work was accessed before it was published.",
        "CSL 1.0.2, appendix IV (accessed, issued)",
        dates.find_early_access,
    ),
    Rule(
        "FL505",
        "original-too-late",
        _WARNING,
        "The original is later than what repeats it.",
        "CSL 1.0.2, appendix IV (original-date)",
        dates.find_late_originals,
    ),
    Rule(
        "FL506",
        "years-differ",
        _WARNING,
        "A year stands beside a date of another year.",
        "BibLaTeX manual 2.3.8",
        dates.find_second_years,
    ),
    Rule(
        "FL507",
        "year-to-come",
        _WARNING,
        "A date lies in years that have not come.",
        _DATES,
        dates.find_years_to_come,
    ),
    Rule(
        "FL601",
        "isbn-check-digit",
        _ERROR,
        "The check digit of an ISBN is wrong.",
        "ISO 2108",
        identifiers.find_bad_isbns,
    ),
    Rule(
        "FL602",
        "isbn-shape",
        _WARNING,
        "What stands for an ISBN is none.",
        "ISO 2108",
        identifiers.find_misshapen_isbns,
    ),
    Rule(
        "FL603",
        "issn-wrong",
        _ERROR,
        "An ISSN has another shape, or a wrong check digit.",
        "ISO 3297",
        identifiers.find_bad_issns,
    ),
    Rule(
        "FL604",
        "doi-wrong",
        _ERROR,
        "A DOI has another shape.",
        "DOI Handbook 2.2",
        identifiers.find_bad_dois,
    ),
    Rule(
        "FL605",
        "orcid-wrong",
        _WARNING,
        "An ORCID iD has another shape, or a wrong check digit.",
        "ISO 7064, MOD 11-2",
        identifiers.find_bad_orcids,
    ),
    Rule(
        "FL606",
        "pubmed-wrong",
        _WARNING,
        "A PubMed number has other signs than figures.",
        "PubMed help",
        identifiers.find_bad_pubmed_numbers,
    ),
    Rule(
        "FL607",
        "url-wrong",
        _WARNING,
        "An address cannot be opened as it stands.",
        "RFC 3986",
        identifiers.find_bad_urls,
    ),
    Rule(
        "FL608",
        "doi-as-url",
        _INFO,
        "A DOI stands in the field for addresses.",
        "DOI Handbook 3.8",
        identifiers.find_dois_as_urls,
    ),
)
"""All rules, in the order of their codes."""
