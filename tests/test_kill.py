"""Killed at any moment, the corpus opens, holds only whole pages, and the next run or replay completes it.

Its archive holds the answer behind every page that was stored, and builds the corpus again.
"""

import multiprocessing
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pipelines.intake
from crawler.archive import archive_of
from crawler.db import connect
from crawler.demo.server import SampleSites
from crawler.warc import read_warc
from crawler.warc_page import Capture
from tests.crawling import crawl_samples
from tests.dump import dump_file
from tests.test_rebuild import replay

CORPORA, KILLS_EACH = 2, 10
REPLAY_KILLS = 5
SITES = "zfw.xzdw.example,gaj.xlgl.example,www.zhuanzai.example,www.fazhi-zixun.example"


def crawl_quietly(port: int, corpus: str) -> None:
    """Crawl the sample sites of another process."""
    sites = SampleSites()
    sites.port = port
    crawl_samples(sites, Path(corpus), site=SITES)


def replay_quietly(corpus: str, archive: str) -> None:
    """Replay an archive, a few pages a transaction, so that kills fall between them."""
    pipelines.intake.BATCH = 3
    replay(Path(corpus), Path(archive))


def fork_server() -> multiprocessing.context.ForkServerContext:
    """Return a server that has imported Scrapy once, and whose children have no threads."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.crawling", "tests.test_rebuild"])
    return processes


def test_twenty_kills_lose_and_invent_nothing(tmp_path):
    processes, moments = fork_server(), random.Random(20240501)
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
                assert_whole(killed, archive_folder(killed))
            crawl_samples(sites, killed, site=SITES)
            assert dump_file(killed) == undisturbed
            assert not list(archive_folder(killed).glob("*.open"))
            replay(tmp_path / f"again{number}.db", archive_folder(killed))
            assert dump_file(tmp_path / f"again{number}.db") == undisturbed


def test_a_killed_replay_goes_on_where_it_was(tmp_path):
    processes, moments = fork_server(), random.Random(20240601)
    crawled, killed = tmp_path / "crawled.db", tmp_path / "killed.db"
    with SampleSites() as sites:
        crawl_samples(sites, crawled, site=SITES)
    started = time.monotonic()
    replay_quietly(str(tmp_path / "undisturbed.db"), str(archive_folder(crawled)))
    length = time.monotonic() - started
    for _ in range(REPLAY_KILLS):
        run = processes.Process(target=replay_quietly, args=(str(killed), str(archive_folder(crawled))))
        run.start()
        run.join(moments.uniform(0, length))
        run.kill()
        run.join()
        assert_whole(killed, archive_folder(crawled))
    replay(killed, archive_folder(crawled))
    assert dump_file(killed) == dump_file(crawled)


def archive_folder(corpus: Path) -> Path:
    """Return the archive of a corpus."""
    return archive_of("{corpus}-archive", corpus)


def assert_whole(corpus: Path, archive: Path) -> None:
    """Every page has its notice, its fingerprints and its answer, and nothing points to what is not there."""
    db = connect(corpus)
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert db.execute("pragma foreign_key_check").fetchall() == []
    assert db.execute("select count(*) from pages where notice_id is null").fetchone() == (0,)
    assert db.execute("select count(*) from notices where page_id is null").fetchone() == (0,)
    stored = set(db.execute("select url, warc_file, warc_offset from pages").fetchall())
    db.close()
    assert stored <= set(archived(archive))


def archived(archive: Path) -> Iterator[tuple[str, str, int]]:
    """Yield URL, file and offset of every record, the files of killed runs included."""
    for path in archive.iterdir() if archive.is_dir() else ():
        final = path.with_name(path.name.removesuffix(".open"))
        for found in read_warc(path, final.name):
            if isinstance(found, Capture):
                yield found.page.url, final.name, found.page.warc_offset
