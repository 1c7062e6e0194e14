"""Fingerprints: what copies and excerpts share, and what keeps siblings from being compared."""

from pipelines.copies.fingerprints import (
    FIGURE,
    NAME,
    WINDOW,
    figure_count,
    figure_fingerprints,
    fingerprints,
    name_fingerprints,
    text_count,
    text_fingerprints,
    winnow,
)
from pipelines.copies.keytext import make_key
from pipelines.copies.subject import subject

PARAGRAPHS = (
    "云岭市公安局昨日召开新闻发布会，通报上半年打击治理电信网络诈骗犯罪工作情况。",
    "全市共破获案件120起，抓获犯罪嫌疑人86名，打掉犯罪团伙9个，返还群众被骗资金1350余万元。",
    "民警走进社区、学校和企业开展宣传活动200余场，发放宣传资料3.5万份，安装国家反诈中心软件的群众明显增多。",
    "警方提醒，凡是要求转账到所谓安全账户的都是诈骗，请立即拨打96110咨询。",
)
REPORT = "\n".join(PARAGRAPHS)


def test_every_window_leaves_its_minimum():
    hashes = [7, 3, 9, 4, 8, 1, 6, 5]
    kept = winnow(hashes, 3)
    assert kept == {3, 4, 1}
    assert all(kept & set(hashes[i : i + 3]) for i in range(len(hashes) - 2))


def test_short_lists():
    assert winnow([]) == set()
    assert winnow([5, 2], 3) == {2}
    assert winnow([5, 2, 4], 3) == {2}


def test_an_excerpt_shares_all_but_the_fingerprints_at_its_edges():
    whole, part = text_fingerprints(make_key(REPORT)), text_fingerprints(make_key("\n".join(PARAGRAPHS[1:3])))
    assert len(part & whole) >= len(part) - 2
    assert len(part) >= 3


def test_the_text_prints_of_the_next_month_are_the_same_and_the_figure_prints_differ():
    june, july = (
        make_key(REPORT),
        make_key(REPORT.replace("120", "131").replace("86", "79").replace("1350", "940")),
    )
    assert text_fingerprints(june) == text_fingerprints(july)
    assert figure_fingerprints(june) != figure_fingerprints(july)


def test_prints_are_stable_and_tell_their_kind():
    one = subject("云岭市通报上半年工作", REPORT, None)
    prints = fingerprints(one)
    assert all(0 <= value < 2 * NAME for value in prints)
    assert {value for value in prints if FIGURE <= value < NAME} == figure_fingerprints(one.key)
    assert {value for value in prints if value >= NAME} == name_fingerprints(one)
    assert (text_count(prints), figure_count(prints)) == (
        len(text_fingerprints(one.key)),
        len(figure_fingerprints(one.key)),
    )
    assert min(text_fingerprints(make_key("电信网络诈骗犯罪"))) == 1214714975


def test_density():
    text = make_key(REPORT).text
    assert len(text_fingerprints(make_key(REPORT))) <= 3 * len(text) / WINDOW


def test_too_short_for_a_print():
    assert fingerprints(subject(None, "反诈", None)) == set()


def test_siblings_differ_in_the_prints_of_their_names():
    text = "{place}县近日组织开展反诈赶集活动，把防骗的道理讲给群众听。下一步，{place}县将继续宣传。"
    one, other = (subject(None, text.format(place=place), None) for place in ("云岭", "临川"))
    assert len(name_fingerprints(one)) == 2
    assert not name_fingerprints(one) & name_fingerprints(other)
    assert name_fingerprints(one) <= name_fingerprints(subject(f"转载 {one.key.notice}", "", None))
