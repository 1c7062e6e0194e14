import pytest

from crawler.fold import fold
from crawler.items import Page
from pipelines.attribution.organisations import is_bare, is_name
from pipelines.issuer import IssuerPipeline

TEXT = "电信网络诈骗多发，请广大市民提高警惕，发现被骗立即报警并保存证据。"


def page(text=TEXT, title=None, head=()):
    item = Page(url="", title=title, head=list(head), text=text, folded=fold(text))
    return IssuerPipeline().process_item(item)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"{TEXT}\n云岭市公安局\n2031年4月2日", "云岭市公安局"),
        (f"{TEXT}\n雲嶺縣公安局\n2031年4月2日", "云岭县公安局"),
        (f"{TEXT}(云岭市公安局)", "云岭市公安局"),
        (f"近日，云岭市反诈骗中心提醒：{TEXT}", "云岭市反诈骗中心"),
        (f"4月2日，云岭市公安局、云岭市教育局联合发布通告：{TEXT}", "云岭市公安局、云岭市教育局"),
        (f"日前，最高人民法院、公安部和司法部4月2日联合发布《通告》。{TEXT}", "最高人民法院、公安部、司法部"),
        (f"“云岭公安”微信公众号2日发布：{TEXT}", "云岭公安"),
        (f"司警昨日公布，{TEXT}", "司警"),
        (f"公安部新闻发言人在2日的发布会上介绍，{TEXT}", "公安部"),
        (f"4月2日，云岭警方发布消息，{TEXT}", "云岭警方"),
        (f"云岭县打击治理电信网络新型违法犯罪工作联席会议办公室本月2日作出通告，{TEXT}",
         "云岭县打击治理电信网络新型违法犯罪工作联席会议办公室"),
        (f"平安云岭提醒您：{TEXT}", "平安云岭"),
        (f"警方提醒：{TEXT}", None),
        (f"市公安局发布通告：{TEXT}", None),
        (f"保卫处提醒各位师生：{TEXT}", None),
        (f"记者从云岭市公安局获悉，{TEXT}", None),
        (f"云岭市公安局东城派出所民警周一提醒：{TEXT}", None),
        (f"云岭市公安局通报了今年的工作。{TEXT}", None),
        (f"骗子冒充云岭市公安局发布通缉令。{TEXT}", None),
        (f"{TEXT}(图文由云岭市委宣传部提供)", None),
        (f"公安局\n{TEXT}", None),
        (f"一家三口的“黄昏恋”骗局\n2031年4月2日\n{TEXT}", None),
        (f"{TEXT}\n云岭县公安局刑侦大队宣", "云岭县公安局刑侦大队"),
        (f"国家反诈中心近日会同有关部门发布公告，{TEXT}", "国家反诈中心"),
        ("", None),
    ],
)  # fmt: skip
def test_text(text, issuer):
    assert page(text).issuer == issuer


@pytest.mark.parametrize(
    ("title", "head", "issuer"),
    [
        ("云岭市公安局关于征集涉诈线索的通告", (), "云岭市公安局"),
        ("云岭市公安局 云岭市司法局关于敦促自首的通告", (), "云岭市公安局、云岭市司法局"),
        ("打个电话就能领奖", ("云岭县公安局", "关于群众举报奖励办法的通告"), "云岭县公安局"),
        ("云岭警方征集线索", ("云岭市公安机关公开征集涉诈线索的通告",), "云岭市公安机关"),
        ("云岭市公安局警情通报", (), "云岭市公安局"),
        ("云岭市公安局致全市居民的一封信", (), "云岭市公安局"),
        ("警情通报", (), None),
        ("保安局局长谈罪案情况", (), "保安局"),
        ("关于征集涉诈线索的通告", (), None),
        ("云岭县公安局:集中返还被骗资金", (), None),
        ("防诈知识", ("发布：云岭市公安局 时间：2031-04-02",), "云岭市公安局"),
        ("防诈知识", ("发布：管理员 时间：2031-04-02",), None),
    ],
)
def test_title_and_head(title, head, issuer):
    assert page(title=title, head=head).issuer == issuer


def test_signature_before_title():
    item = page(f"{TEXT}\n云岭市公安局扫黑办\n2031年4月2日", title="云岭市公安局关于征集线索的通告")
    assert (item.issuer, item.issuer_from) == ("云岭市公安局扫黑办", "signoff")


@pytest.mark.parametrize(
    "name",
    [
        "市公安局",
        "我局",
        "警方",
        "保卫处",
        "学校保卫处",
        "全市公安机关",
        "省公安厅",
        "反诈中心",
        "信息化办公室",
    ],
)
def test_bare_names(name):
    assert is_bare(name)


@pytest.mark.parametrize(
    "name", ["云岭市公安局", "公安部", "司警", "保安局", "国家反诈中心", "公安东城分局", "云岭警方"]
)
def test_full_names(name):
    assert is_name(name)
    assert not is_bare(name)


@pytest.mark.parametrize(
    "text", ["今年" * 100_000, "云岭市公安局、" * 30_000, "（" * 100_000, "近日" * 100_000]
)
def test_long_runs_are_read_in_linear_time(text):
    page(text)
