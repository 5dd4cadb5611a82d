"""Elements that print the names of persons."""

import re
from typing import Any

from citeproc.source import VariableError

from footnotes.model import Position
from footnotes.style.citeproc_py.elements import MendedElement

_INITIAL = re.compile(r"\b([^\W\d_])\.\s*")
_SUBSEQUENT = {"et-al-min": "et-al-subsequent-min", "et-al-use-first": "et-al-subsequent-use-first"}


class _Names(MendedElement):
    """Names that were printed in place of others are not printed again; no `name` is added to the tree."""

    def process(self, item: Any, names_context: Any = None, context: Any = None, **kwargs: Any) -> Any:
        context = self if context is None else context
        source = self if names_context is None else names_context
        output = self._render_roles(item, source, context, **kwargs)
        if not output:
            return self._render_substitute(item, context, **kwargs)
        if all(isinstance(one, int) for one in output):
            return str(sum(output)) if sum(output) else None
        return self.join(output, self.get_parent_delimiter(context))

    def _render_roles(self, item: Any, source: Any, context: Any, **kwargs: Any) -> list[Any]:
        """The names of each role, or with form="count" how many there are."""
        output = []
        for role, shown in self._list_roles(item):
            try:
                self.state.call(role)
            except VariableError:
                continue
            text = source.name.render(item, role, context=context, **kwargs)
            output.append(self._add_label(source, text, item, role, shown, **kwargs))
            self.state.fill(role, output[-1])
        return output

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

    @staticmethod
    def _add_label(source: Any, text: Any, item: Any, role: str, shown: str, **kwargs: Any) -> Any:
        label = source.label
        if label is None or isinstance(text, int):
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
    """Later cites have their own bounds for et al.; only letters with case are made initials."""

    def get_option(self, name: str, context: Any = None, sort_options: Any = None) -> Any:
        if sort_options and name in sort_options:
            return super().get_option(name, context, sort_options)
        key = ("option", name, self.state.area)
        value = self.remember(key, lambda: super(_Name, self).get_option(name, context))
        cite = self.state.cite
        if name in _SUBSEQUENT and cite is not None and cite.position is not Position.FIRST:
            return self.get_option(_SUBSEQUENT[name], context) or value
        return value

    def _keeps_given_names(self) -> bool:
        """Whether initialize="false" holds, which may stand further out."""
        stated = (one.get("initialize") for one in (self, *self.iterancestors()))
        return next((one for one in stated if one is not None), "true") == "false"

    def process(self, item: Any, variable: str, context: Any = None, *args: Any, **kwargs: Any) -> Any:
        return super().process(item, variable.replace("-", "_"), context, *args, **kwargs)

    def initialize(self, given: str, mark: str, context: Any) -> str:
        if self.remember("whole", self._keeps_given_names):
            return _INITIAL.sub(lambda found: found[1] + mark + " ", given).replace("  ", " ").strip()
        return str(super().initialize(given, mark, context)) if given[:1].isupper() else given


class _Name_Part(MendedElement):  # noqa: N801 - named after the element, as citeproc-py does
    """Affixes and case for the given or the family name alone."""

    def format_part(self, given: Any, family: Any) -> tuple[Any, Any]:
        if self.get("name") == "given":
            return (self.wrap(self.format(self.case(given))) if given else given), family
        return given, (self.wrap(self.format(self.case(family))) if family else family)


NAME_CLASSES = {"Names": _Names, "Name": _Name, "Name_Part": _Name_Part}
"""The classes here by the name of the class of citeproc-py that each mends."""
