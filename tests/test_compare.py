"""Pairs of pages: copies, excerpts, accounts of one event, and look-alikes that must stay apart."""

import time
from itertools import combinations

import pytest

from crawler.fold import fold
from pipelines.copies.compare import compare
from pipelines.copies.conflicts import is_eaten
from pipelines.copies.keytext import make_key
from pipelines.copies.runs import Run, common_length, common_runs, gaps, in_order, longest_replaced
from pipelines.copies.subject import organ_names, subject

LINES = [
    "云岭市公安局6月12日通报，今年1至5月，全市公安机关共破获电信网络诈骗案件120起，同比上升15%。",
    "期间抓获犯罪嫌疑人86名，打掉犯罪团伙9个，紧急止付涉案资金2300余万元，返还群众被骗资金640万元。",
    "在临川区侦破的一起虚假投资理财案件中，民警辗转四省，抓获犯罪嫌疑人14名，查扣作案手机37部。",
    "全市建成反诈宣传阵地210个，组织进社区、进学校、进企业宣讲580余场次，受众达26万人次。",
    "警方提醒，凡是陌生人要求转账到所谓安全账户的，都是诈骗，请及时拨打96110咨询。",
]
REPORT = "\n".join(LINES)
SPAM = "今晚开奖走势图，老虎机玩法大全，新会员首存送礼包，客服全天在线，点我进入大厅领取，秒速到账，信誉有保障，欢迎光临本站。"
SUMMARY = "【智能摘要】本文讲述一地公安机关打击诈骗的做法和成效，并提出几条防范的建议，供广大读者朋友参考。"
DIARY = (
    "周末在家整理旧报纸，读到一则关于反诈的消息，想起邻居大爷去年险些上当的事，就把其中几句抄在这里，也算给自己提个醒。",
    "抄完以后给父母打了电话，叮嘱他们不要接陌生来电，更不要点短信里的链接。母亲笑我啰嗦，可我知道她听进去了，这就够了。",
)  # fmt: skip
NOTICE = [
    "为深入打击治理电信网络诈骗违法犯罪，切实维护人民群众财产安全，{place}公安局决定面向社会公开征集违法犯罪线索。",
    "一、征集范围：为诈骗窝点提供场地、网络和通信设备的；收购、贩卖、出租银行账户和电话卡的；组织、招募他人出境从事诈骗活动的。",
    "二、举报要求：举报人应当如实反映情况，提供的线索尽量详细，不得捏造事实、诬告陷害他人，公安机关对举报人信息严格保密。",
    "三、凡主动投案自首并如实供述的，依法可以从轻或者减轻处罚；拒不投案的，公安机关将依法从严惩处。",
]
PHONES = "举报电话：\n刑侦大队：{code}-3312001\n反诈中心：{code}-3312002\n城关派出所：{code}-3312003"


def notice(place: str, code: str | None = None) -> str:
    return "\n".join(line.format(place=place) for line in NOTICE) + (
        "\n" + PHONES.format(code=code) if code else ""
    )


def relation(a: str, b: str, titles: tuple = (None, None), issuers: tuple = (None, None)) -> str:
    one, other = (subject(t, fold(x), i) for t, x, i in zip(titles, (a, b), issuers, strict=True))
    verdict = compare(one, other)
    assert compare(other, one) == verdict
    return verdict.relation


SPUN = (
    ("通报", "传递"),
    ("同比", "比拟"),
    ("期间", "时期"),
    ("抓获", "捕获"),
    ("组织", "构造"),
    ("提醒", "提示"),
)


def spun(text: str) -> str:
    for word, other in SPUN:
        text = text.replace(word, other)
    return text


