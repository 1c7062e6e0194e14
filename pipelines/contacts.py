"""Whom a notice tells its readers to call or write to."""

import re
from collections.abc import Iterator

from crawler.items import Contact, Page
from crawler.taxonomy import HOTLINES
from pipelines.contact_tokens import NAME, Token, present, tokens

# The word in front of a number that makes it one to call.
LABEL = re.compile(
    r"(?:电\s*话|热线|专线|手机|号码|举报|咨询|联系|拨打?|致电|打|求助|查询|报案|报警|值班|记住|[Tt]el|TEL|传真)[^。;；\n]{0,24}$"
)
LABEL_OF_LOCAL_NUMBER = re.compile(r"(?:电\s*话|热线|专线|致电|拨打|[Tt]el|TEL|查询)[^。;；\n]{0,12}$")
HOTLINE_CUE = re.compile(
    r"(?:拨打?|致电|打|电话|热线|专线|平台|号码|举报|咨询|报警|求助|查询|记住|牢记|联系)[^。,，;；\n\d]{0,10}"
    r"(?:\d{3,8}[^。,，;；\n\d]{0,10}){0,3}$"
)
HOTLINE_CUE_BEHIND = re.compile(r"[”」』\"]?\s*(?:举报|[一-鿿]{0,8}(?:专线|热线))")
CENTRE_BEHIND = re.compile(r"[”」』\"]?(?:指挥|反诈预警|反诈中心|接警|接处警|联动|警情|宣传日|的?来电)")
ADVICE = re.compile(
    r"请|可|应|如|若|遇|碰[到上]|先打|就打|赶[紧快]|马上|务必|一旦|凡|欢迎|记住|牢记|谨记|提醒|建议|呼吁|有情况|有疑|怀疑|疑似"
)
LABELLED_LINE = re.compile(r"\W*[一-鿿]{0,12}(?:电\s*话|热线|专线)(?:号码)?\s*[:：]\s*(?:[\d—-]+[、,，/ ]+)*")
URGENCY = re.compile(r"及时|立即|尽快|迅速|第一时间|专线|热线|平台|举报|须|需|要")
# Somebody called, or was called: told, no invitation.
TOLD_CALL = re.compile(
    r"接到|接获|收到|显示|来电(?!举报|咨询|请|[:：])|冒充|假冒|自称|骗子|嫌疑|已拨打|拨打了|打了"
)
TOLD_PERSON = re.compile(r"某|先生|女士|化名|阿姨|大爷|老人|男子|女子|他|她|事主|受害人|随后|遂")
WAYS = re.compile(r"举报(?:方式|渠道|途径|电话)[^。\n]{0,24}$")
# The mobile of a victim or suspect, and the number a notice warns of: nobody is asked to call them.
OWNED = re.compile(r"受害人|被害人|嫌疑人|身份证|某|女士|先生|小姐|[他她]的|事主|化名|[,，(（][男女][,，]")
OFFICER = re.compile(r"(?:警官|民警|法官|检察官|同志)\s*[:：]?\s*$")
OFFERED = re.compile(r"举报|线索|请|联系人|民警|警官|提供|报警|值班")
WARNED_OF = re.compile(r"(?<![反防报])(?:诈骗|骗子)(?:分子|来电)?的?(?:电话|号码|手机号?)[^,，。;；\d]{0,4}$")
# Lines of the site, not of the notice.
SITE_LINE = re.compile(
    r"ICP|版权|网站标识码|网站管理|技术支持|主办单位|承办单位|QQ群|加微信|投稿|新闻热线|爆料|转载|授权|本站|相关内容"
)
LEAD_IN = re.compile(
    r"^.*(?:拨打|致电|联系|通过|设立|开通|关注|公布|寄至|寄送至|问题|情况)|^(?:请|及时|立即|可|拨|打|现将|现|向|到|寄|或者?|和|与|由|如下|其中|的)+"
)
SHORT_NUMBERS = {row.number for row in HOTLINES}
LINES_APART = 3  # how many lines a name reaches
REACH = 80  # characters before a number that can say what it is
STOPS = "。;；!！?？"


def sentence_before(folded: str, start: int, at: int) -> str:
    """Return what stands between the start of the sentence and `at`, from `start` and within REACH."""
    start = max(start, at - REACH)
    return folded[max(start, *(folded.rfind(mark, start, at) + 1 for mark in STOPS)) : at]


def is_invitation(before: str, behind: str) -> bool:
    """Return whether a hotline between these words is named for readers to call, not told of."""
    if CENTRE_BEHIND.match(behind) or not (HOTLINE_CUE.search(before) or HOTLINE_CUE_BEHIND.match(behind)):
        return False
    if ADVICE.search(before) or LABELLED_LINE.fullmatch(before):
        return True
    told = TOLD_CALL.search(before) or TOLD_PERSON.search(before)
    return not told and bool(URGENCY.search(before) or HOTLINE_CUE_BEHIND.match(behind))


