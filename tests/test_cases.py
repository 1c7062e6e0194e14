import pytest

from crawler.fold import fold
from crawler.items import Page
from pipelines.cases import CasesPipeline, cases


def told(text, **context):
    return [(c.loss, c.currency) for c in cases(text, fold(text), **context)]


@pytest.mark.parametrize(
    ("text", "losses"),
    [
        ("周某被骗走人民币50余万元。", [(500000, "CNY")]),
        ("王先生按照对方要求向指定账户转账5万元，发现被骗后报警。", [(50000, "CNY")]),
        ("张某将20万元转入对方账户。", [(200000, "CNY")]),
        ("刘某损失3万元，后追回2万元。", [(30000, "CNY")]),
        ("李女士先后转账3次，共计12.6万元。", [(126000, "CNY")]),
        ("赵某分3次转账，分别为5000元、8000元、1.2万元。", [(25000, "CNY")]),
        ("孙某先投入1万元，获利500元，随后追加投资20万元。", [(210000, "CNY")]),
        ("女事主損失約200萬港元。", [(2000000, "HKD")]),
        ("被害人林姓男子遭詐騙新台幣350萬元。", [(3500000, "TWD")]),
        ("陳婆婆被騙走港幣三百二十萬元", [(3200000, "HKD")]),
        (
            "市民小许被骗3万多元\n5月2日，小许按假客服的提示一步一步操作，把自己卡里的钱转走，最后损失32800元，事后才想起来报警求助。",
            [(32800, "CNY")],
        ),
        (
            "案例一：马某被冒充客服诈骗26000元。\n案例二：牛某刷单被骗4.5万元。",
            [(26000, "CNY"), (45000, "CNY")],
        ),
        ("民警成功劝阻，为陈女士避免损失80万元。", [(0, "CNY")]),
        ("今年以来，全市共发案300起，损失1200万元。", []),
        ("警方为20名群众返还被骗资金36万元。", []),
        ("骗子要求何某先交8000元保证金。", []),
        ("该案涉案金额80余万元，受害人已报案。", []),
        ("投资骗案5149宗，损失29亿元。", []),
        ("个案损失50万元以上的案件由专班办理。", []),
    ],
)
def test_losses(text, losses):
    assert told(text) == losses


def test_plain_yuan_is_the_money_of_the_place():
    assert told("女事主損失30萬元。", region_code="810000") == [(300000, "HKD")]


def test_date_place_type_and_arrests():
    text = (
        "12月19日凌晨，嫌疑人押解到案。去年10月28日，云岭市南岭县陆某报案，被人以“电话欠费”为名骗走2000余万元。"
        "专案组抓获21名嫌疑人。"
    )
    case = cases(text, fold(text), "2031-12-19")[0]
    assert (case.date, case.place, case.scam_type, case.arrested) == (
        "2030-10-28",
        "云岭市南岭县",
        "refund_tax",
        21,
    )
    assert case.quote == text[case.start : case.end] == "2000余万元"


def test_year_not_known_stays_open():
    text = "7月5日，财务李某被骗走98万元。"
    assert cases(text, fold(text))[0].date == "--07-05"


def test_pipeline():
    text = "周某被骗走5000元。"
    page = CasesPipeline().process_item(Page("https://police.example/1", text=text, folded=text))
    assert [case.loss for case in page.cases] == [5000]


def test_many_amounts_take_linear_time():
    assert told("要求转账5元，" * 5000) == []


def test_another_victim_is_another_case():
    text = "郑女士付款2299元后被拉黑。另一位市民点开短信，银行卡被盗刷2850元。"
    assert told(text) == [(2299, "CNY"), (2850, "CNY")]


def test_money_that_left_the_card():
    assert told("段某银行卡内9860元被分两次转走。") == [(9860, "CNY")]
