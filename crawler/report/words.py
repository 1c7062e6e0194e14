"""Numbers, periods and codes as a Chinese reader expects them in print."""

from calendar import monthrange

UNITS = {
    "case": "起", "person": "人", "person_time": "人次", "count": "", "CNY": "元", "HKD": "港元", "TWD": "新台币元",
    "MOP": "澳门元", "SGD": "新加坡元", "USD": "美元", "percent": "%", "per_10000": "‱", "per_100k": "/10万", "tonne": "吨",
}  # fmt: skip
# The hedge before the number, and behind it.
HEDGES = {
    "over": ("", "余"),
    "nearly": ("近", ""),
    "about": ("约", ""),
    "at_least": ("至少", ""),
    "up_to": ("至多", ""),
}
RANKS = ("机关网站", "注明来自机关或通讯社", "其他网站")
MYRIADS = ((1e8, "亿"), (1e4, "万"))


def plain(value: float) -> str:
    """Return an exact number with thousands separators."""
    return f"{value:,.10g}" if value != int(value) else f"{int(value):,}"


def short(value: float) -> str:
    """Return a number as a chart labels it, in 万 and 亿 with three digits that count: 8.25亿."""
    for size, name in MYRIADS:
        if abs(value) >= size:
            return f"{round(value / size, 2):,.10g}{name}"
    return f"{value:,.4g}"


def exact(value: float) -> str:
    """Return a number in 万 and 亿 where they tell all of it in two decimals, else in full: 8.25亿, 13,367."""
    for size, name in MYRIADS:
        if value >= size and value % (size / 100) == 0:
            return f"{value / size:,.10g}{name}"
    return plain(value)


def figure(value: float, unit: str | None, qualifier: str, number: str | None = None) -> str:
    """Return a figure with hedge and unit: 2,900万余元, 383起; `number` is how it is written."""
    before, behind = HEDGES.get(qualifier, ("", ""))
    return f"{before}{number or exact(value)}{behind}{UNITS.get(unit or '', unit or '')}"


def period(start: str | None, end: str | None, raw: str | None = None) -> str:
    """Return a period: 2023年, 2023年1–6月, 2023-01-03 至 2023-02-01, the words of the text, or 未写明."""
    if not (start and end):
        return raw or (f"{start} 起" if start else f"截至 {end}" if end else "未写明")
    year, first, last = int(start[:4]), int(start[5:7]), int(end[5:7])
    if end == f"{year}-{last:02}-{monthrange(year, last)[1]}" and start.endswith("-01"):
        if (first, last) == (1, 12):
            return f"{year}年"
        return f"{year}年{first}月" if first == last else f"{year}年{first}–{last}月"
    return start if start == end else f"{start} 至 {end}"
