"""Visual SiteBuilder: `info/1328/11620.htm`, lists whose numbers count down (X.htm, X/2.htm, X/1.htm)."""

from html import escape

from crawler.demo.layouts import Html, fill, tags
from crawler.demo.notices import Notice
from crawler.demo.reply import Pages, page
from crawler.demo.sample import Column, Sample, in_pages

PER_PAGE = 4
TREE_IDS = {"ffzp": 1328, "tzgg": 1331}  # the system's numbers of the columns
ROOT = "/gaj/"  # the department lives in a folder of the county's portal


def address(column: Column, notice: Notice) -> str:
    """Return the path of a notice below ROOT."""
    return f"info/{TREE_IDS[column.path]}/{notice.id}.htm"


def render(sample: Sample, visit: int) -> Pages:
    """Return the lists and articles of a Visual SiteBuilder site; `Column.path` is the list's file name."""
    pages: Pages = {}
    for column in sample.columns:
        notices = column.notices(visit)
        chunks = in_pages(notices, PER_PAGE)
        for index, chunk in enumerate(chunks):
            name = _name(column, index, len(chunks))
            pages[ROOT + name] = page(_list(sample, column, chunk, index, len(chunks), len(notices)))
        for notice in notices:
            text = _article(sample, column, notice)
            pages[ROOT + address(column, notice)] = sample.article(notice, text)
    return pages


def _name(column: Column, index: int, count: int) -> str:
    return f"{column.path}/{count - index}.htm" if index else f"{column.path}.htm"


def _list(sample: Sample, column: Column, notices: list[Notice], index: int, count: int, total: int) -> str:
    up = "../" if index else ""
    items = "\n".join(
        f'<li id="line_u8_{row}"><a href="{up}{address(column, notice)}" title="{escape(notice.title)}">'
        f"{escape(notice.title)}</a><span>{notice.day.replace('-', '/')}</span></li>"
        for row, notice in enumerate(notices)
    )
    return fill(
        "vsb_list", **sample.imprint, column=column.label,
        items=Html(items), total=total, pager=_pager(column, index, count),
    )  # fmt: skip


def _pager(column: Column, index: int, count: int) -> Html:
    """Return the pager with the links that lead on: next page, last page."""
    last = index == count - 1
    numbers = f'<span class="p_no_d">{index + 1}</span>'
    if last:
        return Html(numbers)
    folder = "" if index else f"{column.path}/"
    return Html(
        f'{numbers}<span class="p_next p_fun"><a href="{folder}{count - index - 1}.htm">下页</a></span>'
        f'<span class="p_last p_fun"><a href="{folder}1.htm">尾页</a></span>'
    )


def _article(sample: Sample, column: Column, notice: Notice) -> str:
    year, month, day = notice.day.split("-")
    return fill(
        "vsb_article", **sample.imprint, column=column.label,
        column_path=column.path, title=notice.title, shown=f"{year}年{month}月{day}日", source=notice.source,
        id=notice.id, body=tags('<p class="vsbcontent_start">{}</p>', notice.paragraphs),
    )  # fmt: skip
