"""Tell whether years of two or three digits in a text count from 1912 (民國) or are short for 20xx."""

import re

TAIWAN = re.compile(
    r"民国|台湾|新台币|台币|警政署|刑事(?:警察)?局|内政部|1(?<!\d1)65(?!\d)|"
    r"台[北中南东]|新[北竹]|高雄|桃园|基隆|嘉义|屏东|花莲|宜兰|彰化|苗栗|南投"
)
HOST = re.compile(r"\.tw(?:[:/]|$)")
LEAD = 400  # characters of the text that say where it is from


def short_year(folded: str, url: str = "") -> str:
    """Return "roc" for a Taiwanese text or address, else "ce", as `crawler.dates.find_dates` takes it."""
    return "roc" if HOST.search(url) or TAIWAN.search(folded[:LEAD]) else "ce"
