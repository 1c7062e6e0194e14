"""What a told incident says beside the victim's loss: money returned, the amount of the whole case, who is in custody."""

import re
from dataclasses import dataclass, replace

from pipelines.figures.numerals import numerals
from pipelines.losses import money_unit, plain_number

RETURNED = re.compile(r"(?:追回|挽回|返还|退还|发还|归还|退赃|追缴|找回|讨回)(?:了)?[^,，。;；\d]{0,16}$")
RETURNED_BEHIND = re.compile(
    r"[^,，。;；]{0,8}?(?:已|被)?(?:全部|全数|全额|悉数|如数)?(?:被|已)?(?:追回|返还|退还|发还|归还|退赔)"
)
ALL_RETURNED = re.compile(
    r"(?:全部|全额|全数|悉数|如数)(?:被|已)?(?:追回|返还|退还|归还)|"
    r"(?:追回|返还|退还|挽回|归还)(?:了)?(?:全部|全额|所有)(?:被骗|损失|涉案)?(?:的)?(?:资金|钱款|损失|款项|财物)?(?![\d一二三四五六七八九])"
)
INVOLVED = re.compile(r"涉案(?:总)?(?:金额|资金|流水|价值|款项|额|数额)?[^,，。;；\d]{0,12}$")
HELD = re.compile(r"(?:抓获|抓捕|拘捕|逮捕|刑拘|控制|落网|押解|移交)[^。;；,，\d]{0,14}?$")
HELD_BEHIND = re.compile(r"\s*(?:名|人|个)(?:[^。,，;；]{0,4}(?:犯罪)?嫌疑人|[^一-鿿]|涉案|犯罪|落网|到案)")
REACH = 24  # characters before a number in which its cue stands


@dataclass(frozen=True)
class Amount:
    """A number and where its words stand."""

    value: int | float
    start: int
    end: int


def money_after(folded: str, start: int, end: int, cue: re.Pattern[str]) -> list[Amount]:
    """Return the sums of money of `folded[start:end]` with `cue` right before them, in the order of the text."""
    found = []
    for number in numerals(folded[start:end]):
        at = start + number.start
        before = cue.search(folded, max(start, at - REACH), at)
        if before and (unit := money_unit(folded, replace(number, start=at, end=start + number.end))):
            found.append(Amount(plain_number(number.value), before.start(), unit[1]))
    return found


def involved(folded: str, start: int, end: int) -> Amount | None:
    """Return the largest 涉案金额: of the whole case, never the victim's loss."""
    first = folded.find("涉案", start, end)
    told = money_after(folded, first, end, INVOLVED) if first >= 0 else []
    return max(told, key=lambda amount: amount.value, default=None)


def returned(folded: str, start: int, end: int, loss: Amount | None) -> Amount | None:
    """Return what came back to the victim: a stated sum, or with 全部追回 and no sum beside it the whole `loss`."""
    if stated := money_after(folded, start, end, RETURNED):
        return max(stated, key=lambda amount: amount.value)
    if loss:
        if behind := RETURNED_BEHIND.match(folded, loss.end, end):
            return Amount(loss.value, loss.start, behind.end())
        if whole := ALL_RETURNED.search(folded, start, end):
            return Amount(loss.value, whole.start(), whole.end())
    return None


def arrested(folded: str, start: int, end: int) -> Amount | None:
    """Return the largest number of persons that `folded[start:end]` says are in custody; numbers are not added."""
    part = folded[start:end]
    counts = [
        Amount(int(number.value), start + cue.start(), start + behind.end())
        for number in numerals(part)
        if not number.high
        and (cue := HELD.search(part, max(0, number.start - REACH), number.start))
        and (behind := HELD_BEHIND.match(part, number.end))
    ]
    return max(counts, key=lambda amount: amount.value, default=None)
