"""Elements that print what stands in them, or some of it: groups, macros, substitutes and branches."""

from typing import Any

from citeproc import model
from citeproc.source import VariableError

from footnotes.style.citeproc_py.elements import MendedElement


class _Group(MendedElement):
    """Printed if a variable of it is printed, or none was called (CSL 1.0.2, "Group")."""

    def process(self, item: Any, context: Any = None, **kwargs: Any) -> str:
        state = self.state
        called, filled = state.called, state.filled
        parts = self.render_parts(item, self.get("delimiter", ""), context=context, **kwargs)
        if not parts or not state.close_group(called, filled):
            raise VariableError
        return str(self.get("delimiter", "")).join(parts)


class _Macro(MendedElement):
    """As a group: no words without the variables that they are about."""

    def render(self, item: Any, context: Any = None, sort_options: Any = None) -> str | None:
        state = self.state
        called, filled = state.called, state.filled
        text = self.render_children(item, context=context, sort_options=sort_options)
        return text if text is not None and state.close_group(called, filled) else None


class _Substitute(MendedElement):
    """What is printed in place of names is not printed again (CSL 1.0.2, "Substitute")."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        state = self.state
        for child in self.getchildren():
            before = len(state.printed)
            extra = {}
            if isinstance(child, model.Names) and child.name is None:
                extra = {"names_context": self.getparent()}
            try:
                text = child.render(item, context=context, **extra, **kwargs)
            except VariableError:
                continue
            if text:
                state.silent |= {one.removesuffix("-short") for one in state.printed[before:]}
                return text
        return None


class _Choose(MendedElement):
    """The first branch whose condition is met."""

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        for child in self.list_parts():
            if not isinstance(child, model.If) or child.holds(item):
                return child.render_children(item, context=context, delimiter=delimiter, **kwargs)
        return None


GROUP_CLASSES = {"Group": _Group, "Macro": _Macro, "Substitute": _Substitute, "Choose": _Choose}
"""The classes here by the name of the class of citeproc-py that each mends."""
