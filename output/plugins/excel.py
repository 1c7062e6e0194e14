"""A downloaded CSV (?_dl=1) opens in Excel as an export does: byte order mark, no cell that could run as a formula."""

import csv
import io
import sys
from collections.abc import Callable
from pathlib import Path

from datasette import hookimpl

sys.path.append(str(Path(__file__).resolve().parents[2]))  # the project: Datasette knows of this file only

from crawler.exports.formats.csv_file import cell

CSV = b"text/csv"


def number(text: str) -> bool:
    """Return whether the text of a cell is a number: -5 is no formula."""
    try:
        float(text)
    except ValueError:
        return False
    return True


def safe(piece: bytes) -> bytes:
    """Return rows of CSV with every cell that could be a formula behind a '; Datasette sends whole rows."""
    written = io.StringIO()
    rows = csv.reader(io.StringIO(piece.decode(), newline=""))
    csv.writer(written).writerows([text if number(text) else cell(text) for text in row] for row in rows)
    return written.getvalue().encode()


@hookimpl
def asgi_wrapper() -> Callable:
    """Rewrite the answers that are CSV files; CSV shown in the browser or asked by programs stays raw."""

    def wrap(app: Callable) -> Callable:
        async def answer(scope: dict, receive: Callable, send: Callable) -> None:
            mark = None  # what goes before the next piece; None: no CSV file

            async def sending(event: dict) -> None:
                nonlocal mark
                if event["type"] == "http.response.start":
                    mark = (
                        b"\xef\xbb\xbf"
                        if dict(event["headers"]).get(b"content-type", b"").startswith(CSV)
                        else None
                    )
                elif mark is not None and event.get("body"):
                    event, mark = event | {"body": mark + safe(event["body"])}, b""
                await send(event)

            await app(scope, receive, sending)

        return answer

    return wrap
