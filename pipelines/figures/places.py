"""Find the places that figures are about, as written: 全市, 我县, 境外, a name."""

import re
from collections.abc import Iterator

from pipelines.kinds.alternatives import by_first_character

LONGEST_NAME = 4
PROVINCES = (
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 "
    "湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 "
    "青海 宁夏 新疆 台湾 香港 澳门 新加坡"
)
WHOLE = "(?:国|省|市|县|区|州|盟|旗|镇|港|澳|自治区)(?!警|公安)"
# 境外诈骗集团 tells of the group; 境外抓获 of where it was done.
DONE = "(?=[，,、。;；]|抓|捕|押|遣|移|查|打|捣|破|劝|落网|共|$)"
KIND = "(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?"
PLACE = by_first_character(
    (
        f"[全我本]{WHOLE}|各地|(?:境内|境外|缅北){DONE}",
        f"(?:{'|'.join(PROVINCES.split())}){KIND}",
    )
)
# Where the name of a town ends, and the name before it, of which no part stands further left.
OF_POLICE = "(?=公安|警方|全|共|破|检察|法院|反诈)"
TOWN_ENDS = by_first_character((f"[市县州盟旗]{OF_POLICE}", "警(?=方)"))
TOWN = re.compile("(?<![\u4e00-\u9fff])(?!本周|上周|[全我各该今上])[\u4e00-\u9fff]{2,4}\\Z")
BEFORE_POLICE = re.compile(
    "(?<![\u4e00-\u9fff])(?!行动|当地|目前|其后|经过|接报|今[天日]|昨[天日])[\u4e00-\u9fff]{2}\\Z"
)


def towns(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of names before 市公安, 县检察院, 警方 and the like, in order."""
    for match in TOWN_ENDS.finditer(text):
        at = match.start()
        name = (BEFORE_POLICE if match[0] == "警" else TOWN).search(text, max(0, at - LONGEST_NAME), at)
        if name:
            yield name.start(), at if match[0] == "警" else match.end()


def places(text: str) -> list[tuple[int, int]]:
    """Return the spans of the places that a folded text names, in order; none overlap."""
    spans: list[tuple[int, int]] = []
    for span in sorted([*(match.span() for match in PLACE.finditer(text)), *towns(text)]):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    return spans
