"""How fast and in how much memory an export is written: `python -m tests.benchmarks.exports STATISTICS`.

A corpus of made-up rows is filled once; each format is exported by a process of its own, so that its peak memory
can be told. The peer is the standard library's csv writer over the query of the table `statistics`, bare: no
manifest, no other table, no check of a value.
"""

import argparse
import csv
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from crawler.db import connect, transaction
from crawler.exports.choice import Choice, choose
from crawler.exports.export import FORMATS, write_export
from crawler.exports.tables.statistics import STATISTICS
from crawler.lookups import fill_lookups
from crawler.metrics import METRICS
from crawler.regions import names_by_code

A_PAGE = 10  # statistics; the first of them is of a whole year
TEXT = "全市公安机关持续打击电信网络诈骗犯罪，破获案件383起，抓获犯罪嫌疑人86名，返还资金640万元。" * 15


def fill(corpus: Path, statistics: int) -> None:
    """Make a corpus of ten statistics a notice."""
    with closing(connect(corpus)) as db:
        fill_lookups(db)
        fill_notices(db, statistics)


def fill_notices(db: Database, statistics: int) -> None:
    """Write notices with their pages and statistics."""
    regions, seen = sorted(names_by_code()), "2024-01-31T00:00:00Z"
    page = {"body_kind": "text", "transforms": "[]", "published_witnesses": "[]", "attachments": "[]"}
    page |= {
        "text": TEXT,
        "folded": TEXT,
        "content_hash": "0",
        "extractor_version": 1,
        "host": "gaj.yunling.example",
    }
    page |= {"first_seen": seen, "last_seen": seen, "last_changed": seen, "title": "打击电信网络诈骗犯罪战报"}
    figure = {
        "label": "破获",
        "unit": "case",
        "qualifier": "exact",
        "place": "全市",
        "is_subset": 0,
        "is_case": 0,
    }
    figure |= {"is_baseline": 0, "quote": "383起", "start_offset": 22, "end_offset": 26}
    with transaction(db):
        for number in range(1, statistics // A_PAGE + 1):
            known = {
                "region_code": regions[number % len(regions)],
                "published": f"{2010 + number % 15}-06-01",
            }
            db["notices"].insert({"id": number, "page_id": number, "copies": 1})
            db["pages"].insert(
                page
                | known
                | {"id": number, "notice_id": number, "url": f"http://gaj.yunling.example/{number}"}
            )
            db["statistics"].insert_all(
                figure
                | {
                    "page_id": number,
                    "metric": METRICS[(number + at) % len(METRICS)].code,
                    "value": number * A_PAGE + at,
                    "period_start": f"{2010 + number % 15}-01-01",
                    "period_end": f"{2010 + number % 15}-{'06-30' if at else '12-31'}",
                }
                for at in range(A_PAGE)
            )


def bare_csv(corpus: Path, folder: Path) -> None:
    """Write the table statistics with nothing but the standard library's csv."""
    with closing(connect(corpus, read_only=True)) as db:
        choose(db, Choice())
        with (folder / "bare.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(STATISTICS.names)
            writer.writerows(db.execute(STATISTICS.sql))


def export(corpus: Path, folder: Path, formats: list[str]) -> None:
    """Write a whole export."""
    with closing(connect(corpus, read_only=True)) as db:
        write_export(db, Choice(), formats, folder / "-".join(formats), lambda table, rows: None)


def measured(what: str, function: Callable, corpus: Path, folder: Path, *arguments: object) -> None:
    """Run a function and print its seconds, the peak memory of this process and what it wrote."""
    started = time.perf_counter()
    function(corpus, folder, *arguments)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    print(f"{what:18} {seconds:7.1f} s {peak:7.0f} MB peak {size:8.1f} MB written", flush=True)


def alone(function: Callable, *arguments: object) -> None:
    """Run a function in a process of its own, which starts small."""
    process = multiprocessing.get_context("spawn").Process(target=function, args=arguments)
    process.start()
    process.join()


def main() -> None:
    """Fill a corpus and measure every format and the peer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("statistics", type=int)
    wanted = parser.parse_args().statistics
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name) / "corpus.db"
        alone(fill, corpus, wanted)
        print(f"{wanted:,} statistics of {wanted // A_PAGE:,} notices, {corpus.stat().st_size / 1e6:.0f} MB")
        runs: list[tuple] = [("peer: csv, bare", bare_csv)]
        runs += [(which, export, [which]) for which in FORMATS]
        for number, (what, function, *arguments) in enumerate([*runs, ("all", export, list(FORMATS))]):
            folder = Path(name) / str(number)
            folder.mkdir()
            alone(measured, what, function, corpus, folder, *arguments)


if __name__ == "__main__":
    main()
