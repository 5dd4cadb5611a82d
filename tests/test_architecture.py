"""The arrows between the packages, by a walk over all imports of the source."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import footnotes

SOURCE = Path(__file__).parents[1] / "src"
MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(SOURCE.rglob("*.py"))
}

STAGES = {"read", "split", "parse", "resolve", "collect"}
# What each part may import of footnotes, besides itself.
ARROWS: dict[str, set[str]] = {
    "errors": set(),
    "model": set(),
    "text": set(),
    **{stage: {"errors", "model", "text"} for stage in STAGES},
    "formats": {"errors", "model", "text"},
    "rewrite": {"errors", "formats", "model", "text"},
    "check": {"errors", "model", "text", "formats"},
    "style": {"errors", "formats", "model", "text"},
    "validate": {"errors", "model", "text", "formats"},
    "audit": {"errors", "model", "text", "formats"},
    # The public API, which is the package, and the fronts of four packages for names that it does not
    # have: the types that are shown (Problem, Locator ...), the formats with losses and JSON, the checks.
    "cli": {"", "errors", "model", "formats", "check", "validate", "audit", "style"},
    "__main__": {"cli"},
    # The only place that knows all stages.
    "": {"errors", "model", "formats", "check", "validate", "audit", "rewrite", "style", *STAGES},
}
# What each part of `audit` may import of it, besides itself: the steps of an audit, first to last.
STEPS: dict[str, set[str]] = {
    "durations": set(),
    "ask": set(),
    "inspect": {"ask"},
    "rescue": {"ask", "inspect"},
    "plan": {"rescue"},  # which addresses are those of archived copies
    "look": {"ask", "inspect"},
    "keep": {"plan"},
    "judge": set(),
    "report": set(),
    "enrich": set(),
    "save": {"ask", "rescue"},  # rescue: how archives write times
    "settings": {"judge"},
    "crew": {"ask"},  # how threads are told to stop
    "run": {"ask", "crew", "inspect", "keep", "look", "plan", "rescue"},
    "audits": {"ask", "durations", "judge", "keep", "look", "plan", "report", "rescue", "run", "settings"},
    # The front, which shows what the command line needs.
    "": {"audits", "durations", "enrich", "judge", "keep", "plan", "report", "rescue", "save", "settings"},
}
# What each family of formats may import of `formats`, besides itself and the modules beside the families.
FAMILIES: dict[str, set[str]] = {
    "apparatus": {"csl"},  # the JSON of a paper holds its works as CSL-JSON
    "bib": set(),
    "csl": set(),
    "csv": {"csl"},  # the cells of names and dates
    "hayagriva": set(),
    "ris": set(),
    "wikipedia": set(),
}
FRONTS = {"model", "formats", "check", "validate", "audit", "style"}
"""Packages of which the command line may see the front only."""

# Where each third-party library may be imported: a part, or one file.
QUARANTINE = {
    "anyascii": ("footnotes.text.fold",),
    "attrs": ("footnotes",),
    "babel": ("footnotes.text.dates",),
    "bibtexparser": ("footnotes.formats.bib.syntax",),
    "citeproc": ("footnotes.style.citeproc_py",),
    "click": ("footnotes.cli",),
    "jinja2": ("footnotes.audit.report.html",),
    "lxml": ("footnotes.audit.inspect.pages", "footnotes.style.citeproc_py.trees"),
    "platformdirs": ("footnotes.audit.keep.journal",),
    "publicsuffixlist": ("footnotes.audit.inspect.sites",),
    "pycrfsuite": ("footnotes.parse.tagger",),
    "requests": ("footnotes.audit.ask.session", "footnotes.audit.ask.connections"),
    "rich": ("footnotes.cli",),
    "trafilatura": ("footnotes.audit.inspect.pages",),
    "urllib3": tuple(
        f"footnotes.audit.ask.{name}" for name in ("session", "connections", "failures", "retries")
    ),
    "yaml": ("footnotes.formats.yaml_syntax",),
}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "base"}


def _list_imports(module: str) -> Iterator[str]:
    """The full names of the modules that `module` imports, also inside functions."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            assert node.module
            whole = (f"{node.module}.{name.name}" for name in node.names)
            # `from footnotes import parse` imports a package, `from footnotes.model import Note` does not.
            yield from (name if name in MODULES else node.module for name in whole)


