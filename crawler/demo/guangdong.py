"""The Guangdong platform: lists as JSON from `/gkmlpt/api/all/N?page=&sid=`, articles as `post_N.html`."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime

from crawler.demo.layouts import fill, tags
from crawler.demo.notices import CHINA, Notice
from crawler.demo.reply import Pages, Reply, Request
from crawler.demo.sample import Column, Sample

PER_PAGE = 5
FOLDER = "/jwxx/jfts/content/"
HUGE = 40 * 1024 * 1024
BLOCK = "<p>反诈宣传片字幕：不听、不信、不转账。</p>\n".encode() * 1024


def address(notice: Notice) -> str:
    """Return the path of a notice, which tells no date."""
    return f"{FOLDER}post_{notice.id}.html"


def render(sample: Sample, visit: int) -> Pages:
    """Return the JSON lists and articles of a site; a notice without text is a page of 40 MB."""
    pages: Pages = {}
    for column in sample.columns:
        notices = column.notices(visit)
        pages[f"/gkmlpt/api/all/{column.path}"] = _lister(sample, column, notices)
        for notice in notices:
            text = _article(sample, column, notice)
            pages[address(notice)] = sample.article(notice, text) if notice.text else HUGE_PAGE
    return pages


def _lister(sample: Sample, column: Column, notices: list[Notice]) -> Callable[[Request], Reply]:
    def answer(request: Request) -> Reply:
        number = int(request.query.get("page", 1))
        rows = notices[(number - 1) * PER_PAGE : number * PER_PAGE]
        data = {
            "classify": {"id": int(column.path), "name": column.label, "post_count": len(notices)},
            "articles": [_row(sample, column, notice) for notice in rows],
        }
        return Reply(json.dumps(data).encode(), content_type="application/json")

    return answer


def _row(sample: Sample, column: Column, notice: Notice) -> dict[str, object]:
    local = datetime.strptime(notice.published, "%Y-%m-%d %H:%M").replace(tzinfo=CHINA)
    return {
        "id": notice.id,
        "title": notice.title,
        "url": f"http://{sample.host}{address(notice)}",
        "publisher": notice.source,
        "classify_main_name": column.label,
        "identifier": f"990200-2024-{notice.id % 100000:05}",
        "date": int(local.timestamp()),
        "created_at": f"{notice.published}:00",
    }


def _article(sample: Sample, column: Column, notice: Notice) -> str:
    return fill(
        "guangdong_article", **sample.imprint, column=column.label, title=notice.title, id=notice.id,
        published=notice.published, source=notice.source, url=f"http://{sample.host}{address(notice)}",
        abstract=notice.text[:60], body=tags("<p>{}</p>", notice.paragraphs),
    )  # fmt: skip


def _stream() -> Iterator[bytes]:
    yield from (BLOCK for _ in range(HUGE // len(BLOCK)))


HUGE_PAGE = Reply(stream=_stream, length=HUGE // len(BLOCK) * len(BLOCK), article=True)
