"""A newspaper on 方正翔宇: `/html/2024-06/18/content_N.htm`, GB 18030 bytes that call themselves gb2312."""

from datetime import date
from html import escape

from crawler.demo.layouts import Html, fill, tags
from crawler.demo.notices import Notice
from crawler.demo.reply import Pages, page
from crawler.demo.sample import Column, Sample, in_pages

PER_PAGE = 4
WEEKDAYS = "一二三四五六日"


def address(notice: Notice) -> str:
    """Return the path of an article: the day of the paper, then its number."""
    return f"/html/{notice.day[:7]}/{notice.day[8:]}/content_{notice.id}.htm"


def render(sample: Sample, visit: int) -> Pages:
    """Return the node lists and articles of the paper; `Column.path` is the first list."""
    pages: Pages = {}
    for column in sample.columns:
        notices = column.notices(visit)
        chunks = in_pages(notices, PER_PAGE)
        for index, chunk in enumerate(chunks, 1):
            text = _list(sample, column, chunk, index, len(chunks))
            pages[_name(column, index)] = page(text, charset="gb18030")
        for notice in notices:
            text = _article(sample, notice)
            pages[address(notice)] = sample.article(notice, text, charset="gb18030")
    return pages


def _name(column: Column, index: int) -> str:
    return column.path if index == 1 else column.path.replace(".htm", f"_{index}.htm")


def _list(sample: Sample, column: Column, notices: list[Notice], index: int, count: int) -> str:
    rows = "\n".join(
        f'<tr><td>·<a href="{address(notice)}">{escape(notice.title)}</a></td><td>{notice.day}</td></tr>'
        for notice in notices
    )
    following = _name(column, index + 1).rpartition("/")[2]
    pager = f'<a href="{following}">下一页</a>' if index < count else "下一页"
    return fill("newspaper_list", **sample.imprint, column=column.label, items=Html(rows), pager=Html(pager))


def _article(sample: Sample, notice: Notice) -> str:
    day = date.fromisoformat(notice.day)
    return fill(
        "newspaper_article", **sample.imprint, title=notice.title, published=f"{notice.published}:00",
        source=notice.source, shown=f"{day:%Y年%m月%d日}", weekday=WEEKDAYS[day.weekday()],
        body=tags("<P>　　{}</P>", notice.paragraphs),
    )  # fmt: skip
