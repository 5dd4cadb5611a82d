"""Elements that print a variable or a term: texts, numbers, dates and labels."""

import re
from typing import Any

from citeproc import model
from citeproc.source import VariableError

from footnotes.style.casing import apply_case
from footnotes.style.citeproc_py.elements import CS, MendedElement
from footnotes.style.page_ranges import format_ranges


class _Text(MendedElement):
    """Locators as ranges; what took the place of names is not printed again."""

    def _variable(self, item: Any, context: Any) -> Any:
        variable = self.get("variable")
        self.state.call(variable)
        if variable in {"locator", "page", "page-first"}:
            value = item.locator.identifier if variable == "locator" else item.reference.page
            text = self._format_place(item, variable, str(value))
        else:
            context.get_layout().repressed = {}
            text = super()._variable(item, context)
        return self.state.fill(variable, text)

    def _term(self, item: Any) -> Any:
        """A term that begins a note has a capital, if the style says nothing else: "Ibid."."""
        text = super()._term(item)
        state = self.state
        if text and state.opens and not state.printed and not self.get("text-case"):
            state.opens = False
            return apply_case(str(text), "capitalize-first", "en")
        return text

    def _format_place(self, item: Any, variable: str, text: str) -> str:
        if variable == "page-first":
            return re.split(r"[-–,& ]", text, maxsplit=1)[0]
        if variable == "locator" and item.locator.label != "page":
            return format_ranges(text, None)
        delimiter = str(self.get_single_term(name="page-range-delimiter") or "–")
        return format_ranges(text, self.get_root().get("page-range-format"), delimiter)


class _Number(MendedElement):
    """Ranges and letters are kept; only bare figures are spelled as ordinals or Roman."""

    def process(self, item: Any, **_kwargs: Any) -> Any:
        variable = self.get("variable")
        self.state.call(variable)
        if variable == "locator" or variable.startswith("page"):
            value = item.locator.identifier if variable == "locator" else item.reference.page
            return self.state.fill(
                variable, format_ranges(str(value), self.get_root().get("page-range-format"))
            )
        value = str(item.reference[variable.replace("-", "_")])
        text = self.format_number(value) if value.isdecimal() else format_ranges(value, None)
        return self.state.fill(variable, text)


class _Date(MendedElement):
    """Asks for its variable once, not again in the date of the locale."""

    def render(self, item: Any, variable: str | None = None, **kwargs: Any) -> Any:
        asked = variable or self.get("variable")
        if self.is_locale_date():
            return super().render(item, variable, **kwargs)
        self.state.call(asked)
        return self.state.fill(asked, super().render(item, variable, **kwargs))

    def is_locale_date(self) -> bool:
        return isinstance(self.get_root(), model.Locale) or self.getparent().tag == f"{CS}locale"


class _Date_Part(MendedElement):  # noqa: N801 - named after the element, as citeproc-py does
    """citeproc-py writes the attributes of the style into the locale for good; here they are taken back."""

    def render(self, *args: Any, **kwargs: Any) -> Any:
        held = dict(self.attrib)
        try:
            return super().render(*args, **kwargs)
        except (AssertionError, AttributeError):
            raise VariableError from None
        finally:
            self.attrib.clear()
            self.attrib.update(held)


class _Label(MendedElement):
    """A label stands only beside its variable (CSL 1.0.2, "Label")."""

    def process(
        self, item: Any, variable: str | None = None, plural: Any = None, context: Any = None, **kwargs: Any
    ) -> Any:
        asked = self.get("variable")
        if variable is None and asked != "locator" and not item.reference.get(asked.replace("-", "_")):
            return None
        return super().process(item, variable, plural, context, **kwargs)

    def _is_plural(self, item: Any) -> bool:
        asked = self.get("variable")
        value = str(
            item.locator.identifier if asked == "locator" else item.reference.get(asked.replace("-", "_"))
        )
        if asked.startswith("number-of"):
            return value.isdecimal() and int(value) > 1
        return re.search(r"\d+\s*[-–,&]\s*\d+", value) is not None


VALUE_CLASSES = {"Text": _Text, "Number": _Number, "Date": _Date, "Date_Part": _Date_Part, "Label": _Label}
"""The classes here by the name of the class of citeproc-py that each mends."""
