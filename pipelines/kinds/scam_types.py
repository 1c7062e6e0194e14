"""Which kinds of fraud a text names or tells."""

import re

from crawler.taxonomy import SCAM_TYPES

PATTERNS = tuple((row.code, re.compile("|".join(row.terms))) for row in SCAM_TYPES)

# The characters with which a term can begin: looked at first, since most texts name no kind of fraud.
BEGINS = (
    "7E“、「『下不两中买二交人代以仿传伪低佯保修倒借假做傀充免兑公六养兼冒出刷办助募包博卡双发吸售团固在声外套婚完定客帮应庞座"
    "引彩影征快性恋恶情感手打投抢抽拍招捐提援收放数旅有期木机杀果校欠民水求注津消涉清游演炒点爱物猜球理申电病盗直相社票秒租积线绑"
    "网老股自航色荐虚补被裸解订讹诈话诱谎贩购贷赌跑跨车返退送酒重针钓门集非预领飙飞高黄"
)
ANY = re.compile(f"(?=[{BEGINS}])(?:" + "|".join(term for row in SCAM_TYPES for term in row.terms) + ")")


def scam_types(folded: str) -> list[str]:
    """Return the codes named in `folded`, in the order of SCAM_TYPES; nothing for bare 电信网络诈骗."""
    if not ANY.search(folded):
        return []
    return [code for code, pattern in PATTERNS if pattern.search(folded)]


def first_scam_type(folded: str) -> str | None:
    """Return the code named first in `folded`, `other` only where nothing else is named."""
    found = [(match.start(), code) for code, pattern in PATTERNS if (match := pattern.search(folded))]
    return min(found, key=lambda pair: (pair[1] == "other", pair[0]))[1] if found else None
