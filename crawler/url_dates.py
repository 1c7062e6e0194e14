"""Read the day that a CMS writes into the address of an article."""

import re
from urllib.parse import urlsplit

from crawler.dates import Day, is_day

YEAR, MONTH, DAY = r"(?P<year>(?:199\d|20\d\d))", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
SHORT_YEAR = r"(?P<year>\d\d)"

# Each form has been seen on real sites; the whole number has to be a date, so that an id of nine digits is none.
FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d){YEAR}[-_/]?{MONTH}[-_/]?{DAY}(?!\d)",  # /2031/04/02/ /2031/0402/ /203104/02/ t20310402_ 2031-04-02
        r"/(?P<year>20\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})/",  # /2031/4/2/ (Sichuan)
        rf"/{YEAR}/[A-Z]+_{MONTH}{DAY}(?:\.|$)",  # /2031/ABCDEFGH_0402
        rf"/{SHORT_YEAR}/{MONTH}{DAY}/\d\d/[0-9A-Z]{{16}}",  # /31/0402/08/ABCDEFGH00012345.html (163.com)
        rf"/{SHORT_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/n\d+",  # /b5/31/4/2/n1234567.htm (epochtimes.com)
    )
)


MONTH_FORM = re.compile(rf"/{YEAR}[-_/]?{MONTH}/")


def month_in_url(url: str) -> str | None:
    """Return the month (YYYY-MM) that a folder of `url` names; None if none or two different ones are named."""
    months = {f"{match['year']}-{match['month']}" for match in MONTH_FORM.finditer(urlsplit(url).path)}
    return months.pop() if len(months) == 1 else None


def date_in_url(url: str) -> Day | None:
    """Return the day named in the path of `url`; None if it names none or two different ones."""
    path = urlsplit(url).path
    for form in FORMS:
        days = {
            f"{year + 2000 if year < 100 else year:04}-{month:02}-{day:02}"
            for year, month, day in (
                (int(match["year"]), int(match["month"]), int(match["day"])) for match in form.finditer(path)
            )
            if is_day(year + 2000 if year < 100 else year, month, day)
        }
        if days:
            return Day(days.pop(), "day") if len(days) == 1 else None
    return None
