"""Find the headline of a copied page, where no markup says which line it is."""

import re

from pipelines.lines.above_text import PATH_SPLIT, is_header, is_menu
from pipelines.lines.junk import CLOCK, HEADLINE, NUMERIC, is_paragraph
from pipelines.lines.noise import is_noise, is_spam

LONGEST_DOCUMENT = 100  # 云岭市公安局关于…的通告
SHORTEST = 4
SHORTEST_IN_PATH = 10
GLUED_DATE = re.compile(rf"(?<=.{{5}}[\u3400-\u9fff”！!？?])\s?{NUMERIC}(?:\s*{CLOCK})?[^。，,]{{0,20}}$")
SHORTEST_GLUED = 10
WORD_BEFORE_DATE = re.compile(r"(?:于|发[布表]|时间|日期|记者|编辑|作者|来源)$")
TITLE_LABEL = re.compile(r"^(?:(?:信息|文件|新闻)?名\s*称|(?:新闻)?标\s*题)\s*[:：]\s*")
LOOK_AT = 40  # lines; a headline that stands deeper is not looked for
RUN = 3  # a headline may take so many lines; more short lines are verse, as in copied WeChat posts
TELLING = 25  # letters from which a line counts as running text below a headline
NUMBERED = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]+[条章]|\d{1,2}[.、．)）]|[(（]\d+[)）]"
    r"|案例[一二三四五六七八九十\d])"
)
BYLINE = re.compile(r"^[□■◎]|^文[/／]|[报网台社]记者\s?\S{0,10}$|(?:记者|通讯员)(?:\s\S{2,12}){1,4}$")
NOT_A_TITLE = re.compile(rf"{NUMBERED.pattern}|{BYLINE.pattern}|\d日(?:电|讯|报道)|[:：；;，,、]$")
SITE_NAME = re.compile(
    r"^.{1,6}(?:网|论坛|频道|网站|[日晚早时]报|客户端|新闻|要闻|公告|栏目)$|^.{0,14}(?:新闻稿|新闻公报)$|^(?:新闻稿|新闻公报).{0,12}$"
    r"|^.{2,12}(?:都市报|[日晚晨早]报|数字[报版]|电子[报版])$"
    r"|^(?!.*(?:[假仿]冒|虚假|钓鱼|诈骗))[\u4e00-\u9fff]{2,12}(?:门户网?|网站|新闻网|政府网|信息网|官网|网首页)$"
    r"|^[\u4e00-\u9fff]{2,16}(?:进行时|专栏|专题)$"
)
# Names of columns that stand right above a headline; alone they may be one.
COLUMN_NAME = re.compile(
    r"^(?:(?:警方|防范|安全|防骗|温馨|反诈|消费|风险)(?:提示|提醒|预警)|[\u4e00-\u9fff]{2}(?:动态|快讯|播报|聚焦|视点|广角|传真|速递|之窗|天地|园地|曝光|公示|公开)"
    r"|时政新闻|社会法治|法治在线|今日头条|热点关注|政务公开|通知公告|以案[说释]法)$"
)
OPENS_TEXT = re.compile(
    r"(?:近[日期来段]|最近|日前|昨[日天]|今[日天年]|近[一二两三四五六七八九十几\d]+[日天周月]|\d{1,2}月\d|[一有两][位名])"
)
OFFICE = re.compile(
    r"^.{2,24}(?:局|厅|院|委员会|委|办|办公室|支队|大队|总队|派出所|政府|法院|检察院|中心|领导小组)$"
)
KINDS = r"(?:通告|公告|通报|公开信|一封信|通知|决定|倡议书|告知书|办法|意见|规定)"
DOCUMENT = re.compile(rf"^(?!特此|以下).*{KINDS}$")
OFFICIAL_TITLE = re.compile(
    rf"^(?!特此|以下)(?:.*关于)?.*的(?:{KINDS}|[\u4e00-\u9fff]{{0,10}}(?:提示|提醒))$"
)
BROKEN_OFF = re.compile(r"[:：,，、]$")  # a line of a headline that goes on below: 云岭市公安局：
HAN = re.compile(r"[\u3400-\u9fff]")


def is_document(folded: str) -> bool:
    """Tell the name of a document, spaced out (悬 赏 通 告) or with its subject (关于…的通告)."""
    return bool(OFFICIAL_TITLE.match(folded) or DOCUMENT.match("".join(folded.split())))


def could_be_title(folded: str) -> bool:
    """Tell whether a line has the shape of a headline: short, no sentence, no label, no section number."""
    letters = len(HAN.findall(folded[: LONGEST_DOCUMENT + 1]))
    if len(folded) > HEADLINE:
        return len(folded) <= LONGEST_DOCUMENT and bool(OFFICIAL_TITLE.match(folded)) and "。" not in folded
    return (
        (letters >= SHORTEST or (letters >= 2 and bool(DOCUMENT.match("".join(folded.split())))))
        and not is_paragraph(folded)
        and not NOT_A_TITLE.search(folded)
        and not is_header(folded)
        and not is_menu(folded)
        and not is_spam(folded)
    )


