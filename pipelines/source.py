"""Name the source that a page gives for its text: rule 6 of the labelled set, an order of places."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from crawler.dates import find_dates
from crawler.fold import fold
from crawler.items import Page
from pipelines.attribution.dateline import find_dateline
from pipelines.attribution.labels import SENTENCE, URL, Field, read_fields, strip_lines
from pipelines.attribution.organisations import is_name
from pipelines.attribution.signoff import whole_date
from pipelines.attribution.source_kind import source_kind
from pipelines.lines.above_text import PROVINCES
from pipelines.lines.junk import DATE

LONGEST = 40
LONGEST_FIELD = 200
FOOT_LINES = 12  # of the foot: below it stand lists of other pages, with sources of their own
END_LINES = 3  # of the text: a source may close it
# What ends a name though no label follows, and what stands round one.
CUT = re.compile(
    r"\s{2,}|\s[\u4e00-\u9fff]{2,5}\s?[:：]|[|｜丨\t【\[<>]|\s+(?:字体|大|中|小|举报|参与互动|打印|关闭|分享|下载|收藏|放大|缩小|朗读|评论|扫一扫|我要\S{0,4}|微信|次|编辑|作者)(?=\s|$)|[,，;；。]"
    r"|(?<=[\u4e00-\u9fff][\u4e00-\u9fff)）])(?:举报|参与互动)$"  # buttons of NetEase and China News, glued to the name
    r"|(?<=[\u4e00-\u9fff]{2})供稿[)）]?$"  # （云岭公安供稿）
    r"|[(（](?:记者|通讯员|作者|编辑|文)[^()（）]{0,20}[)）]?$"
    r"|[(（](?![^)）]*[局部厅委版社网台室处科队])[\u4e00-\u9fff]{2,3}[)）]$"  # 云岭日报(云岭): where its desk is
)
AROUND = " \t\u3000:：-—·•/\\|｜丨,，;；。、()（）[]【】“”\"'"
AFTER = AROUND.replace(")", "").replace("）", "")  # a name may end in brackets of its own
# Words, tokens and addresses that name nobody.
NOBODY = re.compile(
    r"(?:网络|互联网|网络(?:综合|转载|整理|媒体)|综合(?:整理|网络|报道)?|未知|不详|佚名|网友|转载|本[报网台站刊]讯?|原创|本[报网台站刊]记者.*|[此本][件文].*|(?:最新|相关|热点|今日|图片|视频|推荐|更多|权威)(?:新闻|发布|报道|资讯|消息|公告)|其[他它]|无|图片?|"
    r"[\u4e00-\u9fff]媒.*|(?:海|国)外媒体)"
    r"|(?:(?:举报|参与互动|下载|收藏|打印|分享|关闭|评论|纠错|订阅|关注|放大|缩小|朗读|扫一扫)\s*)+"
    r"|[a-z]{0,6}\d+[a-z\d]*|(?:https?|www).*|[\w.-]+\.(?:com|cn|net|org|gov).*|[\W\d_]*",
    re.IGNORECASE,
)
# An unlabelled name beside the date has to look like an outlet: categories and places stand there too.
OUTLET = re.compile(
    r"[\u4e00-\u9fffA-Za-z·《》]{1,16}(?:网|报|社|台|日报|晚报|时报|新闻|客户端|在线|频道|融媒|发布|周刊|公安局?|警方|网警|政府|"
    r"之声|报道|融媒体中心|公众号|[局厅委院处]|派出所|[支大]队|办公室|大学|学院|检察|法院|政法|司法|反诈|交警|特警|警[事务营]|网信|普法|长安)》?"
    r"|平安[\u4e00-\u9fff]{2,6}|法治(?!频道|新闻|要闻|宣传|社会|建设|动态|专栏|时评|教育|在线)[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}反诈(?:中心|办)|[\u4e00-\u9fff]{2,8}网警巡查执法"
)
CLOSING = re.compile(r"(?:^|[。！!？?”])\s?[(（](?P<name>[\u4e00-\u9fffA-Za-z·]{2,16})[)）]$")
ANY_DAY = date(2000, 1, 1)  # anchors 今天 and 04-02, to find where they stand
NO_YEAR = re.compile(r"\W*\d\d-\d\d\s\d\d:\d\d")
# 云岭晚报官方账号, 云岭日报数字版: the name is what stands before.
# 来源：[云岭公安]; 来源：【打印】 is a button.
IN_BRACKETS = re.compile(
    r"[\[【](?!字[体号]|打印|关闭|收藏|分享|评论|纠错|大|我要|推荐)([^\[\]【】]{2,24})[\]】]"
)
ACCOUNT_TAIL = re.compile(r"(?:官方[账帐]?号|数字[版报]|电子[版报]|\s?\+?\s?(?:关注|订阅))$")
NEWSPAPER_PAGE = re.compile(rf"\W*{DATE}\W+第?\s?[A-Z]?\d{{1,3}}\s?版")
ORIGINAL = re.compile(r"^原创\s?[:：]?\s?")  # a mark of WeChat before its account
POSTED_IN = re.compile(rf"\s(?:发[布表]于)?(?:{PROVINCES.pattern}|香港|澳门|台湾)$")  # 2031-04-02 18:00 新疆
FURNITURE = re.compile(r"版权所有|copyright|主办", re.IGNORECASE)
TIME_ALONE = re.compile(r"\d\d?:\d\d(?::\d\d)?")
COUNT = re.compile(r"\s*\d")
COUNTS = re.compile(r"(?:阅读|浏览|点击|人气|评论|访问)\S{0,3}|\d+\s*(?:阅读|浏览|次|评论)|[大中小]字")
BREADCRUMB = re.compile(r"^\W*(?P<site>[\u4e00-\u9fffA-Za-z]{2,12})\s*[>›»]")
# The strip below a text: 发布时间：2031-04-02 来源：…
FOOT_STRIP = re.compile(
    r"^\W*(?:发布|更新)(?:时间|日期)\s*[:：][\d\s/.:：年月日-]{6,24}(?:信息|文章|稿件)?来\s*源\s*[:：]"
)
FOOT_LABEL = re.compile(
    r"^[\W_]*(?:(?:信息|稿件|文章|消息|新闻|本文)?来\s*源(?:于)?|(?:本文)?转载?自|稿\s*源)\s*[:：丨︰|｜/]"
)


# A paper's name ends the source: what follows after a blank is a person, a desk or who collected it.
PAPER = re.compile(
    r"[\u4e00-\u9fff·]{2,12}(?:网|报|新闻社|通讯社|电视台|广播电台|客户端|融媒体中心|融媒)(?=\s)"
)


def clean_source(value: str) -> str | None:
    """Return a name cut from what follows it, None if it names nobody (网络, an address, a token)."""
    value = value[:LONGEST_FIELD].strip(" \t\u3000\xa0")
    dates = find_dates(fold(value))
    if dates:
        value = value[: dates[0].start]
    if found := IN_BRACKETS.match(value):
        value = found[1]
    folded = fold(value)
    opened = 0
    for at, char in enumerate(folded):  # a closing bracket that the name did not open ends it
        opened += (char in "(（") - (char in ")）")
        if opened < 0:
            value, folded = value[:at], folded[:at]
            break
    while found := CUT.search(folded):
        value, folded = value[: found.start()], folded[: found.start()]
    value = value.lstrip(AROUND).rstrip(AFTER)
    if found := PAPER.match(fold(value)):
        value = value[: found.end()]
    return value if 1 < len(value) <= LONGEST and not NOBODY.fullmatch(fold(value)) else None


def labelled(lines: list[str]) -> str | None:
    """Return the value of the first source label of `lines` that names somebody; an original before its copyist."""
    fields = [field for line in lines for field in read_fields(line)]
    for kinds in (("original",), ("source",), ("publisher",), ("contributor",)):
        for field in fields:
            if field.kind in kinds and (name := clean_source(field.value)):
                return name
    return None


def beside_date(page: Page) -> str | None:
    """Return the unlabelled name in the line of the date, where it looks like an outlet or is the site's.

    A page with an empty source label has no source.
    """
    lines = [read_fields(line) for line in strip_lines(page)]
    if any(field.kind == "source" and not field.value.strip(AROUND) for fields in lines for field in fields):
        return None
    sites = {found["site"] for line in page.head if (found := BREADCRUMB.search(fold(line)))}
    sites |= {
        name for name in (page.site_name, page.meta.get("sitename"), page.meta.get("og:site_name")) if name
    }
    imprint = " ".join(line for line in page.foot if FURNITURE.search(line))
    for fields in lines:
        if not any(find_dates(field.value, ANY_DAY) or NO_YEAR.match(field.value) for field in fields):
            continue
        for value in (part for field in fields if stands_free(field) for part in pieces(field)):
            if OUTLET.fullmatch(fold(value)) and not NOBODY.fullmatch(fold(value)):
                return value
            if value in sites or (len(value) > 3 and value in imprint):
                return value
    return None


def above_date(page: Page) -> str | None:
    """Return the outlet that stands alone in the line above or below one that is nothing but the date."""
    head = [line for line in page.head if not TIME_ALONE.fullmatch(fold(line))]
    for line, below in pairwise(head):
        for name, day in ((line, below), (below, line)):
            if (
                (whole_date(POSTED_IN.sub("", fold(day))) or NEWSPAPER_PAGE.match(fold(day)))
                and OUTLET.fullmatch(
                    outlet := ACCOUNT_TAIL.sub("", fold(name := ORIGINAL.sub("", name.strip())))
                )
                and not NOBODY.fullmatch(outlet)
            ):
                return name[: len(outlet)]
    return None


def closing(page: Page) -> str | None:
    """Return the outlet that closes the text, in brackets or beside a date; a public body there signs."""
    last = page.text.rsplit("\n", 1)[-1]
    found = CLOSING.search(fold(last))
    name = last[found.start("name") : found.end("name")] if found else without_date(last)
    folded = fold(name)
    return None if is_name(folded) or NOBODY.fullmatch(folded) or not OUTLET.fullmatch(folded) else name


def without_date(line: str) -> str:
    """Return what a short line holds beside its one date, "" if it has none."""
    found = find_dates(fold(line)) if len(line) <= LONGEST else []
    return (line[: found[0].start] + line[found[0].end :]).strip(AROUND) if len(found) == 1 else ""


def stands_free(field: Field) -> bool:
    """Tell whether a field may hold words that its label does not claim: after a date or a count."""
    return field.kind in ("none", "date", "time", "updated") or (
        field.kind == "other" and (COUNT.match(field.value) is not None or bool(find_dates(field.value)))
    )


def pieces(field: Field) -> Iterator[str]:
    """Yield the words of a field that are no date, no count and no address."""
    value = URL.sub(" ", field.value)
    for hit in reversed(find_dates(fold(value), ANY_DAY)):
        value = f"{value[: hit.start]}  {value[hit.end :]}"
    for part in re.split(r"\s+|[|｜丨]", COUNTS.sub(" ", value)):
        if name := ACCOUNT_TAIL.sub("", part.strip(AROUND)):
            yield name


def find_source(page: Page) -> tuple[str, str] | None:
    """Return the source as written, and where: header, foot, meta, text or beside_date; None if nobody is named."""
    last = [part for line in page.text.split("\n")[-END_LINES:] for part in (line, SENTENCE.split(line)[-1])]
    end = [line for line in last if FOOT_LABEL.match(fold(line))]
    foot = [
        line
        for line in page.foot[:FOOT_LINES]
        if FOOT_LABEL.match(fold(line)) or FOOT_STRIP.match(fold(line))
    ]
    stated = clean_source(page.meta.get("contentsource") or page.meta.get("source") or "")
    for lines, origin in ((strip_lines(page), "header"), ([*end, *foot], "foot")):
        if name := labelled(lines):  # what the template glued to a name is told by the meta tag
            return (stated if stated and name.startswith(stated) else name), origin
    text = page.text
    dateline = find_dateline(page.folded)
    if dateline is None:  # a byline above the text
        text = "\n".join(page.head)
        dateline = find_dateline(fold(text))
    written = text[dateline.start : dateline.end] if dateline else None
    beside = beside_date(page) or above_date(page)
    # Copied texts have the copying site beside the date; the strip of an HTML page has the source there.
    places = [
        (written if dateline and dateline.told else None, "text"), (stated, "meta"), (written, "text"), (closing(page), "text"), (beside, "beside_date"),
    ]  # fmt: skip
    if not page.content_type.startswith("text/plain"):
        places.insert(0, places.pop())
    return next(((name, origin) for name, origin in places if name), None)


class SourcePipeline:
    """Fills `source` as published, `source_from` and `source_kind`."""

    def process_item(self, item: Page) -> Page:
        """Leave `source` None where the page names nobody."""
        if found := find_source(item):
            item.source, item.source_from = found
            if "pinyin" in item.transforms:  # such mirrors also turn names into traditional characters
                item.source = fold(item.source)
            item.source_kind = source_kind(item.source)
        return item
