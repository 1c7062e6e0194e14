"""Tell which quantities are no statistics, and why: thresholds, penalties, ordinals, names, attendance."""

import re

from pipelines.figures.measures import Quantity
from pipelines.kinds.alternatives import by_first_character

PENALTY = by_first_character(
    ("罚款|罚金|并处|处以|有期徒刑|拘役|奖励|奖金|悬赏|奖[0-9一二三四五六七八九十]|徒刑|[,，。;；]奖$",)
)
# What ends right before a quantity.
ORDINAL = re.compile("(?:第|排名|位居|位列|列|(?<![目此日之以提从先])前) ?$")
EACH = re.compile("每(?:成功)?(?:抓获|举报|提供|破获|查获|打掉|介绍|发展|推荐|增加)?$")
LIMIT = re.compile(
    "(?:不得|不可|不能|不许|只能|限制?|(?:上限|额度|限额[为是在])[^,，。;；]{0,3})$"
)  # 电话卡不得超过5张
ON_THE_RUN = re.compile("在逃的(?:另外|其余|其他)?$")
OF_FRAUD = re.compile("(?:骗子|对方|诈骗分子)[^,，。;；]{0,4}$")
PLANNED = re.compile("(?:将(?:派|追|投|再)|计划|力争|目标|拟|续追捕)[^,，。;；]*$")
# Any of these is looked for before each of them.
ENDING = by_first_character(
    tuple(ending.pattern for ending in (LIMIT, ORDINAL, EACH, ON_THE_RUN, OF_FRAUD, PLANNED))
)
ATTENDED = re.compile(
    "参加|出席|参会|到场|出动|组织民警|抽调|调集|选派|投入警力|警力|代表|派出|增派|部署警力|志愿者|配备|招募"
)
ATTENDS = re.compile("参加|出席|到场|参会|代表|小组|专班|工作组|团队|以上单位")
STOP = re.compile("[,，。;；]")
PENALTY_AFTER = re.compile("[^,，。;；]{0,4}(?:罚款|罚金|奖励|奖金)")
EACH_OF = re.compile(
    "每[0-9一二三四五六七八九十百千万]{1,5}(?:起|个|名|人|件|宗)[^。;；\n]{0,24}$"
)  # 每100起中有37起
ARTICLE_OF_LAW = re.compile("[ 　]*第[一二三四五六七八九十百零0-9]{1,6}条")
OF_CASES = re.compile("的[^,，。;；0-9]{0,4}案")  # 损失超过100万元的案件9起
# 单案损失达到10万元、50万元的，由市县公安机关督办
OF_ONE_CASE = re.compile("单(?:案|笔|起|宗)[^。;；\n]{0,8}(?:达到?|满|超过?)[0-9.万亿元余多、和及或]*$")
IN_LAW = re.compile("的[,，;；]")  # 违法所得不足一万元的，处…
INTRODUCED = re.compile("[\u4e00-\u9fff]")  # 1名大学生被骗
CONDITION = re.compile("[0-9.万亿元余多、和及或]*的")
# 出动警力260余人次，车辆80台次; 配备电脑60台.
DEPLOYED = re.compile(
    "出动[^。;；\n]*[,，、和及]?(?:警用|执法)?(?:车辆|警车|警犬|无人机)$|(?:配备|配发|增配|现有)[^,，。;；]{0,10}$"
)
EXAMPLES = re.compile("[^,，。;；\n]{0,10}(?:典型)?案例")
BODIES = re.compile(
    "(?:家|个|间|所)?(?:余|多)?(?:省份|省|国家|部门|单位|城市|地区|银行(?![账帐户卡存])|企业|平台|环节|"
    "类别|大类|方面|小?组(?!织)|专班|中队|工作站|法定|成员|运营商|职能|州|县区|区县|乡镇|街道|街镇|社区|村)"
)
EVENTS = frozenset(("person", "case", "count"))
THRESHOLDS = EVENTS | {"money"}
CLASS_NAME = re.compile("[,，]?或者?|[的、案电涉刑及或]|重大|大额|损失")
REPORTING = re.compile("(?:损失|返还|止付|冻结|挽回|达|共)[^,，]{0,2}$")
OFFICIAL = "(?:警|局|所|队|长|法官|检察官|负责人|主任|发言人|指导员)"
SAYS = "(?:说|表示|介绍|称|道|坦言|告诉|指出)"
SAID_AFTER = re.compile(f"[^,，。;；“\n]{{0,16}}{OFFICIAL}[^,，。;；“\n]{{0,8}}{SAYS}")
SAID_BEFORE = re.compile(f"{OFFICIAL}[^,，。;；“”\n]{{0,8}}{SAYS}(?:道)?[,，:：]$")
OPEN, CLOSE = "“「『《【", "”」』》】"
FAR, NEAR = 40, 14  # characters before a quantity that are looked at, and for what must end right there
MARK = re.compile(f"[{OPEN}{CLOSE}\n]")
LONGEST_QUOTE, LONGEST_ARTICLE, SHORT = 60, 300, 4


