"""Sites that copy: a mirror with pinyin, a mirror that wraps the text in its own, and a blog."""

from collections.abc import Callable
from html import escape

from crawler.demo import mirrors
from crawler.demo.layouts import Html, fill, tags
from crawler.demo.notices import Notice, lines
from crawler.demo.reply import Pages, page
from crawler.demo.sample import Sample

Article = Callable[[Notice], str]


def render_pinyin(sample: Sample, visit: int) -> Pages:
    """Return a WordPress mirror: traditional characters, pinyin in brackets, hidden e-mail addresses."""

    def article(notice: Notice) -> str:
        paragraphs = [mirrors.annotated(_garbled(line)) for line in notice.paragraphs]
        body = "\n".join(f"<p>{mirrors.protected(line)}</p>" for line in paragraphs)
        title = mirrors.annotated(_garbled(notice.title))
        return fill("pinyin_article", **sample.imprint, id=notice.id, title=title, body=Html(body))

    return _pages(sample, visit, "/post/{}.html", "WordPress 5.8", article)


def render_reprint(sample: Sample, visit: int) -> Pages:
    """Return a PHPCMS mirror: a line of spam first, then the text, its address, and questions and answers."""

    def article(notice: Notice) -> str:
        return fill(
            "reprint_article", **sample.imprint, title=notice.title, published=notice.published,
            token=f"sp{notice.day.replace('-', '')}", spam=lines("spam")[0], original=notice.original,
            body=tags("<p>　　{}</p>", notice.paragraphs), questions=tags("<p>{}</p>", lines("questions")),
        )  # fmt: skip

    return _pages(sample, visit, "/show-{}.html", "PHPCMS V9", article)


def render_blog(sample: Sample, visit: int) -> Pages:
    """Return a blog whose quotations are lines that begin with >."""

    def article(notice: Notice) -> str:
        body = "\n".join(
            f"<blockquote><p>{escape(line[1:])}</p></blockquote>"
            if line[0] == ">"
            else f"<p>{escape(line)}</p>"
            for line in notice.paragraphs
        )
        return fill(
            "blog_article", **sample.imprint, title=notice.title, day=notice.day,
            published=notice.published.replace(" ", "T") + ":00+08:00", body=Html(body),
        )  # fmt: skip

    return _pages(sample, visit, "/posts/{}/", "Hexo 6.3.0", article)


def _garbled(text: str) -> str:
    return mirrors.half_width(mirrors.traditional(text))


def _pages(sample: Sample, visit: int, form: str, generator: str, article: Article) -> Pages:
    pages: Pages = {}
    for column in sample.columns:
        notices = column.notices(visit)
        items = "\n".join(
            f'<div class="item"><h3><a href="{form.format(notice.id)}">{escape(notice.title)}</a></h3></div>'
            for notice in notices
        )
        listing = fill(
            "portal_list", **sample.imprint, column=column.label, own=column.path, generator=generator,
            items=Html(items), pager="共1页",
        )  # fmt: skip
        pages[column.path] = page(listing)
        for notice in notices:
            text = article(notice)
            pages[form.format(notice.id)] = sample.article(notice, text)
    return pages
