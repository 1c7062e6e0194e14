"""Turn quantities into drafts of statistics: what each counts, or why it counts nothing."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

import re

from crawler.items import Change, Period
from crawler.metrics import BY_CODE, Metric
from pipelines.changes import Move, moves
from pipelines.clauses import PAUSE, Word, borders, words
from pipelines.events import NAME, PEOPLE_OF, hear, per_of, weigh
from pipelines.periods import Mention, mentions
from pipelines.quantities import Quantity, quantities
from pipelines.refusals import quoted, refusal

JOINED = re.compile("[^,，。;；\n]{0,12}?[、和及与](?:另外|另|其他|其余)?|[、,，]?")
HEDGES = (
    ("up_to", re.compile("(?:最高|最多)[^,，、0-9]{0,5}$")), ("at_least", re.compile("(?:最低|最少|至少)[^,，、0-9]{0,5}$")),
    ("over", re.compile("(?:超过|逾)[^,，、0-9]{1,10}的$")),
)
SHORT_CLAUSE = re.compile("[^\u4e00-\u9fff]*(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){0,5}")
SHORT = re.compile("[^\u4e00-\u9fff]*(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){0,7}")
CASE_NOUN = re.compile("案|罪|诈|骗|警情|类[:：]?$|投资|贷款|网购|刷单|客服|中奖|交友|网恋|征信|购物|赌博|退款|冒充|裸聊")
SHARE_NOUN = re.compile("占|总数的|总量的|总额的|比例|比重|所占")
MOST_WORDS, MOST_DRAFTS, WINDOW = 12, 12, 80  # what is further away says nothing of a figure
LINE = re.compile("\n")
LIST_MOST_WORDS, MOST_DRAFTS, WINDOW = 12, 12, 80  # what is further away says nothing of a figure
LINE = re.compile("[^\n:：]{1,24}[:：] ?$")
PERSONAL = re.compile("[她他]|某")
STORY = re.compile("某(?:某)?|该群众|该团伙|一名群众|一位|该案|事主|当事人|[张李王刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程](?:女士|先生|大爷|阿姨|老人|大妈|同学)")


@dataclass
class Draft:
    """A statistic in the making; `quantity` is None where only a change is told."""

    start: int
    end: int
    metric: Metric | None
    quantity: Quantity | None
    label: str = ""
    change: Change | None = None
    change2: Change | None = None
    period: Period | None = None
    baseline: bool = False
    per: str | None = None
    index: int = -1
    begin: int = 0  # where the words that speak of it start
    qualifier: str = "exact"
    dated: bool = False
    base: Mention | None = None  # the earlier time whose figure this is


@dataclass
class Reading:
    """A folded text with everything the steps of reading share, each found once."""

    text: str
    published: str | None
    currency: str
    drafts: list[Draft] = field(default_factory=list)
    refused: list[tuple[Quantity, str]] = field(default_factory=list)

    @cached_property
    def found(self) -> list[Quantity]:
        """Return the quantities, in order."""
        return quantities(self.text, self.currency)

    @cached_property
    def words(self) -> list[Word]:
        """Return the words of the lexicon, in order."""
        return words(self.text)

    @cached_property
    def word_starts(self) -> list[int]:
        """Return where the words start."""
        return [word.start for word in self.words]

    @cached_property
    def times(self) -> list[Mention]:
        """Return the times named, in order."""
        return mentions(self.text, self.published)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Return where the sentences start; a semicolon ends one."""
        return borders(self.text)

    @cached_property
    def stops(self) -> list[int]:
        """Return where the sentences start, semicolons read through."""
        return [start for start in self.sentence_starts if start == 0 or self.text[start - 1] not in ";；"]

    @cached_property
    def lines(self) -> list[int]:
        """Return where the lines start."""
        return [0, *(match.end() for match in LINE.finditer(self.text))]

    @cached_property
    def moves(self) -> list[Move]:
        """Return the changes told, in order."""
        years: dict[int, int | None] = {}
        main = [mention for mention in self.times if mention.role == "main" and mention.period.start]
        ends = [mention.end for mention in main]
        for index, quantity in enumerate(self.found):
            at = bisect_right(ends, quantity.start) - 1
            years[index] = int(main[at].period.start[:4]) if at >= 0 else None
        return moves(self.text, self.found, years)

    def times_within(self, start: int, end: int) -> list[Mention]:
        """Return the times named that reach into a stretch."""
        first, last = bisect_right(self.time_ends, start), bisect_left(self.time_starts, end)
        return self.times[first:last]

    @cached_property
    def time_starts(self) -> list[int]:
        """Return where the times named start."""
        return [mention.start for mention in self.times]

    @cached_property
    def time_ends(self) -> list[int]:
        """Return where the times named end."""
        return [mention.end for mention in self.times]

    def moves_within(self, start: int, end: int) -> list[Move]:
        """Return the changes that start within a stretch."""
        starts = self.move_starts
        return self.moves[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def move_starts(self) -> list[int]:
        """Return where the changes start."""
        return [move.start for move in self.moves]

    def sentence(self, at: int) -> int:
        """Return where the sentence around an offset starts."""
        return self.sentence_starts[bisect_right(self.sentence_starts, at) - 1]

    def full_stop(self, at: int) -> int:
        """Return where the sentence around an offset starts, semicolons read through."""
        return self.stops[bisect_right(self.stops, at) - 1]

    def paragraph(self, at: int) -> int:
        """Return where the line around an offset starts."""
        return self.lines[bisect_right(self.lines, at) - 1]

    def words_in(self, start: int, end: int) -> list[Word]:
        """Return the words that lie within a stretch, the last of them if they are many."""
        first, last = bisect_left(self.word_starts, start), bisect_left(self.word_starts, end)
        return [word for word in self.words[max(first, last - MOST_WORDS) : last] if word.end <= end]

    def told_before(self, at: int) -> list[Draft]:
        """Return the last drafts with a value that end before an offset."""
        return self.drafts[: bisect_right(self.draft_ends, at)][-MOST_DRAFTS:]

    @cached_property
    def draft_ends(self) -> list[int]:
        """Return where the drafts with a value end, once all are made."""
        return [draft.end for draft in self.drafts]


def draft_all(reading: Reading) -> None:
    """Fill `reading.drafts` with the quantities that count something, in order, and `reading.refused` with the rest."""
    used = {index for move in reading.moves for index in (*move.amounts, move.also)}
    ends = sorted([move.end for move in reading.moves if move.amounts or move.factor])
    reached = {move.to: len(move.amounts) for move in reading.moves if move.to is not None and move.amounts}
    changed = {move.to: move.from_ for move in reading.moves if move.from_ is not None}
    quotes = quoted(reading.text)
    quote_starts = [start for start, _ in quotes]
    text, found = reading.text, reading.found
    for index, quantity in enumerate(found):
        if index in used:
            continue
        at = bisect_right(quote_starts, quantity.start) - 1
        if at >= 0 and quotes[at][0] < quantity.start and quantity.end < quotes[at][1] and quotes[at][0] > 0:
            reading.refused.append((quantity, "quoted"))
            continue
        begin = reading.sentence(quantity.start)
        before = index - 1 - reached.get(index, 0)  # 损失升1.3倍至一亿元: the subject stands before the change
        if before >= 0:
            begin = max(begin, min(found[before].end, quantity.start))
        before = bisect_right(ends, quantity.start) - 1
        if before >= 0 and index not in reached:
            begin = max(begin, ends[before])
        end = found[index + 1].start if index + 1 < len(found) else len(text)
        pause = PAUSE.search(text, quantity.end, end)
        end, bounded = (pause.start(), True) if pause else (end, end == len(text))
        clause, after = text[begin : quantity.start], text[quantity.end : min(end, quantity.end + 40)]
        reason = refusal(text, quantity, text[max(begin, quantity.start - 40) : quantity.start], text[quantity.end : quantity.end + 20])
        if reason:
            reading.refused.append((quantity, reason))
            continue
        metric = choose(reading, quantity, begin, end, bounded=bounded)
        if metric is None and index in changed:
            metric = next((draft.metric for draft in reading.drafts[-1:] if draft.index == changed[index]), None)
        if metric is None:
            reading.refused.append((quantity, "nothing says what it counts"))
            continue
        if metric.code == "funds_involved" and reading.currency != "CNY":
            metric = BY_CODE["losses"]  # 涉款 of reported scams, as police in Hong Kong, Macau, Singapore say
        first = next((word.start for word in reading.words_in(begin, quantity.start)), quantity.start)
        label = text[max(first, quantity.start - 30) : quantity.start] or after[:12]
        draft = Draft(quantity.start, quantity.end, metric, quantity, label, per=per_of(clause[-20:]), index=index, begin=begin)
        draft.qualifier = hedged(quantity.qualifier, clause)
        reading.drafts.append(draft)


def hedged(qualifier: str, clause: str) -> str:
    """Return the qualifier of a quantity whose hedge may stand a few words before it: 最高被骗64万元."""
    if qualifier != "exact":
        return qualifier
    for name, pattern in HEDGES:
        if pattern.search(clause):
            return name
    return qualifier


def choose(reading: Reading, quantity: Quantity, begin: int, end: int, *, bounded: bool) -> Metric | None:
    """Return what a quantity counts, from its own clause, else from its sentence; None if nothing says so."""
    text = reading.text
    clause, after = text[begin : quantity.start], text[quantity.end : quantity.end + 12]
    left, right = reading.words_in(begin, quantity.start), reading.words_in(quantity.end, min(end, quantity.end + 60))
    comma = max(begin - 1, *(text.rfind(mark, begin, quantity.start) for mark in ",，"))
    near = [word for word in left if word.start > comma]
    if near or right or not SHORT_CLAUSE.fullmatch(text, comma + 1, quantity.start):
        left = near  # what the clauses before say is carried over, no more
    left = left[-8:]
    carried_to = left[0].start if left else comma + 1
    sentence = reading.full_stop(quantity.start)
    if quantity.kind == "thing":
        return None
    if quantity.kind == "bare" and not text[quantity.number_start : quantity.number_end].endswith(("万", "亿", "余", "多")):
        if not left or left[-1].end != len(clause.rstrip(" :：")) + begin:
            return None  # the label itself has to be what is counted
    if quantity.kind == "percent":
        return choose_rate(quantity, left, clause, after)
    previous = [draft for draft in reading.drafts[-12:] if draft.start >= sentence and draft.quantity]
    same = next((draft for draft in reversed(previous) if draft.quantity.kind == quantity.kind), None)
    least = 0.0
    if quantity.kind == "count" and PERSONAL.search(text, max(reading.sentence(quantity.start), quantity.start - WINDOW), quantity.start):
        least = NAME + 0.1  # 让她把4个账户…: in a story only what somebody did to the things counts them
    own = weigh(hear(text, left, right, [], at=quantity.start, bounded=bounded), quantity.kind, quantity.word)
    if same is None and "其中" in clause and reading.drafts and reading.drafts[-1].start >= reading.paragraph(quantity.start):
        whole = [draft for draft in reading.drafts[-6:] if draft.quantity.kind == quantity.kind]
        same = whole[-1] if whole else None
    if same and "其中" in clause and not (own and own[0][0] > NAME):
        return same.metric
    listed = text[begin : begin + 1] == "、"  # 破获盗窃案10起、诈骗案20起: the verb is carried
    if own and own[0][0] > (NAME if listed else NAME - 0.5) and own[0][0] >= least:
        return own[0][1]
    if previous and not left and len(clause) <= 2 and (quantity.kind, previous[-1].quantity.kind) == ("person", "case"):
        return people(reading, previous[-1])
    if same and not left and JOINED.fullmatch(clause):
        return same.metric
    carried = reading.words_in(sentence, max(begin, carried_to))
    scored = weigh(hear(text, left, right, carried, at=quantity.start, bounded=bounded), quantity.kind, quantity.word)
    if scored and scored[0][0] >= least:
        return scored[0][1]
    if least:
        return None
    if same and SHORT.fullmatch(clause):
        return same.metric
    return fallback(reading, quantity, clause, after)


def people(reading: Reading, cases: Draft) -> Metric | None:
    """Return what the people of 审结450件1022人 are: by the verb of the cases, else by their metric."""
    scored = weigh(hear(reading.text, reading.words_in(cases.begin, cases.start), [], []), "person")
    return scored[0][1] if scored else BY_CODE.get(PEOPLE_OF.get(cases.metric.code, ""))


def choose_rate(quantity: Quantity, left: list[Word], clause: str, after: str) -> Metric | None:
    """Return share or a named rate for a percentage; None for one that measures something else."""
    if quantity.is_factor or quantity.is_points:
        return None
    scored = weigh(hear("", left, [], []), "percent")
    if scored:
        return scored[0][1]
    if SHARE_NOUN.search(clause) or ((quantity.word != "%" or "其中" in clause) and re.match("(?:以上)?(?:是|为|系)", after)):
        return BY_CODE["share"]
    return BY_CODE["other"] if "率" in clause[-6:] else None


def fallback(reading: Reading, quantity: Quantity, clause: str, after: str) -> Metric | None:
    """Return the metric of a case count without a verb: that of the list or paragraph it stands in, else cases filed."""
    if quantity.kind == "case":
        paragraph = reading.paragraph(quantity.start)
        for draft in reversed(reading.drafts[-MOST_DRAFTS:]):
            if draft.start < paragraph and not LIST_LINE.search(clause):
                break
            if draft.quantity and draft.quantity.kind == "case" and draft.metric.unit == "case":
                return draft.metric
        if CASE_NOUN.search(clause) or CASE_NOUN.search(after):
            return BY_CODE["cases_filed"]
    return None
