import pytest

from crawler.items import Page
from pipelines.normalise import NormalisePipeline, clean, clean_lines, script_of

LINES = [
    ("\ufeff  云岭市\u200b公安局\xa0\u3000通告 \r", "云岭市公安局 通告", set()),
    ("一\x0b二\x85三\u2028四", "一 二 三 四", set()),
    ("\x00\x08\x1b警\xad情\u202e通报", "警情通报", set()),
    ("损失&nbsp;3万元&amp;nbsp;整", "损失 3万元 整", set()),
    ("&ldquo;断卡&rdquo;&#34892;&#x52a8;", "“断卡”行动", set()),
    ("A&B公司 R&D", "A&B公司 R&D", set()),
    ('<sup id="x"></sup>云岭<br/>警方', "云岭警方", {"html_residue"}),
    ("<P>云岭</P>下载<APP>", "云岭下载<APP>", {"html_residue"}),
    ("损失<10万元，>5万元", "损失<10万元，>5万元", set()),
    ("举报邮箱:[email protected]", "举报邮箱:", {"protected_email"}),
    ("发送至邮箱([email&#160;protected])。", "发送至邮箱。", {"protected_email"}),
    ("[email] 云岭", "[email] 云岭", set()),
    ("推進(jìn)", "推進", {"pinyin"}),
    ("", "", set()),
]
SCRIPTS = [
    ("云岭市公安局关于征集线索的通告", "hans"),
    ("雲嶺市公安局關於徵集線索的通告", "hant"),
    ("只要出了系列制度，周日合并", "hans"),  # 只 出 了 系 制 周 合 tell nothing by themselves
    ("警方呼籲市民小心，網上投資騙案出了新手法，只要合作", "hant"),
    ("体育直播 警方呼籲市民提防網上投資騙案，損失達三億港元", "hant"),
    ("Police appeal to the public 警方", "latin"),
    ("2024-01-01", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "wanted", "seen"), LINES)
def test_clean(line, wanted, seen):
    assert clean(line) == (wanted, seen)


@pytest.mark.parametrize(("text", "script"), SCRIPTS)
def test_script(text, script):
    assert script_of(text) == script


def test_lines_keep_their_places():
    assert clean_lines(["一", " ", "\u3000二"]) == (["一", "", "二"], set())
    assert clean_lines([]) == ([], set())


def test_page():
    page = Page(
        url="",
        title="雲嶺&amp;<b>詐騙</b>(piàn)",
        head=["來源:&nbsp;雲嶺"],
        lines=["警方提(tí)醒群眾"],
        foot=[" \ufeff"],
    )
    page = NormalisePipeline().process_item(page)
    assert (page.title, page.head, page.lines, page.foot) == (
        "雲嶺&詐騙",
        ["來源: 雲嶺"],
        ["警方提醒群眾"],
        [""],
    )
    assert page.script == "hant"
    assert page.transforms == ["pinyin", "traditional"]


def test_title_of_markup_only_is_none():
    assert NormalisePipeline().process_item(Page(url="", title="<br>")).title is None
