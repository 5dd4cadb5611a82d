"""The embedded engine: citeproc-py 0.11, behind a guard that mends what it gets wrong.

Its element classes are extended here, for our own documents only. Each class below says what it mends; how
often the result then agrees with the reference processor is measured by benchmarks/styles.py. This is the
only module that imports citeproc.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeproc import LANGUAGE_NAMES, LOCALES_PATH, NAMES, PRIMARY_DIALECTS, VARIABLES, model
from citeproc.source import BibliographySource, Name, Reference, VariableError
from citeproc.source.json import CiteProcJSON
from lxml import etree

from footnotes.errors import StyleError
from footnotes.model import Position
from footnotes.style.casing import apply_case
from footnotes.style.collation import make_sort_key
from footnotes.style.items import CiteItem, CslItem, NoteItems, Tick
from footnotes.style.marked_text import TAGS, mark_rich_text
from footnotes.style.page_ranges import format_ranges
from footnotes.style.punctuation import Quotes, mark_quotes, settle_punctuation
from footnotes.style.style_files import Style

_CS = "{http://purl.org/net/xbiblio/csl}"
_QUOTE = "\ue000{}\ue001"
_NUMBERS = re.compile(r"[A-Za-z]*\d+[A-Za-z]*(?:\s*[-–—,&]\s*[A-Za-z]*\d+[A-Za-z]*)*\.?")
_INITIAL = re.compile(r"\b([^\W\d_])\.\s*")
_FALLBACK = {"verb-short": "verb", "symbol": "short", "short": None, "verb": None}
_SUBSEQUENT = {"et-al-min": "et-al-subsequent-min", "et-al-use-first": "et-al-subsequent-use-first"}
_TESTS = {
    "type": "_type",
    "variable": "_variable",
    "is-numeric": "_is_numeric",
    "is-uncertain-date": "_is_uncertain_date",
    "locator": "_locator",
    "position": "_position",
    "disambiguate": "_disambiguate",
}
_IBID = {Position.IBID, Position.IBID_WITH_LOCATOR}


def _wrapper(tag: str) -> Any:
    start, end = TAGS[tag]
    return lambda text: f"{start}{text}{end}"


class _Marks:
    """A formatter that marks emphasis with the signs of `marked_text`."""

    preformat = staticmethod(str)
    Italic = Oblique = staticmethod(_wrapper("i"))
    Bold = staticmethod(_wrapper("b"))
    Light = staticmethod(str)
    Underline = staticmethod(_wrapper("u"))
    Superscript = staticmethod(_wrapper("sup"))
    Subscript = staticmethod(_wrapper("sub"))
    SmallCaps = staticmethod(_wrapper("span"))


class _State:
    """What holds for the cite or entry that is printed now."""

    def __init__(self) -> None:
        self.style = ""
        self.area = "citation"
        self.cite: CiteItem | None = None
        self.note = 0
        self.opens = False
        """Whether nothing is printed yet in the note."""
        self.ambiguous: set[str] = set()
        """Works whose short forms are the same."""
        self.called = 0
        self.filled = 0
        self.silent: set[str] = set()
        self.printed: list[str] = []

    def call(self, variable: str) -> None:
        """A variable is asked for; one that was printed in place of names is empty from then on."""
        self.called += 1
        if variable in self.silent:
            raise VariableError

    def fill(self, variable: str, text: Any) -> Any:
        if text:
            self.filled += 1
            self.printed.append(variable)
        return text


class _Place:
    def __init__(self, label: str, identifier: str) -> None:
        self.label, self.identifier = label, identifier


class _Item:
    """A cite or entry as citeproc-py's elements ask for it; fresh for each, so that no locator leaks."""

    def __init__(self, reference: Reference, number: int, cite: CiteItem | None = None) -> None:
        self.key, self.number = reference.key, number
        self.reference = reference
        self._cite = cite
        if cite is not None and cite.first_note is not None and cite.position is not Position.FIRST:
            self.reference = Reference(reference.key, reference.type)
            self.reference.update(reference)
            dict.__setitem__(self.reference, "first_reference_note_number", str(cite.first_note))

    @property
    def has_locator(self) -> bool:
        return self._cite is not None and self._cite.locator is not None

    @property
    def locator(self) -> _Place:
        if self._cite is None or self._cite.locator is None:
            raise VariableError
        return _Place((self._cite.label or "page").replace("-", " "), self._cite.locator)

    def __contains__(self, name: str) -> bool:
        return name == "locator" and self.has_locator

    def get_field(self, field: str) -> Any:
        return self.reference.get(field.replace("-", "_"))


