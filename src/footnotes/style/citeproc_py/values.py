"""Elements that print a variable or a term: texts, numbers and labels."""

import re
from typing import Any

from footnotes.style.casing import apply_case
from footnotes.style.citeproc_py.elements import MendedElement
from footnotes.style.citeproc_py.ordinals import format_figure
from footnotes.style.marked_text import hold_punctuation
from footnotes.style.page_ranges import format_ranges

_NUMBERS = frozenset(
    [
        *("chapter-number", "citation-number", "collection-number", "edition"),
        *("first-reference-note-number", "issue", "locator", "number", "number-of-pages"),
        *("number-of-volumes", "page", "page-first", "part-number", "printing-number", "section"),
        *("supplement-number", "version", "volume"),
    ]
)
"""The variables that hold numbers (CSL 1.0.2, appendix IV, "Number Variables")."""
_FIGURE = r"(?:[A-Za-z]{0,2}\d+[A-Za-z]?|[ivxlcdm]+|[IVXLCDM]+)"
_SEVERAL = re.compile(rf"{_FIGURE}(?:\s*(?:[-–—]+|[,&;](?!\d{{3}}(?!\d)))\s*{_FIGURE})+\.?")
"""Numbers in a row or a range, Roman ones too: what makes a label plural."""


class _Text(MendedElement):
    """A variable, a macro, a term or a value; what took the place of names is not printed again."""

    def render(self, item: Any, context: Any = None, **_kwargs: Any) -> Any:
        text = self._find_text(item, self if context is None else context)
        if text in (None, ""):
            return None
        is_word = "term" in self.attrib or "value" in self.attrib
        language = self.get_language() if is_word else None
        return self.wrap(self.quote(self.format(self.case(self.strip_periods(text), language))))

    def _find_text(self, item: Any, context: Any) -> Any:
        if "variable" in self.attrib:
            return self._variable(item)
        if "macro" in self.attrib:
            return self.get_macro(self.get("macro")).render(item, context)
        return self._term() if "term" in self.attrib else hold_punctuation(self.get("value", ""))

    def _variable(self, item: Any) -> Any:
        variable = self.get("variable")
        if variable == "year-suffix":
            return self._letter()
        self.state.call(variable)
        if variable in {"locator", "page", "page-first"}:
            value = item.locator.identifier if variable == "locator" else item.reference.page
            text = _format_place(self, item, variable, str(value))
        elif variable == "citation-number":
            text = str(item.number)
        else:
            text = self._format_value(item, variable)
        return self.state.fill(variable, text)

    def _letter(self) -> Any:
        """The letter of the work; where there is none, words beside it ("n.d.") stand all the same."""
        letter = "" if self.state.sorts else self.state.letters.get(self.state.key, "")
        return self.state.fill("year-suffix", letter) or None

    def _format_value(self, item: Any, variable: str) -> str:
        name = variable.replace("-", "_")
        if self.get("form") == "short" and item.reference.get(f"{name}_short"):
            name = f"{name}_short"
        if variable == "citation-label" and not item.reference.get(name):
            return self.state.labels.get(item.key, "")
        value = str(item.reference[name])
        if variable in _NUMBERS and _SEVERAL.fullmatch(value):
            return format_ranges(value, None, _find_delimiter(self))
        return value

    def _term(self) -> Any:
        """A term that begins a note has a capital, if the style says nothing else: "Ibid."."""
        form = self.get("form", "long")
        term = self.get_term(self.get("term"), None if form == "long" else form)
        if term is None:
            return None
        text = str(term.multiple if self.get("plural") == "true" else term.single)
        state = self.state
        if text and state.opens and not state.printed and not self.get("text-case"):
            state.opens = False
            return apply_case(text, "capitalize-first", self.get_language())
        return text


def _format_place(element: Any, item: Any, variable: str, text: str) -> str:
    """Pages, or the place that is cited, with their ranges as the style has them."""
    if variable == "page-first":
        return re.split(r"[-–,& ]", text, maxsplit=1)[0]
    if variable == "locator" and item.locator.label != "page":
        return format_ranges(text, None)
    return format_ranges(text, element.get_root().get("page-range-format"), _find_delimiter(element))


def _find_delimiter(element: Any) -> str:
    return str(element.get_single_term(name="page-range-delimiter") or "–")


class _Number(MendedElement):
    """Ranges and letters are kept; each bare figure is spelled as an ordinal or Roman."""

    def render(self, item: Any, **_kwargs: Any) -> Any:
        text = self._find_text(item)
        return self.wrap(self.format(self.case(self.strip_periods(text)))) if text else None

    def _find_text(self, item: Any) -> Any:
        variable = self.get("variable")
        self.state.call(variable)
        if variable == "locator" or variable.startswith("page"):
            value = item.locator.identifier if variable == "locator" else item.reference.page
            return self.state.fill(variable, _format_place(self, item, variable, str(value)))
        if variable == "citation-number":
            return self.state.fill(variable, str(item.number))
        value = str(item.reference[variable.replace("-", "_")])
        if value.isdecimal() or _SEVERAL.fullmatch(value):
            value = re.sub(
                r"(?<!\w)\d+(?!\w)", self._write_figure, format_ranges(value, None, _find_delimiter(self))
            )
        return self.state.fill(variable, value)

    def _write_figure(self, found: re.Match[str]) -> str:
        return format_figure(
            int(found[0]), self.get("form", "numeric"), self.get_root(), self.get("variable")
        )


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
        return _SEVERAL.fullmatch(value.strip()) is not None


VALUE_CLASSES = {"Text": _Text, "Number": _Number, "Label": _Label}
"""The classes here by the name of the class of citeproc-py that each mends."""
