"""The page of a report: one HTML file without scripts that asks nothing of the network."""

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from crawler.masking import mask
from crawler.report import specs
from crawler.report.drawing import svg
from crawler.report.report import MARK, Report, Shown
from crawler.report.words import plain

FOLDER = Path(__file__).parent
LONGEST = 200  # rows of a table; `scrapy export` has them all
DESCRIBED = 12  # rows of a chart that its description reads out


def web_address(url: object) -> str | None:
    """Return a URL that may be followed, None for file: and javascript: and what is no URL."""
    try:
        return str(url) if urlsplit(str(url)).scheme in ("http", "https") else None
    except ValueError:
        return None


def host(url: object) -> str:
    """Return the host of a URL, as the text of a link."""
    return urlsplit(str(url)).netloc


def cell(value: object) -> str:
    """Return a value as text: private numbers starred, nothing as a dash."""
    if value is None or value == "":
        return "—"
    return plain(value) if isinstance(value, int | float) else mask(str(value))


def described(shown: Shown) -> str:
    """Return what a chart shows in words, for those who do not see it."""
    name, *_, number = (column.name for column in shown.exhibit.columns[:2])
    number = "told" if "told" in shown.rows[0] else number
    name = "name" if "name" in shown.rows[0] else name
    read_out = "；".join(f"{row[name]} {cell(row[number])}" for row in shown.rows[:DESCRIBED])
    more = len(shown.rows) - DESCRIBED
    return f"{shown.exhibit.rule_zh} {read_out}" + (f"；另有 {more} 行，见图后的表。" if more > 0 else "。")


def drawn(shown: Shown) -> Markup:
    """Return the chart as SVG."""
    return svg(shown.spec, shown.exhibit.code, shown.exhibit.zh, described(shown))


@cache
def environment() -> Environment:
    """Return the templates; everything is escaped, and a name that is missing is an error."""
    made = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip
    made.filters |= {"cell": cell, "web": web_address, "host": host, "drawn": drawn}
    return made


def page(report: Report) -> str:
    """Return the page; the same report gives the same text."""
    template = environment().get_template("page.html.j2")
    return template.render(report=report, mark=Markup(MARK), longest=LONGEST, drawn_rows=specs.LONGEST)  # noqa: S704  ours
