"""Elements that print names: whose names, the labels beside them, what stands in their place."""

from typing import Any

from citeproc.source import VariableError

from footnotes.model import Position
from footnotes.style.citeproc_py.details import NameRow, expand_form
from footnotes.style.citeproc_py.elements import MendedElement
from footnotes.style.citeproc_py.name_lists import NameList, join_names
from footnotes.style.citeproc_py.name_parts import NameForm, write_name
from footnotes.style.marked_text import HELD
from footnotes.style.xml_names import CSL

_DEFAULTS = {
    "delimiter": ", ",
    "form": "long",
    "delimiter-precedes-last": "contextual",
    "delimiter-precedes-et-al": "contextual",
    "et-al-use-first": "1",
    "sort-separator": ", ",
    "initialize": "true",
}
_OUTER_NAMES = {"delimiter": "name-delimiter", "form": "name-form"}
"""What options of `name` are called further out (CSL 1.0.2, "Inheritable Name Options")."""
_SUBSEQUENT = {"et-al-min": "et-al-subsequent-min", "et-al-use-first": "et-al-subsequent-use-first"}


class _Names(MendedElement):
    """Names that were printed in place of others are not printed again; no `name` is added to the tree."""

    def process(self, item: Any, names_context: Any = None, context: Any = None, **kwargs: Any) -> Any:  # noqa: ARG002 - the signature is citeproc-py's
        context = self if context is None else context
        output = self._render_roles(item, context, **kwargs)
        if not output:
            return self._render_substitute(item, context, **kwargs)
        if all(isinstance(one, int) for one in output):
            return str(sum(output)) if sum(output) else None
        return self.join(output, self.get_parent_delimiter(context))

    def _render_roles(self, item: Any, context: Any, **kwargs: Any) -> list[Any]:
        """The names of each role, or with form="count" how many there are."""
        name = self.remember("source", self._find_source).name
        output = []
        for role, shown in self._list_roles(item):
            try:
                self.state.call(role)
            except VariableError:
                continue
            text = name.render(item, role, context=context, **kwargs)
            output.append(self._add_label(text, item, role, shown, **kwargs))
            self.state.fill(role, output[-1])
        return output

    def _find_source(self) -> Any:
        """This, or the names for which it stands in (CSL 1.0.2, "Substitute": the shorthand)."""
        if self.name is not None:
            return self
        return next((one for one in self.iterancestors(f"{CSL}names") if one.name is not None), self)

    def _render_substitute(self, item: Any, context: Any, **kwargs: Any) -> Any:
        self.state.called += 1
        substitute = self.substitute()
        if substitute is None:
            raise VariableError
        return substitute.render(item, context=context, **kwargs)

    def _list_roles(self, item: Any) -> list[tuple[str, str]]:
        roles = [
            role for role in self.get("variable").split() if item.reference.get(role.replace("-", "_"))
        ]
        if set(roles) == {"editor", "translator"} and item.reference.editor == item.reference.translator:
            return [("editor", "editortranslator")]
        return [(role, role) for role in roles]

    def _add_label(self, text: Any, item: Any, role: str, shown: str, **kwargs: Any) -> Any:
        """The names with their label, which stands before them where the style has it first."""
        source = self if len(self) else self.remember("source", self._find_source)
        label = source.label
        if label is None or isinstance(text, int) or not text or self.state.sorts:
            return text
        plural = len(item.reference[role.replace("-", "_")]) > 1
        words = label.render(item, shown, plural, **kwargs) or ""
        return f"{words}{text}" if label is source.getchildren()[0] else f"{text}{words}"

    def substitute(self) -> Any:
        return self.remember("substitute", lambda: super(_Names, self).substitute())

    def get_parent_delimiter(self, context: Any = None) -> Any:
        return self.remember(
            ("delimiter", self.state.area), lambda: super(_Names, self).get_parent_delimiter(context)
        )


