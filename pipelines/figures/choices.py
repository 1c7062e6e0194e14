"""Choose the metric of a quantity: from its clause, else its sentence, else the list it stands in."""

import re

from crawler.metrics import BY_CODE
from pipelines.figures.around import Around, Choice, labelled, own_words, said
from pipelines.figures.clauses import PAUSE, Word
from pipelines.figures.events import hear, named, weigh
from pipelines.figures.extents import Clause
from pipelines.figures.findings import WINDOW, Reading
from pipelines.figures.measures import Quantity
from pipelines.figures.rules import LIKELY, SURE

SHARE_OF = re.compile("的?[^,，。;；0-9]{0,6}?(?:受害|被害|事主|案件|诈骗|骗案|当事人|人群|群众|嫌疑人)")
OF_PEOPLE = re.compile(
    "(?:人口|网民)[^,，。;；]{0,3}占[^,，。;；]{0,4}$"
)  # 60岁以上人口占24.1%: of a town, not of victims
OF_GROUP = re.compile("(?:人|者|主|群众|案件|警情)(?:当)?中[,，]?有?$")
GOES_ON = re.compile("[,，](?:仅|高)?(?:达到?|为|升至|降至)")  # 破案率首次过半,达52.8%
SHARED = re.compile("[男女]?[子性]?(?:、|和|及|与|以及|、及)")  # 234名男子和108名女子接受调查
JOINTS = ("、", "和", "及", "与", "以及", "、及")
PERSONAL = re.compile("[她他]|某")


def choose(reading: Reading, clause: Clause) -> Choice | None:
    """Return what a quantity counts, from its own clause, else from its sentence; None if nothing says so."""
    text, quantity, kind = reading.text, clause.quantity, clause.quantity.kind
    right = reading.words_in(quantity.end, min(clause.end, quantity.end + 60)) or shared_object(
        reading, quantity
    )
    story = kind == "count" and told_of_someone(reading, quantity.start)
    left, comma = own_words(text, clause, alone=not right and not story)
    if kind == "thing" or (kind == "bare" and not labelled(text, quantity, left)):
        return None
    after = text[quantity.end : quantity.end + 12]
    if kind == "percent":
        return choose_rate(quantity, left, clause.text, after) or next_rate(reading, clause.text)
    left_start = left[0].start if left else comma + 1
    parted = left_start < comma
    heard = hear(text, left, right, quantity.start if parted else None, bounded=clause.bounded)
    own = weigh(heard, kind, quantity.word)
    around = Around(
        reading, quantity, clause.text, after, left, right, max(clause.begin, left_start), story, heard, own
    )
    for rule in SURE if story else SURE + LIKELY:
        if choice := rule(around):
            return choice
    return None


def told_of_someone(reading: Reading, at: int) -> bool:
    """Tell whether the sentence before an offset is the story of one person."""
    return PERSONAL.search(reading.text, max(reading.sentence(at), at - WINDOW), at) is not None


def shared_object(reading: Reading, quantity: Quantity) -> list[Word]:
    """Return the words behind the last of a list that shares them: 接获19 249宗、27 923宗及39 824宗诈骗案."""
    if not SHARED.match(reading.text, quantity.end):
        return []
    last = quantity
    for following in reading.found_from(quantity.end, quantity.end + WINDOW):
        if following.word != quantity.word or not SHARED.fullmatch(reading.text, last.end, following.start):
            break
        last = following
    if last is quantity:
        return []
    pause = PAUSE.search(reading.text, last.end, last.end + 60)
    following = next((q.start for q in reading.found_from(last.end, last.end + 60)), last.end + 60)
    return reading.words_in(last.end, min(following, pause.start() if pause else following))


def next_rate(reading: Reading, clause: str) -> Choice | None:
    """Return the rate of the percentage right before: 破案率分别为10.2%、9.6%和9.1%."""
    before = reading.drafts[-1] if reading.drafts else None
    if before is None or before.quantity.kind != "percent" or before.quantity.is_factor:
        return None
    if GOES_ON.fullmatch(clause):
        return Choice(before.metric, "goes on from the rate before")
    if clause in JOINTS:
        return Choice(before.metric, "the next in a list of rates")
    return None


def choose_rate(quantity: Quantity, left: list[Word], clause: str, after: str) -> Choice | None:
    """Return share or a named rate for a percentage; None for one that measures something else."""
    if quantity.is_factor or quantity.is_points or OF_PEOPLE.search(clause):
        return None
    metric = named(left, "percent")
    if metric:
        return Choice(metric, f"rate: {said(left)}")
    if (quantity.word != "%" or "其中" in clause) and after.startswith(("是", "为", "系")):
        return Choice(BY_CODE["share"], "a share by its words")
    if quantity.word == "半" and OF_GROUP.search(clause):
        return Choice(BY_CODE["share"], "a share of a group")
    if SHARE_OF.match(after):
        return Choice(BY_CODE["share"], "a share of what follows")
    return Choice(BY_CODE["other"], "a rate that is not in the taxonomy") if "率" in clause[-6:] else None
