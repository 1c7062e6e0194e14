"""Arrange alternatives by their first characters: what is found stays the same."""

import re

import pytest

from crawler.taxonomy import SCAM_TYPES
from pipelines.kinds.alternatives import beginnings, by_first_character, quick


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("刷单", [("刷", "单")]),
        ("刷单|跑分", [("刷", "单"), ("跑", "分")]),
        ("(?:做|完成)任务", [("做", "任务"), ("完", "成任务")]),
        ("(?:虚假|假)?投资", [("虚", "假投资"), ("假", "投资"), ("投", "资")]),
        ("被?骗", [("被", "骗"), ("骗", "")]),
        (r"[“\"]单位[”\"]", [("“", r"单位[”\"]"), ('"', r"单位[”\"]")]),
        ("(?<!注销)校园贷", [("校", "(?<!注销校)园贷")]),
        ("(?:网(?:上|络)|跨境)(?:赌|博)", [("网", "(?:上|络)(?:赌|博)"), ("跨", "境(?:赌|博)")]),
    ],
)
def test_each_way_to_begin(expression, expected):
    assert list(beginnings(expression)) == expected


@pytest.mark.parametrize(
    "expression", ["", "刷单|", r"\d起", ".单", "[^单]位", "[a-z]单", "单+位", "(?:单|位)*", "(?=单)", "^单"]
)
def test_an_open_beginning_is_refused(expression):
    with pytest.raises(ValueError, match="cannot tell"):
        list(beginnings(expression))


@pytest.mark.parametrize("row", SCAM_TYPES, ids=lambda row: row.code)
def test_terms_are_found_where_the_plain_alternation_finds_them(row):
    plain, arranged = re.compile("|".join(row.terms)), by_first_character(row.terms)
    said = "他在网上冒充客服称其虚假投资刷单返利，注销校园贷、校园贷款类诈骗，恭喜中了一等奖；“领导”要求转账，机票退改。"
    for text in [said[at:] for at in range(len(said))] + [
        re.sub(r"[^\u4e00-\u9fff]", "", t) for t in row.terms
    ]:
        assert getattr(plain.search(text), "start", int)() == getattr(arranged.search(text), "start", int)()


@pytest.mark.parametrize("expression", ["特此(?:通告|公告)|悬赏", r"^情况通报|\d+名嫌疑人"])
def test_a_quick_pattern_is_found_where_the_plain_one_is(expression):
    for text in (
        "特此公告",
        "现特此说明",
        "悬赏通告",
        "情况通报",
        "有关情况通报",
        "抓获12名嫌疑人",
        "嫌疑人",
    ):
        assert bool(quick(expression).search(text)) == bool(re.search(expression, text))
