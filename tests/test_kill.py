"""Killed at any moment, the corpus opens, holds only whole pages, and the next run or replay completes it.

Its archive holds the answer behind every page that was stored, and builds the corpus again. KILLS=50 in the
environment kills fifty times.
"""

import multiprocessing
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
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

KILLS = int(os.environ.get("KILLS", "3"))
POLL = 0.002  # seconds between two looks
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


def run_killed(
    target: Callable, arguments: tuple[object, ...], when: Callable[[], bool] = lambda: False
) -> None:
    """Run `target` in a process of its own, and kill it at the first moment of which `when` is true."""
    run = fork_server().Process(target=target, args=arguments)
    run.start()
    while run.is_alive() and not when():
        run.join(POLL)
    run.kill()
    run.join()


def size_of(folder: Path) -> int:
    """Return the bytes in a folder; a file that gets its final name at this moment may be missed."""
    sizes = 0
    for file in folder.iterdir() if folder.exists() else ():
        with suppress(FileNotFoundError):
            sizes += file.stat().st_size
    return sizes


def after(seconds: float) -> Callable[[], bool]:
    """Return a test that is true once so many seconds have passed."""
    moment = time.monotonic() + seconds
    return lambda: time.monotonic() >= moment


def test_kills_lose_and_invent_nothing(tmp_path):
    chance = random.Random(20240501)
    killed, again = tmp_path / "killed.db", tmp_path / "again.db"
    folder = archive_folder(killed)
    with SampleSites() as sites:
        crawl_samples(sites, tmp_path / "undisturbed.db", site=SITES)
        undisturbed = dump_file(tmp_path / "undisturbed.db")
        size = size_of(archive_folder(tmp_path / "undisturbed.db"))
        for _ in range(KILLS):
            # While it writes: most of a crawl is waiting.
            enough = size_of(folder) + chance.uniform(0, size / 3)
            run_killed(crawl_quietly, (sites.port, str(killed)), lambda full=enough: size_of(folder) >= full)
            assert_whole(killed, folder)
        crawl_samples(sites, killed, site=SITES)
    assert dump_file(killed) == undisturbed
    assert not list(folder.glob("*.open"))
    replay(again, folder)
    assert dump_file(again) == undisturbed


def test_a_killed_replay_goes_on_where_it_was(tmp_path):
    chance, archive = random.Random(20240601), archive_folder(tmp_path / "crawled.db")
    with SampleSites() as sites:
        crawl_samples(sites, tmp_path / "crawled.db", site=SITES)
    started = time.monotonic()
    run_killed(replay_quietly, (str(tmp_path / "undisturbed.db"), str(archive)))
    length = time.monotonic() - started
    killed = tmp_path / "killed.db"
    for _ in range(KILLS):
        run_killed(replay_quietly, (str(killed), str(archive)), after(chance.uniform(length / 3, length)))
        assert_whole(killed, archive)
    replay(killed, archive)
    assert dump_file(killed) == dump_file(tmp_path / "crawled.db")


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
    rows = db.execute("select url, warc_file, warc_offset from pages").fetchall()
    db.close()
    assert {(url, Path(file).name, offset) for url, file, offset in rows} <= set(archived(archive))


def archived(archive: Path) -> Iterator[tuple[str, str, int]]:
    """Yield URL, file and offset of every record, the files of killed runs included."""
    for path in archive.iterdir() if archive.is_dir() else ():
        final = path.with_name(path.name.removesuffix(".open"))
        for found in read_warc(path, final.name):
            if isinstance(found, Capture):
                yield found.page.url, final.name, found.page.warc_offset
