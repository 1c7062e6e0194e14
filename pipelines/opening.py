"""Find the headline of a copied page, where no markup says which line it is."""

import re

from pipelines.junk import is_head, is_noise, is_paragraph, is_spam

TITLE_LENGTHS = range(4, 61)
LOOK_AT = 40  # lines; a headline that stands deeper is not looked for
RUN = 3  # a headline may take so many lines; more short lines are verse, as in copied WeChat posts
NOT_A_TITLE = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]+[条章]|\d{1,2}[.、．)）]|[(（]\d+[)）]|案例[一二三四五六七八九十\d])|"
    r"\d日(?:电|讯|报道)|[:：；;，,、]$"
)
SITE_NAME = re.compile(r"^.{1,6}(?:网|论坛|频道|网站|[日晚早时]报|客户端|新闻|要闻|公告|栏目)$")
OFFICE = re.compile(
    r"^.{2,24}(?:局|厅|院|委员会|委|办|办公室|支队|大队|总队|派出所|政府|法院|检察院|中心|领导小组)$"
)
DOCUMENT = re.compile(r"^(?!特此).*(?:通告|公告|通报|公开信|通知|决定|倡议书|告知书|办法|意见|规定)$")
PATH_SPLIT = re.compile(r"[>›»]")
HAN = re.compile(r"[\u3400-\u9fff]")


def could_be_title(folded: str) -> bool:
    """Tell whether a line has the shape of a headline: short, no sentence, no label, no section number."""
    return (
        len(folded) in TITLE_LENGTHS
        and len(HAN.findall(folded)) >= 4
        and not is_paragraph(folded)
        and not NOT_A_TITLE.search(folded)
        and not SITE_NAME.match(folded)
        and not is_head(folded)
        and not is_spam(folded)
    )


def path_tail(folded: str) -> str | None:
    """Return the last step of a breadcrumb if it is as long as a headline."""
    steps = PATH_SPLIT.split(folded)
    tail = steps[-1].strip()
    return tail if len(steps) > 2 and len(tail) >= 10 and could_be_title(tail) else None


def find_title(lines: list[str], folded: list[str]) -> tuple[int, int] | None:
    """Return the first and last line of the headline, or None where the text has none.

    A line with a headline's shape counts if a header line follows, if it is printed again, or if the next lines
    are running text; a row of short lines without such a witness is verse and has no headline.
    """
    candidates: list[int] = []
    for at in range(min(len(lines), LOOK_AT)):
        line = folded[at]
        if not line or is_noise(line):
            continue
        if is_head(line) or is_spam(line):
            if candidates:
                return headline_above(candidates, folded)
            continue
        if not could_be_title(line):
            break
        candidates.append(at)
        if len(candidates) > RUN + 3:
            return None
    else:
        return None
    if not candidates:
        return None
    return headline_before(candidates, at, folded)


def headline_above(candidates: list[int], folded: list[str]) -> tuple[int, int]:
    """Return the headline among lines above a header: the first one of some length, with the office before it."""
    long = [at for at in candidates if len(folded[at]) >= 8 and not OFFICE.match(folded[at])] or candidates[
        -1:
    ]
    first = last = long[0]
    if DOCUMENT.match(folded[first]) and first - 1 in candidates and OFFICE.match(folded[first - 1]):
        first -= 1
    while last + 1 in candidates and last - first + 1 < RUN and folded[last + 1].startswith(("关于", "的")):
        last += 1
    return first, last


def headline_before(candidates: list[int], body: int, folded: list[str]) -> tuple[int, int] | None:
    """Return the headline among short lines that run straight into the text."""
    first = candidates[0]
    if len(candidates) > RUN and not any(folded[first] in folded[at] for at in candidates[1:]):
        return None
    if (
        len(folded[body]) < 25
        and not re.search(r"[。：:]", folded[body])
        and not NOT_A_TITLE.match(folded[body])
    ):
        return None
    if candidates == list(range(first, body)):  # no blank line between: one headline over several lines
        return first, candidates[-1]
    if len(candidates) > 1 and OFFICE.match(folded[first]) and DOCUMENT.match(folded[candidates[1]]):
        return first, candidates[1]
    return first, first
