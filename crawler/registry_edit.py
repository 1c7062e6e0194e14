"""Add columns to an entry of a registry file, as text: its comments and order stay."""

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import yaml

from crawler.printable import printable
from crawler.sites import Column, Registry, RegistryError, Site, load_registry, registry_files


def column_line(column: Column) -> str:
    """Return a column as YAML in one line, without its indent."""
    fields = {"label": column.label, "url": column.url, "kind": column.kind, "state": column.state}
    plain = ("kind", "state")  # words of a closed vocabulary need no quotes
    return "- {" + ", ".join(
        f"{name}: {value if name in plain else printable(json.dumps(value, ensure_ascii=False))}"
        for name, value in fields.items()
        if value
    ) + "}"  # fmt: skip


def file_of(paths: Sequence[str], key: str) -> Path:
    """Return the registry file that holds the entry `key`; raises RegistryError where none does."""
    for file in registry_files(paths):
        if key in load_registry([str(file)]):
            return file
    raise RegistryError(f"no site {key} in the registry; `scrapy sites` lists them")


def add_columns(file: Path, key: str, columns: Sequence[Column]) -> None:
    """Write `columns` behind those of the site `key`; whole or not at all.

    The new text is read back before it takes the file's place: it must hold what the file held and the columns,
    nothing else. Raises RegistryError where it would not.
    """
    wanted = load_registry([str(file)])
    wanted[key] = with_columns(wanted[key], columns)
    written = file.with_name(f".{file.name}.new")
    try:
        written.write_text(inserted(file.read_text(encoding="utf-8"), key, columns), encoding="utf-8")
        if not holds(written, wanted):
            raise RegistryError(f"{file}: {key}: cannot be edited safely; add the columns by hand")
        os.replace(written, file)  # noqa: PTH105 - the atomic one
    finally:
        written.unlink(missing_ok=True)


def holds(file: Path, wanted: Registry) -> bool:
    """Return whether a file reads as the registry wanted."""
    try:
        return load_registry([str(file)]) == wanted
    except RegistryError:
        return False


def with_columns(site: Site, columns: Sequence[Column]) -> Site:
    """Return the site with `columns` behind its own."""
    return replace(site, columns=(*site.columns, *columns))


def inserted(text: str, key: str, columns: Sequence[Column]) -> str:
    """Return the text of a registry file with `columns` behind those of `key`."""
    entries = yaml.compose(text, yaml.SafeLoader).value
    entry = next(value for name, value in entries if name.value == key)
    indent = " " * entry.value[0][0].start_mark.column
    known = next((value for name, value in entry.value if name.value == "columns"), None)
    if known is not None and known.value:
        if known.flow_style:
            raise RegistryError(f"{key}: columns stand in one line; write one a line")
        at, before = last_line(known), []
        indent = " " * known.start_mark.column
    elif known is not None:
        raise RegistryError(f"{key}: `columns:` is empty; take the line out")
    else:
        at, before = last_line(entry), [f"{indent}columns:"]
        indent += "  "
    lines = text.splitlines()
    added = [*before, *(f"{indent}{column_line(column)}" for column in columns)]
    return "\n".join([*lines[: at + 1], *added, *lines[at + 1 :]]) + "\n"


def last_line(node: yaml.Node) -> int:
    """Return the number of the last line that belongs to a node, comments behind it left out."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return node.end_mark.line
    last = node.value[-1]
    return last_line(last[1] if isinstance(last, tuple) else last)
