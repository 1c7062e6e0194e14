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
        ("该案涉案金额80余万元，受害人已报案。", [(None, "CNY")]),
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


@pytest.mark.parametrize(
    ("text", "loss", "returned", "involved"),
    [
        ("李女士被骗走8万元，民警追回5.2万元。", 80000, 52000, None),
        ("何某转账28万元后报警，被骗资金全部追回。", 280000, 280000, None),
        ("段先生损失3万元，已全额返还。", 30000, 30000, None),
        ("被害人徐某被骗走6万元。该案涉案金额1300余万元。", 60000, None, 13000000),
        ("受害人已报案，该团伙涉案资金2.4亿元。", None, None, 240000000),
        ("民警提醒赵女士，警方曾追回一批赃物。她损失了2万元。", 20000, None, None),
        ("王女士損失120萬港元，警方未能追回款項。", 1200000, None, None),
    ],
)
def test_what_came_back_and_the_whole_case_stand_apart(text, loss, returned, involved):
    (case,) = cases(text, fold(text))
    assert (case.loss, case.returned, case.involved) == (loss, returned, involved)
    assert all(quote in text for quote in case.quotes.values())


@pytest.mark.parametrize(
    ("text", "losses"),
    [
        ("对方要求温某先交8000元保证金。温某转账后发现被骗。", [(8000, "CNY")]),
        ("“老板”让财务唐某向该账户支付98万元。唐某照办，次日才知被骗。", [(980000, "CNY")]),
        ("对方要求温某先交8000元保证金。温某起了疑心，没有理会。", []),
        ("何奶奶信以为真，将3万元现金交给了上门的“律师”。", [(30000, "CNY")]),
        ("一名65歲婦人陸續提領共600萬元，交付給自稱專員的車手。", [(6000000, "CNY")]),
        ("七旬王姓婦人欲匯款30萬元，員警勸說後，未造成財損。", [(0, "CNY")]),
        ("赵大爷要把12万元转给“老战友”，民警劝说后他放弃转账。", [(0, "CNY")]),
    ],
)
def test_demanded_paid_and_stopped(text, losses):
    assert told(text) == losses


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
