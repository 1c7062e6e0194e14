"""Name who issues a notice: who signs it, whose title it bears, who announces it or whose 提醒 it is."""

import re
from collections.abc import Iterator

from crawler.fold import fold
from crawler.items import Page
from pipelines.attribution.labels import read_fields
from pipelines.attribution.organisations import UNIQUE, is_bare, is_name, join_names, split_names
from pipelines.attribution.signoff import page_signoff

LEAD = 500  # characters in which an announcement is what the text is about
LONGEST = 160  # characters of joint names before their verb
# 云岭市公安局关于…的通告 · 云岭市公安机关公开征集… · 云岭市公安局警情通报 · 云岭市公安局致…的一封信
TITLE = re.compile(
    r"^(?P<names>.{3,120}?)(?:联合)?(?:关于|(?:19|20)\d\d年[^,，。]{0,20}(?:通报|通告|公告)$|(?:面向社会)?公开征集|(?:有奖)?征集|悬赏|致.{2,20}[信书]$|"
    r"(?:重要|紧急|警情|情况|案情|反诈)?(?:通告|公告|通报)(?:$|[(（〔\[第]))"
)
# 保安局局长谈罪案情况: the head of a body, speaking for it.
SPOKEN_BY_HEAD = re.compile(
    rf"(?P<name>(?:{UNIQUE.pattern})[\u4e00-\u9fff]{{0,6}}?)(?:新闻)?(?:局长|处长|署长|司长|部长|发言人)"
    r"(?:会见|谈|答|就|提醒|呼吁|敬告|[:：])"
)
# 司警局：慎防假冒内地官员, a form of Hong Kong and Macau. What a body merely 表示 in a report makes it no issuer.
TITLE_SAYS = re.compile(
    r"^(?P<names>[^:：,，。]{2,40}?)(?:联合)?(?:文告|声明|提示|提醒)?[:：](?:.{0,12}?)(?:慎防|谨防|严防|提防|警惕|当心|小心|切勿|请勿|勿|注意)"
)
DOCUMENT = re.compile(r"^关于")
ABOUT_A_DOCUMENT = re.compile(r"(?:解读|答记者问|看点|问答|有感|学习|座谈会?)$")
# What may stand between a name and its verb.
BETWEEN = re.compile(
    r"(?:[”」』]|(?:官方)?(?:微信|微博)(?:公众号|公号)?|官微|近日|日前|刚刚|最新|[昨今][日天]|(?:星期|周)[一二三四五六日天]|[(（]?\d{1,2}日[)）]|本[月周]|(?:19|20)\d\d年|\d{1,2}月|\d{1,2}日|\d{1,2}[时:]\d{0,2}分?|\s|"
    r"上午|下午|晚间?|[一二三四五六七八九十两\d]{1,3}(?:部门|部委|单位|家)|联合|共同|正式|再次|再度?|郑重|温馨|特别|紧急|重要|专门|"
    r"对外|公开|向社会|今年|在此|(?:会同|联合)(?:有关|相关|多个?)?(?:部门|单位)|等(?:多个?|有关)?(?:部门|单位)|等){1,6}\Z"
)
LONGEST_BETWEEN = 50  # characters
BY_SPOKESMAN = r"发言人.{0,12}(?:发布|通气|记者)会"
ANNOUNCES = re.compile(
    r"发[布佈](?!会|[者人后]|之日|平台|虚假|的信息)|通报(?!会|表扬|批评|了)|公布(?!的)|发出(?!的)|发文告|发新闻稿|"
    rf"作出.{{0,8}}(?:通告|决定|公告)|印发(?!的)|召开.{{0,12}}(?:发布|通气|通报|说明)会|新闻{BY_SPOKESMAN}|{BY_SPOKESMAN}"
)
REMINDS = re.compile(r"(?:提醒|提示|敬告|警示|呼吁|吁请|促请|声明|预警提|敦促)(?!下|牌|音|框|短信|她|他)")
# Where a name begins: after punctuation or a word of time. Brackets and 、 belong to joint names.
BOUNDARY = re.compile(
    r"[\n。！!？?；;：:，,“”「」『』\"【】\[\]《》()（）\s…~—|]|(?=[近日昨今当\d上下目随对为同此其因最据])(?:近日|日前|昨[日天]|今[日天]|当[日天]|\d日|\d时许?|[上下]午|目前|随后|对此|为此|同时|"
    r"此前|此外|其中|因此|最后|据悉|^据|日讯|日电)"
)
# Words no name of a body holds: the stretch before the verb is then a sentence.
SENTENCE = re.compile(
    r"记者|民警|的|了|是|被|由|说|称|获悉|接到|在(?!线)|让|从(?!化|江)|向(?!阳|东)|将(?!乐)|给|并|某|通过|根据|按照|按|会同|配合|等$|嫌疑|"
    r"犯罪分子|骗子|冒充|假冒|拨打|联系|报警"
)
# 乌日分局长呼吁: the head of a body warns for it.
HEAD_OF = re.compile(r"(?<=[局处署厅队所院])[局处署厅队所院]?长[\u4e00-\u9fff]{0,3}$")
ACCOUNT = re.compile(r"平安[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6}(?:网安|反诈|警事|检察|司法|消防)")


