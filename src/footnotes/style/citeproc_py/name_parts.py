"""One name, written: its parts in their order, with initials where the style has them."""

import re
from typing import Any

from attrs import frozen

_JOINED = ("'", "’", "ʼ", "-", "–")
"""After a particle that ends so no blank stands: d'Ormesson, al-Ghazali (CSL 1.0.2, "Names")."""
_FAMILY_FIRST = re.compile(
    "[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
"""Han, Kana and Hangul: names in them are always written family first (CSL 1.0.2, "name-as-sort-order")."""
_LANGUAGES_FAMILY_FIRST = {"hu", "ja", "vi", "zh"}
"""Languages of works whose authors are named so in Latin letters too, as the reference processor has it."""
_WORD = re.compile(r"[^\s.]+\.?")
_LONGEST_INITIAL = 4


@frozen
class NameForm:
    """What a style says of each name; `given` and `family` are its `name-part` elements, or None."""

    form: str
    order: str | None
    separator: str
    initial: str | None
    keeps_given: bool
    keeps_hyphen: bool
    demotes: bool
    given: Any = None
    family: Any = None

    @property
    def is_count(self) -> bool:
        """Whether names are counted only."""
        return self.form == "count"

    def inverts(self, at: int) -> bool:
        """Whether the name at this place has the family name first."""
        return self.form == "long" and (self.order == "all" or (self.order == "first" and at == 0))


def write_name(name: Any, form: NameForm, at: int, language: str = "") -> str:
    """A name as the style has it (CSL 1.0.2, "Name-part Order"); `at` is its place in the list.

    `language` is that of the work: there may be no other sign that a name has the family first.
    """
    given, family, dropping, particle, suffix = (str(part or "") for part in name.parts())
    if name.get("literal") or not family:
        return _print(form.family, family or given)
    if _FAMILY_FIRST.search(family):
        return _print(form.family, family) + (_print(form.given, given) if form.form == "long" else "")
    if form.form == "short":
        return _print(form.family, _attach(particle, family))
    given = _shorten(given, form)
    suffix = suffix if form.initial is None else suffix.replace(".", form.initial.strip())
    if language[:2] in _LANGUAGES_FAMILY_FIRST:
        last = _print(form.family, _attach(particle, family))
        return " ".join(filter(None, (last, _print(form.given, given))))
    if not form.inverts(at):
        last = _attach(_bare(form.given, dropping), _bare(form.family, _attach(particle, family)))
        return " ".join(filter(None, (_print(form.given, given), _affix(form.family, last), suffix)))
    behind = [dropping, particle] if form.demotes else [dropping]
    first = family if form.demotes else _attach(particle, family)
    second = " ".join(filter(None, (given, *behind)))
    return form.separator.join(
        filter(None, (_print(form.family, first), _print(form.given, second), suffix))
    )


def _shorten(given: str, form: NameForm) -> str:
    return given if form.initial is None else write_initials(given, form)


def write_initials(given: str, form: NameForm) -> str:
    """Given names as initials, or with initialize="false" the initials among them in the style's form.

    Small words (particles) and names in scripts without capitals stay as they are.
    """
    parts = re.split(r"(?<=\w\.)[-‐](?=\w)|(?<=\w)[-‐](?=\w)", given)
    written = [_initial_words(part, form) for part in parts]
    glue = "-" if form.keeps_hyphen or form.keeps_given else ""
    return glue.join(one.strip() for one in written) if glue else "".join(written).strip()


def _initial_words(text: str, form: NameForm) -> str:
    mark = form.initial or ""
    out = ""
    for word in _WORD.findall(text):
        bare = word.removesuffix(".")
        is_initial = len(bare) == 1 or (bare != word and len(bare) <= _LONGEST_INITIAL)
        if not bare[:1].isupper() or (form.keeps_given and not is_initial):
            out = f"{out.rstrip()} {word} " if out else f"{word} "
        else:
            out += (bare if form.keeps_given else bare[0]) + mark
    return re.sub(r" {2,}", " ", out)


def _attach(particle: str, name: str) -> str:
    if not particle or not name:
        return particle or name
    return f"{particle}{name}" if particle.endswith(_JOINED) else f"{particle} {name}"


def _print(part: Any, text: str) -> str:
    return str(part.print_part(text)) if part is not None and text else text


def _bare(part: Any, text: str) -> str:
    return str(part.print_bare(text)) if part is not None and text else text


def _affix(part: Any, text: str) -> str:
    return str(part.wrap(text)) if part is not None and text else text
