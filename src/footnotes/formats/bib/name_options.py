"""The option `useprefix` of an entry: whether its particles stay with the surname.

BibLaTeX's own (manual 3.1.3). In BibTeX a particle in front of the surname always stays, and no classic
style knows the option; pandoc heeds it in both dialects and lets the particle go without it.
"""

import re

from attrs import evolve

from footnotes.formats.bib.entry_draft import EntryBag

_USEPREFIX = re.compile(r"useprefix\s*(?:=\s*(true|false))?", re.IGNORECASE)


def take_useprefix(bag: EntryBag) -> EntryBag:
    """The bag with the option in the syntax of its names; other options stay in the field."""
    options = [option.strip() for option in (bag.look("options") or "").split(",")]
    rest = [option for option in options if option and _USEPREFIX.fullmatch(option) is None]
    found = [match[1] for option in options if (match := _USEPREFIX.fullmatch(option))]
    if found:
        bag.syntax = evolve(bag.syntax, useprefix=(found[-1] or "true").lower() == "true")
        field = bag.fields.pop("options")
        bag.origins["options"] = (field,)
        if rest:
            bag.fields["options"] = evolve(field, value=",".join(rest))
    return bag