if TYPE_CHECKING:
    from citeproc.model import CitationStylesElement as _Element
else:
    _Element = object


class _Quick(_Element):
    """Remembers what the tree says, which citeproc-py looks up by XPath each time; joins plain strings."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        held = self.__dict__.setdefault("_children", {})
        if name not in held:
            held[name] = self.find(f"cs:{name}", self.nsmap)
        return held[name]

    def get_root(self) -> Any:
        return self._remember("root", super().get_root)

    def get_layout(self) -> Any:
        return self._remember("layout", super().get_layout)

    def get_formatter(self) -> Any:
        return _Marks

    def _remember(self, key: Any, find: Any) -> Any:
        held = self.__dict__.setdefault("_memory", {})
        if key not in held:
            held[key] = find()
        return held[key]

    @property
    def state(self) -> _State:
        state: _State = self._remember("state", self._find_state)
        return state

    def _find_state(self) -> _State:
        root = self.get_root()
        state: _State = (root.style if isinstance(root, model.Locale) else root).__dict__["_state"]
        return state

    def get_date(self, form: str) -> Any:
        return self._remember(("date", form), lambda: super(_Quick, self).get_date(form))

    def get_macro(self, name: str) -> Any:
        return self.get_root()._remember(("macro", name), lambda: super(_Quick, self).get_macro(name))  # noqa: SLF001

    def get_term(self, name: str, form: str | None = None, *args: Any, **kwargs: Any) -> Any:
        if isinstance(self, model.Locale):
            return super().get_term(name, form, *args, **kwargs)
        root = self.get_root()
        root = root.style if isinstance(root, model.Locale) else root
        key = ("term", name, form, args, tuple(sorted(kwargs.items())))
        return root._remember(key, lambda: self._find_term(root, name, form, *args, **kwargs))  # noqa: SLF001

    def _find_term(self, root: Any, name: str, form: str | None, *args: Any, **kwargs: Any) -> Any:
        """A term in the nearest form that there is (CSL 1.0.2, "Terms")."""
        found = model.CitationStylesElement.get_term(root, name, form, *args, **kwargs)
        while found is None and form in _FALLBACK:
            form = _FALLBACK[form]
            found = model.CitationStylesElement.get_term(root, name, form, *args, **kwargs)
        return found

    def wrap(self, text: Any) -> Any:
        return f"{self.get('prefix', '')}{text}{self.get('suffix', '')}" if text not in (None, "") else None

    def join(self, strings: Any, default_delimiter: str = "") -> str:
        return str(self.get("delimiter", default_delimiter)).join(
            str(one) for one in strings if one not in (None, "")
        )

    def case(self, text: Any, language: str | None = None) -> Any:
        case = self.get("text-case")
        return apply_case(str(text), case, language or "en") if case and text else text

    def quote(self, text: str) -> str:
        return _QUOTE.format(text) if self.get("quotes") == "true" else text

    def strip_periods(self, text: Any) -> Any:
        return str(text).replace(".", "") if self.get("strip-periods") == "true" else text

    def format_number(self, number: Any) -> str:
        return str(super().format_number(number))

    def render_children(self, item: Any, delimiter: str = "", **kwargs: Any) -> str | None:
        return delimiter.join(self._render_parts(item, delimiter, **kwargs)) or None

    def _list_parts(self) -> list[Any]:
        parts: list[Any] = self._remember("parts", lambda: list(self.iterchildren()))
        return parts

    def _render_parts(self, item: Any, delimiter: str, **kwargs: Any) -> list[str]:
        parts = []
        for child in self._list_parts():
            extra = {"delimiter": delimiter} if isinstance(child, model.Choose) else {}
            try:
                text = child.render(item, **extra, **kwargs)
            except VariableError:
                continue
            if text not in (None, ""):
                parts.append(str(text))
        return parts


class _Group(_Quick):
    """Printed if a variable of it is printed, or none was called (CSL 1.0.2, "Group")."""

    def process(self, item: Any, context: Any = None, **kwargs: Any) -> str:
        state = self.state
        called, filled = state.called, state.filled
        parts = self._render_parts(item, self.get("delimiter", ""), context=context, **kwargs)
        if not parts or (state.called > called and state.filled == filled):
            raise VariableError
        return str(self.get("delimiter", "")).join(parts)


class _Macro(_Quick):
    """As a group: no words without the variables that they are about."""

    def render(self, item: Any, context: Any = None, sort_options: Any = None) -> str | None:
        state = self.state
        called, filled = state.called, state.filled
        text = self.render_children(item, context=context, sort_options=sort_options)
        return None if state.called > called and state.filled == filled else text


class _Text(_Quick):
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


class _Number(_Quick):
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


class _Date(_Quick):
    """Asks for its variable once, not again in the date of the locale."""

    def render(self, item: Any, variable: str | None = None, **kwargs: Any) -> Any:
        asked = variable or self.get("variable")
        if self.is_locale_date():
            return super().render(item, variable, **kwargs)
        self.state.call(asked)
        return self.state.fill(asked, super().render(item, variable, **kwargs))

    def is_locale_date(self) -> bool:
        return isinstance(self.get_root(), model.Locale) or self.getparent().tag == f"{_CS}locale"


class _Date_Part(_Quick):  # noqa: N801 - named after the element, as citeproc-py does
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


class _Names(_Quick):
    """Names that were printed in place of others are not printed again; no `name` is added to the tree."""

    def process(self, item: Any, names_context: Any = None, context: Any = None, **kwargs: Any) -> Any:
        context = self if context is None else context
        source = self if names_context is None else names_context
        output = []
        for role, shown in self._list_roles(item):
            try:
                self.state.call(role)
            except VariableError:
                continue
            text = source.name.render(item, role, context=context, **kwargs)
            output.append(self._add_label(source, text, item, role, shown, **kwargs))
            self.state.fill(role, output[-1])
        if output:
            if all(isinstance(one, int) for one in output):
                return str(sum(output)) if sum(output) else None
            return self.join(output, self.get_parent_delimiter(context))
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
        return self._remember("substitute", lambda: super(_Names, self).substitute())

    def get_parent_delimiter(self, context: Any = None) -> Any:
        return self._remember(
            ("delimiter", self.state.area), lambda: super(_Names, self).get_parent_delimiter(context)
        )


class _Name(_Quick):
    """Later cites have their own bounds for et al.; only letters with case are made initials."""

    def get_option(self, name: str, context: Any = None, sort_options: Any = None) -> Any:
        if sort_options and name in sort_options:
            return super().get_option(name, context, sort_options)
        key = ("option", name, self.state.area)
        value = self._remember(key, lambda: super(_Name, self).get_option(name, context))
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
        if self._remember("whole", self._keeps_given_names):
            return _INITIAL.sub(lambda found: found[1] + mark + " ", given).replace("  ", " ").strip()
        return str(super().initialize(given, mark, context)) if given[:1].isupper() else given


class _Name_Part(_Quick):  # noqa: N801 - as above
    def format_part(self, given: Any, family: Any) -> tuple[Any, Any]:
        if self.get("name") == "given":
            return (self.wrap(self.format(self.case(given))) if given else given), family
        return given, (self.wrap(self.format(self.case(family))) if family else family)


class _Substitute(_Quick):
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


class _Label(_Quick):
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


class _If(_Quick):
    """The position is told, not searched; numbers are CSL's; works are told apart where they must be."""

    def holds(self, item: Any) -> bool:
        """Whether the condition is met."""
        match, tests = self._remember("tests", self._list_tests)
        results = (bool(one) for test, asked in tests for one in test(item, asked))
        if match == "any":
            return any(results)
        return not any(results) if match == "none" else all(results)

    def _list_tests(self) -> tuple[str, list[tuple[Any, list[str]]]]:
        tests = [
            (getattr(self, test), [one.replace("-", "_") for one in self.get(name).split()])
            for name, test in _TESTS.items()
            if name in self.attrib
        ]
        return self.get("match", "all"), tests

    def _type(self, item: Any, asked: Sequence[str]) -> Iterator[bool]:
        found = item.reference.type.replace("-", "_")
        return (one == found for one in asked)

    def _variable(self, item: Any, asked: Sequence[str]) -> Iterator[bool]:
        return (item.has_locator if one == "locator" else bool(item.reference.get(one)) for one in asked)

    def _is_numeric(self, item: Any, asked: Sequence[str]) -> Iterator[bool]:
        for one in asked:
            value = _read_locator(item) if one == "locator" else item.reference.get(one)
            yield value is not None and _NUMBERS.fullmatch(str(value)) is not None

    def _is_uncertain_date(self, item: Any, asked: Sequence[str]) -> Iterator[bool]:
        return (bool((item.reference.get(one) or {}).get("circa")) for one in asked)

    def _locator(self, item: Any, asked: Sequence[str]) -> Iterator[bool]:
        found = item.locator.label.replace(" ", "_").replace("-", "_") if item.has_locator else None
        return (one == found for one in asked)

    def _disambiguate(self, item: Any, _asked: Sequence[str]) -> Iterator[bool]:
        yield item.key in self.state.ambiguous

    def _position(self, _item: Any, asked: Sequence[str]) -> Iterator[bool]:
        cite, note = self.state.cite, self.state.note
        for one in asked:
            if cite is None:
                yield False
            elif one == "first":
                yield cite.position is Position.FIRST
            elif one == "ibid":
                yield cite.position in _IBID
            elif one == "ibid_with_locator":
                yield cite.position is Position.IBID_WITH_LOCATOR
            else:
                near = cite.last_note is not None and note - cite.last_note <= self._reach()
                yield cite.position is not Position.FIRST and (one == "subsequent" or near)

    def _reach(self) -> int:
        return int(self.get_root().citation.get("near-note-distance", 5))


