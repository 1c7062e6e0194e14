"""Search: size of the index, time to build it, latency, and whether it finds exactly what LIKE finds.

`python -m tests.benchmarks.search PAGES [--queries N]`. Texts are generated (tests/benchmarks/notices.py); queries
are random stretches of 1-8 characters of them and words that a reader would type. LIKE on the folded text is the
peer: it knows no traditional characters, no words and no index, but what it finds is beyond doubt. Times are of the
processor and warm, waiting for other processes left out. The grammar is small, so that most characters stand on
every page: the slowest queries are single characters that find all of them.
"""

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from crawler.fold import fold
from crawler.search import match_query, search_terms, words
from tests.benchmarks.notices import generate

TYPED = "诈骗 反诈 诈 电信诈骗 刷单 派出所 96110 9 转账 反诈中心 虚假投资平台 没有这个词".split()
LONGEST = 8  # characters of a random query
INDEX = "fts5(text, title, content = '', tokenize = 'ascii')"


def build(db: sqlite3.Connection, pages: int) -> tuple[list[str], int, float]:
    """Store and index the texts; return them, their bytes, and the seconds that indexing took."""
    db.execute("create table pages (id integer primary key, title text, folded text)")
    db.execute(f"create virtual table page_search using {INDEX}")
    db.create_function("search_terms", 1, search_terms, deterministic=True)
    rows = [(given.number + 1, given.title, fold(given.text)) for given in generate(pages)]
    db.executemany("insert into pages values (?, ?, ?)", rows)
    db.commit()
    started = time.process_time()
    db.execute(
        "insert into page_search(rowid, text, title) select id, search_terms(folded), search_terms(title) from pages"
    )
    db.commit()
    return (
        [f"{title}\n{text}" for _, title, text in rows],
        sum(len((title + text).encode()) for _, title, text in rows),
        time.process_time() - started,
    )


def index_bytes(db: sqlite3.Connection) -> int:
    """Return what the index takes of the file."""
    shadows = ("data", "idx", "docsize", "config")
    marks = ", ".join(f"'page_search_{name}'" for name in shadows)
    try:
        return db.execute(f"select sum(pgsize) from dbstat where name in ({marks})").fetchone()[0]
    except sqlite3.OperationalError:  # this SQLite has no dbstat
        return db.execute("select sum(length(block)) from page_search_data").fetchone()[0]


def asked(texts: list[str], queries: int) -> list[str]:
    """Return what is searched for: typed words, and random stretches without punctuation."""
    draw = random.Random(8)
    drawn: list[str] = list(TYPED)
    while len(drawn) < queries:
        text = draw.choice(texts)
        at = draw.randrange(len(text))
        drawn += words(text[at : at + draw.randint(1, LONGEST)])[:1]
    return drawn


def timed(db: sqlite3.Connection, found: str, parameters: list) -> tuple[set[int], float]:
    """Return the ids that a query finds, and the milliseconds in which SQLite finds and counts them."""
    db.execute(f"select count(*) from ({found})", parameters).fetchone()
    started = time.process_time()
    db.execute(f"select count(*) from ({found})", parameters).fetchone()
    took = 1000 * (time.process_time() - started)
    return {row[0] for row in db.execute(found, parameters)}, took


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=int)
    parser.add_argument("--queries", type=int, default=200)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "search.db")
        texts, size, seconds = build(db, args.pages)
        print(
            f"{args.pages} pages, {size / 1e6:.0f} MB of text in UTF-8, {size / 3 / args.pages:.0f} characters a page"
        )
        print(f"built in {seconds:.0f} s, {1000 * seconds / args.pages:.2f} ms a page")
        print(f"index {index_bytes(db) / 1e6:.0f} MB, {index_bytes(db) / size:.2f} times the text")
        by_index, by_like = [], []
        hit = found_by_index = found_by_like = 0
        for query in asked(texts, args.queries):
            match = "select rowid from page_search where page_search match ?"
            found, took = timed(db, match, [match_query(query)])
            by_index.append(took)
            like = "select id from pages where folded like ? or title like ?"
            true, took = timed(db, like, [f"%{query}%"] * 2)
            by_like.append(took)
            hit, found_by_index = hit + len(found & true), found_by_index + len(found)
            found_by_like += len(true)
        print(
            f"{len(by_index)} queries: recall {hit / found_by_like:.4f}, precision {hit / found_by_index:.4f}"
        )
        for name, took in (("index", sorted(by_index)), ("LIKE", sorted(by_like))):
            half, most = took[len(took) // 2], took[int(len(took) * 0.95)]
            print(f"{name:5}  median {half:8.2f} ms  p95 {most:8.2f} ms  most {took[-1]:8.2f} ms")
        db.close()


if __name__ == "__main__":
    sys.exit(main())
