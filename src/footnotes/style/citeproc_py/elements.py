"""What all elements of a style share."""

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from citeproc import model
from citeproc.source import VariableError

from footnotes.style.casing import apply_case
from footnotes.style.citeproc_py.marks import QUOTED, Marks
from footnotes.style.citeproc_py.state import State
from footnotes.style.marked_text import BREAK, hold_punctuation
from footnotes.style.xml_names import LANG

if TYPE_CHECKING:
    from citeproc.model import CitationStylesElement as _Element
else:
    _Element = object

_PERIOD = re.compile(r"\.(?![a-z])")
"""A full stop of an abbreviation; before a small letter it is part of a name or an address."""
_FALLBACK = {"verb-short": "verb", "symbol": "short", "short": None, "verb": None}


class MendedElement(_Element):
    """Remembers what the tree says, which citeproc-py looks up by XPath each time; joins plain strings."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        held = self.__dict__.setdefault("_children", {})
        if name not in held:
            held[name] = self.find(f"cs:{name}", self.nsmap)
        return held[name]

    def get_root(self) -> Any:
        """The style or locale that this is part of."""
        return self.remember("root", super().get_root)

    def get_layout(self) -> Any:
        """The layout around this element."""
        return self.remember("layout", super().get_layout)

    def get_formatter(self) -> Any:
        """What marks emphasis."""
        return Marks

    def remember(self, key: Any, find: Any) -> Any:
        """What `find` gave when it was first asked for under this key."""
        held = self.__dict__.setdefault("_memory", {})
        if key not in held:
            held[key] = find()
        return held[key]

    @property
    def state(self) -> State:
        """What is printed now."""
        state: State = self.remember("state", self._find_state)
        return state

    def _find_state(self) -> State:
        root = self.get_root()
        state: State = (root.style if isinstance(root, model.Locale) else root).__dict__["_state"]
        return state

    def get_date(self, form: str) -> Any:
        """The date of the locale in that form."""
        return self.remember(("date", form), lambda: super(MendedElement, self).get_date(form))

    def get_macro(self, name: str) -> Any:
        """The macro of that name."""
        return self.get_root().remember(("macro", name), lambda: super(MendedElement, self).get_macro(name))

    def get_term(self, name: str, form: str | None = None, *args: Any, **kwargs: Any) -> Any:
        """A term of the locale, or None."""
        if isinstance(self, model.Locale):
            return super().get_term(name, form, *args, **kwargs)
        root = self.get_root()
        root = root.style if isinstance(root, model.Locale) else root
        key = ("term", name, form, args, tuple(sorted(kwargs.items())))
        return root.remember(key, lambda: self._find_term(root, name, form, *args, **kwargs))

    def _find_term(self, root: Any, name: str, form: str | None, *args: Any, **kwargs: Any) -> Any:
        """A term in the nearest form that there is (CSL 1.0.2, "Terms")."""
        found = model.CitationStylesElement.get_term(root, name, form, *args, **kwargs)
        while found is None and form in _FALLBACK:
            form = _FALLBACK[form]
            found = model.CitationStylesElement.get_term(root, name, form, *args, **kwargs)
        return found

    def wrap(self, text: Any) -> Any:
        """The text between the prefix and the suffix of this element; None if it is empty."""
        if text in (None, ""):
            return None
        before, behind = self.remember("affixes", self._find_affixes)
        return f"{before}{text}{behind}"

    def _find_affixes(self) -> tuple[str, str]:
        """What stands around the text; a block of its own is marked as such (CSL 1.0.2, "Display").

        Some styles have "&amp;#9;" for a tab, which is no text to print.
        """
        apart = BREAK if "display" in self.attrib else ""
        before, behind = (hold_punctuation(unescape(self.get(end, ""))) for end in ("prefix", "suffix"))
        return apart + before, behind + apart

    def join(self, strings: Any, default_delimiter: str = "") -> str:
        """Those of the strings that are not empty, with the delimiter of this element."""
        return str(self.get("delimiter", default_delimiter)).join(
            str(one) for one in strings if one not in (None, "")
        )

    def case(self, text: Any, language: str | None = None) -> Any:
        """The text in the case that this element asks for, by the rules of the work's language."""
        case = self.get("text-case")
        return apply_case(str(text), case, language or self.state.language) if case and text else text

    def get_language(self) -> str:
        """The language of the words of the style."""
        language: str = self.remember("language", self._find_language)
        return language

    def _find_language(self) -> str:
        root = self.get_root()
        root = root.style if isinstance(root, model.Locale) else root
        return next((one.get(LANG) for one in root.locales if one.get(LANG)), "en")

    def quote(self, text: str) -> str:
        """The text in signs of quotation, if this element asks for them."""
        return QUOTED.format(text) if self.get("quotes") == "true" else text

    def strip_periods(self, text: Any) -> Any:
        """The text without full stops, if this element asks for that; "re.press" has none."""
        return _PERIOD.sub("", str(text)) if self.get("strip-periods") == "true" else text

    def render_children(self, item: Any, delimiter: str = "", **kwargs: Any) -> str | None:
        """All that stands in this element, printed; None if that is nothing."""
        return delimiter.join(self.render_parts(item, delimiter, **kwargs)) or None

    def list_parts(self) -> list[Any]:
        """The elements in this one."""
        parts: list[Any] = self.remember("parts", lambda: list(self.iterchildren()))
        return parts

    def render_parts(self, item: Any, delimiter: str, **kwargs: Any) -> list[str]:
        """What each element in this one prints, without those that print nothing."""
        parts = []
        for child in self.list_parts():
            extra = {"delimiter": delimiter} if isinstance(child, model.Choose) else {}
            try:
                text = child.render(item, **extra, **kwargs)
            except VariableError:
                continue
            if text not in (None, ""):
                parts.append(str(text))
        return parts
