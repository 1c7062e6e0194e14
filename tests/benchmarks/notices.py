"""A corpus of any size from a small grammar: notices, families of one template, and near copies of 30 %."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

COPIES = 0.3  # share of near copies
SIBLINGS = 0.5  # share of the originals that fill in a template with other figures
FAMILY = 60  # pages of one template: five counties for a year
RECENT = 2_000  # a copy follows its original within so many pages
SENTENCES = 24  # of a notice: about 1,200 characters

SYLLABLES = "云岭临川清泉兰汀海湾石门青原南浦松江白沙长桥安和永定丰台新建高平宁远西岗东湖"
WHO = "民警 专案组 反诈中心 派出所 刑侦大队 社区干部 志愿者 银行职员 网安部门 检察官 法庭 街道办".split()
WHEN = "日前 近日 上周 月初 昨日上午 入春以来 专项行动中 接到报警后 节前 当天傍晚 经过三周摸排 例行巡查时".split()
DID = "走访 核查 拦截 劝阻 抓获 查封 冻结 追回 移送 起诉 约谈 提醒 培训 登记 通报 研判".split()
WHAT = (
    "涉案账户 刷单窝点 冒充客服的嫌疑人 被骗老人 可疑转账 贩卖电话卡的团伙 虚假投资平台 引流广告 跑分人员 "
    "出租银行卡的学生 境外来电 诈骗短信 群聊里的托儿 假冒公文 贷款中介 网络赌资 劝返对象 受害企业"
).split()
WHERE = "城关镇 开发区 老街 汽车站 大学城 农贸市场 物流园 沿江社区 工业园 写字楼 出租屋 乡镇集市 营业厅 火车站".split()
SO = (
    "群众拍手称快 案件正在侦办 损失得以挽回 相关人员已到案 警示作用明显 经验在全市推广 后续工作有序推进 "
    "当事人当场道谢 证据已经固定 宣传同步跟进 线索继续深挖 责任逐级压实"
).split()
STOCK = (
    "警方提醒，凡是要求转账到所谓安全账户的，都是诈骗。",
    "如遇可疑情况，请立即拨打96110咨询或者报警。",
    "请广大群众提高警惕，不轻信陌生来电，不点击不明链接，不向陌生人转账。",
    "下一步，公安机关将继续保持高压态势，坚决遏制此类案件高发势头。",
)
COUNTED = "起 名 部 张 个 万元 场次 余条".split()


@dataclass(frozen=True)
class Generated:
    """One page: its number, which notice it is a copy of, and what it says."""

    number: int
    notice: int
    title: str
    text: str
    copied: bool


def sentence(draw: random.Random, figures: bool = True) -> str:
    """Return one sentence about police work; with a figure (written as {}) or without."""
    if draw.random() < 0.12:
        return draw.choice(STOCK)
    what, where, did = draw.choice(WHAT), draw.choice(WHERE), draw.choice(DID)
    count = f"{{}}{draw.choice(COUNTED)}" if figures and draw.random() < 0.6 else ""
    return (
        f"{draw.choice(WHEN)}，{draw.choice(WHO)}在{where}{did}{what}{count}，又会同{draw.choice(WHO)}{draw.choice(DID)}"
        f"{draw.choice(WHERE)}的{draw.choice(WHAT)}，{draw.choice(SO)}。"
    )


def template(draw: random.Random) -> list[str]:
    """Return the paragraphs of a notice; {} stands for each figure, {place} for the county."""
    sentences = [sentence(draw) for _ in range(SENTENCES)]
    lead = f"{{place}}公安局{{month}}月{{day}}日通报，今年以来全市共{draw.choice(DID)}{draw.choice(WHAT)}{{}}起。"
    return [lead, *("".join(sentences[at : at + 3]) for at in range(0, SENTENCES, 3))]


def filled(draw: random.Random, paragraphs: list[str], place: str) -> str:
    """Return a template with a county, a date and figures."""
    text = "\n".join(paragraphs).replace("{place}", f"{place}市")
    text = text.replace("{month}", str(draw.randint(1, 12))).replace("{day}", str(draw.randint(1, 28)))
    return text.format(*(draw.randint(3, 9_999) for _ in range(text.count("{}"))))


def near_copy(draw: random.Random, title: str, text: str) -> tuple[str, str]:
    """Return what a mirror makes of a notice: cut, framed, edited, joined, a few at a time."""
    for change in draw.sample(("cut", "head", "foot", "words", "joined", "noise"), k=draw.randint(1, 3)):
        if change == "cut":
            text = text[: int(len(text) * draw.uniform(0.6, 0.9))]
        elif change == "head":
            text = f"球友 比分 直播 在线 投注 入口 官网 {draw.randint(1, 9)}\n{text}"
        elif change == "foot":
            text = f"{text}\n上一篇：反诈宣传进校园\n版权所有 某某资讯 ICP备0{draw.randint(1000, 9999)}号"
        elif change == "words":
            text = text.replace(draw.choice(WHO), "相关人士").replace(draw.choice(WHEN), "不久前")
        elif change == "joined":
            text = text.replace("\n", "")
        else:
            places = sorted(draw.sample(range(1, len(text)), k=4), reverse=True)
            for at in places:
                text = text[:at] + "的" + text[at:]
    return draw.choice((title, f"转载：{title}", "")), text


def generate(pages: int, seed: int = 20240501) -> Iterator[Generated]:
    """Yield `pages` pages, always the same for one seed; a copy comes after its original."""
    draw = random.Random(seed)
    originals: list[Generated] = []
    families: list[list[str]] = []
    for number in range(pages):
        if originals and draw.random() < COPIES:
            original = originals[-draw.randint(1, min(RECENT, len(originals)))]
            title, text = near_copy(draw, original.title, original.text)
            yield Generated(number, original.notice, title, text, copied=True)
            continue
        if draw.random() < SIBLINGS:
            if not families or draw.random() < 1 / FAMILY:
                families.append(template(draw))
            paragraphs = draw.choice(families[-8:])
        else:
            paragraphs = template(draw)
        place = "".join(draw.sample(SYLLABLES, 2))
        text = filled(draw, paragraphs, place)
        page = Generated(number, number, f"{place}市反诈工作通报", text, copied=False)
        originals.append(page)
        yield page
