"""datapackage.json, Frictionless Data Package v2 (https://datapackage.org/standard/data-package/)."""

import json
from dataclasses import asdict

from crawler.exports.formats.csv_file import SEPARATOR
from crawler.exports.formats.xlsx import HEADER_ROWS
from crawler.exports.manifests.about import DESCRIPTION, KEYWORDS, MIT, NAME, RIGHTS, TITLE, DataFile, Export
from crawler.exports.table import Column

FILE_NAME = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA_TYPES = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# frictionless reads a Parquet it knows as one into nan and text, and calls that invalid: to it, a file with a hash.
FORMATS = {"parquet": "apache-parquet"}
JOINED = ("csv", "xlsx")  # formats in which a list is one text


def field(column: Column, file_format: str) -> dict:
    """Return the description of a column; a list is joined where the format has none."""
    described = {
        "name": column.name,
        "type": column.kind,
        "title": column.zh,
        "description": " ".join(filter(None, (column.about, column.en))),
    }
    if column.kind == "list":
        described |= {"delimiter": SEPARATOR} if file_format in JOINED else {"type": "array"}
    return described | ({"unit": column.unit} if column.unit else {})


def schema(file: DataFile, present: set[str]) -> dict:
    """Return the schema of a file; it refers to the notices of its own format."""
    described = {
        "fields": [field(column, file.format) for column in file.table.columns],
        "primaryKey": list(file.table.key),
    }
    notices = f"notices-{file.format}"
    if file.table.of_notice and file.table.name != "notices" and notices in present:
        reference = {"resource": notices, "fields": ["notice_id"]}
        described["foreignKeys"] = [{"fields": ["notice_id"], "reference": reference}]
    return described


def resource_name(file: DataFile) -> str:
    """Return the name of a file as a resource."""
    return f"{file.table.name.replace('_', '-')}-{file.format}"


def resource(file: DataFile, present: set[str]) -> dict:
    """Return the description of a file."""
    described = {
        "name": resource_name(file),
        "path": file.path,
        "title": file.table.zh,
        "description": file.table.en,
        "format": FORMATS.get(file.format, file.format),
        "mediatype": MEDIA_TYPES[file.format],
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    if file.format not in FORMATS:
        described |= {"type": "table", "rows": file.rows}
    if file.format in ("csv", "jsonl"):
        described["encoding"] = "utf-8"
    if file.format == "xlsx":
        described["dialect"] = {"headerRows": [HEADER_ROWS]}
    return described | {"schema": schema(file, present)}


def datapackage(export: Export) -> str:
    """Return the descriptor; `coverage` and `choice` are this project's own properties."""
    present = {resource_name(file) for file in export.files}
    descriptor = {
        "$schema": PROFILE,
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": export.version,
        "keywords": list(KEYWORDS),
        "licenses": [
            {"name": "MIT", "path": MIT, "title": "结构、代码与说明 structure, codes and descriptions"},
            {"name": "notspecified", "path": "README.md", "title": RIGHTS},
        ],
        "contributors": [{"title": "fanzha contributors", "roles": ["creator"]}],
        "complete": export.coverage.partial is None,
        "incomplete_because": export.coverage.partial,
        "coverage": asdict(export.coverage),
        "choice": export.choice.described(),
        "resources": [resource(file, present) for file in export.files],
    }
    if export.day:
        descriptor["created"] = export.coverage.last_seen
    return json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