class _Choose(_Quick):
    """The first branch whose condition is met."""

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        for child in self._list_parts():
            if not isinstance(child, model.If) or child.holds(item):
                return child.render_children(item, context=context, delimiter=delimiter, **kwargs)
        return None


class _Style(_Quick):
    """Locales are read into our own classes, as the style is."""

    def set_locale_list(
        self,
        output_locale: str,
        validate: bool = True,  # noqa: ARG002, FBT001, FBT002 - the signature is citeproc-py's
    ) -> None:
        language = output_locale.split("-", maxsplit=1)[0]
        inside = [
            one
            for wanted in (output_locale, language, None)
            for one in self.findall(f"{_CS}locale")
            if one.get("{http://www.w3.org/XML/1998/namespace}lang") == wanted
        ]
        names = dict.fromkeys(
            one for one in (output_locale, PRIMARY_DIALECTS.get(language), "en-US") if one in LANGUAGE_NAMES
        )
        self.locales = [*dict.fromkeys(inside), *(_read_locale(name) for name in names)]
        for locale in self.locales:
            locale.style = self


_MENDED = {
    "Group": _Group,
    "Macro": _Macro,
    "Text": _Text,
    "Number": _Number,
    "Date": _Date,
    "Date_Part": _Date_Part,
    "Names": _Names,
    "Name": _Name,
    "Name_Part": _Name_Part,
    "Substitute": _Substitute,
    "Choose": _Choose,
    "Label": _Label,
    "If": _If,
    "Else_If": _If,
    "Style": _Style,
}
_CLASSES = {
    kind.__name__.replace("_", "-").lower(): type(
        kind.__name__, (_MENDED.get(kind.__name__, _Quick), kind), {}
    )
    for kind in model.CitationStylesElement.__subclasses__()
}


