"""The comparison text of a page: what copies of one notice share, whatever a mirror did to them."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

GRAM = 5  # characters of a shingle, figures kept
SEED = 8  # characters of text, figures left out, from which a common run is grown
PLACES = 3  # later places of a seed that are tried: keeps a text of one repeated word linear
SLOT_LEFT, SLOT_RIGHT = 5, 1  # the words around a figure say which figure it is
LEAD = 60  # characters of text: the first sentence or two, where a report says what is new in it
MAX_TEXT = 20_000  # characters: a longer text is compared by its beginning
MAX_FRAME_LINE = 80  # characters: a longer line is text, whatever words it holds
MAX_FRAME_OPENED = 120  # the same for a line that begins as a disclaimer or a source line
MIN_TITLE = 8  # characters
NAVIGATION = 6  # so many words of at most 4 characters on the average are a navigation bar

SPACE = re.compile(r"\s+")
HAN = re.compile(r"[\u3400-\u9fff]")
DEBRIS = re.compile(
    r"\[email\s*protected\]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|</?[a-z][^<>]{0,200}>|&[a-z]{2,6};",
    re.I | re.A,
)
GROUPED = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
DIALLED = re.compile(r"(?<!\d)(0\d{2,3})[-—–](?=\d{7,8}(?!\d))")
DAY = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})[日号]")
# Numerals where they tell one page from the next: 第三批, 二〇二四年, 六月五日, 五月份. Elsewhere 一 is a word.
NUMERAL = "[〇零一二三四五六七八九十]"
WRITTEN = re.compile(
    rf"(?<=第){NUMERAL}{{1,3}}(?=[批期号届次轮周季])|{NUMERAL}{{4}}(?=年)|{NUMERAL}{{1,3}}(?=月(?:份|{NUMERAL}{{1,3}}[日号]))"
    rf"|(?<=月){NUMERAL}{{1,3}}(?=[日号])"
)
NUMERAL_VALUES = {numeral: str(value) for value, numeral in enumerate("〇一二三四五六七八九")} | {"零": "0"}
TOKEN = re.compile(r"(\d+(?:\.\d+)?%?)|([a-z\u3400-\u9fff]+)")

# What stands around a notice and differs from mirror to mirror: whole lines, and remarks in brackets.
OPENS_FRAME = re.compile(
    r"\W?(?:(?:免责|版权)?声明|敬告读者)|(?:来源|作者|时间|日期|标题|责编|(?:责任)?编辑|发布(?:时间|日期|者)?)[:：]|"
    r"相关(?:阅读|新闻|链接)|为您推荐|扫一扫|上一篇|下一篇|您(?:现在|当前)的位置"
)
IN_FRAME = re.compile(
    r"版权所有|备案(?:序)?号|ICP备|公网安备|许可证(?:号|[:：])|热门文章|网友评论|(?:责编|责任编辑|发布(?:时间|日期))[:：]|"
    r"(?:浏览|阅读|点击)(?:次数|量)|字[号体][:：]|您(?:现在|当前)的位置|未经.{0,12}(?:授权|许可)|登录\s*注册|"
    r"无障碍|联系我们|网站地图|设为首页|加入收藏"
)
# The words of an organ that passes another's document on: 云岭省公安厅转发：… They are no part of the document.
FORWARDED = re.compile(r"(?:公安[局厅部]|检察院|法院|委员会|中心|警方|关于)转发(?!给|微博)[:：]?|转发如下")
# The number of an item of a list, which a mirror may add: in 4. 4月2日 it would make the month 4.4.
ITEM_NUMBER = re.compile(r"^(?:[(（]\d{1,2}[)）]|\d{1,2}(?:[)）、]|[.．](?!\d)))\s*")
REMARK = re.compile(r"[(（](?:责任?编辑?|编辑|记者|来源|资料图|供图)[^()（）]{0,30}[)）]")

# Words that synonym spinners put in place of the usual ones; the change is made in the comparison text only.
SPUN = {
    "采访人员": "记者", "德律风": "电话", "收集": "网络", "立功": "犯罪", "东说念主": "人", "新添": "新增",
    "总计": "累计", "上报": "报告", "当中": "其中", "现在": "目前", "截止": "截至", "状况": "情况",
    "察看": "观察", "职员": "人员", "展开": "开展", "施行": "实施", "供给": "提供", "有关": "相关",
}  # fmt: skip
SPUN_WORD = re.compile("|".join(sorted(SPUN, key=len, reverse=True)))


def is_frame(line: str) -> bool:
    """Tell whether a line belongs to the mirror's page and not to the notice; a long line of text never does."""
    han = len(HAN.findall(line))
    if han * 4 < len(line):  # noise against copying, addresses, code
        return han < NAVIGATION and not re.search(r"\d{3}", line)
    if OPENS_FRAME.match(line) and len(line) <= MAX_FRAME_OPENED:
        return True
    words = line.split()
    navigation = len(words) >= NAVIGATION and sum(map(len, words)) <= 4 * len(words)
    return len(line) <= MAX_FRAME_LINE and (
        navigation or bool(IN_FRAME.search(line)) or bool(FORWARDED.search(line))
    )


