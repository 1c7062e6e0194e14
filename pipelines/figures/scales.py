"""Read a unit that stands apart from its numbers: 金额（万元）, S$ Million, 单位：亿元."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipelines.figures.units import KIND_OF, SIGNS

SCALES = {
    "": 1, "百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "mil": 10**6,
}  # fmt: skip
LONGEST_FIRST = sorted((sign for sign in SIGNS if sign.endswith("$")), key=len, reverse=True)
UNIT = re.compile(
    rf"(?P<sign>{'|'.join(map(re.escape, LONGEST_FIRST))}|[¥￥])? ?"
    rf"(?P<scale>{'|'.join(sorted(filter(None, SCALES), key=len, reverse=True))})?s? ?"
    rf"(?P<word>{'|'.join(sorted(map(re.escape, KIND_OF), key=len, reverse=True))})?",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"[(（\[/:：] ?([^()（）\[\]/:：]{1,14}?) ?(?:[)）\]]|$)")


@dataclass(frozen=True)
class Scale:
    """The unit of a column: its kind and code, and what a cell's number is multiplied with."""

    kind: str
    code: str | None
    times: Decimal = Decimal(1)


def scale_of(written: str, currency: str) -> Scale | None:
    """Return the unit that a whole string names: 万元, S$ Million, %, 起; None if it names none."""
    match = UNIT.fullmatch(written.strip())
    if match is None or not match[0].strip():
        return None
    times = Decimal(SCALES[(match["scale"] or "").lower()])
    if match["sign"]:
        return Scale("money", SIGNS[match["sign"]] or currency, times)
    if match["word"] is None or KIND_OF[match["word"]][1] == "?":
        return None
    kind, code = KIND_OF[match["word"]]
    return Scale(kind, currency if kind == "money" and code is None else code, times)