def _read_tree(data: bytes) -> Any:
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(_CS[1:-1])
    namespace[None] = type("Element", (_Quick, model.CitationStylesElement), {})
    namespace.update(_CLASSES)
    parser = etree.XMLParser(remove_comments=True, no_network=True, resolve_entities=False)
    parser.set_element_class_lookup(lookup)
    root = etree.parse(BytesIO(data), parser).getroot()
    # lxml makes the objects anew at each look unless they are held: what they remember would be lost.
    root.__dict__["_held"] = list(root.iter())
    return root


def _read_locale(name: str) -> Any:
    return _read_tree((Path(LOCALES_PATH) / f"locales-{name}.xml").read_bytes())


def _read_style(style: Style, locale: str) -> Any:
    tree = etree.fromstring(style.path.read_bytes())
    for names in tree.iter(f"{_CS}names"):
        if (
            (outer := names.getparent()) is not None
            and outer.tag != f"{_CS}substitute"
            and names.find(f"{_CS}name") is None
        ):
            names.insert(0, etree.SubElement(names, f"{_CS}name"))
    root = _read_tree(etree.tostring(tree))
    root.set_locale_list(locale)
    root.formatter = _Marks
    root.__dict__["_state"] = _State()
    return root


def _make_source(works: Sequence[CslItem]) -> BibliographySource:
    source = BibliographySource()
    reader = CiteProcJSON([])
    for work in works:
        values = {
            name.replace("-", "_"): value for name, value in work.items() if name not in {"id", "type"}
        }
        known = {
            name: _read_value(reader, name, value) for name, value in values.items() if name in VARIABLES
        }
        known = {name: value for name, value in known.items() if value is not None}
        source.add(Reference(work["id"], work["type"], **known))
    return source