@pytest.mark.parametrize(
    "copy",
    [
        REPORT,
        "雲嶺市公安局6月12日通報，今年1至5月，全市公安機關共破獲電信網絡詐騙案件120起，同比上升15%。\n" + "\n".join(LINES[1:]),
        "转发提醒！这件事要注意\n" + REPORT,
        REPORT + "\n上一篇：某某\n版权所有 某某网",
        REPORT.replace("\n", ""),
        REPORT.replace("，", " ，\n"),
        REPORT[: int(len(REPORT) * 0.7)],
        REPORT.replace("提醒，凡是", "提醒，代理加盟热线品牌项目招商，凡是"),
        "\n".join([*LINES[2:], *LINES[:2]]),
        REPORT.replace("2300", "300").replace("120起", "20起").replace("640", "40"),  # a mirror that eats digits
        REPORT.replace("6月12日", "月日"),
        spun(REPORT),
        REPORT + "\n" + REPORT,
        REPORT.replace("。", "。留学。"),
        "\n".join([*LINES[:2], SPAM, *LINES[2:]]),
        "\n".join([SUMMARY, *LINES]),
        "\n".join(f"{number}. {line}" for number, line in enumerate(LINES, 1)),
    ],
    ids="same traditional head foot joined split cut ad moved eaten lost spun twice stuffed spam summary numbered".split(),
)  # fmt: skip
def test_copies(copy):
    assert relation(REPORT, copy) == "same"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("\n".join(LINES[1:3]), "excerpt"),
        ("\n".join([DIARY[0], *LINES[:3], DIARY[1]]), "excerpt"),
        (DIARY[0] + "\n" + LINES[4] + "\n" + DIARY[1], "apart"),  # a common warning is no quotation
        ("\n".join([DIARY[0], LINES[2], LINES[0], LINES[1], DIARY[1]]), "same_event"),
        (REPORT.replace("120", "131").replace("86", "79").replace("2300", "1800"), "apart"),
        (REPORT.replace("120", "131"), "apart"),  # one figure, but in the first sentence
        (REPORT.replace("6月12日", "6月2日"), "apart"),
        (REPORT.replace("120", "12"), "same"),  # an eaten digit
        (REPORT.replace("37部", "41部"), "same"),  # one figure elsewhere: a misprint
        ("近期多地发生冒充客服退款诈骗，不法分子谎称商品有质量问题，诱导受害人下载屏幕共享软件后盗取验证码，请广大群众提高警惕。", "apart"),
        ("", "apart"),
    ],
    ids="excerpt quoted warning retold month lead day eaten misprint other empty".split(),
)  # fmt: skip
def test_not_copies(other, expected):
    assert relation(REPORT, other) == expected


def test_what_two_mirrors_add_in_different_places():
    one, other = "\n".join([SUMMARY, *LINES]), "\n".join([*LINES[:3], SPAM, *LINES[3:]])
    assert relation(one, other) == "same"


def test_an_addition_that_states_figures_is_no_frame():
    extra = (
        "同期，两家商业银行的网点拦下可疑汇款31笔，涉及金额78万元，银行职员因此受到当地公安机关的表彰和奖励。"
    )
    assert relation(REPORT, "\n".join([*LINES[:3], extra, *LINES[3:]])) == "excerpt"


def test_the_number_of_an_item_is_no_part_of_a_date():
    dated = ["6月12日上午，" + LINES[3], *LINES[:2], LINES[4]]
    numbered = "\n".join(f"{number}. {line}" for number, line in enumerate(dated, 1))
    assert relation("\n".join(dated), numbered) == "same"
    assert make_key("4.5万元已经返还").full == "4.5万元已经返还"


def test_those_who_forward_a_notice_are_not_its_issuers():
    whole = notice("").replace("公安局决定", "现决定")
    by = [
        ("云岭省公安厅转发：关于公开征集线索的通告", "云岭省公安厅转发：\n" + whole),
        ("临川省公安厅转发关于公开征集线索的通告", "现将通告全文转发如下，请遵照执行。\n" + whole),
        ("关于公开征集线索的通告", whole),
    ]
    issuers = "云岭省公安厅", "临川省公安厅", "公安部"
    for (one, issuer), (other, another) in combinations(zip(by, issuers, strict=True), 2):
        assert relation(one[1], other[1], (one[0], other[0]), (issuer, another)) == "same"
    shared = "请把这份通告转发给身边的人。\n"
    one, other = (shared + notice(place) for place in ("云岭市", "临川县"))
    assert relation(one, other) == "apart"


