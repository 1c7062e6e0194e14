from pipelines.lines.junk import Line
from pipelines.lines.repeats import drop_repeats

FIRST = "为严厉打击电信网络诈骗犯罪，云岭市公安局现面向社会公开征集违法犯罪线索，有关事项通告如下："
SECOND = "知情人员可以通过来信来电等方式向公安机关举报，公安机关对举报人的个人信息严格保密，绝不外泄。"
THIRD = "凡提供线索经查证属实并抓获犯罪嫌疑人的，公安机关将按照奖励办法给予举报人相应的现金奖励。"
BODY = [FIRST, "一、举报方式", SECOND, "二、奖励标准", THIRD, "云岭市公安局", "2031年4月2日"]


def drop(*texts):
    kept, header = drop_repeats([Line(text, text) for text in texts])
    return [line.text for line in kept], [line.text for line in header]


def test_second_copy_goes_with_its_header():
    header = ["通知公告", "关于征集线索的通告", "发布日期:2031-04-02 来源:云岭警方"]
    assert drop(*BODY, *header, *BODY, "云ICP备00000000号") == ([*BODY, "云ICP备00000000号"], header)


def test_copies_back_to_back():
    assert drop(*BODY, *BODY) == (BODY, [])


def test_third_copy():
    assert drop(*BODY, *BODY, "网站", *BODY) == (BODY, ["网站"])


def test_punctuation_and_spaces_do_not_tell_copies_apart():
    assert drop(FIRST, SECOND, FIRST.replace("，", ","), SECOND.replace("，", " , "))[0] == [FIRST, SECOND]


def test_many_marks_at_the_beginning_do_not_tell_copies_apart():
    assert drop("—" * 24 + SECOND, THIRD, SECOND, THIRD)[0] == ["—" * 24 + SECOND, THIRD]


def test_lines_that_begin_alike_are_no_copies():
    other = SECOND.replace("绝不外泄", "请放心举报")
    assert drop(FIRST, SECOND, other) == ([FIRST, SECOND, other], [])


def test_paragraph_behind_itself():
    assert drop(FIRST, SECOND, SECOND, THIRD)[0] == [FIRST, SECOND, THIRD]


def test_short_lines_recur():
    lines = ["案例一", "警方提醒", FIRST, "案例二", "警方提醒", SECOND]
    assert drop(*lines) == (lines, [])


def test_one_paragraph_said_again_further_down_stays():
    lines = [FIRST, SECOND, "警方再次提醒", FIRST]
    assert drop(*lines) == (lines, [])


def test_paragraph_between_is_no_header():
    between = "另外，云岭市公安局将联合通信运营企业开展宣传，请大家积极参与。"
    assert drop(*BODY, between, *BODY) == ([*BODY, between], [])


def test_other_figures_are_another_paragraph():
    lines = [
        f"第{i}周全市共接报电信网络诈骗警情{i}起，损失{i}万元，与上周相比有所下降，请广大市民注意防范。"
        for i in range(3)
    ]
    assert drop(*lines) == (lines, [])


def test_many_lines():
    lines = [f"{FIRST}{i % 300}" for i in range(30_000)]
    assert len(drop(*lines)[0]) < 30_000
    assert drop() == ([], [])