def opens(line: str, below: str) -> bool:
    """Tell whether a line is the beginning of the next one: a title made of the first words of the text."""
    return len(line) >= MIN_TITLE and below.startswith(line)


def plain_numeral(numeral: str) -> str:
    """Return a Chinese numeral below 100, or one written digit by digit, in digits."""
    tens, ten, ones = numeral.rpartition("十")
    digits = "".join(NUMERAL_VALUES.get(n, "") for n in ones)
    if not ten:
        return digits
    return str(10 * int(NUMERAL_VALUES.get(tens, "1")) + int(digits or 0))


def notice_text(folded: str) -> str:
    """Return the notice in one lower-case line without white space: frame, remarks and repeated lines left out."""
    stripped = (line.strip() for line in REMARK.sub("", folded[:MAX_TEXT]).splitlines())
    lines = [line for line in stripped if line and not is_frame(line)]
    once = dict.fromkeys(
        ITEM_NUMBER.sub("", line) for line, below in pairwise([*lines, ""]) if not opens(line, below)
    )
    text = SPACE.sub("", DEBRIS.sub("", "\n".join(once))).lower()
    text = DIALLED.sub(r"\1", GROUPED.sub("", text))
    text = WRITTEN.sub(lambda numeral: plain_numeral(numeral[0]), text)
    return SPUN_WORD.sub(lambda word: SPUN[word[0]], text)


def plain_value(digits: str) -> str:
    """Return a number as it is compared: 05 is 5, a telephone number keeps its zero."""
    return str(int(digits)) if len(digits) <= 2 and digits.isdecimal() else digits


@dataclass(frozen=True)
class Figure:
    """One number of a text: where it stands in the figure-free text, its value, and the words around it."""

    at: int
    value: str
    slot: str


@dataclass(frozen=True)
class Key:
    """The comparison form of one text; what is derived from it is computed once, on first use."""

    notice: str  # the notice in one line, punctuation kept
    full: str  # characters and figures
    text: str  # characters only
    figures: tuple[Figure, ...]

    @cached_property
    def grams(self) -> frozenset[str]:
        """The shingles of the text, figures kept."""
        full = self.full
        return frozenset(full[i : i + GRAM] for i in range(len(full) - GRAM + 1))

    @cached_property
    def seeds(self) -> dict[str, int]:
        """Where each SEED characters of the figure-free text stand first."""
        text = self.text
        return {text[i : i + SEED]: i for i in range(len(text) - SEED, -1, -1)}

    @cached_property
    def seeds_again(self) -> dict[str, list[int]]:
        """Where seeds that occur more than once stand later; at most PLACES of them."""
        text, first, again = self.text, self.seeds, {}
        if len(first) == max(0, len(text) - SEED + 1):
            return again
        for i in range(len(text) - SEED + 1):
            seed = text[i : i + SEED]
            if first[seed] != i:
                places = again.setdefault(seed, [])
                if len(places) < PLACES:
                    places.append(i)
        return again

    @cached_property
    def slots(self) -> dict[str, tuple[str, ...]]:
        """The values that stand in each slot, in the order of the text."""
        values: dict[str, tuple[str, ...]] = {}
        for figure in self.figures:
            values[figure.slot] = (*values.get(figure.slot, ()), figure.value)
        return values

    @cached_property
    def dates(self) -> frozenset[str]:
        """The days the text names, without their years: 6月5日."""
        return frozenset(f"{int(month)}月{int(day)}日" for month, day in DAY.findall(self.notice))

    @cached_property
    def lead(self) -> frozenset[str]:
        """The slots of the first sentences."""
        return frozenset(figure.slot for figure in self.figures if figure.at < LEAD)

    @cached_property
    def phones(self) -> frozenset[str]:
        """Whole numbers of 7 to 12 digits: in a notice these are telephones."""
        values = (figure.value for figure in self.figures)
        return frozenset(value for value in values if value.isdecimal() and 7 <= len(value) <= 12)


def make_key(folded: str) -> Key:
    """Return the key of a folded text."""
    full, words, numbers, at = [], [], [], 0
    notice = notice_text(folded)
    for match in TOKEN.finditer(notice):
        if match[1]:
            value = plain_value(match[1])
            full.append(value)
            numbers.append((at, value))
        else:
            full.append(match[2])
            words.append(match[2])
            at += len(match[2])
    text = "".join(words)
    figures = tuple(
        Figure(at, value, f"{text[max(0, at - SLOT_LEFT) : at]}#{text[at : at + SLOT_RIGHT]}")
        for at, value in numbers
    )
    return Key(notice, "".join(full), text, figures)
