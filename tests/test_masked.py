"""What the corpus keeps of a page that tells private persons' numbers."""

from dataclasses import asdict

import pytest
from scrapy.utils.project import get_project_settings

from crawler.items import Page, Statistic
from pipelines.corpus import Corpus
from pipelines.masked import masked
from pipelines.reading import Reader

NOTICE = """云岭市公安局关于敦促韦某（手机13912345678）投案的通告
2031-04-02 来源：云岭公安
韦某，男，身份证号：110101199003077777，手机：13912345678，2031年3月1日骗走莫女士3万元，赃款转入6222020200112233445。
诈骗电话：17012345678。
请知情者拨打举报电话0872-2123456或13900001234（周警官）。
云岭市公安局
2031年4月1日"""
PRIVATE = ("13912345678", "110101199003077777", "6222020200112233445")
PUBLIC = ("13900001234", "17012345678", "0872-2123456")


@pytest.fixture
def page() -> Page:
    notice = Page("http://gaj.yunling.example/1.txt", NOTICE.encode(), "text/plain")
    return Reader(get_project_settings()).read(notice)


def test_reading_leaves_the_words_as_published(page):
    assert all(number in page.text + page.title for number in PRIVATE + PUBLIC)


def test_private_numbers_are_starred_and_offsets_hold(page):
    shown = masked(page)
    told = str(asdict(shown) | {"body": b"", "lines": [], "head": [], "foot": []})
    assert not any(number in told for number in PRIVATE)
    assert all(number in shown.text for number in PUBLIC)
    assert len(shown.text) == len(page.text) == len(shown.folded)
    facts = [*shown.statistics, *shown.contacts, *shown.cases]
    assert {fact.quote for fact in facts} >= {"3万元"}
    assert all(shown.text[fact.start : fact.end] == fact.quote for fact in facts)


def test_a_page_without_private_numbers_is_itself():
    page = Page("http://gaj.yunling.example/2.html", title="反诈战报", text="破案120起", folded="破案120起")
    assert masked(page) is page


def test_nothing_private_reaches_the_database(db, page):
    corpus = Corpus(db)
    corpus.save(page)
    page.text, page.folded = page.text.replace("莫女士", "莫某某"), page.folded.replace("莫女士", "莫某某")
    corpus.save(page)
    dump = "\n".join(db.conn.iterdump())
    assert db["page_versions"].count == 1
    assert not any(number in dump for number in PRIVATE)
    assert all(number in dump for number in PUBLIC)


def test_a_figure_of_the_title_keeps_its_quote(page):
    page.title = "云岭公安追回8万元（13912345678）"
    page.statistics = [Statistic("funds_returned", 80000, "CNY", "8万元", 6, 9, in_title=True)]
    shown = masked(page)
    (figure,) = shown.statistics
    assert "13912345678" not in shown.title
    assert figure.quote == shown.title[figure.start : figure.end] == "8万元"
