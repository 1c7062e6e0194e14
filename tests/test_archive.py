"""The archive as files: what is in a record, rotation, what a killed run leaves, what a full disk does."""

import gzip
import json
import resource
from contextlib import closing

import pytest
from scrapy.settings import BaseSettings
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive, archive_of, usable_archive
from crawler.db import CorpusError, connect
from crawler.items import Page
from crawler.served import Served
from crawler.sites import Site
from crawler.warc import read_warc
from crawler.warc_file import close_left_open, left_open
from crawler.warc_page import Capture
from tests.crawling import crawl
from tests.loopback import Loopback, article, listing

URL = "http://gaj.yunling.example/t1.html"
SITE = Site("gaj.yunling.example", "云岭市公安局", "city", "police", region="530100")
BODY = "<html><p>谨防刷单诈骗</p></html>".encode("gbk")
HEADERS = (
    (b"Content-Type", b"text/html; charset=gbk"),
    (b"Content-Encoding", b"gzip"),
    (b"Transfer-Encoding", b"chunked"),
    (b"X-Place", "云岭".encode("gbk")),
    (b"ETag", b'"7"'),
)


def served(url: str = URL, body: bytes = BODY) -> Served:
    return Served(url, "2024-05-06T10:00:00Z", 200, HEADERS, gzip.compress(body, mtime=0), "127.0.0.1")


def page(url: str = URL, parts: int = 0, **known: object) -> Page:
    extra = [served(f"{url}?{number}", b"<p>part</p>") for number in range(parts)]
    return Page(url, BODY, site=SITE.key, served=[served(url), *extra], **known)


def archive(folder, max_bytes: int = 10**9) -> Archive:
    return Archive(folder, max_bytes, {"robots": "obey"})


def captured(folder) -> list[Capture]:
    files = sorted(folder.glob("*.warc.gz"))
    found = [found for file in files for found in read_warc(file, file.name)]
    assert all(isinstance(one, Capture) for one in found)
    return found


def test_a_page_comes_back_with_all_that_was_known_of_it(tmp_path):
    kept = page(
        parts=2, list_title="反诈预警", list_date="2024-05-06", column="警方提示", asked="http://a.example/1"
    )
    kept.flags.append("incomplete_parts")
    box = archive(tmp_path)
    box.keep(kept, SITE)
    box.close()
    (found,) = captured(tmp_path)
    again = found.page
    assert (again.url, again.body, again.seen) == (URL, BODY, "2024-05-06T10:00:00Z")
    assert again.etag is None  # of its first part only: an edit of a later one would be missed
    assert again.parts == [b"<p>part</p>"] * 2
    for name in ("list_title", "list_date", "column", "asked", "flags", "warc_file", "warc_offset"):
        assert getattr(again, name) == getattr(kept, name)
    assert (found.site.key, found.site.name, found.site.kind, found.site.region) == (
        SITE.key, SITE.name, "police", "530100",
    )  # fmt: skip
    assert kept.served == []


def test_a_page_in_one_part_keeps_its_validators(tmp_path):
    box = archive(tmp_path)
    box.keep(page(), SITE)
    box.close()
    (found,) = captured(tmp_path)
    assert found.page.etag == '"7"'


def test_the_answer_is_kept_byte_for_byte(tmp_path):
    box, kept = archive(tmp_path), page()
    box.keep(kept, SITE)
    box.close()
    file = tmp_path / kept.warc_file
    with file.open("rb") as stream:
        stream.seek(kept.warc_offset)
        record = next(iter(ArchiveIterator(stream)))
        assert json.loads(record.rec_headers.get_header("WARC-JSON-Metadata"))["site"]["name"] == SITE.name
        assert record.rec_headers.get_header("WARC-IP-Address") == "127.0.0.1"
        assert record.raw_stream.read() == gzip.compress(BODY, mtime=0)
    content = gzip.decompress(file.read_bytes())
    assert b"X-Place: " + "云岭".encode("gbk") in content
    assert b"Transfer-Encoding" not in content
    assert b"robots: obey" in content
    with file.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests=True):
            record.raw_stream.read()
            assert record.digest_checker.passed is not False


def test_a_full_file_is_followed_by_another(tmp_path):
    box = archive(tmp_path, max_bytes=2000)
    urls = [f"http://gaj.yunling.example/t{number}.html" for number in range(8)]
    for url in urls:
        box.keep(page(url), SITE)
    box.close()
    names = sorted(file.name for file in tmp_path.iterdir())
    assert len(names) > 2
    assert all(name.endswith(f"-0000{number}.warc.gz") for number, name in enumerate(names))
    assert [found.page.url for found in captured(tmp_path)] == urls


