"""Hanweb JCMS: `/art/2024/3/27/art_6372_456.html`, lists of CDATA records, the rest from dataproxy.jsp."""

from html import escape

from crawler.demo.layouts import Html, fill, tags
from crawler.demo.notices import Notice
from crawler.demo.reply import Pages, Reply, Request, page
from crawler.demo.sample import Column, Sample

PER_PAGE = 5
EMBEDDED = 3 * PER_PAGE  # the first HTML carries three display pages
PROXY = "/module/web/jpage/dataproxy.jsp"


def address(column: Column, notice: Notice) -> str:
    """Return the path of a notice: its date, not zero padded, then column and number."""
    year, month, day = (int(part) for part in notice.day.split("-"))
    return f"/art/{year}/{month}/{day}/art_{column.path}_{notice.id}.html"


def render(sample: Sample, visit: int) -> Pages:
    """Return the lists, the record proxy and the articles of a Hanweb site; `Column.path` is a number."""
    pages: Pages = {}
    for column in sample.columns:
        notices = column.notices(visit)
        pages[f"/col/col{column.path}/index.html"] = page(_list(sample, column, notices), validators="none")
        for notice in notices:
            pages[address(column, notice)] = sample.article(notice, _article(sample, column, notice))
    pages[PROXY] = lambda request: _records(sample, visit, request)
    return pages


def _records(sample: Sample, visit: int, request: Request) -> Reply:
    """Answer the proxy, which reads its parameters from the query and from a form alike."""
    given = request.query | request.form
    column = next((each for each in sample.columns if each.path == given.get("columnid")), None)
    if column is None:
        return Reply(b"", content_type="text/xml; charset=utf-8")
    notices = column.notices(visit)
    start = int(given.get("page", 0)) * EMBEDDED  # the first HTML's <nextgroup> asks by group
    first, last = int(given.get("startrecord", start + 1)), int(given.get("endrecord", start + EMBEDDED))
    xml = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<datastore><totalrecord>{len(notices)}</totalrecord>'
        f"<recordset>\n{_cdata(column, notices[first - 1 : last])}\n</recordset></datastore>"
    )
    return Reply(xml.encode(), content_type="text/xml; charset=utf-8")


def _cdata(column: Column, notices: list[Notice]) -> Html:
    return Html("\n".join(
        f'<record><![CDATA[<li><a href="{address(column, notice)}" title="{escape(notice.title)}" '
        f'target="_blank">{escape(notice.title)}</a><span>{notice.day}</span></li>]]></record>'
        for notice in notices
    ))  # fmt: skip


def _list(sample: Sample, column: Column, notices: list[Notice]) -> str:
    return fill(
        "hanweb_list", **sample.imprint,
        column=column.label, number=column.path, unit=f"{column.path}7", perpage=PER_PAGE,
        total=len(notices), records=_cdata(column, notices[:EMBEDDED]),
    )  # fmt: skip


def _article(sample: Sample, column: Column, notice: Notice) -> str:
    return fill(
        "hanweb_article", **sample.imprint,
        column=column.label, columnid=f"col{column.path}", title=notice.title, published=notice.published,
        source=notice.source, body=tags("<p>　　{}</p>", notice.paragraphs),
    )  # fmt: skip
