"""The import rule of the project: crawler stands alone, spiders and pipelines never meet."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("crawler", "spiders", "pipelines")


def imported_packages(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names} & set(PACKAGES)


def test_packages_import_what_the_design_allows():
    wrong = [
        f"{file.relative_to(ROOT)} imports {package}"
        for owner in PACKAGES
        for file in (ROOT / owner).rglob("*.py")
        if not file.is_relative_to(ROOT / "crawler" / "commands")
        for package in imported_packages(file) - {owner, "crawler"}
    ]
    assert wrong == []
