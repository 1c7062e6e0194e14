"""Tell the currency a publisher means by 元."""

import re

from crawler.items import Page
from pipelines.kinds.alternatives import by_first_character

REGIONS = {"71": "TWD", "81": "HKD", "82": "MOP"}
# Words that only publishers of the place use, as folded.
WORDS = (
    (
        "TWD",
        re.compile(
            "台北|台中|台南|刑事局|刑事警察局|165|一六五|打诈(?!骗)|内政部|诈团|新北市|高雄|警政署|诈欺|检警|警调"
        ),
    ),
    ("MOP", re.compile("澳门|司警|保安司|治安警察局|司法警察局")),
    ("SGD", re.compile("新加坡|新元")),
    (
        "HKD",
        by_first_character(
            (
                "香港|本港|警务处|港元|网上情缘|防骗视伏器|守网者|防骗易|反诈骗协调中心|商罪科|警司警诫",
                "[0123456789]宗|HK\\$",
            )
        ),
    ),
)
# Without such words, how police in a text of traditional characters count.
COUNTED = (
    ("HKD", re.compile("[0-9一二三四五六七八九十零百千万]余?宗|涉款|全港|骗款|检获|犯罪得益")),
    ("TWD", re.compile("财损|犯嫌|新台币|[0-9一二三四五六七八九十百千万]余?件")),
)
MAINLAND = re.compile("公安|检察院|人民法院|最高检|最高法|工信部")


def currency_of(page: Page) -> str:
    """Return the code of the publisher's currency: its region's if known, else by the words of the page."""
    if page.region_code:
        return REGIONS.get(page.region_code[:2], "CNY")
    text = page.folded[:4000]
    counts = {code: len(pattern.findall(text)) for code, pattern in WORDS}
    best = max(counts, key=lambda code: counts[code])
    mainland = len(MAINLAND.findall(text))
    if counts[best] == mainland == 0 and page.script == "hant":
        return next((code for code, pattern in COUNTED if pattern.search(text)), "CNY")
    return best if counts[best] > 2 * mainland else "CNY"
