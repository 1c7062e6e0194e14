"""Read the home page of a site: who publishes it, and which of its columns are worth crawling."""

import json
import re
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from crawler.fold import fold
from crawler.regions import find_region, level, names_by_code
from crawler.registry_edit import column_line
from crawler.sites import Column
from crawler.url_dates import date_in_url
from spiders.listing.anchors import Anchor, anchors_of
from spiders.listing.source import ListSource
from spiders.listing.titles import GAP, LABEL, pieces_of, squeeze

# What columns with anti-fraud notices are called, the richest first; patterns on folded text.
COLUMN_NAMES = (
    r"反诈|防诈|防骗|诈骗|电诈|反电诈",
    r"(?:警方|安全|防范|温馨|治安)(?:提示|提醒|预警)|防范(?:宣传|知识|常识)|预警(?:信息|提示|发布)|警示",
    r"警情|案情|平安通报",
    r"典型案例|以案[说释]法|案例|案件(?:通报|侦破|快报)|破案",
    r"(?:通知|公示)?公告(?:公示|栏|通知)?|通告|通报",
    r"警[务方](?:动态|资讯|要闻|新闻|快讯)|公安(?:要闻|动态|新闻)|平安建设|法治宣传|普法",
)
PATTERNS = tuple(map(re.compile, COLUMN_NAMES))
NAMED_KINDS = (None, "warning", "report", "case", "announcement", "report")  # of COLUMN_NAMES, in their order
LONGEST_NAME = 12  # characters: a longer link is an article
# Columns that only sound alike.
OTHER = re.compile(
    r"招标|采购|拍卖|人事|招[聘考录]|财政|预决?算|听证|年报|依申请|指南|制度|失物|车辆|号牌|交通违法"
)
KINDS = (
    ("police", re.compile(r"公安|警[察务方]|平安")),
    ("politics_law", re.compile(r"政法|长安网|法治网")),
    ("procuratorate", re.compile(r"检察")),
    ("court", re.compile(r"法院")),
    ("media", re.compile(r"[日晚早时]报|新闻网|电视台|融媒")),
)
LEVELS = {1: "province", 2: "city", 3: "county"}
TITLE_END = re.compile(r"(?:门户|政府|官方)?网站?(?:首页)?$|首页$")
SEPARATOR = re.compile(r"\s*[-_|—–>]+\s*")
WELCOME = re.compile(r"^(?:欢迎|歡迎)(?:您)?(?:访问|訪問|光临|光臨|来到|來到)")
MORE = re.compile(r"^(?:查看)?更多(?=\S)")
AROUND = " [【】]·>»›◇◆■□●○|：:"
NEAR = 3  # elements round a link that may hold the name of its box
MOST_PIECES = 6
DAY = re.compile(r"[\[(（]?(?:(?:19|20)?\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])）]?")
UNSURE = "  # a guess: check it"


@dataclass(frozen=True)
class HomePage:
    """What a home page says of its site: host with port, name, GB/T 2260 region (None: not told), columns."""

    host: str
    name: str | None
    region: str | None
    columns: tuple[Column, ...]


def rank(label: str) -> int | None:
    """Return how rich a column of this name is in notices, 0 the richest; None for any other column."""
    folded = fold(label)
    if len(folded) > LONGEST_NAME or OTHER.search(folded):
        return None
    return next((number for number, pattern in enumerate(PATTERNS) if pattern.search(folded)), None)


def site_name(source: ListSource) -> str | None:
    """Return the name of the publisher: the SiteName tag, else what the <title> begins with."""
    for meta in source.tree.iter("meta"):
        if (meta.get("name") or "").strip().lower() == "sitename" and squeeze(meta.get("content")):
            return squeeze(meta.get("content"))
    title = squeeze(source.tree.findtext(".//title"))
    parts = [part for part in SEPARATOR.split(title) if part and part != "首页"]
    name = WELCOME.sub("", parts[0]) if parts else ""
    return TITLE_END.sub("", name) or name or None


def label_of(anchor: Anchor) -> str:
    """Return what a link calls its column: its own text; for 更多 or a picture the text beside it, if it is short."""
    label = MORE.sub("", anchor.title).strip(AROUND)
    if label and not LABEL.fullmatch(label):
        return label
    for around in islice(anchor.element.iterancestors(), NEAR):
        pieces = islice(pieces_of(around, {anchor.element}), MOST_PIECES)
        if beside := [piece for piece in pieces if piece != GAP]:
            return beside[0].strip(AROUND) if len(beside) == 1 else ""
    return ""


def is_dated(anchor: Anchor) -> bool:
    """Say whether a link is an article's: a day stands in its address or beside it."""
    if date_in_url(anchor.url or ""):
        return True
    for around in islice(anchor.element.iterancestors(), 2):
        pieces = list(islice(pieces_of(around, {anchor.element}), MOST_PIECES))
        if any(DAY.fullmatch(piece) for piece in pieces):
            return len(pieces) < MOST_PIECES
    return False


def read_home(body: bytes, url: str) -> HomePage:
    """Return the site and its columns worth crawling, by the words of its links, the richest column first.

    Only addresses on the page's own host count; of several links to one address the first name stays. Raises
    ValueError for a `url` without a host.
    """
    host = urlsplit(url).netloc.lower()
    if not host:
        raise ValueError(f"not an address: {url!r}")
    source = ListSource(body, url)
    ranked: dict[str, tuple[int, Column]] = {}
    for anchor in anchors_of(source):
        label = label_of(anchor)
        number = rank(label)
        if number is None or not anchor.url or anchor.url in ranked or is_dated(anchor):
            continue
        if urlsplit(anchor.url).netloc.lower() == host:
            ranked[anchor.url] = number, Column(label, anchor.url, NAMED_KINDS[number])
    columns = tuple(column for _, column in sorted(ranked.values(), key=lambda found: found[0]))
    name = site_name(source)
    return HomePage(host, name, find_region(fold(name)) if name else None, columns)


def place_lines(region: str | None) -> list[str]:
    """Return the lines of province and region, none where the page tells no place."""
    if region is None:
        return []
    province = names_by_code().get(region[:2] + "0000")
    return [*([f"  province: {province}"] if province else []), f'  region: "{region}"']


def registry_entry(home: HomePage) -> str:
    """Return the entry of the registry, as YAML to paste; what the page does not tell is marked as a guess."""
    name = home.name or home.host
    kind = next((kind for kind, words in KINDS if words.search(fold(name))), None)
    told = LEVELS[level(home.region)] if home.region else None
    lines = [
        f"{json.dumps(home.host) if ':' in home.host else home.host}:",
        f"  name: {json.dumps(name, ensure_ascii=False)}",
        f"  level: {told or 'city' + UNSURE}",
        f"  kind: {kind or 'government' + UNSURE}",
        *place_lines(home.region),
        "  columns:",
    ]
    lines += [f"    {column_line(column)}" for column in home.columns]
    return "\n".join(lines) + "\n"
