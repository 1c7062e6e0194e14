"""What a report is about: the filters, and the views that every query of it reads."""

import json
from dataclasses import dataclass

from sqlite_utils import Database

from crawler.exports.choice import Choice, ExportError, choice_of, choose
from crawler.exports.tables.cells import RANK
from crawler.regions import full_name

TOLD = """
    create temp table told_notices as select notice_id from speaking
    where :year is null or substr(published, 1, 4) = :year"""
FIGURES = f"""
    create temp view figures as
    select s.*, place_code(s.place, speaking.region_code) as place_region, speaking.source, speaking.issuer,
        speaking.host, metrics.zh as metric_zh, metrics.en as metric_en, {RANK} as rank
    from notice_statistics as s join speaking on speaking.id = s.page_id
    join metrics on metrics.code = s.metric left join sites on sites.key = speaking.site"""  # noqa: S608  SQL of ours


@dataclass(frozen=True)
class Scope:
    """The filters. A year chooses notices by their publish date and figures by the period they are about."""

    choice: Choice
    year: str | None = None

    @property
    def named(self) -> str:
        """Return what is looked at, in Chinese, empty for everything."""
        places = "、".join(full_name(code) or code for code in self.choice.provinces)
        return " ".join(filter(None, (self.year and f"{self.year}年", places)))

    @property
    def parameters(self) -> dict[str, object]:
        """Return the parameters of the queries: year, provinces as a JSON list of two digits, width.

        `width` is how many digits of a region code tell its places apart: provinces, or the cities of one.
        """
        provinces = [code[:2] for code in self.choice.provinces]
        return {"year": self.year, "provinces": json.dumps(provinces), "width": 4 if provinces else 2}


def scope_of(db: Database, year: str | None, provinces: list[str]) -> Scope:
    """Return the filters as given on the command line; raises ExportError for what no corpus can know."""
    if year and not (len(year) == 4 and year.isdecimal() and year.isascii()):
        raise ExportError(f"--year {year}: not a year like 2024")
    return Scope(choice_of(db, None, provinces, ()), year)


def look(db: Database, scope: Scope) -> None:
    """Make the views of a connection, in its open transaction: `speaking` the notices of the chosen provinces,
    `told` those of the year, `figures` what the former report, with region, metric and rank of the source.

    Raises ExportError where there is nothing to report.
    """
    notices = choose(db, scope.choice)
    db.execute(TOLD, scope.parameters)
    db.execute("create temp view told as select * from speaking where notice_id in told_notices")
    db.execute(FIGURES)
    if not notices:
        place = f" of {scope.named}" if scope.named else ""
        raise ExportError(f"the corpus holds no notice{place}; `scrapy run` or `scrapy demo` fills it")
    about = "select 1 from told union select 1 from figures where substr(period_end, 1, 4) = ?"
    if scope.year and not db.execute(about, [scope.year]).fetchone():
        (span,) = db.execute(
            "select min(substr(published, 1, 4)) || ' to ' || max(substr(published, 1, 4)) from speaking"
        ).fetchone()
        raise ExportError(f"--year {scope.year}: no notice of that year; publish years go from {span}")
