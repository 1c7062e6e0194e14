"""UCAP: `/c100028/202303/<32 hex>.shtml`, lists paged from 1 by `createPageHTML('page_div', count, …)`."""

import hashlib
from html import escape

from crawler.demo.layouts import Html, fill, tags
from crawler.demo.notices import Notice
from crawler.demo.reply import Pages, page
from crawler.demo.sample import Column, Sample, in_pages

PER_PAGE = 2
CHANNEL = "c100028"


def address(sample: Sample, notice: Notice) -> str:
    """Return the path of a notice: its month and a hash, no day."""
    name = hashlib.md5(f"{sample.host} {notice.id}".encode(), usedforsecurity=False).hexdigest()
    return f"/{CHANNEL}/{notice.day[:4]}{notice.day[5:7]}/{name}.shtml"


def render(sample: Sample, visit: int) -> Pages:
    """Return the lists and articles of a UCAP site; `Column.path` is the list's folder."""
    pages: Pages = {}
    for column in sample.columns:
        notices = column.notices(visit)
        chunks = in_pages(notices, PER_PAGE)
        for index, chunk in enumerate(chunks, 1):
            name = f"{column.path}_list" + (f"_{index}" if index > 1 else "")
            text = fill(
                "ucap_list", **sample.imprint, column=column.label, items=_items(sample, chunk), index=index,
                count=len(chunks), total=len(notices), file=f"{column.path}_list",
            )  # fmt: skip
            pages[f"/{column.path}/{name}.shtml"] = page(text)
        for notice in notices:
            text = _article(sample, column, notice)
            pages[address(sample, notice)] = sample.article(notice, text)
    return pages


def _items(sample: Sample, notices: list[Notice]) -> Html:
    return Html("\n".join(
        f'<li><span>{notice.day}</span><a href="{address(sample, notice)}">{escape(notice.title)}</a></li>'
        for notice in notices
    ))  # fmt: skip


def _article(sample: Sample, column: Column, notice: Notice) -> str:
    day, clock = notice.published.split()
    (year, month, date), (hour, minute) = day.split("-"), clock.split(":")
    return fill(
        "ucap_article", **sample.imprint, column=column.label, title=notice.title, source=notice.source,
        published=notice.published, shown=f"{year}年{month}月{date}日 {hour}时{minute}分",
        body=tags("<p>&nbsp;&nbsp;&nbsp;&nbsp;{}</p>", notice.paragraphs),
    )  # fmt: skip
