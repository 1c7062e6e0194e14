"""The forms of a notice: words in its title or opening that say by themselves what it does."""

import re
from dataclasses import dataclass

from pipelines.kinds.alternatives import quick


@dataclass(frozen=True)
class Form:
    """Words in the title, or in the opening, that make a document of this kind; `unless` in the title undoes it."""

    doc_type: str
    title: re.Pattern[str] | None
    opening: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None


def form(doc_type: str, title: str | None, opening: str | None = None, unless: str | None = None) -> Form:
    """Return a row of FORMS from its patterns, for folded text."""
    return Form(doc_type, *(quick(words) if words else None for words in (title, opening, unless)))


SPACED = re.compile(r"(?<=[一-鿿])\s+(?=[一-鿿](?:\s|$))")  # 通 告, 警 情 通 报
OPENING = 240  # characters: salutation, legal grounds and the sentence that says what is announced
RESULTS = r"破获|抓获|捣毁|打掉|战果|成效|兑现|劝返|\d+[名人起]|宣判|获刑|典型案例"

# The first that fits wins.
FORMS = (
    form(
        "other",
        r"是什么意思|什么是|是什么罪?[?？]?$|怎么(?:办|写|判|算)|怎样(?:写|判)|如何(?:写|判|认定|量刑)|范文|模板|(?:快|短|时|锐|微|漫)评|社论|评论员|(?:杂|随)感|解读$",
    ),
    form("report", r"——记|纪实$|侧记|英雄|先锋|标兵"),
    form(
        "reward",
        r"举报[^。\n]{0,20}(?:奖励|有奖)|奖励[^。\n]{0,12}举报|悬赏|有奖(?:举报|征集)",
        r"悬赏通告|关于[^。\n]{0,16}举报[^。\n]{0,16}奖励[^。\n]{0,8}(?:通告|公告|办法)|(?:根据|制定|为)[^。]{0,160}奖励[^。]{0,80}(?:通告|公告)如下|举报奖励办法|奖励标准|每(?:抓获|举报)[^。\n]{0,12}奖",
        r"破获|抓获|捣毁|打掉|战果|成效|兑现|发放",
    ),
    form(
        "surrender_call",
        r"(?:敦促|督促|劝告|规劝|限期|责令)[^。\n]{0,40}(?:投案|自首|回国|返回)|投案自首[^。\n]{0,6}(?:通告|公告|公开信)",
        r"(?:敦促|督促|劝告|规劝|限期|责令)[^。\n]{0,40}(?:投案|自首|回国|返回)[^。\n]{0,20}(?:通告|公告|公开信)|"
        r"(?:敦促|督促|规劝|限期)[^。]{0,80}(?:投案|自首|返回|回国)[^。]{0,80}[通公]告如下|[通公]告如下[^。]{0,160}投案[^。]{0,12}的[^。]{0,12}(?:从宽|从轻|减轻)|[请令][^。]{0,30}人员[^。]{0,24}(?:前|内)(?:投案|返回|回国)|"
        r"[通公]告[^。]{0,12}(?:要求|敦促|责令)[^。]{0,80}(?:投案|自首|回国)",
        r"破获|抓获|战果|成效|\d+[名人起]",
    ),
    form(
        "tipoff_call",
        r"征集[^。\n]{0,60}(?:线索|受害人|被害人|受害者|投资人|参与人)|(?:受害人|被害人|投资人|集资参与人|受损群众|出借人)[^。\n]{0,8}(?:登记|报案|申报|核实)|线索[^。\n]{0,6}(?:征集|举报)|举报(?:方式|电话|渠道)[^。\n]{0,10}(?:公告|通告|公布)?$|公布[^。\n]{0,40}举报(?:方式|电话|渠道)|检举揭发",
        r"征集[^。]{0,60}(?:线索|受害人|被害人|投资人)|举报(?:方式|电话)[^。]{0,10}(?:公布|公告)如下|欢迎[^。]{0,20}(?:举报|检举)[^。]{0,60}(?:通告|公告)如下",
        r"破获|抓获|捣毁|打掉|战果|成效|兑现",
    ),
    form(
        "warning",
        # 网传补贴通知是骗局, 关于防范冒充客服诈骗的公告
        r"(?<![竟才都])(?:系|是|为)(?:诈骗|骗局|骗案)|关于(?:谨慎|注意|切实)?(?:防范|谨防|警惕|提防|严防|预防)(?![^。\n]{0,30}(?:工作(?!人员)|方案|办法))[^。\n]{0,40}的(?:公告|通告|通知|声明|[^。\n]{0,4}(?:提示|提醒|警示))$",
        None,
        RESULTS,
    ),
    form(
        "bulletin",
        r"(?:警\s*情|(?<!工作)情\s*况|案\s*情)\s*(?:通\s*报|周报|日报|月报)|(?:警方|公安|刚刚|最新|官方)通报|警方回应|一周(?:警情|电诈|诈骗)|警情(?:分析|研判|播报|快报|速递|动态)|发案(?:情况|分析)|"
        r"[一二三四五六七八九十\d]+[日天周]内?接[^。\n]{0,16}(?:举报|报案|警情)",
        r"^[^。]{0,30}警\s*情\s*通\s*报|^情\s*况\s*通\s*报|(?:发生|属于?|系)[^。]{0,12}(?:刑事案件|刑案|命案)|网传[^。]{0,80}(?:不实|谣言|伤)|"
        r"(?:发布|编造|传播|散布)[^。]{0,40}(?:不实|虚假)(?:信息|言论)|[一二三四五六七八九十\d]+[日天周]内接[获到]?[^。\n]{0,12}(?:举报|报案)|(?:本周|上周|一周)[^。]{0,30}(?:发案|警情|接报)",
        RESULTS,
    ),
    form(
        "regulation",
        r"(?:规定|办法|条例|细则|方案|通告|公告|通知|通令)(?:[(（][^()（）]{1,8}[)）])?[》」”]?(?:的?通[知告])?$|发布[^。\n]{0,12}《[^》]{0,30}(?:通告|公告)》|"
        r"(?:联合|正式|重磅)(?:发布|印发)[^。\n]{0,12}(?:通告|公告|规定)|(?:临时|交通)(?:管制|管控)|新规",
        r"(?:发布|作出|印发|下发)(?:了|联合)?(?:《[^》]{0,30})?(?:通告|公告|规定)(?!》?(?:发布|实施)?(?:以来|后))|关于[^。\n]{0,40}的通告|[通公]告如下|"
        r"(?:最高人民法院|最高人民检察院|公安部)[^。]{0,80}(?:联合)?发布(?:《[^》]{0,40})?通告",
        RESULTS,
    ),
)


def form_of(title: str, folded: str) -> str | None:
    """Return the kind that the words of a notice's title or opening give it, None if they give none."""
    opening = folded[:OPENING]
    title = SPACED.sub("", title)
    for row in FORMS:
        if row.unless and row.unless.search(title):
            continue
        if row.title and row.title.search(title):
            return row.doc_type
        if row.opening and row.opening.search(opening):
            return row.doc_type
    return None
