"""What a cell of a table shows: links that are safe, numbers that can be read, codes in Chinese.

CSV and JSON keep the stored values. A column of a query is told by the last word of its name: "数值 value".
"""

import json
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from datasette import hookimpl
from datasette.app import Datasette
from jinja2 import Environment
from markupsafe import Markup

sys.path.append(str(Path(__file__).resolve().parents[2]))  # the project: Datasette knows of this file only

from crawler.metrics import METRICS
from crawler.taxonomy import SCAM_TYPES

SHOWN = 60  # characters of a URL
LARGE = ((100_000_000, "亿"), (10_000, "万"))
UNITS = {
    "case": "起", "person": "人", "person_time": "人次", "count": "个", "percent": "%", "tonne": "吨", "CNY": "元",
    "HKD": "港元", "TWD": "新台币元", "MOP": "澳门元", "SGD": "新加坡元", "USD": "美元",
    "per_10000": "每万人", "per_100k": "每十万人",
}  # fmt: skip
QUALIFIERS = {
    "exact": "确数", "over": "余", "nearly": "近", "about": "约", "at_least": "至少", "up_to": "至多",
}  # fmt: skip
BASES = {"yoy": "同比", "mom": "环比", "vs_period": "比前期"}
NAMES = {
    "metric": {metric.code: metric.zh for metric in METRICS},
    "scam_type": {scam.code: scam.zh for scam in SCAM_TYPES},
    "unit": UNITS,
    "currency": UNITS,
    "qualifier": QUALIFIERS,
    "change_basis": BASES,
}
ROW_LINKS = {"notice_id": "notices", "page_id": "pages"}
KEYS = ROW_LINKS | {"excerpt_of": "notices"}
LISTS = ("phones", "emails", "transforms", "flags")
AMOUNTS = (
    "value value_max change_abs change_from_value loss returned involved lowest_loss median_loss highest_loss"
).split()


def field_of(column: str) -> str:
    """Return the field that a column shows: the last word of its name."""
    return (column.split() or [""])[-1]


def readable(number: float) -> str:
    """Return a number with separators, from 10,000 on in 万 or 亿 as well: 28,500,000（2850万）."""
    plain = f"{number:,}" if isinstance(number, int) or number % 1 else f"{int(number):,}"
    for size, name in LARGE:
        if abs(number) >= size:
            return f"{plain}（{number / size:.10g}{name}）"
    return plain


def web_link(url: str) -> Markup | None:
    """Return a link out of the site, None for anything but http and https."""
    if not url.lower().startswith(("http://", "https://")):
        return None
    shown = url if len(url) <= SHOWN else f"{url[: SHOWN - 1]}…"
    return Markup('<a href="{}" rel="noopener noreferrer nofollow" title="{}">{}</a>').format(url, url, shown)


def named(field: str, code: str) -> Markup | None:
    """Return the Chinese name of a code with the code beside it."""
    name = NAMES[field].get(code)
    return Markup("{} <small>{}</small>").format(name, code) if name else None


def chinese(code: str, field: str) -> str:
    """Return the Chinese name of a code, the code itself where it has none."""
    return NAMES.get(field, {}).get(code, code)


def short_label(description: str) -> str:
    """Return the Chinese name of a column from what metadata.yml says of it: "单位：case 起 · unit" gives 单位."""
    return description.split(" · ")[0].split("：")[0].split("（")[0]


def listed(text: str) -> str | None:
    """Return a JSON list of strings as one line; None for anything else."""
    try:
        items = json.loads(text)
    except ValueError:
        return None
    texts = isinstance(items, list) and all(isinstance(item, str) for item in items)
    return "、".join(items) if texts else None


def target(fields: dict, row_url: Callable[[str, int], str]) -> str | None:
    """Return the URL of the notice that a row names, else of its page."""
    for field, table in ROW_LINKS.items():
        key = fields.get(field)
        key = key["value"] if isinstance(key, dict) else key  # Datasette has put the label beside it
        if isinstance(key, int):
            return row_url(table, key)
    return None


def linked(text: str, url: str | None) -> Markup | None:
    """Return a link within the site."""
    return Markup('<a href="{}">{}</a>').format(url, text) if url else None


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Give the templates the same words as the cells."""
    env.filters |= {"chinese": chinese, "readable": readable, "short_label": short_label}


@hookimpl
def render_cell(
    row: sqlite3.Row, value: object, column: str, table: str | None, database: str, datasette: Datasette
) -> Markup | str | None:
    """Return what a cell of the corpus shows, None to leave it to Datasette."""
    if value is None or isinstance(value, dict) or database != "corpus":
        return None

    def row_url(table: str, key: int) -> str:
        return datasette.urls.row(database, table, str(key))

    field = field_of(column)
    if field in AMOUNTS and isinstance(value, int | float):
        return readable(value)
    if field in KEYS and isinstance(value, int):
        return linked(str(value), row_url(KEYS[field], value))
    if not isinstance(value, str):
        return None
    if field in ("title", "quote"):
        fields = {field_of(name): row[name] for name in row.keys()}  # noqa: SIM118  no dictionary
        if table == "notices":
            fields["notice_id"] = fields["id"]
        elif table == "pages":
            fields = {"page_id": fields["id"]}
        url = target(fields, row_url)
        anchor = f"#at{fields.get('start_offset')}" if field == "quote" and not fields.get("in_title") else ""
        return linked(value, url and url + anchor)
    if field in NAMES:
        return named(field, value)
    if field in LISTS:
        return listed(value)
    return web_link(value)
