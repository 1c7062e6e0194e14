"""Incidents that a text tells: when, where, which fraud, how much was handed over."""

import re
from datetime import date

from crawler.dates import find_dates, parse_date
from crawler.items import Case, Page
from pipelines.case_amounts import arrested, involved, returned
from pipelines.incidents import Incident, incidents
from pipelines.kinds.scam_types import first_scam_type
from pipelines.losses import Loss

# 12日, at the head of a clause; 拘留10日 and 15日内 are no days.
BARE_DAY = re.compile(
    r"(?:^|(?<=[\n,，。（(]))(?P<day>\d\d?日)(?=[,，]|[上下]午|凌晨|早|晚|中午|\d\d?[时点:])"
)
REGION_CURRENCY = {"71": "TWD", "81": "HKD", "82": "MOP"}
PLACE = re.compile(
    r"(?=[一-鿿]{1,4}[省自市盟区县旗镇乡街])"  # re is quick to see that most words are none
    r"(?:[一-鿿]{2,3}(?:省|自治区))?(?:[一-鿿]{2,4}(?:市(?!民|场|值)|自治州|盟))?(?:[一-鿿]{1,4}(?:区|县|旗))?(?:[一-鿿]{2,4}(?:镇|乡|街道))?"
)
PLACE_LEAD_IN = re.compile(
    r"^.*(?:[在于从到据向由交给对称住系]|记者|居民|市民|家住|日|时|分|近日|日前|上午|下午|凌晨|一名)"
)
NO_PLACE = re.compile(r"[某我全该本各]|城市$|小区|地区$|社区$|辖区")


def gross_loss(told: list[Loss], *, paid_since: bool = False) -> Loss | None:
    """Return the whole of what was handed over: a stated total, else what was taken, else the payments summed.

    Sums only demanded count where nothing else does and the text says they were paid since.
    """
    found = [loss for loss in told if not loss.demanded] or (told if paid_since else [])
    if not found:
        return None
    taken = [loss for loss in found if loss.taken]
    totals = [loss for loss in taken or found if loss.total]
    pool = totals or [loss for loss in taken if not loss.rough] or taken
    if pool:
        return max(pool, key=lambda loss: loss.value)
    payments: list[Loss] = []
    for loss in found:  # the headline and the text tell one payment twice
        if loss.again or loss.value not in {known.value for known in payments}:
            payments.append(loss)
    first = found[0]
    if len({loss.currency for loss in payments}) > 1:
        return None
    whole = sum(loss.value for loss in payments)
    return Loss(
        whole, first.currency, first.start, found[-1].end, taken=False, total=False, rough=first.rough
    )


def same_money(one: Loss, other: Loss) -> bool:
    """Return whether two amounts tell one: equal, or one the round form of the other (2万多 and 28000)."""
    low, high = sorted((one, other), key=lambda loss: loss.value)
    if low.value == high.value:
        return True
    digits = str(int(low.value))
    step = 10 ** (len(digits) - len(digits.rstrip("0")))
    return low.rough and high.value < low.value + step


def line_around(folded: str, at: int, start: int, end: int) -> tuple[int, int]:
    """Return the span of the line that holds `at`, within `start` and `end`."""
    begin, stop = folded.rfind("\n", start, at) + 1, folded.find("\n", at, end)
    return max(begin, start), end if stop < 0 else stop


def event_day(folded: str, incident: Incident, at: int, anchor: date | None) -> str | None:
    """Return the ISO date told last before `at`, in its line first, then in the incident; else the first behind it."""
    begin, stop = line_around(folded, at, incident.start, incident.end)
    for start, end in ((begin, at), (at, stop), (incident.start, begin)):
        if found := find_dates(folded[start:end], anchor):
            return found[0 if start == at else -1].day.iso[:10]
    return bare_day(folded, incident.start, at, anchor)


def bare_day(folded: str, start: int, end: int, anchor: date | None) -> str | None:
    """Return the ISO date of the last `12日` that opens a clause, as the last such day up to `anchor`."""
    found = [
        day for match in BARE_DAY.finditer(folded, start, end) if (day := parse_date(match["day"], anchor))
    ]
    return found[-1].iso if found else None


def event_place(folded: str, incident: Incident, at: int) -> str | None:
    """Return the place told last before `at` in the incident, with its administrative suffixes."""
    found = [
        clean
        for match in PLACE.finditer(folded, incident.start, at)
        if match[0] and (clean := PLACE_LEAD_IN.sub("", match[0]))
    ]
    named = [place for place in found if len(place) > 2 and not NO_PLACE.search(place)]
    return named[-1] if named else None


def neighbourhood(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return the span from the line before `start` to two lines behind `end`: who was caught stands there."""
    begin = folded.rfind("\n", 0, max(0, folded.rfind("\n", 0, start))) + 1
    for _ in range(3):
        stop = folded.find("\n", end)
        end = len(folded) if stop < 0 else stop + 1
    return begin, end


def cases(text: str, folded: str, published: str | None = None, region_code: str | None = None) -> list[Case]:
    """Return the told incidents: an amount handed over, 0 where it was stopped, None where only the case's is told.

    Several payments without a stated total are added, since the gross amount is what they come to; quotes are cut
    from `text`.
    `published` (ISO) anchors dates without a year; `region_code` (GB/T 2260) gives plain 元 its currency.
    """
    anchor = date.fromisoformat(published[:10]) if published else None
    known: list[tuple[Case, Loss]] = []
    for incident in incidents(folded):
        if not incident.told:
            continue
        loss = gross_loss(incident.losses, paid_since=incident.paid_since)
        whole = involved(folded, incident.start, incident.end)
        stopped = incident.stopped and incident.person
        if not (loss or stopped or whole):
            continue
        if loss and any(same_money(loss, other) for _, other in known if other):
            continue
        at = loss.start if loss else incident.end
        words = loss or whole or incident
        part = folded[incident.start : incident.end]
        case = Case(
            date=event_day(folded, incident, at, anchor),
            place=event_place(folded, incident, at),
            scam_type=first_scam_type(part) or first_scam_type(folded),
            loss=loss.value if loss else 0 if stopped else None,
            currency=(loss and loss.currency) or REGION_CURRENCY.get((region_code or "")[:2], "CNY"),
            start=words.start,
            end=words.end,
        )
        told = {
            "arrested": arrested(folded, *neighbourhood(folded, at, at)),
            "returned": returned(folded, incident.start, incident.end, loss),
            "involved": whole,
        }
        for name, amount in told.items():
            if amount:
                setattr(case, name, amount.value)
                case.quotes[name] = text[amount.start : amount.end]
        case.quote = text[case.start : case.end]
        known.append((case, loss))
    return [case for case, _ in known]


class CasesPipeline:
    """Fill cases from text, publish date and region."""

    def process_item(self, item: Page) -> Page:
        """Return `item` with the incidents its text tells."""
        item.cases = cases(item.text, item.folded, item.published, item.region_code)
        return item