def named(text: str) -> list[str]:
    """Return the bodies that a folded text consists of, joint ones apart; empty if it is anything else."""
    names = split_names(text)
    if not names or any(
        SENTENCE.search(name) or not (is_name(name) or ACCOUNT.fullmatch(name)) for name in names
    ):
        return []
    return [] if is_bare(names[0]) else names  # 云岭市公安局、检察院: only the first has to be whole


def before(folded: str, end: int) -> str:
    """Return the stretch of a sentence before `end` in which a name may stand."""
    stretch = folded[max(0, end - LONGEST) : end].rstrip("”」』")
    cuts = [found.end() for found in BOUNDARY.finditer(stretch)]
    return HEAD_OF.sub("", stretch[cuts[-1] :] if cuts else stretch).removeprefix("据")


def callers(pattern: re.Pattern[str], folded: str) -> Iterator[list[str]]:
    """Yield the named bodies before each match of a verb."""
    last = 0
    for verb in pattern.finditer(folded):
        between = BETWEEN.search(folded, max(last, verb.start() - LONGEST_BETWEEN), verb.start())
        if names := named(before(folded, (between or verb).start())):
            yield names
        last = verb.end()


def from_title(lines: list[str]) -> str | None:
    """Return who bears a document's title, on its line or alone on the line above it."""
    for number, line in enumerate(lines):
        if ABOUT_A_DOCUMENT.search(line):
            continue
        if (found := TITLE.match(line)) and (names := named(found["names"])):
            return join_names(names)
        if DOCUMENT.match(line) and number and (names := named(lines[number - 1])):
            return join_names(names)
    return None


def publisher(page: Page) -> str | None:
    """Return the public body that a label names as publisher."""
    fields = (field for line in page.head for field in read_fields(line) if field.kind == "publisher")
    return next((join_names(names) for field in fields if (names := named(fold(field.value)))), None)


def find_issuer(page: Page) -> tuple[str, str] | None:
    """Return the simplified name of the issuer, joint ones joined by 、, and where it was read; None if bare."""
    head = [fold(line).strip() for line in page.head]
    title = fold(page.title or "").strip()
    first = [line.strip() for line in page.folded.split("\n")[:4]]
    signoff = page_signoff(page)
    titled = from_title([*head, *first]) or from_title([title])
    if signoff and signoff.issuer and (signoff.at_end or not titled):
        return signoff.issuer, "signoff"
    if titled:
        return titled, "title"
    announced = next(callers(ANNOUNCES, title), [])
    if len(announced) > 1:  # a label has room for one of several
        return join_names(announced), "title"
    if name := publisher(page):
        return name, "header"
    if (found := SPOKEN_BY_HEAD.match(title)) and not is_bare(found["name"]):
        return found["name"], "title"
    if (found := TITLE_SAYS.match(title)) and (names := named(found["names"])):
        return join_names(names), "title"
    lead = page.folded[:LEAD]
    for pattern, text in ((ANNOUNCES, lead), (ANNOUNCES, title), (REMINDS, title), (REMINDS, page.folded)):
        for names in callers(pattern, text):
            if joined := join_names(names):
                return joined, "text"
    return None


class IssuerPipeline:
    """Fills `issuer` and `issuer_from`."""

    def process_item(self, item: Page) -> Page:
        """Leave `issuer` None where nobody is named; 警方 and 市公安局 name nobody."""
        if found := find_issuer(item):
            item.issuer, item.issuer_from = found
        return item