def _find_part(module: str) -> str:
    """The part of footnotes that a module belongs to: its package or file below the root."""
    return [*module.split("."), ""][1]


@pytest.mark.parametrize("module", MODULES)
def test_arrows_point_down(module: str) -> None:
    """No module imports a part that its own may not know."""
    part = _find_part(module)
    allowed = ARROWS[part] | {part}
    known = {_find_part(name) for name in _list_imports(module) if name.split(".")[0] == "footnotes"}

    assert set() == known - allowed


def _find_step(module: str) -> str:
    """The part of `footnotes.audit` that one of its modules belongs to."""
    return [*module.split("."), "", ""][2]


@pytest.mark.parametrize("module", [name for name in MODULES if _find_part(name) == "audit"])
def test_steps_of_an_audit_follow_one_another(module: str) -> None:
    """No module of an audit imports a step that its own may not know."""
    step = _find_step(module)
    known = {_find_step(name) for name in _list_imports(module) if _find_part(name) == "audit"}

    assert set() == known - STEPS[step] - {step}


def test_steps_of_an_audit_flow_one_way() -> None:
    """The table names all steps there are, and they can be put in an order in which none knows a later."""
    there = {_find_step(name) for name in MODULES if _find_part(name) == "audit"}
    order = [*TopologicalSorter(STEPS).static_order()]

    assert there == set(STEPS) == set(order)


@pytest.mark.parametrize("module", [name for name in MODULES if _find_step(name) in FAMILIES])
def test_families_of_formats_keep_apart(module: str) -> None:
    """No format knows how another one is written, but where the table says so."""
    family = _find_step(module)
    known = {_find_step(name) for name in _list_imports(module) if _find_part(name) == "formats"}

    assert set() == known & set(FAMILIES) - FAMILIES[family] - {family}


@pytest.mark.parametrize("module", MODULES)
def test_third_parties_are_quarantined(module: str) -> None:
    """A library from outside is imported only where the architecture says, and none is unknown to it."""
    foreign = (
        {name.split(".")[0] for name in _list_imports(module)} - sys.stdlib_module_names - {"footnotes"}
    )
    at_home = {
        library
        for library, homes in QUARANTINE.items()
        if any(module == home or module.startswith(f"{home}.") for home in homes)
    }

    assert set() == foreign - at_home


@pytest.mark.parametrize("module", [name for name in MODULES if _find_part(name) == "cli"])
def test_command_line_sees_fronts_only(module: str) -> None:
    """The command line looks into no package but its own."""
    deep = {name for name in _list_imports(module) if _find_part(name) in FRONTS and name.count(".") > 1}

    assert set() == deep


@pytest.mark.parametrize("module", [name for name in MODULES if _find_part(name) == "model"])
def test_model_is_made_of_attrs(module: str) -> None:
    """The nouns need attrs, the standard library and each other; no clock and no files among it."""
    names = {name.split(".")[0] for name in _list_imports(module)}

    assert names <= (sys.stdlib_module_names - {"os", "pathlib", "time"}) | {"attrs", "footnotes"}


@pytest.mark.parametrize("module", MODULES)
def test_no_drawers(module: str) -> None:
    """No module is named for being a drawer."""
    assert set() == DRAWERS & set(module.split("."))


def test_packages_and_functions_have_different_names() -> None:
    """No public function has the name of a package or module beside it, which it would hide."""
    for front in (name for name, path in MODULES.items() if path.name == "__init__.py"):
        names = {name.removeprefix(f"{front}.") for name in MODULES if name.startswith(f"{front}.")}
        tree = ast.parse(MODULES[front].read_text(encoding="utf-8"))
        taken = {
            name.asname or name.name
            for node in tree.body
            if isinstance(node, ast.ImportFrom)
            for name in node.names
        } | {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}

        assert set() == taken & names, front


def test_public_functions_are_verb_noun() -> None:
    """A function of the public API is named by a verb and what it is done to."""
    functions = {name for name in footnotes.__all__ if name.islower()}

    assert all("_" in name for name in functions)
