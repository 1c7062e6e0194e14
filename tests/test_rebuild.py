"""`scrapy replay`: the corpus again from its archive, and a new reading that says what changed."""

import argparse
import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from crawler.commands.replay import Command
from crawler.db import connect
from crawler.demo.crawl import REGISTRY
from crawler.demo.server import SampleSites
from pipelines.relevance import RelevancePipeline
from tests.crawling import crawl, crawl_samples
from tests.dump import dump_file
from tests.loopback import Loopback, article, listing

VISITS = ((1, "2024-05-01T03:17:00Z"), (2, "2024-06-30T03:17:00Z"))
TABLES = (
    "pages page_versions notices notice_aliases page_links fingerprints page_prints "
    "statistics contacts cases page_scam_types page_campaigns"
).split()


def replay(corpus: Path, *paths: Path, show: int = 0, **settings: object) -> int:
    """Run the command inside the test; return its exit status."""
    command = Command()
    command.settings = get_project_settings()
    command.settings.setdict(
        {"CORPUS_DB": str(corpus), "SITES": str(REGISTRY)} | settings, priority="cmdline"
    )
    everything = settings.pop("all", False)
    command.run([str(path) for path in paths], argparse.Namespace(all=everything, show=show))
    return command.exitcode


def rows(corpus: Path) -> dict[str, list]:
    """Return all that a corpus holds, ids included, but for when a page was last asked."""
    with closing(connect(corpus)) as db:
        return {
            table: sorted(
                (tuple((k, v) for k, v in row.items() if k != "last_seen") for row in db[table].rows), key=str
            )
            for table in TABLES
        }


def taken(said: str) -> int:
    """Return how many records became something, whatever it was."""
    return sum(int(number) for number in re.findall(r" (\d+)", said))


