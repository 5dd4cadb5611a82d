"""The order of the modules of `parse`."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import footnotes.parse

SOURCE = Path(footnotes.parse.__file__).parents[2]
MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(Path(footnotes.parse.__file__).parent.rglob("*.py"))
}


def _list_known(module: str) -> set[str]:
    """The modules of `parse` that `module` imports, also inside functions."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    whole = {(node.module or "", f"{node.module}.{name.name}") for node in imports for name in node.names}
    return {name if name in MODULES else module for module, name in whole} & set(MODULES)


def test_modules_flow_one_way() -> None:
    """The modules can be put in an order in which none knows a later one, not even for its types."""
    order = [*TopologicalSorter({module: _list_known(module) for module in MODULES}).static_order()]

    assert set(MODULES) == set(order)