def _read_value(reader: Any, name: str, value: Any) -> Any:
    if name in NAMES:
        return [Name(**{part: mark_quotes(text) for part, text in one.items()}) for one in value]
    if isinstance(value, dict):
        return reader.parse_date(value)
    text = str(value)
    return text if name in {"language", "URL", "DOI"} else mark_quotes(mark_rich_text(text))


class CiteprocEngine:
    """citeproc-py, guarded."""

    title = f"citeproc-py {version('citeproc-py')}, guarded"

    def format_entries(
        self,
        works: Sequence[CslItem],
        style: Style,
        locale: str,
        tick: Tick,
        language: str | None = None,
    ) -> list[tuple[str, str]]:
        """The bibliography in its order: sorted once, each entry printed once."""
        root, source, quotes = self._prepare(works, style, locale)
        root.__dict__["_state"].area = "bibliography"
        items = [_Item(source[work["id"]], at) for at, work in enumerate(works, 1)]
        layout = root.bibliography.layout
        out = []
        for item in _sort_items(items, root, language or locale):
            text = self._print(root, layout, item)
            out.append((item.key, settle_punctuation(layout.format(layout.wrap(text or "")) or "", quotes)))
            tick(1)
        return out

    def format_notes(
        self, works: Sequence[CslItem], notes: Sequence[NoteItems], style: Style, locale: str, tick: Tick
    ) -> list[str]:
        """The text of each note; a cite is printed once however often it is met."""
        root, source, quotes = self._prepare(works, style, locale)
        layout, state = root.citation.layout, root.__dict__["_state"]
        numbers = {work["id"]: at for at, work in enumerate(works, 1)}
        state.ambiguous = self._find_collisions(
            root, source, {cite.id for note in notes for cite in note.items}
        )
        out = []
        for note in notes:
            parts: list[str] = []
            for cite in note.items:
                state.cite, state.note = cite, note.number
                state.opens = not parts and not cite.prefix
                text = self._print(root, layout, _Item(source[cite.id], numbers[cite.id], cite))
                parts.append(_add_affixes(cite, text) if text else "")
            # Of a cite that prints nothing the note cannot do without: it gives none rather than half.
            if not all(parts):
                parts = []
            whole = layout.format(layout.wrap(layout.join(parts)) or "")
            out.append(settle_punctuation(whole, quotes))
            tick(1)
        return out

    def _prepare(self, works: Sequence[CslItem], style: Style, locale: str) -> tuple[Any, Any, Quotes]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            root = _read_style(style, locale)
            root.__dict__["_state"].style = style.name
            return root, _make_source(works), _read_quotes(root)

    def _find_collisions(self, root: Any, source: BibliographySource, cited: set[str]) -> set[str]:
        """The works whose short forms are the same, so that no reader could tell them apart."""
        state = root.__dict__["_state"]
        forms: dict[str, set[str]] = {}
        for one in sorted(cited):
            state.cite = CiteItem(one, Position.SUBSEQUENT)
            text = self._print(root, root.citation.layout, _Item(source[one], 1, state.cite))
            forms.setdefault(str(text or ""), set()).add(one)
        forms.pop("", None)
        return {one for ids in forms.values() if len(ids) > 1 for one in ids}

    @staticmethod
    def _print(root: Any, layout: Any, item: _Item) -> Any:
        state = root.__dict__["_state"]
        state.silent, state.printed = set(), []
        layout.repressed = {}
        try:
            return layout.render_children(item)
        except (AttributeError, TypeError, ValueError, KeyError, IndexError, RecursionError) as error:
            raise StyleError(
                f"The style {state.style} fails with citeproc-py on"
                f" {item.reference.get('title', item.key)}"
                f" ({type(error).__name__}: {error})."
            ) from error


