"""Find the sign-off of a notice: who signs and the date, at its end or, in a decree, before its annex."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from crawler.dates import Day, find_dates
from crawler.fold import fold
from crawler.items import Page
from pipelines.attribution.era import short_year
from pipelines.attribution.organisations import BODY, is_name, join_names, split_names

LAST_LINES = 8  # how far above the end a sign-off may stand: 附件 and 联系人 lines follow it
NAME_LINES = 6  # issuers signing together, one a line
LONGEST_NAME = 45
GLUED = 100  # characters at the end of a paragraph in which a sign-off may be glued to it
SENTENCE_END = re.compile(r"[。！!]")
AROUND = "()（）[]【】 \t\u3000，,。.;；"
# A line of a name that the line break cut: Chinese characters only, and something a name begins with.
BROKEN = re.compile(rf"(?=.*(?:[省市县区州盟旗]|{BODY}))[\u4e00-\u9fff“”（）()]{{4,30}}")
CONTINUES = re.compile(r"(?:领导小组|办公[室厅]|工作|联席|专项|委员会|指挥部|扫黑|打击|斗争|[支大总]队)")
SIGNED = tuple(f"{last}宣" for last in "局厅院队所心部处")  # 云岭市公安局刑侦大队宣
ISSUED = ("印发", "发布", "公布")
OUTLET = re.compile(
    r"(?!最新|相关|热点|今日|图片|视频|推荐|更多|权威|版权)[\u4e00-\u9fff]{2,12}(?:报|网|社|台|新闻|发布|在线|客户端)"
)  # 云岭晚报 2031-04-02, below a report
NO_NAME = re.compile(r"特此|如下|通告|公告|通知|通报|电话|联系|附件|举报|地址|邮编|来源|编辑|作者")
# 香港时间17时15分, below the date of a press release.
CLOCK_LINE = re.compile(r"\W*(?:[\u4e00-\u9fff]{2}时间)\s?\d{1,2}\s?[时:：]\s?\d{1,2}\s?分?\W*")
LAST_PARAGRAPH = re.compile(
    rf"(?:[。！!？?”]|^)\s*[(（](?P<name>[\u4e00-\u9fff“”、 ]{{0,40}}{BODY})(?P<rest>[^()（）]{{0,24}})[)）]\s*$"
)


@dataclass(frozen=True)
class Signoff:
    """Who signs (folded, None if nobody is named) and when; complete with a date beside a name."""

    issuer: str | None
    day: Day | None
    quote: str
    at_end: bool = True  # False: above the annex of a decree

    @property
    def complete(self) -> bool:
        """A name and a date to the day."""
        return self.issuer is not None and self.day is not None


def whole_date(line: str, era: str | None = None) -> Day | None:
    """Return the date that a line consists of, to the day, else None; `era` "roc" reads 120年4月2日 as of 2031."""
    text = line.strip(AROUND)
    text = text[:-2] if text.endswith(ISSUED) else text
    if not 6 <= len(text) <= 32:
        return None
    found = find_dates(text, short_year="roc" if era == "roc" else None)
    if (
        len(found) == 1
        and found[0].day.date
        and not (text[: found[0].start] + text[found[0].end :]).strip(AROUND)
    ):
        return found[0].day
    return None


def name_and_date(line: str) -> tuple[str, Day] | None:
    """Return name and date of a line that holds both and nothing else, in either order."""
    text = line.strip(AROUND)
    if len(text) > LONGEST_NAME + 32:
        return None
    found = find_dates(text)
    if len(found) != 1 or found[0].day.date is None:
        return None
    before, after = text[: found[0].start].strip(AROUND), text[found[0].end :].strip(AROUND)
    name = before or after
    if (before and after) or not (is_name(name) or OUTLET.fullmatch(name)):
        return None
    return name, found[0].day


def glued(paragraph: str) -> tuple[str, Day] | None:
    """Return name and date that stand after the last sentence of a paragraph, where a copy lost the line break."""
    parts = SENTENCE_END.split(paragraph[-GLUED:])
    return name_and_date(parts[-1]) if len(parts) > 1 else None


def names_above(lines: list[str], end: int) -> list[str]:
    """Return the names on the lines directly above line `end`, top first, a name cut by a line break whole again."""
    start = end
    while start > max(0, end - NAME_LINES):
        text = lines[start - 1].strip()
        if NO_NAME.search(text) or len(text) > LONGEST_NAME:
            break
        if not is_name(text) and not (start < end and BROKEN.fullmatch(text)):
            break
        start -= 1
    names: list[str] = []
    for text in (name for line in lines[start:end] for name in split_names(line)):
        if names and (CONTINUES.match(text) or not is_name(names[-1])):
            names[-1] += text
        else:
            names.append(text)
    return [name for name in names if is_name(name)]


def without_signed(line: str) -> str:
    """Return a line without the 宣 behind the name of who speaks."""
    return line[:-1] if line.endswith(SIGNED) else line


def follows_a_sentence(lines: list[str], number: int) -> bool:
    """Tell a date that closes a passage from one under a heading (演练时间)."""
    return (
        number > 0
        and lines[number - 1].rstrip().endswith(("。", "!", "！"))
        and not lines[number].rstrip().endswith("。")
    )


def page_signoff(page: Page) -> Signoff | None:
    """Return the sign-off of a page whose text is folded, None if it has none."""
    return find_signoff(page.folded, tuple(fold(line).strip() for line in page.head))


@lru_cache(maxsize=4)  # the date and the issuer of a page both ask for it
def find_signoff(folded: str, head: tuple[str, ...] = ()) -> Signoff | None:
    """Return the sign-off of a folded text whose folded title strip is `head`, None if it has none.

    A date alone on its line in the middle counts where it is the only one and a body stands alone above it.
    """
    lines = [without_signed(line) for line in folded.split("\n") if line.strip()]
    if len(lines) > 1 and CLOCK_LINE.fullmatch(lines[-1]):
        lines.pop()
    era = short_year(folded)
    for number in range(len(lines) - 1, max(-1, len(lines) - 1 - LAST_LINES), -1):
        line = lines[number]
        if both := name_and_date(line) or glued(line):
            if not is_name(both[0]) and number < len(lines) - 1:
                continue
            issuer = join_names(split_names(both[0])) if is_name(both[0]) else None
            return Signoff(issuer, both[1], line.strip())
        if day := whole_date(line, era):
            names = names_above(lines, number)
            below = list(takewhile(is_name, lines[number + 1 :]))
            names = names or below
            if names or number == len(lines) - 1:
                return Signoff(join_names(names), day, " ".join([*names, line.strip()]))
    dated = [(number, day) for number, line in enumerate(lines) if (day := whole_date(line, era))]
    if len(dated) == 1 and follows_a_sentence(lines, dated[0][0]):
        number, day = dated[0]
        names = [line for line in [*head, *lines[:number]] if is_name(line) and not NO_NAME.search(line)]
        if names:
            return Signoff(join_names(names[-1:]), day, lines[number].strip(), at_end=False)
    if lines and (found := LAST_PARAGRAPH.search(lines[-1])):
        day = whole_date(found["rest"], era)
        if day or not found["rest"].strip(AROUND):
            return Signoff(join_names([found["name"]]), day, found[0].strip())
    names = names_above(lines, len(lines)) if len(lines) > 1 else []
    return Signoff(join_names(names), None, " ".join(names)) if names else None
