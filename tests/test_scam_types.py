import pytest

from crawler.fold import fold
from crawler.taxonomy import DOC_TYPES, HOTLINES, SCAM_TYPES
from pipelines.kinds.scam_types import first_scam_type, scam_types


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        (
            "谨防刷单返利、冒充客服、虚假投资理财三类骗局。",
            ["click_farming", "investment", "fake_customer_service"],
        ),
        ("骗徒假冒內地官員致電市民。", ["fake_police"]),
        ("對方自稱“云岭市公安局民警”，要他去南岭配合调查。", ["fake_police"]),
        ("长者接到「猜猜我是誰」電話。", ["fake_acquaintance"]),
        ("會計被人冒充老闆拉進微信群。", ["fake_acquaintance"]),
        ("男子遭裸聊勒索八千元。", ["naked_chat"]),
        ("「假投資」仍居財損首位，網路購物詐騙次之。", ["investment", "shopping"]),
        ("非法“套路贷”、“校园贷”一律清查。", ["loan_trap"]),
        ("要她注销校园贷账户，否则影响征信。", ["credit_repair"]),
        ("下载网贷APP后，客服说要先交解冻费。", ["fake_loan"]),
        ("短信称有线电视欠费，又说可以退税。", ["refund_tax"]),
        ("以养老项目为名实施诈骗和非法集资。", ["pension", "illegal_fundraising"]),
        ("有人出售自己的银行卡，替人跑分。", ["two_cards"]),
        ("点开钓鱼短信里的链接。", ["phishing_link"]),
        ("网购退单：来电者自称商家。", ["fake_customer_service"]),
        ("游戏账号交易骗局：免费送皮肤。", ["gaming"]),
        ("轻信代抢演唱会门票。", ["ticket"]),
        ("假冒社保局工作人员。", ["fake_government"]),
        ("虚构绑架，向家长索要赎金。", ["other"]),
        ("云岭警方严打电信网络诈骗。", []),
        ("“断卡”行动取得成效。", []),
        ("不要透露个人征信报告。", []),
        ("民警到小区宣传购物节优惠。", []),
        ("经营黄赌毒、传销的黑恶势力。", []),
        ("她守住了养老钱，没让骗子得手。", []),
        ("网络游戏产品虚假交易类警情居第四。", ["gaming"]),
        ("假期去看演唱会，注意人身安全。", []),
        ("社保部门从不实施这样的诈骗。", []),
        ("骗徒假扮「快遞員」上門收取金條。", []),
        ("远离色情陷阱。", []),
        ("请将自己的电话卡、银行卡保管好，不要借给他人。", []),
        ("被告人将名下3张银行卡出租给他人转账。", ["two_cards"]),
        ("假冒“买家”称订单被冻结，要她交保证金。", ["shopping"]),
        ("兜售假演唱会门票，得手后消失。", ["ticket"]),
        ("自称快递公司，说包裹丢了可以三倍赔。", ["fake_customer_service"]),
        ("群里的人冒充公司老总，要会计付款。", ["fake_acquaintance"]),
        ("追星女孩扫码做任务，反被骗走压岁钱。", ["other"]),
        ("诱导对方脱衣，录下视频后索要钱财。", ["naked_chat"]),
    ],
)
def test_scam_types(sentence, codes):
    assert scam_types(fold(sentence)) == codes


def test_first_scam_type_prefers_a_known_kind():
    assert first_scam_type("办证诈骗之后又是刷单") == "click_farming"
    assert first_scam_type("办证诈骗") == "other"
    assert first_scam_type("电信诈骗") is None


@pytest.mark.parametrize(
    "table",
    [[row.code for row in SCAM_TYPES], [row.code for row in DOC_TYPES], [row.number for row in HOTLINES]],
)
def test_codes_are_unique(table):
    assert len(table) == len(set(table))