def is_report(text: str, start: int, end: int) -> bool:
    """Tell whether an official is quoted: “今年我们已劝阻486人。”民警说."""
    return bool(SAID_AFTER.match(text, end) or SAID_BEFORE.search(text, max(0, start - 24), start))


def quoted(text: str) -> list[tuple[int, int]]:
    """Return the spans between quotation or title marks, none nested, none longer than a sentence."""
    spans, start = [], None
    for match in MARK.finditer(text):
        if match[0] in OPEN:
            start = match.start()
        elif match[0] in CLOSE and start is not None and match.start() - start <= LONGEST_QUOTE:
            spans.append((start, match.end()))
            start = None
        else:
            start = None
    return spans


def is_article(quantity: Quantity) -> bool:
    """Tell whether a quantity is no more than an article: 一名, 一类, 一起."""
    return (
        quantity.han
        and quantity.value < 2
        and quantity.kind in ("person", "case", "count", "thing")
        and quantity.word != "人次"
        and quantity.number_end - quantity.number_start == 1
    )


def refusal(text: str, quantity: Quantity, begin: int) -> str | None:
    """Return why a quantity whose clause starts at `begin` is no statistic, None if it may be one."""
    at, kind = quantity.start, quantity.kind
    clause = text[max(begin, at - FAR) : at]
    near, after = clause[-NEAR:], text[quantity.end : quantity.end + 20]
    ending = ENDING.search(near)
    if quantity.qualifier == "below" or (ending and LIMIT.search(near)):
        return "threshold"
    if (
        text.endswith("以上", at, quantity.end)
        and kind in THRESHOLDS
        and (CLASS_NAME.match(after) or (kind == "money" and not REPORTING.search(clause)))
    ):
        return "threshold"
    if kind == "money" and (punishes(clause) or PENALTY_AFTER.match(after)):
        return "penalty or reward"
    if ending and ORDINAL.search(near):
        return "ordinal"
    if (ending and EACH.search(near)) or (kind in EVENTS and EACH_OF.search(text, max(0, at - 30), at)):
        return "rate per event"
    if quantity.han and is_article(quantity):
        return "article"
    if kind == "person" and (attended(clause) or ATTENDS.match(after)):
        return "attendance"
    if kind == "money" and quantity.qualifier == "over" and OF_CASES.match(after):
        return "threshold"
    if (
        kind == "money"
        and OF_ONE_CASE.search(text, max(0, at - 60), at)
        and CONDITION.match(text, quantity.end)
    ):
        return "threshold"
    if kind == "money" and IN_LAW.match(after):
        return "threshold"
    if kind == "person" and quantity.value == 1 and INTRODUCED.match(after) and not clause.strip():
        return "article"
    if ending and kind == "person" and ON_THE_RUN.search(near):
        return "on the run"
    if ARTICLE_OF_LAW.match(text, text.rfind("\n", max(0, at - LONGEST_ARTICLE), at) + 1):
        return "an article of law"
    if ending and kind == "count" and OF_FRAUD.search(near):
        return "what a fraudster did"
    if kind == "count" and DEPLOYED.search(text, max(0, at - 30), at):
        return "deployed"
    if ending and kind in EVENTS and PLANNED.search(near):
        return "planned"
    if kind == "case" and EXAMPLES.match(after):
        return "examples"
    if kind == "count" and BODIES.match(after):
        return "bodies"
    return None


def punishes(clause: str) -> bool:
    """Tell whether the last part of a clause speaks of a penalty or reward; where that is short, all of it."""
    if not PENALTY.search(clause):
        return False
    said = STOP.split(clause)[-1]
    return len(said) <= SHORT or PENALTY.search(said) is not None


def attended(clause: str) -> bool:
    """Tell whether the last part of a clause speaks of people who only were there."""
    return ATTENDED.search(clause[-12:]) is not None and (
        ATTENDED.search(STOP.split(clause)[-1][-12:]) is not None
    )