def is_called(folded: str, start: int, end: int, phone: Token) -> bool:
    """Return whether the number in the line `folded[start:end]` is given for readers to call."""
    before = sentence_before(folded, start, phone.start)
    if phone.sort == "hotline":
        return is_invitation(before, folded[phone.end : min(end, phone.end + 16)])
    if TOLD_CALL.search(before) and not ADVICE.search(before):
        return False
    if WARNED_OF.search(before) or (
        phone.sort == "mobile" and OWNED.search(before) and not OFFERED.search(before)
    ):
        return False
    if phone.sort == "mobile" and OFFICER.search(before):
        return True
    if phone.sort == "bare":
        return bool(LABEL_OF_LOCAL_NUMBER.search(before))
    return bool(LABEL.search(before) or NAME.search(folded, max(start, phone.start - REACH), phone.end))


def normal_phone(written: str) -> str:
    """Return a number as written, with one hyphen for several dashes and for a bracketed area code."""
    number = re.sub(r"[-—–―]+", "-", written.strip())
    return re.sub(r"^[(（](0\d{2,3})[)）][- ]*", r"\1-", number)


def contact_pieces(folded: str) -> Iterator[tuple[int, Token]]:
    """Yield each piece of a contact with the number of its line; lines of the site are passed over."""
    start = 0
    pieces = present(folded)
    for number, line in enumerate(folded.split("\n") if pieces else ()):
        end = start + len(line)
        found = tokens(folded, start, end, pieces)
        if found and not SITE_LINE.search(line):
            for token in found:
                if token.kind != "phone" or is_called(folded, start, end, token):
                    yield number, token
        start = end + 1


def reachable(contact: Contact) -> bool:
    """Return whether a contact says how to reach it."""
    return bool(contact.phones or contact.emails or contact.address)


def add(contact: Contact, token: Token) -> None:
    """Enter a piece that is not a name into `contact`."""
    if token.kind == "phone":
        contact.phones.append(normal_phone(token.value))
    elif token.kind == "email":
        contact.emails.append(token.value)
    else:
        setattr(contact, token.kind, token.value)
    contact.end = token.end


def begins_anew(contact: Contact, token: Token, *, same_line: bool) -> bool:
    """Return whether `token` cannot belong to `contact`: a name, a hotline of its own, or a second address."""
    if token.kind in ("name", "service"):
        return True
    if token.sort == "hotline" and not same_line:
        return reachable(contact)
    return token.kind in ("address", "postcode") and getattr(contact, token.kind) is not None


def assemble(folded: str) -> list[Contact]:
    """Return the contacts of a text, a name gathering what follows it within LINES_APART lines."""
    done: list[Contact] = []
    current, last_line = None, 0
    for line, token in contact_pieces(folded):
        apart = line - last_line
        if current is None or apart > LINES_APART or begins_anew(current, token, same_line=not apart):
            current = Contact(None, start=token.start, end=token.end)
            done.append(current)
        if token.kind in ("name", "service"):
            current.name = LEAD_IN.sub("", token.value)
        else:
            add(current, token)
        last_line = line
    return [contact for contact in done if reachable(contact)]


def join_methods(found: list[Contact]) -> list[Contact]:
    """Join a list of ways to report: phones without a name, then the body and its address."""
    joined: list[Contact] = []
    for contact in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.name is None
            and last.phones
            and not last.address
            and contact.address
            and not contact.phones
        ):
            contact.phones, contact.start = last.phones, last.start
            contact.emails = last.emails + contact.emails
            joined.pop()
        joined.append(contact)
    return joined


def contacts(text: str, folded: str) -> list[Contact]:
    """Return the contacts that `text` gives, in its order, each once; quotes are cut from `text`.

    `folded` is the text in simplified characters, offset for offset. Names come folded, addresses as written.
    The emergency number counts where the notice lists it as a way to report or gives no line of its own: 拨打110报警 beside a directory
    invites nobody to report to that directory.
    """
    found = join_methods(assemble(folded))
    own_line = any(phone not in SHORT_NUMBERS for contact in found for phone in contact.phones)
    seen, kept = set(), []
    for contact in found:
        key = (contact.name, *contact.phones, *contact.emails, contact.address)
        if contact.name is None and set(contact.phones) <= SHORT_NUMBERS and not contact.address:
            listed = WAYS.search(folded, 0, contact.start)
            contact.phones = [
                phone
                for phone in contact.phones
                if phone not in seen and not (own_line and phone == "110" and not listed)
            ]
        if key in seen or not reachable(contact):
            continue
        seen |= {key, *contact.phones}
        contact.quote = text[contact.start : contact.end]
        kept.append(contact)
    return kept


class ContactsPipeline:
    """Fill contacts from the text of the page."""

    def process_item(self, item: Page) -> Page:
        """Return `item` with the contacts its text gives; none without a text."""
        item.contacts = contacts(item.text, item.folded)
        return item
