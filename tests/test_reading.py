"""The pure steps together, on our own sample pages and on damaged ones."""

import random

import pytest
from scrapy.settings import BaseSettings
from scrapy.utils.project import get_project_settings

from crawler.demo.catalogue import SAMPLES, pages
from crawler.demo.reply import Reply
from crawler.items import Page
from pipelines.reading import Reader, ReadingError

DAMAGES = 80
SCRAPS = [
    "0",
    "3.5万",
    "余",
    "多",
    "起",
    "人",
    "%",
    "、",
    "分别",
    "同比",
    "上升",
    "下降",
    "月",
    "日",
    "（",
    "—",
    "至",
    "数",
    "\n",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(get_project_settings())


@pytest.fixture(scope="module")
def articles() -> list[tuple[str, bytes]]:
    return [
        (f"http://{sample.host}{path}", reply.body)
        for sample in SAMPLES
        for path, reply in pages(sample.host, 1).items()
        if isinstance(reply, Reply) and reply.article and 0 < len(reply.body) < 1_000_000
    ]


def check(page: Page) -> None:
    """Hold what every reader of a page may rely on."""
    assert len(page.text) == len(page.folded)
    for fact in (*page.statistics, *page.contacts, *page.cases):
        words = page.title if getattr(fact, "in_title", False) else page.text
        assert words[fact.start : fact.end] == fact.quote


def damaged(body: bytes, chance: random.Random) -> bytes:
    """Return a page with a few characters of figures and punctuation put in, and perhaps a piece cut out."""
    text = body.decode("utf-8", "replace")
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(SCRAPS) + text[at:]
    if chance.random() < 0.5:
        first, last = sorted(chance.randrange(len(text)) for _ in range(2))
        text = text[:first] + text[last:]
    return text.encode()


def test_sample_pages_keep_their_promises(reader, articles):
    for url, body in articles:
        check(reader.read(Page(url, body)))


@pytest.mark.parametrize("content_type", ["text/html", "text/plain"])
def test_damaged_pages_raise_nothing(reader, articles, content_type):
    chance = random.Random(20240601)
    for _ in range(DAMAGES):
        url, body = chance.choice(articles)
        check(reader.read(Page(url, damaged(body, chance), content_type)))


def test_a_step_that_fails_is_named_with_its_page(caplog):
    class BrokenPipeline:
        def process_item(self, item: Page) -> Page:
            raise ValueError("odd text")

    reader = Reader(BaseSettings({"ITEM_PIPELINES": {}, "PURE_FROM": 100, "PURE_BELOW": 500}))
    reader.steps = [BrokenPipeline()]
    with pytest.raises(
        ReadingError, match=r"http://a\.example/1: BrokenPipeline failed: ValueError\('odd text'\)"
    ):
        reader.read(Page("http://a.example/1"))
    assert "BrokenPipeline failed" in caplog.text
