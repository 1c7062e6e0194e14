"""TRS WCM: `202406/t20240618_31042.html`, lists paged from 0 by `createPageHTML(count, index, …)`."""

from html import escape

from crawler.demo.layouts import Html, fill, tags
from crawler.demo.notices import Notice
from crawler.demo.reply import Pages, page
from crawler.demo.sample import Column, Sample, in_pages

PER_PAGE = 10
SHOWN = 24  # characters of a title in a list


def address(notice: Notice) -> str:
    """Return the path of a notice below its column."""
    return f"{notice.day[:4]}{notice.day[5:7]}/t{notice.day.replace('-', '')}_{notice.id}.html"


def render(sample: Sample, visit: int) -> Pages:
    """Return the lists and articles of a TRS site."""
    pages: Pages = {"/": page(_list(sample, Column("首页", "/", ""), [], 0, 1))}
    for column in sample.columns:
        notices = column.notices(visit)
        chunks = in_pages(notices, PER_PAGE)
        for index, chunk in enumerate(chunks):
            name = f"index_{index}.html" if index else "index.html"
            pages[column.path + name] = page(_list(sample, column, chunk, index, len(chunks)))
        pages[column.path] = pages[column.path + "index.html"]
        for notice in notices:
            if notice.gone:
                continue
            path = column.path + address(notice)
            pages[path] = sample.article(notice, _article(sample, column, notice, path))
    return pages


def _list(sample: Sample, column: Column, notices: list[Notice], index: int, count: int) -> str:
    items = Html("\n".join(_item(notice) for notice in notices))
    return fill(
        "trs_list", **sample.imprint,
        column=column.label, items=items, index=index, count=count,
    )  # fmt: skip


def _item(notice: Notice) -> str:
    title = escape(notice.title)
    shown = title if len(notice.title) <= SHOWN else escape(notice.title[: SHOWN - 1]) + "…"
    top = '<i class="top">置顶</i>' if notice.pinned else ""
    return f'<li>{top}<a href="./{address(notice)}" title="{title}">{shown}</a><span>{notice.day}</span></li>'


def _article(sample: Sample, column: Column, notice: Notice, path: str) -> str:
    paragraphs = tags('<p style="text-indent:2em;">　　{}</p>', notice.paragraphs)
    images = "".join(f'\n<p align="center"><img src="./{name}" alt=""></p>' for name in notice.images)
    return fill(
        "trs_article", **sample.imprint,
        column=column.label, title=notice.title, published=notice.published, source=notice.source,
        url=f"http://{sample.host}{path}", body=Html(paragraphs + images),
    )  # fmt: skip
