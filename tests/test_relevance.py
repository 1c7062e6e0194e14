from pathlib import Path

import pytest
import yaml

from crawler.fold import fold
from crawler.items import Page
from pipelines.relevance import RelevancePipeline, irrelevant_because

RELEVANT = (
    ("关于征集涉网黑恶犯罪线索的通告", "为推进扫黑除恶，现面向社会征集线索。"),
    ("云岭公安返还被骗资金", "5月9日，云岭市公安局举行返还仪式。"),
    ("年底防骗提示", "遇到退税、中奖短信要小心，骗子盯上了你。"),
    ("收缴危险物品", "派出所民警在云岭村收缴雷管16枚。"),
    ("关于警务演练的通告", "届时有大量警车集结，请市民不要惊慌。"),
    ("", "政府去年起加强打诈，假投资件数下降。"),
    ("情况通报", "一网民发布不实信息，已被行政拘留。"),
    ("关于印发云岭市道路交通安全管理规定的通知", "第一条 为预防道路交通事故，制定本规定。"),
    ("两部门发布暴雨天防骗提醒", "暴雨期间，骗子冒充保险理赔员诈骗。降雨多，骗局也多，被骗请报警。"),
    ("公安部公布典型案例", "法院判处被告人有期徒刑三年。"),
    ("保安局局长谈罪案", "电话骗案上升。"),
    ("假冒“社保局”短信要当心", "点开网址，页面要求填写银行卡号和验证码。"),
    ("冒充军警采购的大单别接", "对方发来采购合同，称中标后付款。"),
    ("反诈宣传进校园，招聘季防骗", "求职学生要当心刷单诈骗，招聘岗位需核实，反诈民警讲解骗局。"),
)
IRRELEVANT = (
    ("第一百零三章 重逢", "她心里一惊，他冷笑一声。她叹了口气，他微微皱眉。下一章更精彩。", "novel"),
    (
        "诈骗罪三万元判几年",
        "律师解答：数额较大。法律依据：刑法。点击咨询在线律师，网友咨询多。诈骗诈骗诈骗",
        "law_qa",
    ),
    ("十二星座本周运势", "白羊座财运上升，双鱼座桃花运旺，属马的朋友注意水逆。", "horoscope"),
    (
        "云岭市公安局招聘辅警公告",
        "报考岗位须有大专学历，笔试、面试、体检合格者录用，资格审查在五月。",
        "recruitment",
    ),
    ("云岭天气预报", "明天多云，有阵雨，最低温12℃，最高温20℃，风力三级。", "weather"),
    (
        "云岭区设备采购项目中标公告",
        "采购人：云岭区；供应商：某公司；中标金额；评标专家；采购项目编号。",
        "procurement",
    ),
    ("绝绝子是什么梗", "小编带大家一起来看看吧，希望对大家有所帮助。", "content_farm"),
    ("云岭举办书法展", "展出作品百余幅，市民踊跃参观。", "off_topic"),
    ("", "2月2日，全省报告新增确诊病例3例。", "off_topic"),
    ("云岭茶产业丰收", "茶农喜笑颜开，今年春茶产量增长。", "off_topic"),
    ("", "", "empty"),
)


GOLD = yaml.safe_load((Path(__file__).parent / "gold/relevance.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", GOLD, ids=lambda entry: entry["title"][:24])
def test_gold(entry):
    assert irrelevant_because(fold(entry["title"]), fold(entry["text"])) == entry.get("because")


@pytest.mark.parametrize(("title", "text"), RELEVANT)
def test_relevant(title, text):
    assert irrelevant_because(title, text) is None


@pytest.mark.parametrize(("title", "text", "reason"), IRRELEVANT)
def test_irrelevant(title, text, reason):
    assert irrelevant_because(title, text) == reason


def test_long_text_that_mentions_the_police_once():
    assert irrelevant_because("", "春风吹过云岭的茶园。" * 400 + "民警路过。") == "off_topic"


def test_images_only_is_judged_by_its_title():
    assert (
        RelevancePipeline()
        .process_item(Page("https://a.example/1", title="防范电信网络诈骗宣传海报"))
        .relevant
    )
    page = RelevancePipeline().process_item(Page("https://a.example/2", title="春季书法作品展示海报"))
    assert (page.relevant, page.irrelevant_because) == (False, "off_topic")
