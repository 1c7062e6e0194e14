"""How fast the Datasette site answers over a large corpus: `python -m tests.benchmarks.site PAGES [--keep FOLDER]`.

Generated pages (tests/benchmarks/notices.py) with made-up facts are written once; then every table with its facets,
searches, every canned query and every chart are asked of a real Datasette. Seconds are of the clock, the second of
two asks, slowest first. --keep leaves the site in a folder and uses the corpus that is there already.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import yaml
from datasette.app import Datasette
from sqlite_utils import Database

from crawler.db import connect, transaction
from crawler.fold import fold
from crawler.lookups import fill_lookups
from crawler.metrics import METRICS
from crawler.regions import names_by_code
from crawler.taxonomy import SCAM_TYPES
from pipelines.corpus import insert
from tests.benchmarks.notices import Generated, generate

OUTPUT = Path(__file__).parent.parent.parent / "output"
PARTS = ("metadata.yml", "settings.json", "plugins", "templates", "static")
SEEN = "2024-01-31T00:00:00Z"
SITES = 600
FIGURES = 4  # of a page; the first is 破案数 of a whole year
SEARCHES = "诈骗 诈 反诈中心 虚假投资平台 没有这个词".split()
A_PAGE = {
    "body_kind": "text", "transforms": "[]", "published_witnesses": "[]", "attachments": "[]", "content_hash": "0",
    "extractor_version": 1, "first_seen": SEEN, "last_seen": SEEN, "last_changed": SEEN, "source_kind": "official",
    "script": "hans",
}  # fmt: skip
A_SITE = {"level": "city", "kind": "police", "state": "confirmed"}
A_FIGURE = {
    "label": "破获", "unit": "case", "qualifier": "exact", "place": "全市", "is_subset": 0, "is_case": 0,
    "is_baseline": 0, "quote": "383起", "start_offset": 2, "end_offset": 6,
}  # fmt: skip
A_CONTACT = {"phones": '["110"]', "emails": "[]", "quote": "110", "start_offset": 20, "end_offset": 23}
A_CASE = {"currency": "CNY", "quotes": "{}", "quote": "被骗3万元", "start_offset": 30, "end_offset": 35}


def page_row(given: Generated, draw: random.Random, regions: list[str], kinds: list[str]) -> dict:
    """Return the row of `pages` of a generated page."""
    number, host = given.number + 1, f"gaj{given.number % SITES}.example"
    return A_PAGE | {
        "id": number, "url": f"http://{host}/{number}.html", "host": host, "site": host, "title": given.title,
        "text": given.text, "folded": fold(given.text), "issuer": f"{given.title[:3]}公安局",
        "published": f"{2012 + number % 13}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        "doc_type": draw.choice(kinds), "region_code": regions[given.notice % len(regions)],
    }  # fmt: skip


def write_facts(write: Callable, page: dict, draw: random.Random) -> None:
    """Write figures, a contact, a case, a scam type and a campaign of a page, and a URL that was dropped."""
    key, year, scam = {"page_id": page["id"]}, page["published"][:4], draw.choice(SCAM_TYPES).code
    period = {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
    codes = ["cases_solved", *(draw.choice(METRICS).code for _ in range(FIGURES - 1))]
    figures = [{"metric": code, "value": draw.randint(1, 99_999)} for code in codes]
    write("statistics", [A_FIGURE | period | key | figure for figure in figures])
    write("contacts", [A_CONTACT | key | {"name": f"{page['issuer']}反诈中心"}])
    write("cases", [A_CASE | key | {"scam_type": scam, "loss": draw.randint(1_000, 9_999_999), "date": year}])
    write("page_scam_types", [key | {"scam_type": scam}])
    write("page_campaigns", [key | {"campaign": f"云剑-{year}"}])
    dropped = {"url": f"{page['url']}?", "site": page["site"], "outcome": "dropped", "reason": "off_topic"}
    write("rejections", [dropped | {"first_seen": SEEN, "last_seen": SEEN}])


def fill(db: Database, pages: int) -> None:
    """Write sites, pages, their notices and facts; every fifth copy is called an excerpt as well."""
    draw, regions = random.Random(1), sorted(names_by_code())
    write, kinds = partial(insert, db.conn), [code for (code,) in db.execute("select code from doc_types")]
    write("sites", [A_SITE | {"key": f"gaj{at}.example", "name": f"第{at}市公安局"} for at in range(SITES)])
    for given in generate(pages):
        page, notice = page_row(given, draw, regions, kinds), given.notice + 1
        if not given.copied:
            write("notices", [{"id": notice}])
        write("pages", [page | {"notice_id": notice}])
        if given.copied:
            db.execute("update notices set copies = copies + 1 where id = ?", [notice])
            if page["id"] % 5 == 0:
                write("page_links", [{"page_a": notice, "page_b": page["id"], "relation": "excerpt"}])
        else:
            db.execute("update notices set page_id = id where id = ?", [notice])
        write_facts(write, page, draw)


def asked(metadata: dict) -> Iterator[tuple[str, str]]:
    """Yield what is asked of the site: a name and a path."""
    corpus = metadata["databases"]["corpus"]
    for name, table in corpus["tables"].items():
        if not table.get("hidden"):
            yield f"table {name}", f"/corpus/{name}"
    for table, column in (("notices", "year"), ("notices", "province"), ("notice_statistics", "metric")):
        yield (
            f"{table} by two facets",
            f"/corpus/{table}?" + urlencode({"_facet": column, "_facet_size": 100}),
        )
    yield "notices, last page", "/corpus/notices?_sort=title&_next=50"
    for query in SEARCHES:
        yield f"search {query}", "/corpus/notices?" + urlencode({"_search": query})
    yield "notice 1", "/corpus/notices/1"
    for name in corpus["queries"]:
        yield f"query {name}", f"/corpus/{name}"
    charts = metadata["plugins"]["datasette-dashboards"]["overview"]["charts"]
    for name, chart in charts.items():
        if "query" in chart:
            yield f"chart {name}", "/corpus.json?" + urlencode({"sql": chart["query"], "_shape": "array"})


async def measured(folder: Path) -> list[tuple[float, str, str]]:
    """Return seconds, name and what went wrong for everything that is asked."""
    site, metadata = (
        Datasette(config_dir=folder),
        yaml.safe_load((OUTPUT / "metadata.yml").read_text("utf-8")),
    )
    await site.invoke_startup()
    found = []
    for name, path in asked(metadata):
        for _ in range(2):
            started = time.perf_counter()
            answer = await site.client.get(path)
            took = time.perf_counter() - started
        wrong = "" if answer.status_code == 200 else f"HTTP {answer.status_code}"
        wrong += " facets timed out" if "facets timed out" in answer.text else ""
        found.append((took, name, f"{wrong} {len(answer.content) / 1000:.0f} kB"))
    return sorted(found, reverse=True)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=int)
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = args.keep or Path(name)
        folder.mkdir(exist_ok=True)
        for part in PARTS:
            if not (folder / part).exists():
                (folder / part).symlink_to(OUTPUT / part)
        if not (folder / "corpus.db").exists():
            with closing(connect(folder / "corpus.db")) as db:
                fill_lookups(db)
                with transaction(db):
                    fill(db, args.pages)
        with closing(connect(folder / "corpus.db")) as db:
            rows = [
                f"{db[table].count:,} {table}" for table in ("notices", "pages", "statistics", "page_links")
            ]
        print(", ".join(rows))
        for took, what, wrong in asyncio.run(measured(folder)):
            print(f"{took:8.3f} s  {what:40} {wrong}")


if __name__ == "__main__":
    sys.exit(main())
