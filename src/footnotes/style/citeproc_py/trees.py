"""Styles and locales, read as trees of our own elements."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from citeproc import LANGUAGE_NAMES, LOCALES_PATH, PRIMARY_DIALECTS, model
from lxml import etree

from footnotes.style.citeproc_py.conditions import CONDITION_CLASSES
from footnotes.style.citeproc_py.dates import DATE_CLASSES
from footnotes.style.citeproc_py.elements import MendedElement
from footnotes.style.citeproc_py.groups import GROUP_CLASSES
from footnotes.style.citeproc_py.marks import Marks
from footnotes.style.citeproc_py.names import NAME_CLASSES
from footnotes.style.citeproc_py.state import State
from footnotes.style.citeproc_py.values import VALUE_CLASSES
from footnotes.style.style_files import Style
from footnotes.style.xml_names import CSL, LANG


class _Style(MendedElement):
    """Locales are read into our own classes, as the style is."""

    def set_locale_list(
        self,
        output_locale: str,
        validate: bool = True,  # noqa: ARG002, FBT001, FBT002 - the signature is citeproc-py's
    ) -> None:
        language = output_locale.split("-", maxsplit=1)[0]
        inside = self._find_locales((output_locale, language, None))
        names = dict.fromkeys(
            one for one in (output_locale, PRIMARY_DIALECTS.get(language), "en-US") if one in LANGUAGE_NAMES
        )
        self.locales = [*dict.fromkeys(inside), *(_read_locale(name) for name in names)]
        for locale in self.locales:
            locale.style = self

    def _find_locales(self, languages: Sequence[str | None]) -> list[Any]:
        """The locales in the style itself, in the order of the languages."""
        return [
            one for wanted in languages for one in self.findall(f"{CSL}locale") if one.get(LANG) == wanted
        ]


_MENDED = {
    **GROUP_CLASSES,
    **VALUE_CLASSES,
    **DATE_CLASSES,
    **NAME_CLASSES,
    **CONDITION_CLASSES,
    "Style": _Style,
}
_CLASSES = {
    kind.__name__.replace("_", "-").lower(): type(
        kind.__name__, (_MENDED.get(kind.__name__, MendedElement), kind), {}
    )
    for kind in model.CitationStylesElement.__subclasses__()
}


def _read_tree(data: bytes) -> Any:
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(CSL[1:-1])
    namespace[None] = type("Element", (MendedElement, model.CitationStylesElement), {})
    namespace.update(_CLASSES)
    parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
    parser.set_element_class_lookup(lookup)
    root = etree.parse(BytesIO(data), parser).getroot()
    # lxml makes the objects anew at each look unless they are held: what they remember would be lost.
    root.__dict__["_held"] = list(root.iter())
    return root


def _read_locale(name: str) -> Any:
    return _read_tree((Path(LOCALES_PATH) / f"locales-{name}.xml").read_bytes())


def read_style(style: Style, locale: str) -> Any:
    """A style with its locales and a state of its own; each `names` outside a substitute has a `name`."""
    tree = etree.fromstring(style.path.read_bytes())
    _complete_names(tree)
    root = _read_tree(etree.tostring(tree))
    root.set_locale_list(locale)
    root.formatter = Marks
    root.__dict__["_state"] = State()
    return root


def _complete_names(tree: Any) -> None:
    """In a substitute `names` without children take those of the outer (CSL 1.0.2, "Substitute")."""
    for names in tree.iter(f"{CSL}names"):
        if next(names.iterancestors(f"{CSL}substitute"), None) is None and names.find(f"{CSL}name") is None:
            names.insert(0, etree.SubElement(names, f"{CSL}name"))
