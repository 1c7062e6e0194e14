"""Part a text into the incidents it tells: from one victim to the next."""

import re
from dataclasses import dataclass, field

from crawler.persons import NAMED
from pipelines.kinds.doc_type import SOMEBODY, VICTIM
from pipelines.losses import PAID_SINCE, Loss, losses

SENTENCE = re.compile(r"[^。;；!！?？\n]+[。;；!！?？”」]*")
SOMEONE = re.compile(rf"{VICTIM.pattern}|有人|市民|群众|学生|财务|会计|老人|报案|报警|接报|接警|求助")
NEXT_CASE = re.compile(
    r"^[【（(]?(?:典型|真实)?(?:案例|案件|案)(?:[一二三四五六七八九十\d]|[:：】])|^典型案例"
)
ANOTHER = re.compile(r"^[^,，。]{0,8}(?:另一[位名]|另有一?名?|还有一[位名]|无独有偶)")
HEADLINE = re.compile(r"被?骗|损失|诈骗")
HEADLINE_LENGTH = 40
HARM = r"(?:造成|遭受|受到)?[^。,，]{0,4}[损财]损?失?"
STOPPED = re.compile(
    r"险些|险遭|差一?点|多了个心眼|劝了?回|未(?:被骗)?转账|还未转|尚未转|没有?转账|放弃(?:了)?(?:转账|汇款|转帐)|打消[^。]{0,4}念头|成功(?:劝阻|拦截|制止|阻止)|劝阻成功|拦阻成功|拦截成功|及时(?:劝阻|制止|拦截|止)|可能正在被骗|"
    rf"未{HARM}|没有?{HARM}|避免[^。,，]{{0,6}}(?:经济)?损失|疑似被骗|正在(?:被骗|遭遇)"
)


@dataclass
class Incident:
    """What runs from one victim to the next: `folded[start:end]`."""

    start: int
    end: int
    person: str | None = None
    told: bool = False  # someone it happened to is named or meant
    stopped: bool = False
    paid_since: bool = False  # what was demanded was paid
    losses: list[Loss] = field(default_factory=list)


def is_headline(sentence: str, folded: str, end: int) -> bool:
    """Return whether a line without a full stop, which ends at `end`, heads the story on the next line."""
    line = sentence.strip()
    if NEXT_CASE.match(line):
        return True
    if not 0 < len(line) <= HEADLINE_LENGTH or line[-1] in "。!！?？;；,，”" or not HEADLINE.search(line):
        return False
    following = folded[end : end + 200].lstrip("\n")
    return len(following.split("\n", 1)[0]) > HEADLINE_LENGTH


def incidents(folded: str) -> list[Incident]:
    """Split a text where another victim or another headline comes."""
    found = [Incident(0, 0)]
    for match in SENTENCE.finditer(folded):
        sentence, (start, end) = match[0], match.span()
        last = found[-1]
        name = NAMED.search(sentence)
        person = name["name"].removeprefix("的") if name else None
        lone = start == 0 or folded[start - 1] == "\n"
        headed = lone and is_headline(sentence, folded, end)
        if (
            headed
            or ANOTHER.match(sentence.strip())
            or (person and last.person and person[:2] != last.person[:2] and last.person not in sentence)
        ):
            last = Incident(start, end)
            found.append(last)
        last.person = last.person or person
        last.told = bool(last.told or person or SOMEBODY.search(sentence) or SOMEONE.search(sentence))
        last.stopped = last.stopped or bool(STOPPED.search(sentence))
        last.losses += losses(folded, start, end)
        last.paid_since |= bool(last.losses) and bool(PAID_SINCE.search(sentence))
        last.end = end
    return found