def test_the_title_of_another_month_keeps_two_texts_apart():
    text = "\n".join(LINES[2:])
    assert relation(text, text, ("1月份全市反诈工作通报", "2月份全市反诈工作通报")) == "apart"
    assert (
        relation(text, text, ("1.全市反诈工作通报", "2.全市反诈工作通报")) == "same"
    )  # the number of a list
    assert relation(text, text, ("1月份全市反诈工作通报", "云岭通报典型案例")) == "same"


def test_two_counties_with_one_template():
    assert relation(notice("云岭市"), notice("临川县")) == "apart"
    assert relation(notice("云岭市"), notice("云岭市")) == "same"
    assert relation(notice("云岭市", "0999"), notice("云岭市")) == "same"  # what is missing is no conflict


LETTER = (
    "致全{place}的家长：假期将至，骗子也盯上了孩子，{place}教育局提醒您管好付款密码，游戏里免费赠送皮肤的多半是圈套，"
    "孩子一旦受骗，先别责骂，保留聊天记录并报警。"
)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("云岭市", "临川市", "apart"),
        ("安和市", "和安县", "same"),  # another suffix: the words around the names differ
        ("云岭市", "云山市", "apart"),
        ("合肥市", "郃肥市", "same"),  # converted once too often
        ("全市", "我市", "same"),
    ],
)
def test_the_same_sentences_about_two_places(a, b, expected):
    assert relation(LETTER.format(place=a), LETTER.format(place=b)) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("关于公布第三批涉诈网站名单的公告", "关于公布第四批涉诈网站名单的公告", "apart"),
        ("关于公布第三批涉诈网站名单的公告", "关于公布第3批涉诈网站名单的公告", "same"),
        ("六月五日通报", "六月六日通报", "apart"),
        ("二〇二三年名单", "二〇二四年名单", "apart"),
    ],
)
def test_written_numerals_that_tell_one_page_from_the_next(a, b, expected):
    text = "\n".join(line for line in LINES[3:])
    assert relation(f"{a}\n{text}", f"{b}\n{text}") == expected


def test_a_number_that_names_one_person_is_enough():
    text = "\n".join(LINES) + "\n嫌疑人身份证号码{}，请知情者提供线索。"
    one, other = text.format("530102199001011234"), text.format("530102198712318888")
    assert relation(one, other) == "apart"
    assert relation(one, text.format("53010219900101")) == "same"  # digits eaten


def test_a_phrase_that_stands_twice_does_not_make_a_cut_a_gap():
    closing = "警方提醒，凡是陌生人要求转账到所谓安全账户的，都是诈骗，请及时拨打96110咨询。"
    whole = "\n".join([LINES[0], closing, *LINES[1:4], closing])
    assert relation(whole, "\n".join([LINES[0], closing, LINES[1], LINES[2]])) == "same"


def test_two_counties_that_only_their_phones_tell():
    template = notice("").replace("公安局决定", "现决定")
    one, other = (template + "\n" + PHONES.format(code=code) for code in ("0999", "0998"))
    assert relation(one, other) == "apart"
    assert relation(one, template) == "same"


def test_issuers_count_where_the_text_names_none():
    text = "\n".join(LINES[2:])
    tips = notice("").replace("公安局决定", "现决定")
    assert relation(tips, tips, issuers=("云岭市公安局", "临川县公安局")) == "apart"
    assert relation(tips, tips, issuers=("云岭市公安局", "云岭市公安局")) == "same"
    assert relation(text, text, issuers=("云岭市公安局", "临川县公安局")) == "apart"
    figures = text + "涉案账户3120个，涉案资金4560万元，止付账户789个。"
    assert (
        relation(figures, figures, issuers=("云岭市公安局", "临川县公安局")) == "same"
    )  # one report, reprinted


