"""croissant.json, ML Commons Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec.html)."""

import json

from crawler.exports.manifests.about import DESCRIPTION, KEYWORDS, MIT, NAME, TITLE, DataFile, Export
from crawler.exports.manifests.datapackage import MEDIA_TYPES

FILE_NAME = "croissant.json"
CONTEXT = {
    "@language": "zh",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
# The formats that Croissant's readers take records from, the best first.
READ_FROM = {"parquet": "application/x-parquet", "jsonl": "application/jsonlines", "csv": "text/csv"}
DATA_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
    "list": "sc:Text",
}


def file_object(file: DataFile) -> dict:
    """Return the description of a file."""
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "description": f"{file.table.zh} {file.table.en}",
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": READ_FROM.get(file.format, MEDIA_TYPES[file.format]),
        "sha256": file.sha256,
    }


def record_set(file: DataFile) -> dict:
    """Return the records of a file: one field a column."""
    table = file.table
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"{table.zh} {table.en}",
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{table.name}/{column.name}",
                "name": column.name,
                "description": " ".join(filter(None, (column.zh, column.about, column.en))),
                "dataType": DATA_TYPES[column.kind],
                "source": {"fileObject": {"@id": file.path}, "extract": {"column": column.name}},
            }
            | ({"repeated": True} if column.kind == "list" and file.format != "csv" else {})
            for column in table.columns
        ],
    }


def croissant(export: Export) -> str:
    """Return the JSON-LD; records are described for the best of the written formats, XLSX has none."""
    formats = {file.format for file in export.files}
    best = next((name for name in READ_FROM if name in formats), None)
    described = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "alternateName": TITLE,
        "description": " ".join(filter(None, (DESCRIPTION, export.coverage.partial))),
        "version": export.version,
        "keywords": list(KEYWORDS),
        "inLanguage": ["zh", "en"],
        "license": [MIT, "README.md"],
        "creator": {"@type": "sc:Organization", "name": "fanzha contributors"},
        "citeAs": "CITATION.cff",
        "url": "README.md",
        "distribution": [file_object(file) for file in export.files],
        "recordSet": [record_set(file) for file in export.files if file.format == best],
    }
    if export.day:
        described["datePublished"] = export.day
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"
