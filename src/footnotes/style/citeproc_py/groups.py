"""Elements that print what stands in them, or some of it: groups, macros, substitutes and branches."""

from collections.abc import Iterator
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
    """The first that prints anything; that is not printed again (CSL 1.0.2, "Substitute")."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        state = self.state
        for child in _list_alternatives(self, item):
            silent = set(state.silent)
            state.depth += 1
            try:
                text = child.render(item, context=context, **kwargs)
            except VariableError:
                text = None
            finally:
                state.depth -= 1
            if text:
                return text
            state.silent = silent
        return None


def _list_alternatives(element: Any, item: Any) -> Iterator[Any]:
    """What may stand in the place of names: a branch has its own alternatives, it is not printed whole."""
    for child in element.list_parts():
        if isinstance(child, model.Choose):
            branch = child.find_branch(item)
            yield from _list_alternatives(branch, item) if branch is not None else ()
        else:
            yield child


class _Choose(MendedElement):
    """The first branch whose condition is met."""

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        branch = self.find_branch(item)
        if branch is None:
            return None
        return branch.render_children(item, context=context, delimiter=delimiter, **kwargs)

    def find_branch(self, item: Any) -> Any:
        """The branch that holds for the work, or None."""
        holding = (one for one in self.list_parts() if not isinstance(one, model.If) or one.holds(item))
        return next(holding, None)


GROUP_CLASSES = {"Group": _Group, "Macro": _Macro, "Substitute": _Substitute, "Choose": _Choose}
"""The classes here by the name of the class of citeproc-py that each mends."""
