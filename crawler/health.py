"""Judge what a run met at one site: CHECKS, each a pure function of the site's figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from crawler.expectations import FIELDS
from crawler.site_run import ColumnVisit
from crawler.sites import Site

PAGES_MIN = 20  # fewer pages say nothing about a share
RUNS_MIN = 3  # complete runs before a fall can be seen
LISTED_MIN = 6  # links below which a list may as well halve
PAUSES_MIN = 10  # publication days before a site's rhythm is known
SILENCE_MIN = 60  # days that no site is asked to break


@dataclass(frozen=True)
class Figures:
    """What the checks look at: one site, one run, and what the corpus held of it before."""

    site: Site
    visits: tuple[ColumnVisit, ...] = ()
    complete: bool = True  # the run read every list to its end or to what was known
    answered: int = 0  # pages asked for, refused or not
    refused: int = 0
    walls: tuple[str, ...] = ()  # reasons of refusal that are walls: blocked:jsl …
    errors: int = 0
    sample: int = 0  # pages that this run stored, filled up with the latest before it
    filled: dict[str, int] = field(default_factory=dict)  # of the sample, by FIELDS
    listed_before: tuple[int, ...] = ()  # links on the first list pages, in the last complete runs
    news: tuple[date, ...] = ()  # the latest days on which the site published, newest first
    last_sign: date | None = None  # of life: the day of its last news
    today: date = date.min

    @property
    def listed(self) -> int:
        """Return the links on the first list pages: what does not depend on how far a run had to page."""
        return sum(visit.articles or 0 for visit in self.visits)


@dataclass(frozen=True)
class Check:
    """One way in which a site falls short; `says` yields a sentence with figure and floor for each case of it."""

    code: str
    zh: str
    says: Callable[[Figures], Iterator[str]]


@dataclass(frozen=True)
class Finding:
    """One check that a site failed."""

    check: Check
    site: Site
    said: str

    def __str__(self) -> str:
        """Return the line of the closing report: site, check, figure and floor, what to do next."""
        return (
            f"{self.site.key} {self.site.name}: {self.check.zh} {self.check.code}: {self.said}; "
            f"next: scrapy sites --check {self.site.key}"
        )


def no_links(figures: Figures) -> Iterator[str]:
    """Yield each column whose list could not be had, or held no article."""
    for visit in figures.visits:
        if visit.refusal:
            yield f"column {visit.column.label}: {visit.problem} ({visit.refusal.detail})"
        elif visit.problem:
            yield f"column {visit.column.label}: empty, no article links at {visit.column.url}"


def page_errors(figures: Figures) -> Iterator[str]:
    """Yield the pages on which this program failed."""
    if figures.errors:
        yield f"the program failed on {figures.errors} of its pages; the log names them"


def refused(figures: Figures) -> Iterator[str]:
    """Yield the walls met on pages, else the share of refused pages where it is above what is expected."""
    most = figures.site.expect.refused
    if figures.walls:
        yield f"{', '.join(figures.walls)}: {figures.refused} pages not had, the site is left alone until the next run"
    elif figures.answered >= PAGES_MIN and figures.refused > most * figures.answered:
        yield f"{figures.refused} of {figures.answered} pages refused (at most {most:.0%})"


def fill_rate(figures: Figures) -> Iterator[str]:
    """Yield each field that too few of the newest pages have."""
    if figures.sample < PAGES_MIN:
        return
    for name in FIELDS:
        least, filled = getattr(figures.site.expect, name), figures.filled.get(name, 0)
        if filled < least * figures.sample:
            yield f"{name} in {filled} of the newest {figures.sample} pages (at least {least:.0%})"


def sudden_fall(figures: Figures) -> Iterator[str]:
    """Yield a fall of the links on the first list pages below half of what the last complete runs saw."""
    if not figures.complete or len(figures.listed_before) < RUNS_MIN:
        return
    usual = median(figures.listed_before)
    if usual >= LISTED_MIN and figures.listed < usual / 2:
        yield f"{figures.listed} article links on the first list pages, {usual:g} in the runs before (at least half)"


def silence_limit(figures: Figures) -> int | None:
    """Return how many days the site may be silent: the registry's word, else half as long again as its longest pause."""
    if figures.site.expect.news_days is not None:
        return figures.site.expect.news_days or None
    if len(figures.news) <= PAUSES_MIN:
        return None
    pauses = [later - earlier for later, earlier in zip(figures.news, figures.news[1:], strict=False)]
    return max(SILENCE_MIN, max(pauses) // timedelta(days=1) * 3 // 2)


def nothing_new(figures: Figures) -> Iterator[str]:
    """Yield a silence that is longer than the site's own rhythm, or the registry, lets expect."""
    limit = silence_limit(figures)
    if not figures.complete or figures.last_sign is None or limit is None:
        return
    silence = (figures.today - figures.last_sign).days
    if silence > limit:
        yield f"nothing since {figures.last_sign}, {silence} days (at most {limit}; registry: expect news_days)"


CHECKS = (
    Check("no_links", "栏目无文章", no_links),
    Check("errors", "程序出错", page_errors),
    Check("refused", "网页被拒", refused),
    Check("fill_rate", "字段缺失", fill_rate),
    Check("sudden_fall", "数量骤降", sudden_fall),
    Check("nothing_new", "久无更新", nothing_new),
)


def examine(figures: Figures) -> list[Finding]:
    """Return what a site fell short of, in the order of CHECKS."""
    return [Finding(check, figures.site, said) for check in CHECKS for said in check.says(figures)]
