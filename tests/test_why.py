"""`scrapy why`: decisions in words, for pages that are there, and clear errors for those that are not."""

import pytest

from crawler.commands.why import UnknownPageError, explanation
from crawler.fold import fold
from crawler.items import Page
from pipelines.copies.compare import compare
from pipelines.copies.explain import REASONS, RULES, explained
from pipelines.copies.representative import REASONS as RANKED
from pipelines.copies.subject import subject
from pipelines.corpus import Corpus

TEXT = (
    "云岭市公安局6月12日通报，今年1至5月，全市公安机关共破获电信网络诈骗案件{}起，同比上升15%，抓获犯罪嫌疑人86名，返还资金640万元。\n"
    "民警逐户走访宣传，提醒群众凡是要求转账到所谓安全账户的都是诈骗，有疑问请拨打96110咨询。"
)


def save(corpus: Corpus, name: str, text: str, **known: object) -> str:
    page = Page(url=f"http://{name}.example/1.html", text=text, folded=fold(text), **known)
    corpus.save(page)
    return page.url


def test_two_copies(db):
    corpus = Corpus(db)
    own = save(corpus, "own", TEXT.format(120), title="半年战报")
    mirror = save(corpus, "mirror", TEXT.format(120)[:90], transforms=["spam"], original_url=own)
    said = "\n".join(explanation(db, [own, mirror]))
    for part in (
        "结论 verdict: 同一通告的副本 copies of one notice (same)",
        "(copied)",
        "    改动 altered: spam",
        f"    自称原文 names as its original: {own}",
        "截去的结尾 cut from the longer page",
        "    络诈骗案件[120]起",
        "通告 notice 1: 2 页 pages",
        f"    代表页 spoken for by: {own} — 另一副本称它为原文 named as the original by another copy",
    ):
        assert part in said


def test_two_months(db):
    corpus = Corpus(db)
    urls = [save(corpus, name, TEXT.format(cases)) for name, cases in (("may", 120), ("june", 131))]
    said = explanation(db, urls)
    assert "结论 verdict: 不是同一通告 two notices (apart)" in said
    assert (
        "依据 rule: 标题或首句的数字、日期不同 a figure or date in the title or first sentence differs (lead)"
        in said
    )
    assert "    A 络诈骗案件[120]起  ≠  B 络诈骗案件[131]起" in said
    assert sum(line.startswith("通告 notice") for line in said) == 2


@pytest.mark.parametrize("longer", [0, 1])
@pytest.mark.parametrize(
    ("change", "names"),
    [(("120", "131"), ("案件[120]起", "案件[131]起")), (("云岭", "临川"), ("云岭", "临川"))],
)
def test_each_side_of_a_difference_is_told_of_its_own_page(change, names, longer):
    texts = [TEXT.format(120), TEXT.format(120).replace(*change)]
    texts[longer] += "市民如有线索，也可以到就近的派出所反映。"
    subjects = [subject(None, text, None) for text in texts]
    (line,) = (line for line in explained(compare(*subjects), *subjects)[:3] if "≠" in line)
    mine, theirs = line.split("  ≠  B ")
    assert (mine.endswith(names[0]), theirs.endswith(names[1])) == (True, True)


def test_unknown_pages(db):
    corpus = Corpus(db)
    own = save(corpus, "own", TEXT.format(120))
    corpus.reject("http://gone.example/", None, "refused", "http_404")
    with pytest.raises(UnknownPageError, match="no such page in the corpus"):
        explanation(db, [own, "http://nowhere.example/"])
    with pytest.raises(UnknownPageError, match="not stored, refused: http_404"):
        explanation(db, ["http://gone.example/", own])


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("反诈海报", "反诈海报", "short"),
        (TEXT.format(120), "市图书馆本周起延长开放时间，新到图书三千余册，少儿阅览区增设了听书角，读者凭身份证即可入馆，周末还有讲座和电影放映。", "unlike"),
        (TEXT.format(120), TEXT.format(120).replace("86", "97").replace("640", "555"), "figures"),
        (TEXT.format(120), TEXT.format(120).replace("云岭", "临川"), "issuers"),
        (TEXT.format(120), TEXT.format(120), "equal"),
    ],
)  # fmt: skip
def test_every_rule_has_words(a, b, rule):
    subjects = subject(None, a, None), subject(None, b, None)
    verdict = compare(*subjects)
    assert verdict.rule == rule
    assert RULES[rule][0] in explained(verdict, *subjects)[1]


def test_every_reason_has_words():
    assert set(REASONS) == {*RANKED, "the only copy"}
