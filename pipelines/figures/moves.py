"""Find the changes of a text: a word of direction with the amounts, bases and lists that belong to it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from pipelines.figures.changes import (
    DIRECTION,
    DIRECTION_OF,
    FACTORS,
    FILL,
    FROM,
    LATER,
    LIST,
    NO_CHANGE,
    RATIO,
    TO,
    WINDOW,
    Move,
    basis_of,
    last_base,
)
from pipelines.figures.measures import Quantity

SHARE = re.compile("占[^,，]*$")
BOTH = re.compile("(同比|环比|按年|按月)[、和及与](同比|环比|按年|按月)(?:均|都)?分别?$")
ALL = re.compile("均|都|双双|全部")
OWN_WORD = re.compile("上升|下降|增长|增加|减少|[增升降跌减]")
OPEN, CLOSE = ("(", "（"), (")", "）")
LONGEST_GAP = 11  # characters between a word of direction and its amount


def same_size(first: Quantity, second: Quantity, *, apart: bool) -> bool:
    """Tell whether one verb may give out both: 上升25%、30%, with 分别 also 上升25%、2.3倍."""
    if first.kind != second.kind:
        return not {first.kind, second.kind} - {"case", "person", "money"}  # 增加1,200件、12亿元
    return first.word == second.word or (apart and first.kind == "percent")


class MoveReader:
    """Reads the changes of a folded text; `year_at` returns the year that governs a quantity, by its index."""

    def __init__(
        self,
        text: str,
        found: Sequence[Quantity],
        sentences: Sequence[int],
        year_at: Callable[[int], int | None],
    ) -> None:
        self.text, self.found, self.sentences, self.year_at = text, found, sentences, year_at
        self.taken: set[int] = set()

    def read(self) -> list[Move]:
        """Return the changes in order."""
        moves: list[Move] = []
        starts = [quantity.start for quantity in self.found]
        for match in DIRECTION.finditer(self.text):
            at = match.start()
            if moves and at < moves[-1].end:
                continue
            sentence = self.sentences[bisect_right(self.sentences, at) - 1]
            move = self.told(match, bisect_left(starts, at), sentence)
            if move:
                moves += self.of_both(move)
                self.taken.update(move.amounts, () if move.also is None else (move.also,))
        return sorted([*moves, *self.ratios()], key=lambda move: move.start)

    def of_both(self, move: Move) -> list[Move]:
        """Return a change, or the two that 同比、环比分别下降A和B tells, each with its own base."""
        both = len(move.amounts) == 2 and BOTH.search(self.text, max(0, move.start - WINDOW), move.start)
        if not both:
            return [move]
        bases = ["yoy" if name in ("同比", "按年") else "mom" for name in both.groups()]
        middle = self.found[move.amounts[0]].end
        return [
            replace(move, end=middle, basis=bases[0], amounts=move.amounts[:1], turns=move.turns[:1]),
            replace(move, start=middle, basis=bases[1], amounts=move.amounts[1:], turns=move.turns[1:]),
        ]

    def basis(self, start: int, end: int, index: int) -> str | None:
        """Return the kind of the last base named in a stretch."""
        base = last_base(self.text, start, end)
        return basis_of(base, self.year_at(index)) if base else None

    def free(self, index: int) -> Quantity | None:
        """Return a quantity that no change has taken yet."""
        return self.found[index] if 0 <= index < len(self.found) and index not in self.taken else None

    def told(self, match: re.Match[str], index: int, sentence: int) -> Move | None:
        """Return the change whose word of direction is `match`, None where that word tells no change."""
        text, start, word = self.text, match.start(), match[0]
        begin = max(sentence, self.found[index - 1].end if index else 0, start - WINDOW)
        if SHARE.search(text, begin, start):
            return None
        before = self.free(index - 1)
        if word.startswith("翻"):
            factor = Decimal(FACTORS[match["fold"]])
            move = Move(start, match.end(), "up", factor=factor, share_all=self.every(begin, start))
        elif (direction := DIRECTION_OF[word.lstrip(":为 ")]) == "flat":
            move = Move(start, match.end(), "flat")
        elif index == len(self.found):
            return None
        elif (
            before and before.kind == "percent" and start <= before.end + 2 and LATER.match(text, before.end)
        ):
            return self.after_amount(match, index, sentence, direction)
        else:
            move = self.before_amount(match, index, begin, sentence, direction)
        if move is None:
            return None
        move.basis = self.basis(begin, start, index) or self.bracketed(begin, sentence, index)
        plain = move.direction != "flat" or move.basis or text[start - 2 : start] == "基本"
        return move if plain else None

    def every(self, begin: int, start: int) -> bool:
        """Tell whether a change is of all figures before it: 均上升."""
        return ALL.search(self.text, max(begin, start - 4), start) is not None

    def before_amount(
        self, match: re.Match[str], index: int, begin: int, sentence: int, direction: str
    ) -> Move | None:
        """Return a change told before its amount or the new value, None where neither follows closely."""
        text, start, amount = self.text, match.start(), self.found[index]
        if amount.start - match.end() > LONGEST_GAP:
            return None
        gap = text[match.end() : amount.start]
        if match[0] == "少" and gap.startswith("损失"):  # 群众少损失860万元
            start, gap = match.end() + len("损失"), gap.removeprefix("损失")
        if TO.fullmatch("至" * (match[0][-1] in "至到") + gap):
            old = self.old_value(index, sentence)
            if old is not None and self.found[old].kind != amount.kind:
                return None
            return Move(start, amount.start, direction, to=index, from_=old)
        if not FILL.fullmatch(gap) or (len(match[0]) == 1 and gap.startswith(":")):
            return None
        return self.sized(
            Move(start, start, direction, share_all=self.every(begin, start)), index, begin, sentence
        )

    def bracketed(self, begin: int, sentence: int, index: int) -> str | None:
        """Return the base in front of a bracket that holds the old value: 较2023年(39 824宗)增加."""
        if not index or not self.text.startswith(CLOSE, begin):
            return None
        opened = max(self.text.rfind(mark, max(sentence, begin - WINDOW), begin) for mark in OPEN)
        return self.basis(max(sentence, opened - 14), opened, index) if opened > 0 else None

    def after_amount(self, match: re.Match[str], index: int, sentence: int, direction: str) -> Move:
        """Return a change told behind its amount: 约一成二的升幅."""
        amount = self.found[index - 1]
        start = max(sentence, self.found[index - 2].end if index > 1 else 0, amount.start - WINDOW)
        return Move(
            amount.start, match.end(), direction, self.basis(start, amount.start, index), (index - 1,)
        )

    def old_value(self, index: int, sentence: int) -> int | None:
        """Return the index of the quantity before, if it is what a change started from: 由13起."""
        old = self.free(index - 1)
        if old and FROM.search(self.text, max(sentence, old.start - 13), old.start):
            return index - 1
        return None

    def sized(self, move: Move, index: int, begin: int, sentence: int) -> Move | None:
        """Complete a change with the amounts from `index` on, and the new or bracketed values behind them."""
        text, found = self.text, self.found
        if found[index].kind == "tonne" or (
            found[index].kind != "percent" and NO_CHANGE.match(text, found[index].end)
        ):
            return None
        amounts = self.amounts(index, apart="分别" in text[begin : found[index].start])
        following, end = amounts[-1] + 1, found[amounts[-1]].end
        if following < len(found) and TO.fullmatch(text[end : found[following].start] or "-"):
            move.to, move.from_ = following, self.old_value(index, sentence)
        elif text.startswith(("至", "到"), end):
            return None
        elif following < len(found) and self.in_brackets(end, found[following]):
            move.also, end = following, found[following].end + 1
        move.end, move.amounts, move.turns = end, tuple(amounts), self.turns(amounts, move.direction)
        return move

    def turns(self, amounts: list[int], direction: str) -> tuple[str, ...]:
        """Return the direction of each of the amounts, where one has a word of its own; else nothing."""
        if len(amounts) == 1:
            return ()
        found = [direction]
        for before, after in pairwise(amounts):
            word = OWN_WORD.search(self.text[self.found[before].end : self.found[after].start])
            found.append(DIRECTION_OF[word[0]] if word else found[-1])
        return tuple(found) if len(set(found)) > 1 else ()

    def in_brackets(self, end: int, quantity: Quantity) -> bool:
        """Tell whether a percentage in brackets follows at `end`: 少1,759宗(6.2%)."""
        inside = quantity.start == end + 1 and self.text.startswith(OPEN, end)
        return inside and quantity.kind == "percent" and self.text.startswith(CLOSE, quantity.end)

    def amounts(self, index: int, *, apart: bool) -> list[int]:
        """Return the indices of the amounts that one word of direction gives out."""
        amounts = [index]
        for following in range(index + 1, len(self.found)):
            between = self.text[self.found[following - 1].end : self.found[following].start]
            if len(between) > 6 or not LIST.fullmatch(between) or (between[0] in ",，;；" and not apart):
                break
            if not same_size(self.found[index], self.found[following], apart=apart):
                break
            amounts.append(following)
        return amounts

    def ratios(self) -> list[Move]:
        """Return what is told as a multiple of an old value: 是2016年的5.6倍."""
        moves = []
        for index, quantity in enumerate(self.found):
            if quantity.word != "倍" or index in self.taken:
                continue
            ratio = RATIO.search(self.text, max(0, quantity.start - 24), quantity.start)
            if not ratio:
                continue
            basis = self.basis(ratio.start(), quantity.start, index)
            if basis is None and ratio["base"]:
                year = re.search("(?:19|20)[0-9]{2}", ratio["base"])
                basis = "yoy" if year and self.year_at(index) == int(year[0]) + 1 else "vs_period"
            moves.append(Move(ratio.start(), quantity.end, "up", basis, (index,), ratio=True))
        return moves