class _Name(MendedElement):
    """Written whole by CSL's rules; later cites have their own bounds for et al."""

    def get_option(self, name: str, _context: Any = None, sort_options: Any = None) -> Any:
        """An option of this element, of the notes or the bibliography, or of the style."""
        if sort_options and name in sort_options:
            return sort_options[name]
        value = self.remember(("option", name, self.state.area), lambda: self._find_option(name))
        cite = self.state.cite
        if name in _SUBSEQUENT and cite is not None and cite.position is not Position.FIRST:
            return self.get_option(_SUBSEQUENT[name]) or value
        return value

    def _find_option(self, name: str) -> str | None:
        root = self.get_root()
        outer = (getattr(root, self.state.area), root)
        found = [self.get(name), *(one.get(_OUTER_NAMES.get(name, name)) for one in outer)]
        return next((one for one in found if one is not None), _DEFAULTS.get(name))

    def process(self, item: Any, variable: str, _context: Any = None, **_kwargs: Any) -> Any:
        sort_options = self.state.sort_options if self.state.sorts else None
        people = item.reference.get(variable.replace("-", "_"), [])
        least = int(self.get_option("et-al-min", None, sort_options) or 0)
        first = int(self.get_option("et-al-use-first", None, sort_options) or 1)
        is_cut = 0 < least <= len(people) and len(people) > 1
        form = self._read_form(sort_options)
        state = self.state
        count = max(min(first, len(people)), state.detail.shown.get(variable, 0)) if is_cut else len(people)
        state.note_names(NameRow(variable, people, count, form))
        shown = people[:count]
        if form.is_count:
            return len(shown)
        is_cut = count < len(people)
        last = people[-1] if is_cut and self._ends_with_last(count, len(people), sort_options) else None
        language = state.language
        names = [
            write_name(one, expand_form(form, state.find_level(variable, at, one, form)), at, language)
            for at, one in enumerate(shown)
        ]
        sign, rule = self._find_repetition_sign()
        repeated = self.state.count_repeated(people, rule) if sign and not sort_options else 0
        if repeated and rule == "complete-all":
            return sign
        names[:repeated] = [sign] * min(repeated, len(names))
        return join_names(
            NameList(
                tuple(names),
                form.inverts(len(names) - 1),
                self._find_others() if is_cut and not state.sorts else None,
                None if last is None else write_name(last, form, len(people) - 1, language),
            ),
            str(self.get_option("delimiter")),
            self._find_and(),
            (
                str(self.get_option("delimiter-precedes-last")),
                str(self.get_option("delimiter-precedes-et-al")),
            ),
        )

    def _find_repetition_sign(self) -> tuple[str, str]:
        """What replaces names of the entry before, and by which rule; it may be nothing that is seen."""
        area = getattr(self.get_root(), self.state.area)
        sign = area.get("subsequent-author-substitute", "")
        if not sign and "subsequent-author-substitute" in area.attrib:
            sign = HELD
        return sign, str(area.get("subsequent-author-substitute-rule", "complete-all"))

    def _ends_with_last(self, first: int, count: int, sort_options: Any) -> bool:
        return self.get_option("et-al-use-last", None, sort_options) == "true" and count > first + 1

    def _read_form(self, sort_options: Any) -> NameForm:
        """How each name is written; the same for all names that this element prints."""
        key = ("form", self.state.area, bool(sort_options))
        form: NameForm = self.remember(key, lambda: self._make_form(sort_options))
        return form

    def _make_form(self, sort_options: Any) -> NameForm:
        demotes = str(self.get_root().get("demote-non-dropping-particle", "display-and-sort"))
        parts = {one.get("name"): one for one in self.findall(f"{CSL}name-part")}
        order = self.get_option("name-as-sort-order", None, sort_options)
        return NameForm(
            form=str(self.get_option("form")),
            order=order if order in {"first", "all"} else None,
            separator=str(self.get_option("sort-separator")),
            initial=self.get_option("initialize-with"),
            keeps_given=self.get_option("initialize") == "false",
            keeps_hyphen=self.get_root().get("initialize-with-hyphen") != "false",
            demotes=demotes == "display-and-sort" or (demotes == "sort-only" and bool(sort_options)),
            given=parts.get("given"),
            family=parts.get("family"),
        )

    def _find_and(self) -> str | None:
        kind = self.get_option("and")
        if kind is None or self.state.sorts:
            return None
        return "&" if kind == "symbol" else str(self.get_single_term(name="and"))

    def _find_others(self) -> str:
        return str(self.et_al() or "")


class _Name_Part(MendedElement):  # noqa: N801 - named after the element, as citeproc-py does
    """Affixes, emphasis and case of a part of a name."""

    def print_part(self, text: str) -> str:
        """The part with its affixes."""
        return str(self.wrap(self.print_bare(text)))

    def print_bare(self, text: str) -> str:
        """The part without affixes, which stand around the particle too."""
        return str(self.format(self.case(self.strip_periods(text))))


NAME_CLASSES = {"Names": _Names, "Name": _Name, "Name_Part": _Name_Part}
"""The classes here by the name of the class of citeproc-py that each mends."""
