"""Put a whole export in place, or leave what was there: never half of one."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crawler.exports.choice import ExportError
from crawler.exports.manifests.about import NAME
from crawler.exports.manifests.datapackage import FILE_NAME
from crawler.lock import only_writer


def is_ours(folder: Path) -> bool:
    """Tell whether a folder holds an export of this project, or nothing."""
    if not any(folder.iterdir()):
        return True
    try:
        return json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))["name"] == NAME
    except (OSError, ValueError, LookupError, TypeError):
        return False


def refuse_foreign(folder: Path) -> None:
    """Raise ExportError where something else than an export stands at `folder`."""
    if folder.is_dir() and not is_ours(folder):
        raise ExportError(f"{folder}: not empty and no export of ours; name another folder with --dest")
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder}: a file; name a folder with --dest")


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """Give a fresh folder beside `folder` that takes its place where the block ends well, and is gone where not.

    Raises ExportError where something that is no export stands there, CorpusError where another export writes it.
    """
    folder = folder.resolve()
    refuse_foreign(folder)
    fresh, old = (folder.with_name(f".{folder.name}.{kind}") for kind in ("new", "old"))
    with only_writer(folder.with_name(f".{folder.name}")):
        if old.exists() and not folder.exists():  # killed between the two renames below
            old.rename(folder)
        for left in (fresh, old):  # of an export that was killed
            shutil.rmtree(left, ignore_errors=True)
        fresh.mkdir(parents=True)
        try:
            yield fresh
            if folder.exists():
                folder.rename(old)
            fresh.rename(folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