def test_two_runs_of_one_second_write_two_files(tmp_path, monkeypatch):
    monkeypatch.setattr("crawler.archive.now", lambda: "2024-05-06T10:00:00Z")
    for number in range(3):
        box = archive(tmp_path)
        box.keep(page(f"http://gaj.yunling.example/t{number}.html"), SITE)
        box.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        f"fanzha-20240506T100000Z-0000{number}.warc.gz" for number in range(3)
    ]


def test_a_run_without_pages_leaves_nothing(tmp_path):
    archive(tmp_path / "none").close()
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("cut", [0, 1, 9, 100])
def test_what_a_killed_run_left_is_closed_at_its_last_whole_record(tmp_path, cut):
    box = archive(tmp_path)
    box.keep(page(), SITE)
    whole = box.file.size
    box.keep(page("http://gaj.yunling.example/t2.html"), SITE)
    path = box.file.path
    assert close_left_open(tmp_path) == []  # its writer lives
    box.file.file.truncate(box.file.size - cut)
    box.file.file.close()
    assert close_left_open(tmp_path) == [path]
    assert len(captured(tmp_path)) == (1 if cut else 2)
    assert path.stat().st_size == (whole if cut else box.file.size)
    assert not left_open(path).exists()


def test_a_file_without_a_whole_record_is_deleted(tmp_path):
    (tmp_path / "fanzha-20240506T100000Z-00000.warc.gz.open").write_bytes(b"\x1f\x8b\x08")
    assert close_left_open(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_costs_the_page_and_not_the_file(tmp_path):
    box = archive(tmp_path)
    box.keep(page(), SITE)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (box.file.size + 100, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            box.keep(page("http://gaj.yunling.example/t2.html"), SITE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    box.keep(page("http://gaj.yunling.example/t3.html"), SITE)
    box.close()
    assert [found.page.url[-7:] for found in captured(tmp_path)] == ["t1.html", "t3.html"]


def test_the_archive_lies_beside_its_corpus(tmp_path):
    assert archive_of("{corpus}-archive", tmp_path / "jilin.db") == tmp_path / "jilin-archive"
    assert archive_of("", "corpus.db") is None


def test_a_crawl_archives_pages_and_nothing_else(tmp_path):
    answers = {
        "/index.html": listing("/1.html", "/2.html", "/3.html", "/4.html", "/5.html"),
        "/1.html": article(1, "本周共接到刷单诈骗警情1起。"),
        "/2.html": "<html><body><h1>食堂招标公告</h1><p>现就食堂食材采购项目公开招标。</p></body></html>",
        "/3.html": (404, {}, ""),
        "/4.html": (200, {"Content-Type": "application/pdf"}, "%PDF"),
        "/5.html": (302, {"Location": "/6.html"}, ""),
        "/6.html": article(6, "本周共接到刷单诈骗警情6起。"),
    }
    with Loopback(answers) as site:
        crawl(site.settings(tmp_path))
        pages = {found.page.url: found.page for found in captured(tmp_path / "corpus-archive")}
        assert set(pages) == {site.url(path) for path in ("/1.html", "/2.html", "/6.html")}
        assert pages[site.url("/6.html")].asked == site.url("/5.html")
        with closing(connect(tmp_path / "corpus.db")) as db:
            for row in db["pages"].rows:
                archived = pages[row["url"]]
                assert (row["warc_file"], row["warc_offset"]) == (archived.warc_file, archived.warc_offset)
                assert row["first_seen"] == row["last_changed"] == archived.seen


def test_no_archive_where_none_is_wanted(tmp_path):
    with Loopback({"/index.html": listing("/1.html"), "/1.html": article(1, "刷单诈骗警情1起。")}) as site:
        crawl(site.settings(tmp_path) | {"ARCHIVE": ""})
    assert not (tmp_path / "corpus-archive").exists()
    with closing(connect(tmp_path / "corpus.db")) as db:
        assert next(db["pages"].rows)["warc_file"] is None


def test_an_archive_that_cannot_be_is_said_in_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(
        CorpusError, match=r"file: cannot be the folder of the archive \(ARCHIVE\): File exists$"
    ):
        usable_archive(BaseSettings({"ARCHIVE": str(tmp_path / "file"), "CORPUS_DB": "corpus.db"}))
