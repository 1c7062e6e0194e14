"""Read the dateline or byline of a report: the outlet that wrote it, and its day without a year. Folded text only."""

import re
from dataclasses import dataclass

FIRST_LINES = 8
AGENCIES = r"新华(?:社|网)|中新[社网]|中国新闻网|人民网|央视(?:网|新闻)|央广网|光明网|中央社|中通社|澎湃新闻|法新社|路透社"
OUTLET = (
    rf"(?:{AGENCIES}|[\u4e00-\u9fffA-Za-z]{{1,10}}?(?:日报|晚报|早报|晨报|时报|快报|都市报|商报|法[治制]报|[报网社台]|新闻(?:网|台)?|"
    r"客户端|发布|公安|警方|网警|在线|电视台|广播))"
)
# 据介绍, 据警方消息: not an outlet.
NOT_TOLD = r"(?!了解|悉|介绍|警方|媒体|外媒|知情|有关|相关|最新|可靠|此|统计|当地|本[报网台])"
TOLD = rf"(?P<told>{NOT_TOLD}[\u4e00-\u9fffA-Za-z]{{2,16}}?)"
DAY = r"(?:(?P<month>\d{1,2}) ?月)? ?(?P<day>\d{1,2}) ?日"
CLOCK = r"(?:\d{1,2}时(?:\d{1,2}分)?|上午|下午|晚间?)?"
FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # 据云岭日报报道 · 据云岭日报微博消息 · “云岭公安”微信公众号21日发布: the original that a copy names
        rf"(?:^|[,，。;；:：)） ])据[《“]?{TOLD}[》”]?(?:《[^》]{{1,12}}》)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:消息|报道|报导)",
        rf"据(?P<told>{AGENCIES})[\u4e00-\u9fff]{{0,4}}?(?:{DAY})?(?:电|专电)",
        rf"“(?P<told>[\u4e00-\u9fffA-Za-z]{{2,16}})”(?:官方)?(?:微信|微博)(?:公众号|公号)?(?:{DAY})?{CLOCK}(?:发布|消息|通报)",
        rf"[(（](?P<told>{AGENCIES})记者[^()（）]{{0,20}}?{DAY} ?电[)）]",
        rf"^[^。]{{0,6}}?(?P<told>{AGENCIES})(?:周[一二三四五六日]|{DAY})?(?:报道|报导)",
        # 新华社北京5月30日电 · 云岭晚报网2月12日讯 · 云岭网消息(记者 …) · 云岭快报讯(记者 …) · 【云岭报专讯】
        rf"^[^\w《》]{{0,3}}(?P<outlet>{OUTLET})(?:[\u4e00-\u9fff]{{2,4}}?)? ?{DAY}{CLOCK} ?(?:电|讯|消息|专电)",
        rf"^[^\w《》]{{0,3}}(?P<outlet>{OUTLET})(?:[\u4e00-\u9fff]{{2,4}})?(?:专讯|讯|消息|专电)(?=[】\])）,，:： (（])",
        rf"^[【\[](?P<outlet>{OUTLET})[】\]]",
        # 西北云岭·云岭网记者 周一: a byline, not a photographer's
        rf"^[^\w《》]{{0,3}}(?P<outlet>(?:[\u4e00-\u9fff]{{2,6}}·)?{OUTLET})(?:全媒体|首席|见习)?记者(?!.{{0,16}}摄)",
    )
)
NOBODY = re.compile(r"本[报台网站刊社]|[\u4e00-\u9fff]媒|综合|记者|网络|据|消息|我[市县区省]")


@dataclass(frozen=True)
class Dateline:
    """The outlet as it stands at `start:end` of the text, and the month and day beside it."""

    start: int
    end: int
    told: bool  # the text names another outlet as its original
    month: int | None
    day: int | None


def find_dateline(folded: str) -> Dateline | None:
    """Return the dateline of the first lines; where several stand, an original named by 据…报道 comes first."""
    at, starts = 0, []
    for line in folded.split("\n")[:FIRST_LINES]:
        starts.append((at, line))
        at += len(line) + 1
    for form in FORMS:
        for at, line in starts:
            found = form.search(line.lstrip())
            if found is None:
                continue
            at += len(line) - len(line.lstrip())
            name = "told" if found.groupdict().get("told") else "outlet"
            if NOBODY.match(found[name]):
                continue
            part = found.groupdict()
            month, day = (int(part[key]) if part.get(key) else None for key in ("month", "day"))
            return Dateline(at + found.start(name), at + found.end(name), name == "told", month, day)
    return None
