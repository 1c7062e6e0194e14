"""Whether a page is a notice or report on fraud, online or organised crime, or of the police; when in doubt it is."""

import re
from dataclasses import dataclass

from crawler.fold import fold
from crawler.items import Page

FRAUD = re.compile(
    r"诈(?!死|降|尸)|骗子|骗局|骗案|骗术|骗取|骗走|被骗|防骗|受骗|行骗|裸聊|套路贷|刷单|跑分|断卡|两卡|洗钱|洗黑钱|杀猪盘|"
    r"网络犯罪|涉网|黑恶|扫黑|涉黑|恶势力|敲诈|勒索|非法集资|传销|网络赌博|跨境赌博|电信网络|网络水军|缅北|钓鱼网站|个人信息|帮信|假冒|冒充|盗刷|验证码|拉黑|诱骗|哄骗|转走|偷刷|圈套|上当|高利贷|冒用|不法(?:分子|中介)|非法中介|私下(?:转账|付款)|假客服|“客服”|共享屏幕|屏幕共享|猫池|GOIP|VOIP|防非|非法金融|高息|养老钱|钱袋子|配合[^,，。]{0,4}调查|短信链接|陌生链接"
)
POLICE = re.compile(
    r"公安|警方|民警|警察|派出所|警务|警情|警署|司警|刑侦|刑警|网警|交警|刑事|检察|法院|法官|犯罪|嫌疑人|嫌犯|案件|破案|破获|抓获|落网|报案|报警|举报|"
    r"违法|治安|通缉|在逃|投案|自首|辟谣|谣言|不实信息|危险物品|危爆|枪支|交通安全|消防安全|安全管理|罪案|刑拘|拘留|判处|有期徒刑"
)
LONG = 3000  # characters from which one mention in passing does not make a topic
SPARSE = 1500  # of a long text: fewer mentions than one in so many characters are in passing


@dataclass(frozen=True)
class Genre:
    """A sort of page that borrows the words of crime: so many hits in the text, or one in the title, give it away."""

    reason: str
    title: re.Pattern[str] | None
    text: re.Pattern[str]
    hits: int


GENRES = (
    Genre(
        "novel",
        re.compile(r"第[一二三四五六七八九十百千\d]+[章回卷]|全文阅读|最新章节|小说"),
        re.compile(
            r"他(?:心[里中]|冷笑|微微|淡淡|皱眉|叹了)|她(?:心[里中]|冷笑|微微|淡淡|皱眉|叹了)|本章|下一章|更新[^。]{0,4}章"
        ),
        4,
    ),
    Genre(
        "law_qa",
        re.compile(
            r"怎么判|判几年|判多少年|怎么量刑|量刑标准|立案标准|律师(?:解答|费|咨询)|如何起诉|怎么起诉|法律咨询|怎样处罚|怎么处理[?？]?$|范文|模板"
        ),
        re.compile(
            r"律师解答|律师解析|律师回复|网友咨询|咨询律师|在线律师|法律快车|华律|找法网|律图|法律依据[:：]|量刑标准|点击咨询"
        ),
        3,
    ),
    Genre(
        "horoscope",
        re.compile(r"星座|运势|生肖|塔罗|算命|八字|周公解梦|梦见"),
        re.compile(r"星座|运势|生肖|塔罗|财运|桃花运|水逆|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]的?|梦见"),
        4,
    ),
    Genre(
        "recruitment",
        re.compile(r"招聘|招录|招考|录用|面试|笔试|体检公告|报名公告|公务员"),
        re.compile(r"招聘|报考|笔试|面试|岗位|应聘|资格审查|体检|学历|薪资|五险一金"),
        6,
    ),
    Genre(
        "weather",
        re.compile(r"天气预报|暴雨预警|台风预警|寒潮|气温"),
        re.compile(r"气温|降雨|阵雨|多云|风力|暴雨|台风|最低温|最高温|℃|毫米"),
        5,
    ),
    Genre(
        "procurement",
        re.compile(r"采购|招标|中标|成交公告|竞争性磋商|询价|投标"),
        re.compile(r"采购人|投标人|中标|招标|供应商|磋商|评标|采购项目|预算金额|响应文件"),
        5,
    ),
    Genre(
        "budget",
        re.compile(r"(?:预|决)算(?:公开|信息|报告|编制|说明)|三公经费"),
        re.compile(r"预算|决算|收支|支出表|拨款|三公经费"),
        4,
    ),
    Genre(
        "content_farm",
        re.compile(r"(?:是|叫)?什么(?:意思|梗|软件|平台|东西)|靠谱吗|是真的吗|怎么赚钱|排行榜|攻略"),
        re.compile(
            r"小编|一起来看看吧|本文(?:将|为大家)|关键词\d?|希望对(?:大家|你|您)有(?:所)?帮助|相信很多|感兴趣的(?:朋友|小伙伴)"
        ),
        3,
    ),
)
FRAUD_ENOUGH = 3  # so many mentions of fraud make even such a page worth a look
BORROWERS = {
    "novel",
    "law_qa",
    "content_farm",
    "horoscope",
}  # these speak of fraud at length and still are no notice
NO_TOPIC = re.compile(
    r"诈骗罪|反(?:电信网络)?诈骗?(?:中心|支队|大队|专班)"
)  # a charge, an office that buys or hires
EMPTY = 8  # characters


def genre(title: str, folded: str) -> str | None:
    """Return the reason why a page is off topic by its sort, None where it shows none."""
    fraud = len(FRAUD.findall(folded))
    for row in GENRES:
        hits = len(row.text.findall(folded))
        titled = bool(row.title and row.title.search(title))
        if hits < row.hits and not (titled and (hits or row.reason in BORROWERS)):
            continue
        if titled and hits >= row.hits and row.reason in BORROWERS:
            return row.reason
        at_work = row.reason == "weather" and POLICE.search(title)
        if fraud < FRAUD_ENOUGH and not at_work and not FRAUD.search(NO_TOPIC.sub("", title)):
            return row.reason
    return None


def irrelevant_because(title: str, folded: str) -> str | None:
    """Return why a page is no notice or report on fraud or crime, or None if it may be one; both texts folded.

    Reasons: empty, off_topic, or the `reason` of one of GENRES. A page without text is judged by its title.
    """
    if len(title) + len(folded) < EMPTY:
        return "empty"
    if reason := genre(title, folded):
        return reason
    if FRAUD.search(title) or POLICE.search(title):
        return None
    mentions = len(FRAUD.findall(folded)) + len(POLICE.findall(folded))
    in_passing = len(folded) > LONG and mentions * SPARSE < len(folded)
    return "off_topic" if not mentions or in_passing else None


class RelevancePipeline:
    """Set relevant and irrelevant_because; nothing is dropped here."""

    def process_item(self, item: Page) -> Page:
        """Return `item` with the verdict on its title and text."""
        item.irrelevant_because = irrelevant_because(fold(item.title or ""), item.folded)
        item.relevant = item.irrelevant_because is None
        return item