def test_short_texts_prove_nothing():
    assert relation("点击查看反诈海报", "点击查看反诈海报") == "apart"
    assert relation("点击查看反诈海报", "点击查看反诈海报", ("反诈月", "反诈月")) == "same"
    assert relation("点击查看反诈海报", "点击查看反诈海报", ("反诈月", "禁毒月")) == "apart"


def test_the_evidence_is_kept():
    verdict = compare(subject(None, REPORT, None), subject(None, REPORT.replace("120", "131"), None))
    assert verdict.columns() == ("apart", pytest.approx(0.95, abs=0.05), None, 14, 1)
    assert verdict.evidence == {"lead": {"络诈骗案件#起": [["120"], ["131"]]}}
    same = compare(subject(None, REPORT, None), subject(None, REPORT, None))
    assert same.columns() == ("same", 1.0, 1.0, 15, 0)
    shares = {"covered": 1.0, "kept": 1.0, "order": 1.0, "cut": 0.0}
    assert same.evidence == shares | {"own": 0, "other": 0, "new": 0}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云岭市公安局和临川县公安局联合行动", {"云岭", "临川"}),
        ("全市公安机关", set()),
        ("各县公安局、本市公安局、我市警方", set()),
        ("由云岭自治州公安局牵头", {"云岭"}),
    ],
)
def test_organ_names(text, names):
    assert organ_names(text, None) == names
    assert organ_names(text, "石门县公安局") == (names or {"石门"})


@pytest.mark.parametrize(
    ("conflicts", "eaten"),
    [
        ({"a": [["70"], ["270"]]}, True),
        ({"a": [["20"], ["270"]], "b": [["1"], ["19"]]}, True),
        (
            {"a": [["20"], ["270"]], "b": [["19"], ["1"]]},
            False,
        ),  # each text lost something: no mirror does that
        ({"a": [["71"], ["270"]]}, False),
    ],
)
def test_eaten_digits(conflicts, eaten):
    assert is_eaten(conflicts) is eaten


def test_runs():
    a, b = (
        make_key("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"),
        make_key("子丑寅卯辰巳午未某甲乙丙丁戊己庚辛壬癸"),
    )
    runs = common_runs(a, b)
    assert runs == [Run(0, 9, 10), Run(10, 0, 8)]
    assert in_order(runs) == pytest.approx(10 / 18)
    assert gaps([(run.start, run.length) for run in runs], 20) == [(0, 0), (18, 2)]
    assert gaps([(run.there, run.length) for run in runs], 20) == [(0, 0), (8, 1), (19, 1)]
    assert gaps([(5, 3), (1, 2), (6, 1)], 9) == [(0, 1), (3, 2), (8, 1)]
    assert gaps([], 5) == [(0, 5), (5, 0)]


@pytest.mark.parametrize(
    ("runs", "replaced"),
    [
        ([], 20),  # nothing in common
        ([Run(0, 0, 20)], 0),  # the other goes on
        ([Run(0, 30, 10), Run(10, 40, 10)], 0),  # the other has a line above
        ([Run(0, 0, 5), Run(9, 12, 11)], 4),  # four characters for seven
        ([Run(0, 20, 10), Run(10, 0, 10)], 0),  # moved
    ],
)
def test_words_that_each_text_has_in_place_of_the_others(runs, replaced):
    assert longest_replaced(runs, 20, 50) == replaced


@pytest.mark.parametrize("length", range(40))
def test_common_length_is_exact(length):
    same = "万" * length
    assert common_length(same + "甲" * 9, 0, same + "乙" * 9, 0) == length
    assert common_length(same, 0, same, 0) == length


@pytest.mark.parametrize("unit", ["万", "万1", "诈骗案件12起，"])
def test_long_repetition_is_compared_in_linear_time(unit):
    text = unit * (1_000_000 // len(unit))
    started = time.perf_counter()
    compare(subject(None, text, None), subject(None, text[:-3] + "万23", None))
    assert time.perf_counter() - started < 3
