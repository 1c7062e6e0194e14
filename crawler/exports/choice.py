"""Which notices are exported: the filters of `scrapy export`, as temporary tables that every query joins."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from crawler.exports.places import place_code
from crawler.regions import full_name, province_code


class ExportError(ValueError):
    """Raised where an export cannot be made as asked; the message says what to do."""


@dataclass(frozen=True)
class Choice:
    """The filters; empty ones choose everything. They choose notices; `metrics` also chooses among their statistics."""

    since: str | None = None  # ISO date: published then or later, or first seen then where undated
    provinces: tuple[str, ...] = ()  # GB/T 2260 codes
    metrics: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        """Tell whether nothing is left out."""
        return not (self.since or self.provinces or self.metrics)

    def described(self) -> dict[str, object]:
        """Return the filters for the manifests, provinces by name."""
        return {
            "since": self.since,
            "provinces": [full_name(code) for code in self.provinces],
            "metrics": list(self.metrics),
        }


def choice_of(db: Database, since: str | None, provinces: Sequence[str], metrics: Sequence[str]) -> Choice:
    """Return the filters as given on the command line; raises ExportError for what the corpus cannot know."""
    if since:
        try:
            date.fromisoformat(since)
        except ValueError:
            raise ExportError(f"--since {since}: not a date like 2024-01-31") from None
    codes = [province_code(name) for name in provinces]
    if None in codes:
        name = provinces[codes.index(None)]
        raise ExportError(f"--province {name}: no province of that name; write it as 广西 or 广西壮族自治区")
    known = [row["code"] for row in db.query("select code from metrics order by code")]
    if unknown := [code for code in metrics if code not in known]:
        raise ExportError(f"--metric {unknown[0]}: no such metric; the codes are {' '.join(known)}")
    return Choice(since, tuple(sorted(set(codes))), tuple(sorted(set(metrics))))


CHOSEN = """
    insert into chosen select notices.id, pages.id from notices join pages on pages.id = notices.page_id
    where (:since is null or coalesce(pages.published, first_seen) >= :since)
    and (:provinces = '[]' or substr(region_code, 1, 2) in (select value from json_each(:provinces)))
    and (:metrics = '[]' or exists (select 1 from statistics where statistics.page_id = pages.id
        and metric in (select value from json_each(:metrics))))"""
# A chosen notice with the page that speaks for it, and the names of its region.
SPEAKING = """
    create temp view speaking as
    select pages.*, notices.copies, province.name as province, city.name as city,
        county.name as county
    from chosen join notices on notices.id = chosen.notice_id join pages on pages.id = chosen.page_id
    left join regions as province on province.code = substr(pages.region_code, 1, 2) || '0000'
    left join regions as city on city.code = substr(pages.region_code, 1, 4) || '00' and city.level = 'city'
    left join regions as county on county.code = pages.region_code and county.level = 'county'"""


def choose(db: Database, choice: Choice) -> int:
    """Make the temporary tables of a connection, read-only ones too; return how many notices are chosen."""
    db.conn.create_function("place_code", 2, place_code, deterministic=True)
    db.execute("create temp table chosen (notice_id integer primary key, page_id integer not null unique)")
    db.execute("create temp table chosen_metrics (code text primary key)")
    db.execute(SPEAKING)
    db.execute(
        CHOSEN,
        {
            "since": choice.since,
            "provinces": json.dumps([code[:2] for code in choice.provinces]),
            "metrics": json.dumps(choice.metrics),
        },
    )
    db.execute(
        """insert into chosen_metrics select code from metrics
        where :metrics = '[]' or code in (select value from json_each(:metrics))""",
        {"metrics": json.dumps(choice.metrics)},
    )
    return db.execute("select count(*) from chosen").fetchone()[0]
