"""Name the source that a page gives for its text: rule 6 of the labelled set, an order of places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.dates import find_dates
from crawler.fold import fold
from crawler.items import Page
from pipelines.dateline import find_dateline
from pipelines.labels import URL, Field, read_fields

LONGEST = 40
FOOT_LINES = 12  # of the foot: below it stand lists of other pages, with sources of their own
END_LINES = 3  # of the text: a source may close it
# What ends a name though no label follows, and what stands round one.
CUT = re.compile(r"\s{2,}|[|｜丨\t【\[<>]|\s+(?:字体|大|中|小|打印|关闭|分享|扫一扫|我要|微信|次|编辑|作者)(?=\s|$)|[,，;；。]")
AROUND = " \t\u3000:：-—·•/\\|｜丨,，;；。、()（）[]【】“”\"'"
NOBODY = re.compile(
    r"(?:网络|互联网|网络(?:综合|转载|整理|媒体)|综合(?:整理|网络|报道)?|未知|不详|佚名|网友|转载|本[报网台站刊]讯?|原创|其[他它]|无|图片?)"
    r"|[a-z]{0,6}\d+[a-z\d]*|(?:https?|www).*|[\w.-]+\.(?:com|cn|net|org|gov).*|[\W\d_]*",
    re.IGNORECASE,
)
# An unlabelled name beside the date has to look like an outlet: categories and places stand there too.
OUTLET = re.compile(
    r"[\u4e00-\u9fffA-Za-z·《》]{1,16}(?:网|报|社|台|日报|晚报|时报|新闻|客户端|在线|频道|融媒|发布|周刊|公安局?|警方|网警|政府|"
    r"之声|融媒体中心|公众号|[局厅委院]|大学|学院)》?"
)
COUNTS = re.compile(r"(?:阅读|浏览|点击|人气|评论|访问)\S{0,3}|\d+\s*(?:阅读|浏览|次|评论)|[大中小]字")
BREADCRUMB = re.compile(r"^\W*(?P<site>[\u4e00-\u9fffA-Za-z]{2,12})\s*[>›»]")
FOOT_LABEL = re.compile(r"^[\W_]*(?:(?:信息|稿件|文章|消息|新闻|本文)?来\s*源(?:于)?|(?:本文)?转载?自|稿\s*源)\s*[:：丨|]")


@dataclass(frozen=True)
class Kind:
    """A kind of publisher, by what its name ends or begins with."""

    code: str
    pattern: re.Pattern[str]


KINDS = (
    Kind("agency", re.compile(r"新华社|中新社|中央社|中通社|通讯社|中国新闻网|中新网|新华网")),
    Kind("police_account", re.compile(r"平安|公安(?!部|厅|局|分局|处)|警方|网警|交警|警事|警营|警务|反诈|110|巡特警")),
    Kind("newspaper", re.compile(r"报(?:业|社|讯|专讯)?(?:客户端|微博|网络版)?》?$|日报|晚报|晨报|时报|都市报")),
    Kind("official", re.compile(r"政府|公安[部厅局]|分局|[局厅委署院办]$|委员会|检察|法院|政法|中心$|部$|政务|中国政府网|司警|警察")),
    Kind("portal", re.compile(r"网|新闻|客户端|在线|频道|电视|广播|台$|社$|融媒|搜狐|新浪|网易|腾讯|澎湃|头条|快报|周刊|媒")),
)


def source_kind(name: str) -> str:
    """Return agency, police_account, newspaper, official, portal or unknown."""
    folded = fold(name)
    return next((kind.code for kind in KINDS if kind.pattern.search(folded)), "unknown")


def clean_source(value: str) -> str | None:
    """Return a name cut from what follows it, None if it names nobody (网络, an address, a token)."""
    value = value.strip(" \t\u3000\xa0")
    dates = find_dates(fold(value))
    if dates:
        value = value[: dates[0].start]
    folded = fold(value)
    opened = 0
    for at, char in enumerate(folded):  # a closing bracket that the name did not open ends it
        opened += (char in "(（") - (char in ")）")
        if opened < 0:
            value, folded = value[:at], folded[:at]
            break
    if found := CUT.search(folded):
        value = value[: found.start()]
    value = value.strip(AROUND if not value.rstrip().endswith((")", "）")) else AROUND.replace(")", "").replace("）", ""))
    value = value.rstrip(AROUND.replace(")", "").replace("）", ""))
    return value if 1 < len(value) <= LONGEST and not NOBODY.fullmatch(fold(value)) else None


def labelled(lines: list[str]) -> str | None:
    """Return the value of the first source label of `lines` that names somebody; an original before its copyist."""
    fields = [field for line in lines for field in read_fields(line)]
    for kinds in (("original",), ("source",), ("publisher",)):
        for field in fields:
            if field.kind in kinds and (name := clean_source(field.value)):
                return name
    return None


def beside_date(page: Page) -> str | None:
    """Return the unlabelled name in the line of the date, where it looks like an outlet or is the site's."""
    sites = {found["site"] for line in page.head if (found := BREADCRUMB.search(fold(line)))}
    sites |= {name for name in (page.site_name, page.meta.get("sitename"), page.meta.get("og:site_name")) if name}
    for line in page.head:
        fields = read_fields(line)
        dated = [field for field in fields if find_dates(field.value)]
        if not dated:
            continue
        for value in (part for field in fields if field.kind in ("none", "date", "other") for part in pieces(field)):
            if (OUTLET.fullmatch(fold(value)) or value in sites) and not NOBODY.fullmatch(fold(value)):
                return value
    return None


def pieces(field: Field) -> Iterator[str]:
    """Yield the words of a field that are no date, no count and no address."""
    value = URL.sub(" ", field.value)
    for hit in reversed(find_dates(fold(value))):
        value = f"{value[: hit.start]}  {value[hit.end :]}"
    for part in re.split(r"\s+|[|｜丨]", COUNTS.sub(" ", value)):
        if part.strip(AROUND):
            yield part.strip(AROUND)


def find_source(page: Page) -> tuple[str, str] | None:
    """Return the source as written, and where: header, foot, meta, text or beside_date; None if nobody is named."""
    end = [line for line in page.text.split("\n")[-END_LINES:] if FOOT_LABEL.match(fold(line))]
    foot = [line for line in page.foot[:FOOT_LINES] if FOOT_LABEL.match(fold(line))]
    if name := labelled(page.head):
        return name, "header"
    if name := labelled([*end, *foot]):
        return name, "foot"
    dateline = find_dateline(page.folded)
    if dateline and dateline.told:
        return page.text[dateline.start : dateline.end], "text"
    if name := clean_source(page.meta.get("contentsource") or page.meta.get("source") or ""):
        return name, "meta"
    if dateline:
        return page.text[dateline.start : dateline.end], "text"
    if name := beside_date(page):
        return name, "beside_date"
    return None


class SourcePipeline:
    """Fills `source` as published, `source_from` and `source_kind`."""

    def process_item(self, item: Page) -> Page:
        """Leave `source` None where the page names nobody."""
        if found := find_source(item):
            item.source, item.source_from = found
            item.source_kind = source_kind(item.source)
        return item
