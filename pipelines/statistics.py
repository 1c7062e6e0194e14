"""Read the figures a text reports: numerals, quantities, clauses, events, changes, periods, places."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from crawler.fold import fold
from crawler.items import Change, Page, Statistic
from crawler.metrics import IN_TAXONOMY
from crawler.url_dates import month_in_url
from pipelines.figures.about import About, about
from pipelines.figures.attach import attach_all
from pipelines.figures.currency import currency_of
from pipelines.figures.drafts import draft_all
from pipelines.figures.findings import WINDOW, Draft, Reading
from pipelines.figures.governing import base_years, complete_headline, date_all
from pipelines.figures.numerals import plain
from pipelines.figures.periods import headline_time
from pipelines.figures.places import places
from pipelines.figures.turns import listed_times, share_years
from pipelines.kinds.alternatives import by_first_character

NUMBER = re.compile("[0-9０-９一二三四五六七八九十百千万萬亿億两兩]")
STORY = by_first_character(
    (
        "某(?:某)?",
        "(?<!其)[她他](?!们|人|国|乡|处)",
        *("该群众", "该团伙", "一名群众", "一位", "该案", "事主", "当事人"),
        "[张李王刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程](?:女士|先生|大爷|阿姨|老人|大妈|同学)",
    )
)


def read(page: Page, currency: str | None = None) -> Reading:
    """Return the text of a page with its drafts made, and the reasons why other quantities are none.

    `currency` is what 元 means; without one, what the page itself tells.
    """
    published = page.published or month_in_url(page.url or "")
    headline = headline_time(fold(page.title), published) if page.title else None
    reading = Reading(page.folded, published, currency or currency_of(page), headline)
    draft_all(reading)
    date_all(reading)
    attach_all(reading)
    date_all(reading)
    share_years(reading)
    listed_times(reading)
    base_years(reading)
    complete_headline(reading)
    return reading


def records(page: Page, reading: Reading) -> list[Statistic]:
    """Return the drafts of a reading as records, in their order."""
    spans = places(page.folded)
    starts = [start for start, _ in spans]
    stories = [match.start() for match in STORY.finditer(page.folded)]
    if page.text != page.folded:
        as_published(page, reading.drafts)
    found, before = [], None
    for draft in reading.drafts:
        at = bisect_right(starts, draft.start) - 1
        said = about(reading, draft, before)
        before = (draft, said)
        place = page.text[slice(*spans[at])] if at >= 0 else None
        case = bool(stories) and in_story(reading, stories, draft.start)
        found.append(statistic(page, reading, draft, said, place, case=case))
    return found


def in_story(reading: Reading, stories: list[int], at: int) -> bool:
    """Tell whether the sentence before an offset speaks of one person."""
    since = max(reading.sentence(at), at - WINDOW)
    return bisect_left(stories, at) > bisect_left(stories, since)


def read_statistics(page: Page) -> list[Statistic]:
    """Return the figures that only the title reports (`in_title`), then those of the text, in order.

    `page.text[start:end] == quote`, of the title's `page.title[start:end] == quote`.
    """
    currency = currency_of(page)
    told = records(page, read(page, currency))
    return [*of_title(page, told, currency), *told]


def of_title(page: Page, told: list[Statistic], currency: str) -> list[Statistic]:
    """Return the figures of the title that the text does not repeat: 罪案逾万宗 above a text that says 10234宗.

    One without a time is of the period that all figures of the text share. A vague one (被骗数万) is none: the text
    says what it stands for.
    """
    if not page.title or not NUMBER.search(page.title):
        return []
    alone = as_text(page)
    periods = [figure.period for figure in told if not figure.baseline]
    period = periods[0] if periods and periods.count(periods[0]) == len(periods) else None
    values = {(figure.value, figure.unit) for figure in told}
    changes = {size(change) for figure in told for change in (figure.change, figure.change2)}
    return [
        replace(figure, in_title=True, period=figure.period or period)
        for figure in records(alone, read(alone, currency))
        if figure.qualifier != "about"
        and (
            (figure.value, figure.unit) not in values
            if figure.value is not None
            else size(figure.change) not in changes
        )
    ]


def as_text(page: Page) -> Page:
    """Return a page whose text is the title of `page`."""
    title = page.title or ""
    return replace(page, title=None, text=title, folded=fold(title))


def size(change: Change | None) -> tuple[object, ...]:
    """Return what a change says, whoever said it: its direction and how much."""
    return (change.direction, change.percent, change.factor, change.abs) if change else ()


def unit_of(draft: Draft, currency: str) -> str | None:
    """Return the unit of a draft; where the words give none, its metric's."""
    if draft.quantity is None:
        return None
    if draft.quantity.unit or draft.metric is None:
        return draft.quantity.unit
    return currency if draft.metric.unit == "money" else draft.metric.unit


def as_published(page: Page, drafts: list[Draft]) -> None:
    """Give the periods that stay words the words that the page writes: 過去一周."""
    written: dict[str, str] = {}
    for draft in drafts:
        raw = draft.period.raw if draft.period else None
        if raw is None:
            continue
        if raw not in written:
            at = page.folded.find(raw)
            written[raw] = page.text[at : at + len(raw)] if at >= 0 else raw
        draft.period = replace(draft.period, raw=written[raw])


def statistic(
    page: Page, reading: Reading, draft: Draft, said: About, place: str | None, *, case: bool
) -> Statistic:
    """Return a draft as a record, quoted from the text as published."""
    code = draft.metric.code if draft.metric else "other"
    known = code in IN_TAXONOMY
    quantity = draft.quantity
    return Statistic(
        metric=code if known else "other",
        other_code=None if known or code == "other" else code,
        label=page.text[slice(*draft.label)].strip(" ,，、:："),
        value=plain(quantity.value) if quantity else None,
        value_max=plain(quantity.high) if quantity and quantity.high is not None else None,
        unit=unit_of(draft, reading.currency),
        qualifier=draft.qualifier,
        change=draft.change,
        change2=draft.change2,
        period=draft.period,
        place=place,
        scam_type=said.scam_type,
        population=page.text[slice(*said.population)] if said.population else None,
        subset=said.subset,
        baseline=draft.baseline,
        per=draft.per,
        case=case,
        quote=page.text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
    )


class StatisticsPipeline:
    """Fills `statistics` of a page."""

    def process_item(self, item: Page) -> Page:
        """Return the page with the figures that its title and text report."""
        item.statistics = read_statistics(item) if item.folded else []
        return item
