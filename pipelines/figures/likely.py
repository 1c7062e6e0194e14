"""The rules that tell what a quantity counts by what was told before it, one a function, asked after the sure ones."""

import re

from crawler.metrics import BY_CODE
from pipelines.figures.around import Around, Choice, said
from pipelines.figures.events import named
from pipelines.figures.findings import MOST_DRAFTS

SHORT = re.compile("[^\u4e00-\u9fff]*(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){0,7}")
# 五年以上不满十年83人
TERM = re.compile(
    "[,，、]?[一二三四五六七八九十]{1,2}年(?:以上|以下)(?:不满[一二三四五六七八九十]{1,2}年)?(?:有期徒刑)?的?"
)
TOTAL = re.compile(
    "(?:被害人|受害人|群众|老人|事主|客户|市民)|[^,，、0-9]{0,3}(?:共计|合计|合共|总计|累计|总额|总价值|金额|共|计|达)+"
)
KIND_OF_SCAM = re.compile(
    "(?:刷单|网贷|贷款|投资|理财|投资理财|网购|购物|客服|熟人|公检法|交友|网恋|征信|裸聊|游戏|中奖)(?:返利)?类?[:：]?$"
)
CASE_NOUN = re.compile(
    "案|罪|诈|骗|警情|类[:：]?$|投资|贷款|网购|刷单|客服|中奖|交友|网恋|征信|购物|赌博|退款|冒充|裸聊"
)
LIST_LINE = re.compile("[^\n:：]{1,24}[:：] ?$")
LIST_ITEM = re.compile(  # （一）刷单返利类24起
    "[ \n]*(?:[(（][一二三四五六七八九十0-9]{1,3}[)）]|[①-⑳]|[0-9]{1,2}[.、])[^,，。;；]*$"
)


def goes_on(around: Around) -> Choice | None:
    """A clause that says next to nothing goes on with the figure before."""
    if not (SHORT.fullmatch(around.clause) or TERM.fullmatch(around.clause)):
        return None
    same, quantity = around.same(), around.quantity
    if same and (quantity.kind != "count" or quantity.word == same.quantity.word):
        return Choice(same.metric, "goes on from the figure before")
    return None


def total(around: Around) -> Choice | None:
    """返还资金63笔共计412万元: the total of what was counted before."""
    clause = around.clause
    if after_range(around):
        clause = clause.lstrip(",，")
    if not TOTAL.fullmatch(clause):
        return None
    carried = around.carried()
    metric = named(carried, around.quantity.kind, around.quantity.word)
    return Choice(metric, f"total: {said(carried)}") if metric else None


def after_range(around: Around) -> bool:
    """Tell whether a quantity in the same unit that was refused stands before: 由2万至180万元不等,合共1120万元."""
    refused = around.reading.refused
    if not refused:
        return False
    last = refused[-1][0]
    return last.kind == around.quantity.kind and last.end + len(around.clause) == around.quantity.start


def victims_by_kind(around: Around) -> Choice | None:
    """一周41人上当。刷单14人、网贷9人: the victims told before, by kind of scam."""
    if around.quantity.kind != "person" or not KIND_OF_SCAM.search(around.clause):
        return None
    paragraph = around.reading.paragraph(around.quantity.start)
    told = [draft for draft in around.reading.drafts[-MOST_DRAFTS:] if draft.start >= paragraph]
    people = next((draft for draft in reversed(told) if draft.quantity.kind == "person"), None)
    victims = people is not None and people.metric.code == "victims"
    return Choice(people.metric, "the victims before, by kind of scam") if victims else None


def without_verb(around: Around) -> Choice | None:
    """Return the metric of a case count without a verb: that of its list or paragraph, else cases filed."""
    if around.quantity.kind != "case":
        return None
    reading = around.reading
    paragraph = reading.paragraph(around.quantity.start)
    for draft in reversed(reading.drafts[-MOST_DRAFTS:]):
        if draft.start < paragraph and not (
            LIST_LINE.search(around.clause) or LIST_ITEM.match(around.clause)
        ):
            break
        if draft.quantity.kind == "case" and draft.metric.unit == "case":
            return Choice(draft.metric, "its list or paragraph")
    if CASE_NOUN.search(around.clause) or CASE_NOUN.search(around.after):
        return Choice(BY_CODE["cases_filed"], "cases without a verb")
    return None


# In this order; not asked of a figure in a story.
LIKELY = (goes_on, total, victims_by_kind, without_verb)
