"""Killed at any moment, the corpus opens, holds only whole pages, and the next run completes it."""

import multiprocessing
import random
import time
from pathlib import Path

from crawler.db import connect
from crawler.demo.server import SampleSites
from tests.crawling import crawl_samples
from tests.dump import dump_file

CORPORA, KILLS_EACH = 2, 10
SITES = "zfw.xzdw.example,gaj.xlgl.example,www.zhuanzai.example,www.fazhi-zixun.example"


def crawl_quietly(port: int, corpus: str) -> None:
    """Crawl the sample sites of another process."""
    sites = SampleSites()
    sites.port = port
    crawl_samples(sites, Path(corpus), site=SITES)


def test_twenty_kills_lose_and_invent_nothing(tmp_path):
    # A fork server has imported Scrapy once, and its children have no threads.
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.crawling"])
    moments = random.Random(20240501)
    with SampleSites() as sites:
        crawl_samples(sites, tmp_path / "warm.db", site=SITES)
        started = time.monotonic()
        crawl_samples(sites, tmp_path / "undisturbed.db", site=SITES)
        length = time.monotonic() - started
        undisturbed = dump_file(tmp_path / "undisturbed.db")
        for number in range(CORPORA):
            killed = tmp_path / f"killed{number}.db"
            for _ in range(KILLS_EACH):
                crawl = processes.Process(target=crawl_quietly, args=(sites.port, str(killed)))
                crawl.start()
                crawl.join(moments.uniform(0, length))
                crawl.kill()
                crawl.join()
                assert_whole(killed)
            crawl_samples(sites, killed, site=SITES)
            assert dump_file(killed) == undisturbed


def assert_whole(corpus: Path) -> None:
    """Every page has its notice and its fingerprints, and nothing points to what is not there."""
    db = connect(corpus)
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert db.execute("pragma foreign_key_check").fetchall() == []
    assert db.execute("select count(*) from pages where notice_id is null").fetchone() == (0,)
    assert db.execute("select count(*) from notices where page_id is null").fetchone() == (0,)
    db.close()