def _sort_items(items: list[_Item], root: Any, locale: str) -> list[_Item]:
    """By the keys of the style, the last first, so that each sort keeps the order of those before it."""
    sort = root.bibliography.find(f"{_CS}sort")
    layout = root.bibliography.layout
    for key in reversed(list(sort) if sort is not None else []):
        ranks = []
        for item in items:
            root.__dict__["_state"].silent = set()
            value = key.sort_keys([item], layout)[0]
            ranks.append((value in (None, ""), make_sort_key(str(value or ""), locale)))
        falling = key.get("sort") == "descending"
        pairs = sorted(zip(ranks, items, strict=True), key=_take_key, reverse=falling)
        items = [item for _, item in sorted(pairs, key=_take_absence)]
    return items


def _take_key(pair: tuple[tuple[bool, Any], Any]) -> Any:
    return pair[0][1]


def _take_absence(pair: tuple[tuple[bool, Any], Any]) -> bool:
    """Works without a key stand last, whichever way the key sorts (CSL 1.0.2, "Sorting")."""
    return pair[0][0]


def _add_affixes(cite: CiteItem, text: str) -> str:
    return f"{mark_quotes(mark_rich_text(cite.prefix))}{text}{mark_quotes(mark_rich_text(cite.suffix))}"


def _read_locator(item: Any) -> str | None:
    return item.locator.identifier if item.has_locator else None


def _read_quotes(root: Any) -> Quotes:
    def read(name: str, default: str) -> str:
        term = root.get_term(name)
        return str(term.single) if term is not None else default

    inside = _find_option(root)
    return Quotes(
        (read("open-quote", "“"), read("close-quote", "”")),
        (read("open-inner-quote", "‘"), read("close-inner-quote", "’")),
        inside,
    )


def _find_option(root: Any) -> bool:
    for locale in root.locales:
        options = locale.find(f"{_CS}style-options")
        if options is not None and options.get("punctuation-in-quote") is not None:
            return bool(options.get("punctuation-in-quote") == "true")
    return False
