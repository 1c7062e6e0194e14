"""Read the files that `scrapy extract`, `scrapy links` and `scrapy load` are given."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

CONTENT_TYPES = {".html": "text/html", ".htm": "text/html", ".shtml": "text/html", ".txt": "text/plain"}
LIST_TYPES = CONTENT_TYPES | {
    ".jhtml": "text/html",
    ".xml": "text/xml",
    ".json": "application/json",
    ".js": "text/javascript",
    ".jsonp": "text/javascript",
}


@dataclass
class Input:
    """One file named on the command line or in a manifest; `error` says why it could not be read."""

    path: str
    url: str | None = None
    body: bytes = b""
    content_type: str = "text/html"
    error: str | None = None


def read_input(
    path: Path, shown: str, url: str | None = None, types: Mapping[str, str] = CONTENT_TYPES
) -> Input:
    """Return the file's bytes, or its error in one sentence; `shown` is the path the user wrote.

    `types` maps the suffixes that are read to content types.
    """
    content_type = types.get(path.suffix.lower())
    if content_type is None:
        return Input(shown, url, error=f"{shown}: not a {', '.join(types)} or .jsonl file")
    try:
        return Input(shown, url, path.read_bytes(), content_type)
    except OSError as error:
        return Input(shown, url, error=f"{shown}: {error.strerror or error}")


def read_manifest(manifest: Path, types: Mapping[str, str] = CONTENT_TYPES) -> Iterator[Input]:
    """Yield the inputs of a .jsonl manifest in its order; paths are relative to the manifest."""
    try:
        lines = manifest.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        yield Input(str(manifest), error=f"{manifest}: {getattr(error, 'strerror', None) or error}")
        return
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            path, url = record["path"], record.get("url")
            if not isinstance(path, str) or not isinstance(url, str | None):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError):
            yield Input(str(manifest), error=f'{manifest}:{number}: not an object {{"path": …, "url": …}}')
            continue
        yield read_input(manifest.parent / path, path, url, types)


def read_inputs(paths: list[str], types: Mapping[str, str] = CONTENT_TYPES) -> Iterator[Input]:
    """Yield every input named by `paths`, manifests unrolled, in order."""
    for path in paths:
        if path.endswith(".jsonl"):
            yield from read_manifest(Path(path), types)
        else:
            yield read_input(Path(path), path, types=types)
