"""The comparison text: what is left of a page when a mirror's doing is taken away."""

import time

import pytest

from crawler.fold import fold
from pipelines.copies.keytext import Figure, is_frame, make_key, notice_text

REPORT = "云岭市公安局通报，今年5月全市共破获电信网络诈骗案件120起，抓获嫌疑人86名，挽回损失1,350余万元。"


@pytest.mark.parametrize(
    "line",
    [
        "首页 要闻 政务 服务 互动 专题 数据 English",
        "云ICP备05001234号 版权所有 云岭融媒",
        "扫一扫在手机打开当前页",
        "发布时间:2024-06-01 09:30 浏览次数:318",
        "来源:云岭日报",
        "您现在的位置:首页>新闻>正文",
        "qX7#pl)Z^w!m&2K",
    ],
)
def test_a_line_of_the_frame_is_recognised(line):
    assert is_frame(line)


@pytest.mark.parametrize(
    "line",
    [
        REPORT,
        "举报电话:0999-1234567",
        "来源:" + REPORT * 3,  # a long line is text, whatever it begins with
        "一、电信网络诈骗犯罪",
        "未备案的网站一律关停，涉案电信业务许可证依法吊销。",
        "1.云岭市公安局反诈中心:0999-7654321",
    ],
)
def test_a_line_of_the_notice_is_kept(line):
    assert not is_frame(line)


def test_mirrors_change_nothing_in_the_key():
    mirrored = (
        "球友 比分 直播 在线 投注 官网 入口\n"
        "雲嶺市公安局通報，今年５月全市共破獲電信網絡詐騙案件１２０起，抓獲嫌疑人８６名，挽回損失1350餘萬元。"
        "(责任编辑:某某)\n版权所有 某站"
    )
    assert make_key(fold(mirrored)).full == make_key(REPORT).full


def test_white_space_inside_words_and_numbers_disappears():
    assert make_key("全市共破 获案件1\n20起，抓获 8 6名").full == "全市共破获案件120起抓获86名"


def test_a_repeated_line_and_a_title_made_of_the_first_words_count_once():
    assert notice_text(f"{REPORT[:20]}\n{REPORT}\n{REPORT}") == notice_text(REPORT)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("损失1,234,567元", "损失1234567元"),
        ("甲、乙两地分别为12,34起", "甲乙两地分别为1234起"),  # no group of three: two numbers side by side
        ("电话0999-1234567", "电话09991234567"),
        ("群众可向专用邮箱tip@gaj.yunling.example报警", "群众可向专用邮箱报警"),
        ("同比上升15.5%", "同比上升15.5%"),
        ("06月05日", "6月5日"),
        ("采访人员从电信收集诈骗立功嫌疑人处获悉", "记者从电信网络诈骗犯罪嫌疑人处获悉"),
        ("点击<b>这里</b>&nbsp;查看", "点击这里查看"),
    ],
)
def test_full_key(text, full):
    assert make_key(text).full == full


def test_a_figure_knows_its_slot():
    key = make_key("全市共破获案件120起，返还86万元")
    assert key.text == "全市共破获案件起返还万元"
    assert key.figures == (Figure(7, "120", "共破获案件#起"), Figure(10, "86", "案件起返还#万"))
    assert key.slots == {"共破获案件#起": ("120",), "案件起返还#万": ("86",)}


def test_phones_are_long_whole_numbers():
    assert make_key("举报电话:0999-1234567,13900001111,邮编999000,备用110").phones == {
        "09991234567",
        "13900001111",
    }


@pytest.mark.parametrize("text", ["", "\n\n", "。，、"])
def test_an_empty_text_has_an_empty_key(text):
    key = make_key(text)
    assert (key.full, key.text, key.figures, key.grams, key.seeds) == ("", "", (), frozenset(), {})


@pytest.mark.parametrize("unit", ["万", "1", "a@", "<", "a.", "万1\n", "("])
def test_a_megabyte_of_one_word_is_no_trap(unit):
    started = time.perf_counter()
    key = make_key(unit * (1_000_000 // len(unit)))
    assert len(key.grams) <= 20_000
    assert time.perf_counter() - started < 2
