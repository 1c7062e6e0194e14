"""Find the pieces of a contact in one line: names, phones, e-mails, addresses, postcodes."""

import re
from dataclasses import dataclass

from crawler.taxonomy import HOTLINES

BODY = (
    r"扫黑除恶[一-鿿]{0,10}办公室|扫黑办|反诈办|打黑办|专班|办公室|公安局|公安厅|公安分局|分局|派出所|支队|大队|中队|总队|中心|"
    r"检察院|法院|政法委|纪委|监委|委员会|管理局|监督局|监管局|税务局|民政局|司法局|教育局|文旅局|文化和旅游[厅局]|银保监局|金融办|保卫处|"
    r"警务处|警署|警察局|刑事局|司法警察局|警局|领导小组"
)
# A name is one only in front of a separator, a label, a number, or the end of its line.
LAST_WORD = rf"(?:{BODY})(?:[(（][一-鿿]{{2,12}}[)）])?"
IN_FRONT = (
    r"(?=\s*(?:[:：|/，,]?\s*(?:\d|[(（]0\d|(?:线索|有奖|监督|违法)?举报|联系|咨询|值班|报警|办公|电话|热线|地址|邮箱|信箱|传真)|"
    r"[(（](?:地址|电话)|[:：]?\s*(?m:$)))"
)
NAME = re.compile(rf"(?P<name>[一-鿿][一-鿿·]{{1,38}}?{LAST_WORD}){IN_FRONT}")
SERVICE = re.compile(
    r"(?P<service>[一-鿿]{1,14}(?:热线|专线|平台))(?=(?:电话|号码)?(?:为|是|—|-|[:：]|[“\"「]|\s)*\d)"
)
EMAIL = re.compile(
    r"(?P<email>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})"
)
POSTCODE = re.compile(r"(?:邮政编码|邮编|邮政区号)\s*[:：为是]?\s*(?P<postcode>\d{6})(?!\d)")
ADDRESS = re.compile(
    r"(?:地\s*址\s*[:：为是]|(?:邮寄至|寄送至|来信请寄)\s*[:：]?)\s*(?P<address>[^;；,，。、\n|]{2,80}?[路街道号楼室镇乡村巷弄院][^;；,，。\n|]{0,40}?)"
    r"(?=\s*(?:[;；,，。|\n]|邮政编码|邮编|联系|举报|电话|收件|邮箱|[(（](?:邮编|收)|$))"
)
# Service numbers follow national plans: 12xxx government, 100xx carriers, 95xxx and, within a province, 96xxx firms.
HOTLINE_NUMBERS = "|".join(
    (
        *sorted((row.number for row in HOTLINES), key=len, reverse=True),
        r"12\d{3}",
        r"18\d \d{4}(?![- ]?\d)",
        r"100\d\d",
        r"95\d{3}",
        r"96\d{3,4}",
    )
)
PHONE = re.compile(
    r"(?=[\d(（])(?<![\dA-Za-z.@/_])(?<!\d-)(?:"
    r"(?P<area>[(（]?0\d{2,3}[)）]?)[-—–― ]{0,3}(?P<local>\d{3,4}[- ]?\d{4})(?:[-—转]\d{1,4})?"  # 0772-2825182, 02-2765 4321
    r"|(?P<mobile>1[3-9]\d[- ]?\d{4}[- ]?\d{4})"
    r"|(?P<free>[48]00[- ]?\d{3,4}[- ]?\d{3,4}|0800[- ]?\d{3}[- ]?\d{3}|1800[- ]?\d{3}[- ]?\d{4})"
    rf"|(?P<hotline>{HOTLINE_NUMBERS})"
    r"|(?P<bare>[2-9]\d{3}[- ]?\d{3,4})"
    r")(?![\dA-Za-z@_]|[./:-]\d|年|元|万|余|起|名|人|件|号[令文]|条|[%．])"
)
Piece = tuple[re.Pattern[str], re.Pattern[str]]
# Each piece with what stands in every one of them, at most REACH behind its beginning: quick to look for, mostly absent.
PIECES = (
    (EMAIL, re.compile("@")),
    (POSTCODE, re.compile("邮")),
    (ADDRESS, re.compile("[址寄]")),
    (PHONE, re.compile(r"\d\d\d")),
    (SERVICE, re.compile("热线|专线|平台")),
    (NAME, re.compile(LAST_WORD + IN_FRONT)),
)
REACH = 64


@dataclass(frozen=True)
class Token:
    """A piece of a contact; offsets are those of the text the line was cut from."""

    kind: str  # name service phone email address postcode
    value: str
    start: int
    end: int
    sort: str = ""  # of a phone: area mobile free hotline bare


def present(folded: str) -> list[Piece]:
    """Return the PIECES that a text can hold: mostly a few."""
    return [piece for piece in PIECES if piece[1].search(folded)]


def tokens(folded: str, start: int, end: int, pieces: list[Piece]) -> list[Token]:
    """Return the `pieces` in `folded[start:end]`, one line, in its order; what an address holds is not taken twice."""
    marked = [(pattern, mark) for pattern, sign in pieces if (mark := sign.search(folded, start, end))]
    if not marked:
        return []
    found, taken = [], bytearray(end - start)
    for pattern, mark in marked:
        for match in pattern.finditer(folded, max(start, mark.start() - REACH), end):
            sort = match.lastgroup if pattern is PHONE else ""
            kind = "phone" if pattern is PHONE else match.lastgroup
            first, last = match.span() if pattern is PHONE else match.span(kind)
            if not any(taken[first - start : last - start]):
                taken[first - start : last - start] = b"\1" * (last - first)
                found.append(
                    Token(kind, folded[first:last], first, last, "area" if sort == "local" else sort)
                )
    return sorted(found, key=lambda token: token.start)
