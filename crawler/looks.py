"""Judge one look at a column: is it still a list of articles that can be read?"""

from dataclasses import dataclass, field

from crawler.items import Page
from crawler.refusals import Refusal
from crawler.site_rows import Visit
from crawler.sites import Column, Site

UNANSWERED = "unanswered"  # the check was stopped, or reading the list failed and the log says why


@dataclass
class ColumnLook:
    """What a look at one column brought: its list, and the first of its articles."""

    site: Site
    column: Column
    refusal: Refusal | None = None  # why no list came
    moved_to: str | None = None  # the address off the site that the list was found at
    articles: int | None = None  # links on the list page; None: no list came
    newest: str | None = None  # the latest date on the list page
    pages: list[Page] = field(default_factory=list)
    page_refusals: list[Refusal] = field(default_factory=list)


def told(page: Page) -> dict[str, bool]:
    """Return whether a read page tells title, date and text."""
    return {"标题 title": bool(page.title), "日期 date": bool(page.published), "正文 text": bool(page.text)}


def unreadable(page: Page) -> bool:
    """Return whether a page is no article as we know them; a poster or a video has no text to tell."""
    return not page.title or (not page.text and page.body_kind in ("text", "empty"))


def verdict(look: ColumnLook, *, knew_articles: bool) -> Visit:
    """Return what a look with read pages says of its column; no problem means that a crawl will find articles.

    A list without articles is `layout_changed` where articles of it are known, `empty` where none ever were; so
    is a list whose articles show no title or no text. `whole`: every page asked told title, date and text.
    """
    if look.moved_to:
        return Visit(look.column, "moved", f"现址 now at {look.moved_to}")
    if look.refusal:
        return Visit(look.column, look.refusal.column_state, look.refusal.detail)
    if look.articles is None:
        return Visit(look.column, UNANSWERED, "没有回应 no answer came before the check ended")
    if not look.articles:
        problem, before = ("layout_changed", ", 曾有 where some were") if knew_articles else ("empty", "")
        return Visit(look.column, problem, f"无文章链接 no article links at {look.column.url}{before}", 0)
    seen = f"{look.articles} 篇 articles, 最新 newest {look.newest or '—'}"
    refused = [f"未取 not had: {refusal.reason} ({refusal.detail})" for refusal in look.page_refusals]
    if not look.pages and not refused:
        return Visit(look.column, UNANSWERED, f"{seen}; 文章没有回应 no article came", look.articles)
    if not look.pages:
        return Visit(look.column, look.page_refusals[0].reason, f"{seen}; {refused[0]}", look.articles)
    tells = [told(page) for page in look.pages]
    read = [name for name in tells[0] if all(page[name] for page in tells)]
    lacks = [name for name in tells[0] if name not in read]
    parts = [
        seen,
        f"读 read {len(tells)}: {', '.join(read) or '—'}",
        *([f"缺 lacking {', '.join(lacks)}"] if lacks else []),
        *refused,
    ]
    problem = "layout_changed" if any(map(unreadable, look.pages)) else None
    return Visit(look.column, problem, "; ".join(parts), look.articles, whole=not lacks)
