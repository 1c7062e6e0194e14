"""Datasette's search box in Chinese: the words of a query become what crawler/search.py indexes."""

import sqlite3
import sys
from pathlib import Path

from datasette import hookimpl
from datasette.filters import FilterArguments
from datasette.utils.asgi import BadRequest, Request

sys.path.append(str(Path(__file__).resolve().parents[2]))  # the project: Datasette knows of this file only

from crawler.search import match_query


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Replace escape_fts(), through which Datasette 0.65 passes what is typed; tests/test_datasette.py watches it."""
    conn.create_function("escape_fts", 1, match_query, deterministic=True)


@hookimpl
def filters_from_request(request: Request, table: str) -> FilterArguments | None:
    """Refuse ?_search_title= on notices: Datasette would take the page numbers it finds for notice numbers."""
    if table == "notices" and any(key.startswith("_search_") for key in request.args):
        raise BadRequest("通告只能用 ?_search= 搜索 · notices are searched with ?_search= only")
    return None
