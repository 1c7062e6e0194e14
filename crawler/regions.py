"""Places by GB/T 2260: codes, names, parents, and the place a name or sentence speaks of."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "regions.tsv"
SHORTEST = 2
COUNTY = 3
# What turns 柳州市 into 柳州 and 融水苗族自治县 into 融水.
LONG_NATIONS = (
    "土家 蒙古 维吾尔 布依 朝鲜 哈尼 哈萨克 傈僳 拉祜 东乡 纳西 景颇 柯尔克孜 达斡尔 仫佬 布朗 撒拉 毛南 仡佬 锡伯 塔吉克 鄂温克 保安 裕固 独龙"
).replace(" ", "|")
NATION = rf"(?:(?:{LONG_NATIONS})族?|[各汉满回藏苗彝壮侗瑶白傣黎佤畲水土羌怒]族)"
TAIL = re.compile(rf"(?:{NATION}+自治[州县旗]|自治旗|特别行政区|[省市县区州盟旗]|地区|林区)$")
PROVINCES = {
    "内蒙古": "150000",
    "内蒙": "150000",
    "广西": "450000",
    "西藏": "540000",
    "宁夏": "640000",
    "新疆": "650000",
}
# The table stops at these territories; their cities and districts stand for them.
TERRITORIES = {
    "710000": "台北 新北市 桃园市 台中市 台南 高雄 基隆 新竹 嘉义 花莲 台东 屏东 彰化 苗栗 宜兰 澎湖 刑事局 警政署",
    "810000": "九龙 新界 港岛 港警 警务处 商业罪案调查科 商罪科",
    "820000": "氹仔 路环 司警",
}
# Short forms of prefectures that are everyday words; short forms of counties nearly all are, or name several.
WORDS = frozenset("长治 大同 三明 日照 中山 安康 白银 朝阳 和田 海东 定西 兴安".split())
NO_SHORT_FORM = frozenset(("公安", "平安"))  # 公安县 and 平安区 only by their whole names
# A short form of a county names it only beside such a word: 公安西青分局, 醴陵警方, 融水县, 平安云岭.
BESIDE = re.compile(r"[县市区旗州]|公安|警|检察|法院|分局|反诈|反电|政法|政府|纪委|司法局|人民")
BESIDE_BEFORE = ("公安", "平安", "中共", "警方", "网警")
GAP = 4  # characters between a place and the narrower one that goes on: 柳州市(公安局)柳北


@cache
def names_by_code() -> dict[str, str]:
    """Return the table: six-digit code to official name, provinces to counties."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def level(code: str) -> int:
    """Return 1 for a province, 2 for a prefecture, 3 for a county."""
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


LEVELS = {1: "province", 2: "city", 3: "county"}  # as the registry of sites names them


def region_rows() -> list[dict[str, str | None]]:
    """Return code, name, level and the code of the nearest parent of every region, parents before children."""
    return [
        {
            "code": code,
            "name": name,
            "level": LEVELS[level(code)],
            "parent": next(reversed(parents(code)), None),
        }
        for code, name in sorted(names_by_code().items())
    ]


def parents(code: str) -> list[str]:
    """Return the codes above `code` that the table has, the province first."""
    above = (code[:2] + "0000", code[:4] + "00")
    return [parent for parent in above if parent != code and parent in names_by_code()]


def full_name(code: str) -> str | None:
    """Return the name with its parents (内蒙古自治区锡林郭勒盟多伦县), None for a code the table lacks."""
    names = names_by_code()
    return "".join(names[part] for part in [*parents(code), code]) if code in names else None


def is_within(code: str, region: str) -> bool:
    """Tell whether `code` is `region` or lies in it."""
    return code.startswith(region[: 2 * level(region)])


def known_region(digits: str | None) -> str | None:
    """Return the region of a code of six digits or more: itself, or the nearest parent the table has."""
    if not digits or not re.match(r"\d{6}", digits):
        return None
    code = digits[:6]
    return next(
        (part for part in (code, code[:4] + "00", code[:2] + "0000") if part in names_by_code()), None
    )


@cache
def codes_by_name() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the codes that go by a name: names that stand for themselves, and short forms that need company."""
    names: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    for code, name in names_by_code().items():
        names[name].add(code)
        stem = TAIL.sub("", name)
        if len(stem) >= SHORTEST and stem not in NO_SHORT_FORM:
            (names if level(code) < COUNTY and stem not in WORDS else short)[stem].add(code)
    provinces = {
        TAIL.sub("", name): code for code, name in names_by_code().items() if level(code) == 1
    } | PROVINCES
    territories = {name: code for code, places in TERRITORIES.items() for name in places.split()}
    names |= {name: {code} for name, code in (provinces | territories).items()}
    return ({k: tuple(sorted(v)) for k, v in names.items()}, {k: tuple(sorted(v)) for k, v in short.items()})


def beside(text: str, start: int, end: int, codes: tuple[str, ...], *, goes_on: bool) -> tuple[str, ...]:
    """Return those of the codes of a short form that its neighbours in the text make a place."""
    if not codes or not (goes_on or BESIDE.match(text, end) or text.endswith(BESIDE_BEFORE, 0, start)):
        return ()
    if text.startswith("分局", end):  # a branch bears the name of a district, never of a county
        return tuple(code for code in codes if names_by_code()[code].endswith("区"))
    return codes


def province_code(name: str) -> str | None:
    """Return the code of the province called `name` in full or short (广西, 广西壮族自治区), None for no province."""
    return next((code for code in codes_by_name()[0].get(name, ()) if level(code) == 1), None)


@cache
def sizes_by_beginning() -> dict[str, tuple[int, ...]]:
    """Return how long the names are, longest first, that begin with the same SHORTEST characters: few words begin any."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for name in chain(*codes_by_name()):
        sizes[name[:SHORTEST]].add(len(name))
    return {beginning: tuple(sorted(found, reverse=True)) for beginning, found in sizes.items()}


def mentions(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield start, end and possible codes of the place names of a folded text, the longest at each point."""
    names, short = codes_by_name()
    sizes = sizes_by_beginning()
    at = last = 0
    while at < len(text) - 1:
        for size in sizes.get(text[at : at + SHORTEST], ()):
            word = text[at : at + size]
            end = at + len(word)
            codes = names.get(word) or beside(text, at, end, short.get(word, ()), goes_on=at == last > 0)
            if codes:
                yield at, end, codes
                last, at = end, end - 1
                break
        at += 1


def resolve(codes: tuple[str, ...], within: str | None) -> str | None:
    """Return the one code meant: inside the region `within`, or the one that holds all the others; else None."""
    pool = [code for code in codes if within is None or is_within(code, within)]
    top = min(pool, key=level, default=None)
    return top if top and all(is_within(code, top) for code in pool) else None


def find_region(text: str, around: str | None = None) -> str | None:
    """Return the code of the first place a folded text names, as narrow as the words right after it make it.

    Of a name that several places share, the one inside the region `around` is meant; without it none is, and
    the answer is None rather than the next name.
    """
    region, last = None, 0
    for start, end, codes in mentions(text):
        if region is None:
            region = resolve(codes, None) or (resolve(codes, around) if around else None)
            if region is None:
                return None
        elif start - last <= GAP:
            region = resolve(codes, region) or region
        else:
            break
        last = end
    return region
