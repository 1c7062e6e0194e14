"""The commands as a user types them: a few real processes, the rest of the contract in one."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.exceptions import UsageError

from crawler.commands.demo import refuse_real_corpus
from crawler.commands.run import iso_day
from crawler.db import CorpusError, connect
from crawler.demo.server import SampleSites
from crawler.items import Page
from pipelines.corpus import Corpus
from tests.loopback import Loopback, article, listing

ROOT = Path(__file__).parent.parent
NOTICE = """云岭市公安局关于防范刷单诈骗的通告
来源：云岭市公安局 发布日期：2024-05-06 10:00
近期，我市刷单诈骗高发。今年1至4月，全市共破获电信网络诈骗案件120起，抓获犯罪嫌疑人35名。
请广大群众提高警惕，不轻信、不转账。
云岭市公安局
2024年5月6日
"""


def scrapy(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "scrapy", *arguments]
    env = os.environ | environment
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def notice(tmp_path) -> Path:
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    return file


def test_extract_prints_one_object_a_file_and_goes_on_after_an_unreadable_one(tmp_path, notice):
    manifest = tmp_path / "manifest.jsonl"
    lines = [{"path": "none.html"}, {"path": "notice.txt", "url": "http://gaj.yunling.example/1.html"}]
    manifest.write_text("\n".join(map(json.dumps, lines)) + "\nnot json\n", encoding="utf-8")
    done = scrapy("extract", str(manifest), str(notice))
    missing, listed, broken, plain = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert missing["error"].endswith("No such file or directory")
    assert broken["error"].endswith('manifest.jsonl:3: not an object {"path": …, "url": …}')
    assert listed["url"] == "http://gaj.yunling.example/1.html"
    assert plain["title"] == "云岭市公安局关于防范刷单诈骗的通告"
    assert plain["published"] == "2024-05-06T10:00"
    solved = plain["statistics"][0]
    assert (solved["metric"], solved["value"], solved["unit"]) == ("cases_solved", 120, "case")
    assert plain["text"][solved["start"] : solved["end"]] == solved["quote"] == "120起"


def test_load_then_run_share_one_corpus(tmp_path, notice):
    corpus = f"CORPUS_DB={tmp_path / 'corpus.db'}"
    loaded = scrapy("load", str(notice), str(tmp_path / "none.txt"), "-s", corpus)
    assert (loaded.returncode, loaded.stdout) == (1, "new 1\n")
    assert "none.txt: No such file" in loaded.stderr
    with Loopback(
        {"/index.html": listing("/1.html"), "/1.html": article(1, "本周刷单诈骗警情3起。")}
    ) as site:
        settings = site.settings(tmp_path)
        options = [
            f"SITES={settings['SITES']}",
            f"ALLOWED_PRIVATE_HOSTS={site.host}",
            corpus,
            "DOWNLOAD_DELAY=0",
        ]
        done = scrapy("run", "--site", site.host, *(part for option in options for part in ("-s", option)))
    assert (done.returncode, done.stderr) == (0, "")
    assert "云岭市公安局" in done.stdout
    db = connect(tmp_path / "corpus.db")
    assert db["pages"].count == 2
    assert [row["status"] for row in db["crawls"].rows] == ["failed", "finished"]
    db.close()


def test_demo_ends_well(tmp_path):
    done = scrapy("demo", "-s", f"CORPUS_DB={tmp_path / 'corpus.db'}")
    assert (done.returncode, done.stderr) == (0, "")
    assert "93 页 new or changed" in done.stdout
    assert "blocked:jsl 1" in done.stdout


def test_demo_refuses_a_corpus_of_real_pages(db):
    refuse_real_corpus(db, "corpus.db")
    Corpus(db).save(Page("http://gaj.yunling.gov.cn/1.html", text="谨防诈骗", folded="谨防诈骗"))
    with pytest.raises(CorpusError, match=r"corpus\.db: holds real pages"):
        refuse_real_corpus(db, "corpus.db")


def test_the_transcript_of_the_readme_is_true(tmp_path):
    section = (ROOT / "README.md").read_text("utf-8").partition("## Add a site")[2]
    entry, transcript = (
        section.partition(f"```{kind}\n")[2].partition("```")[0] for kind in ("yaml", "console")
    )
    registry = tmp_path / "my.yml"
    registry.write_text(entry, encoding="utf-8")
    said = ""
    with SampleSites() as samples:
        for line in transcript.splitlines():
            if not line.startswith("$ .venv/bin/scrapy "):
                continue
            arguments = line.replace("my.yml", str(registry)).split()[2:]
            for setting in (f"CORPUS_DB={tmp_path / 'corpus.db'}", "DOWNLOAD_DELAY=0"):
                arguments += ["-s", setting]
            done = scrapy(*arguments, http_proxy=samples.proxy)
            assert done.stderr == ""
            said += f"{line}\n{done.stdout.replace(f'{tmp_path}/', '')}"
    assert len(entry.splitlines()) == 5
    assert said == transcript


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_sample_sites_stay_up_until_interrupted(ending):
    command = [sys.executable, "-m", "scrapy", "demo", "--serve", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as serving:
        serving.stdout.readline()
        host, _, port = serving.stdout.readline().strip().rpartition("/")[2].rpartition(":")
        with socket.create_connection((host, int(port)), timeout=5) as client:
            client.sendall(b"GET http://gaj.yunling.example/ HTTP/1.1\r\n\r\n")
            assert client.recv(100).startswith(b"HTTP/1.1 200")
        serving.send_signal(ending)
        assert serving.wait(10) == 0


def test_since_wants_a_day():
    assert (iso_day("20240506"), iso_day("")) == ("2024-05-06", "")
    with pytest.raises(UsageError, match="--since May: write the day as 2024-05-06"):
        iso_day("May")