def is_wrapped(folded: list[str], at: int) -> bool:
    """Tell a line that the next one ends, and both a header: the upper half of a headline."""
    below = folded[at + 1 : at + 3]
    return (
        len(below) == 2
        and bool(BROKEN_OFF.search(folded[at]))
        and could_be_title(folded[at][:-1])
        and could_be_title(below[0])
        and is_header(below[1])
    )


def ends_in_stop(folded: list[str], at: int) -> bool:
    """Tell a headline that ends in a full stop: no other mark of a sentence, a header right below, then the text."""
    return (
        folded[at].endswith("。")
        and not re.search("[,，]", folded[at])
        and could_be_title(folded[at][:-1])
        and is_header(folded[at + 1] if at + 1 < len(folded) else "")
        and any(is_paragraph(line) for line in folded[at + 2 : at + 6])
    )


def title_in_path(line: str) -> str | None:
    """Return the last step of a breadcrumb, or the first of a page title, if it is as long as a headline."""
    steps, names = PATH_SPLIT.split(line), line.split("_")
    step = steps[-1].strip() if len(steps) > 2 else names[0].strip() if len(names) > 1 else ""
    return step if len(step) >= SHORTEST_IN_PATH and could_be_title(step) else None


def without_date(line: str) -> str:
    """Return a headline without the date and counts that copying glued to its end."""
    return GLUED_DATE.sub("", line)


def is_glued(folded: str) -> bool:
    """Tell a headline to which copying glued date and time: no outlet, no label before the date."""
    if not (found := GLUED_DATE.search(folded)) or found[0][0].isspace():
        return False
    words = folded[: found.start()]
    name = SITE_NAME.match(words) or OFFICE.match(words) or WORD_BEFORE_DATE.search(words)
    return len(words) >= SHORTEST_GLUED and not name and could_be_title(words)


def find_title(folded: list[str]) -> tuple[int, int] | None:
    """Return the first and last line of the headline, or None where the text has none; blanks count.

    A line with a headline's shape counts if a header line follows, if it is printed again, or if running text
    is next; a row of short lines without such a witness is verse and has no headline.
    """
    candidates: list[int] = []
    above_menu: list[int] = []
    for at, line in enumerate(folded[:LOOK_AT]):
        if not line or is_noise(line) or is_spam(line):
            continue
        if is_menu(line):
            above_menu, candidates = above_menu or candidates, []
        elif not candidates and is_glued(line):
            return at, at
        elif is_header(line):
            if found := above_header(candidates, folded):
                return found
            candidates = []  # a paper's name above its date
        elif could_be_title(line) or is_wrapped(folded, at) or ends_in_stop(folded, at):
            candidates.append(at)
        elif candidates and len(line) < SHORTEST and at + 1 < len(folded) and is_header(folded[at + 1]):
            continue  # an outlet of three characters above the date
        elif len(line) < SHORTEST and candidates and all(SITE_NAME.match(folded[up]) for up in candidates):
            continue  # a column of three characters under the site's name
        elif candidates or is_paragraph(line) or NOT_A_TITLE.search(line):
            candidates = candidates or [up for up in above_menu if not SITE_NAME.match(folded[up])]
            return above_text(candidates, at, folded) if candidates else None
    return None


def above_header(candidates: list[int], folded: list[str]) -> tuple[int, int] | None:
    """Return the headline among lines above a header: the first of some length, its office included."""
    named = [at for at in candidates if not SITE_NAME.match(folded[at])]
    long = [at for at in named if len(folded[at]) >= 8 and not OFFICE.match(folded[at])] or named[-1:]
    if not long:
        return None
    first = last = long[0]
    before = named[named.index(first) - 1] if named.index(first) else None
    if before is not None and (
        BROKEN_OFF.search(folded[before])
        or (OFFICE.match(folded[before]) and OFFICIAL_TITLE.match(folded[first]))
    ):
        first = before
    while last + 1 in candidates and (
        folded[last + 1].startswith(("关于", "的", "——")) or BROKEN_OFF.search(folded[last])
    ):
        last += 1
    return first, last


def above_text(candidates: list[int], body: int, folded: list[str]) -> tuple[int, int] | None:
    """Return the headline among short lines that run straight into the text, unless they are verse."""
    while len(candidates) > 1 and (
        SITE_NAME.match(folded[candidates[0]]) or COLUMN_NAME.match(folded[candidates[0]])
    ):
        candidates = candidates[1:]
    first = candidates[0]
    if len(candidates) > RUN and not any(folded[first] in folded[at] for at in candidates[1:]):
        return None
    text = folded[body]
    if len(text) < TELLING and not (
        re.search("[。：:]", text) or NUMBERED.match(text) or BYLINE.search(text)
    ):
        return None
    joined = [folded[at] for at in candidates]
    if DOCUMENT.match(joined[0]) or any(OPENS_TEXT.match(line) for line in joined[1:2]):
        return first, first  # 警情通报 is whole, 近日… begins the text
    if candidates == list(range(first, body)) and not any(
        re.search(r"^[\da-zA-Z]|\s", line) for line in joined[1:]
    ):
        return first, candidates[-1]  # no blank line between: one headline over several lines
    if len(candidates) > 1 and joined[1].startswith("——"):
        return first, candidates[1]
    if len(candidates) > 1 and OFFICE.match(joined[0]) and is_document(joined[1]):
        return first, candidates[1]
    return first, first
