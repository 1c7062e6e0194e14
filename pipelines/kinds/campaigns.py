"""Named operations: an open list, each as the text writes it."""

import re

OPEN, CLOSE = '“‘「『"', '”’」』"'
INSIDE = rf"[^{OPEN}{CLOSE},，。;；:：!！?？\n]"

# What makes a name that of an operation.
TRIGGER = r"(?:行动|战役|会战|攻坚战|歼灭战|保卫战|专项|宣传月|宣传季|宣传周|集中收网|创建)"
# What may stand between the closing quote and the trigger.
BETWEEN = r"(?:等|系列|集中|统一|专项|联合|专案|打击|整治|治理|抓捕|收网|攻坚|宣传|集群|全国性?|全省|全市|为代号|的|[、和及]|(?:打击|整治|惩治)[\u4e00-\u9fff]{2,8}?)"

IN_QUOTES = rf"[{OPEN}]{INSIDE}{{2,20}}[{CLOSE}]"
QUOTED = rf"[{OPEN}]({INSIDE}{{2,20}})[{CLOSE}]"
QUOTED_NAME = re.compile(QUOTED)
QUOTED_RUN = re.compile(rf"{IN_QUOTES}[、和及]?(?:{IN_QUOTES}[、和及]?){{0,11}}(?={BETWEEN}{{0,4}}{TRIGGER})")
NAME_WITH_TRIGGER = re.compile(rf"{TRIGGER}(?:20\d\d|\d\.\d)?$")
CODE_NAME = re.compile(rf"代号(?:为|是|叫)?{QUOTED}")
# A plan or scheme is an operation only where it is launched.
PLAN = re.compile(rf"(?:开展|展开|启动|推出|实施|推行)[了过]?{QUOTED}")
SCHEME = re.compile(rf"(?:开展|展开|启动|推出|实施|推行)[了过]?{QUOTED}(?=[\u4e00-\u9fff]{{0,4}}计划)")
# Sorts of crime and slogans stand in quotes before 专项行动 too.
NO_NAME = re.compile(
    r"两卡$|黄赌毒|食药环|盗抢骗|(?<![反打防无净])[霸伞聊贷诈骗赌黑恶]$|人民战争|钱袋子$|^(?:专项)?行动$|^专项"
)

AIMED_AT = re.compile(
    r"(?:涉诈|涉案|从事|针对|严打|打击|惩治|清理)$"
)  # 打击“黑灰产”集中收网: what it is against

PLAIN_TRIGGER = re.compile(
    r"专项行动|专项整治行动|专项打击行动|百日大?会战|大会战|百日攻坚战?|宣传月|宣传季|专项(?=取得|以来|期间|[,，。;；])"
)
RUN_BEFORE = re.compile(rf"(?:[一-鿿A-Za-z0-9·—-]|{IN_QUOTES})*$")
LONGEST_NAME = 24
# The name of an unquoted operation begins behind the last of these.
BEFORE_NAME = re.compile(
    r".*(?:印发|制定|出台|制订|贯彻|持续|继续|扎实|深入|参加|依托|聚焦|围绕|召开|举行|开展|展开|部署|启动|组织|推进|成立|实施|参与|结合|发起|进行|掀起|公布|发布|关于|的|了|在|为|以来|以后|期间|"
    r"深化|落实|按照|根据|全国|全省|全市|全区|全县|全盟|全州|辖区|范围内|公安机关|公安局|公安厅|今年|\d年)"
)
VAGUE = re.compile(r"^(?:此次|本次|这次|这些|该|这|各|多|一|系列|相关|有关|上述|国际|扫黑除恶|常态化)")
# Operations of the Ministry of Public Security that are written without quotes too.
WELL_KNOWN = re.compile(
    r"(?:断卡|断流|净网|净边|云剑|云端|长城|拔钉|昆仑|雷霆|百日|夏季|冬季)(?:-?20\d\d)?(?:攻坚|攻势)?(?:专项)?行动"
)


def quoted_names(folded: str) -> list[tuple[int, int]]:
    """Return the spans of quoted names that stand beside a trigger or end in one, quotes left off."""
    spans = {
        match.span(1)
        for run in QUOTED_RUN.finditer(folded)
        if not AIMED_AT.search(folded, max(0, run.start() - 6), run.start())
        for match in QUOTED_NAME.finditer(folded, *run.span())
    }
    spans |= {match.span(1) for match in QUOTED_NAME.finditer(folded) if NAME_WITH_TRIGGER.search(match[1])}
    spans |= {match.span(1) for match in CODE_NAME.finditer(folded)}
    spans |= {match.span(1) for match in SCHEME.finditer(folded)}
    spans |= {match.span(1) for match in PLAN.finditer(folded) if match[1].endswith("计划")}
    return [span for span in spans if not NO_NAME.search(folded[slice(*span)])]


def plain_names(folded: str) -> list[tuple[int, int]]:
    """Return the spans of unquoted names with their trigger, such as 打击整治养老诈骗专项行动."""
    spans = [match.span() for match in WELL_KNOWN.finditer(folded)]
    for match in PLAIN_TRIGGER.finditer(folded):
        reach = max(0, match.start() - LONGEST_NAME)
        start = reach + RUN_BEFORE.search(folded[reach : match.start()]).start()
        if cut := BEFORE_NAME.match(folded, start, match.start()):
            start = cut.end()
        if match.start() - start >= 4 and not VAGUE.match(folded, start):
            spans.append((start, match.end()))
    return spans


def campaigns(text: str, folded: str) -> list[str]:
    """Return the operations named in `text`, as written, each once, in the order of the text.

    `folded` is the text in simplified characters, offset for offset. A quoted name comes without its quotes,
    an unquoted one with its trigger word (facts/notices.md, rule 13).
    """
    quoted = quoted_names(folded)
    taken = bytearray(len(folded))
    for start, end in quoted:
        taken[start:end] = b"\1" * (end - start)
    known = {folded[slice(*span)] for span in quoted}
    plain = [
        (start, end)
        for start, end in plain_names(folded)
        if folded[start:end].removesuffix("行动") not in known and not any(taken[start:end])
    ]
    names: dict[str, str] = {}
    for start, end in sorted(quoted + plain):
        names.setdefault(folded[start:end], text[start:end])
    return list(names.values())