def visit_samples(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Crawl the sample sites, and again after they were edited."""
    with SampleSites() as sites:
        for visit, moment in VISITS:
            monkeypatch.setattr("crawler.served.now", lambda moment=moment: moment)
            sites.visit = visit
            crawl_samples(sites, corpus)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus of two visits to the sample sites; its archive lies beside it."""
    corpus = tmp_path_factory.mktemp("crawled") / "corpus.db"
    with pytest.MonkeyPatch.context() as patch:
        visit_samples(corpus, patch)
    return corpus


@pytest.fixture
def archive(crawled: Path) -> Path:
    return crawled.with_name("corpus-archive")


def test_the_corpus_comes_back_row_for_row(crawled, archive, tmp_path, capsys):
    assert replay(tmp_path / "again.db", archive, ARCHIVE=str(archive)) == 0
    assert (
        capsys.readouterr().out
        == "changed 1, dropped:horoscope 3, dropped:off_topic 3, dropped:recruitment 1, new 95\n"
    )
    assert rows(tmp_path / "again.db") == rows(crawled)
    before, after = dump_file(crawled), dump_file(tmp_path / "again.db")
    assert [row for row in before["rejections"] if row[1] != "refused"] == after["rejections"]


def test_a_file_is_enough_without_the_registry(crawled, archive, tmp_path):
    empty = tmp_path / "sites.yml"
    empty.write_text("b.example: {name: 别处, level: city, kind: police}\n", encoding="utf-8")
    replay(tmp_path / "again.db", archive, ARCHIVE=str(archive), SITES=str(empty))
    assert rows(tmp_path / "again.db") == rows(crawled)


def test_the_same_extractor_changes_nothing(crawled, archive, tmp_path, capsys):
    corpus, before = Path(shutil.copy(crawled, tmp_path)), rows(crawled)
    assert replay(corpus, archive) == 0
    assert "known 96" in capsys.readouterr().out
    assert replay(corpus, archive, all=True) == 0
    said = capsys.readouterr().out
    assert "reread 96" in said
    assert "字段" not in said
    assert rows(corpus) == before


def test_a_replay_that_was_stopped_goes_on(crawled, archive, tmp_path):
    first, *others = sorted(archive.iterdir())
    replay(tmp_path / "again.db", first, ARCHIVE=str(archive))
    replay(tmp_path / "again.db", archive, ARCHIVE=str(archive))
    assert len(others) == 1
    assert rows(tmp_path / "again.db") == rows(crawled)


VICTIM = "受害人赵某，手机13912345678。"
ONE, OTHER = f"本周共接到刷单诈骗警情1起。{VICTIM}", f"本周共接到刷单诈骗警情7起。{VICTIM}"


@pytest.fixture
def edited(tmp_path, monkeypatch) -> tuple[Path, str]:
    """Return a corpus of one page, edited once, and the URL of the page."""
    with Loopback({"/index.html": listing("/1.html"), "/1.html": article(1, ONE)}) as site:
        for text, moment in ((ONE, "2024-05-01T03:17:00Z"), (OTHER, "2024-06-01T03:17:00Z")):
            monkeypatch.setattr("crawler.served.now", lambda moment=moment: moment)
            site.answers["/1.html"] = article(1, text)
            crawl(site.settings(tmp_path) | {"RECHECK_DAYS": 0})
        return tmp_path / "corpus.db", site.url("/1.html")


def test_a_newer_extractor_reads_page_and_version_again(edited, capsys):
    corpus, url = edited
    with closing(connect(corpus)) as db:
        db.execute("update pages set source = '别处', extractor_version = 0")
        db.execute("update page_versions set published = null, extractor_version = 0")
        db.execute("update statistics set value = 8")
        db.conn.commit()
        before = next(db["pages"].rows)
    assert replay(corpus, show=1) == 0
    said = capsys.readouterr().out
    assert said.startswith("reread 2\n")
    table = [line.split() for line in said.splitlines()[4:7]]
    assert table == [["published", "1"], ["source", "1"], ["statistics", "1"]]
    assert f"source  {url}\n  前 before: 别处\n  后 after:  云岭市公安局" in said
    assert '"value":8' in said
    with closing(connect(corpus)) as db:
        page, version = next(db["pages"].rows), next(db["page_versions"].rows)
        assert (page["source"], version["published"]) == ("云岭市公安局", "2024-05-01")
        assert db["page_versions"].count == 1
        kept = "first_seen last_seen last_changed etag warc_file warc_offset notice_id".split()
        assert [page[name] for name in kept] == [before[name] for name in kept]
        assert next(db["statistics"].rows)["value"] == 7


def test_reading_again_masks_as_the_crawl_did(edited):
    corpus, _ = edited
    before = rows(corpus)
    assert "139****5678" in str(before["pages"])
    replay(corpus, all=True)
    assert rows(corpus) == before
    assert "13912345678" not in str(before)


def test_a_better_filter_removes_and_brings_back(edited, monkeypatch, capsys):
    corpus, url = edited
    whole = RelevancePipeline.process_item

    def strict(self, item):
        item = whole(self, item)
        item.relevant, item.irrelevant_because = False, "off_topic"
        return item

    with monkeypatch.context() as patch:
        patch.setattr(RelevancePipeline, "process_item", strict)
        replay(corpus, all=True)
    with closing(connect(corpus)) as db:
        assert db["pages"].count == 0
        assert db["rejections"].get(url)["reason"] == "off_topic"
    assert "relevant" in capsys.readouterr().out
    replay(corpus)
    with closing(connect(corpus)) as db:
        assert (db["pages"].count, db["page_versions"].count, db["rejections"].count) == (1, 1, 0)


def test_an_older_capture_changes_nothing(edited):
    corpus, _ = edited
    with closing(connect(corpus)) as db:
        db.execute("delete from page_versions")
        db.conn.commit()
    before = rows(corpus)
    replay(corpus)
    assert rows(corpus) == before


def test_what_a_killed_run_archived_and_did_not_store_is_taken(edited):
    corpus, _ = edited
    before = rows(corpus)
    with closing(connect(corpus)) as db:
        db.execute("delete from pages")
        db.execute("delete from notices")
        db.conn.commit()
    replay(corpus)
    assert rows(corpus) == before


def test_a_rotten_record_is_named_and_the_rest_read(crawled, archive, tmp_path, capsys):
    first = min(archive.iterdir())
    replay(tmp_path / "whole.db", first)
    whole = taken(capsys.readouterr().out)
    rotten = bytearray(first.read_bytes())
    rotten[len(rotten) // 2] ^= 0xFF
    (tmp_path / first.name).write_bytes(rotten)
    assert replay(tmp_path / "again.db", tmp_path / first.name) == 1
    said = capsys.readouterr()
    assert taken(said.out) == whole - 1
    assert f"{first.name}: the record at offset" in said.err
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize(("name", "sentence"), [("none", "No such file"), (".", "no WARC file in it")])
def test_nothing_to_replay_is_said(tmp_path, capsys, name, sentence):
    assert replay(tmp_path / "again.db", tmp_path / name) == 1
    assert sentence in capsys.readouterr().err


def test_no_archive_to_replay(tmp_path):
    with pytest.raises(SystemExit, match="no archive is kept"):
        replay(tmp_path / "again.db", ARCHIVE="")
