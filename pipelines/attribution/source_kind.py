"""Tell what kind of publisher a source is, by its name."""

import re
from dataclasses import dataclass

from crawler.fold import fold


@dataclass(frozen=True)
class Kind:
    """A kind of publisher, by what its name ends or begins with."""

    code: str
    pattern: re.Pattern[str]


KINDS = (
    Kind("agency", re.compile(r"新华社|中新社|中央社|中通社|通讯社|中国新闻网|中新网|新华网")),
    Kind(
        "police_account",
        re.compile(r"平安|公安(?!部|厅|局|分局|处)|警方|网警|交警|警事|警营|警务|反诈|110|巡特警"),
    ),
    Kind(
        "newspaper", re.compile(r"报(?:业|社|讯|专讯)?(?:客户端|微博|网络版)?》?$|日报|晚报|晨报|时报|都市报")
    ),
    Kind(
        "official",
        re.compile(
            r"政府|公安[部厅局]|分局|[局厅委署院办]$|委员会|检察|法院|政法|中心$|部$|政务|中国政府网|司警|警察"
        ),
    ),
    Kind(
        "portal",
        re.compile(
            r"网|新闻|客户端|在线|频道|电视|广播|台$|社$|融媒|搜狐|新浪|网易|腾讯|澎湃|头条|快报|周刊|媒"
        ),
    ),
)


def source_kind(name: str) -> str:
    """Return agency, police_account, newspaper, official, portal or unknown."""
    folded = fold(name)
    return next((kind.code for kind in KINDS if kind.pattern.search(folded)), "unknown")
