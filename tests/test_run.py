"""`scrapy run` as an operator meets it: by cron, stopped, killed, started twice."""

import os
import re
import shutil
import signal
import subprocess
import threading
from contextlib import closing
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import pytest
import yaml
from scrapy import Request
from scrapy.crawler import Crawler

from crawler.commands.run import positive
from crawler.db import connect
from crawler.demo.crawl import REGISTRY, demo_settings
from crawler.demo.server import SampleSites
from crawler.scheduler import AHEAD
from tests.crawling import crawl, crawl_samples
from tests.dump import dump_file
from tests.loopback import Loopback, article, listing
from tests.project import ROOT, Project

PAGER = '<div class="page"><a href="/index_{n}.html">{n}</a> <a href="/index_{n}.html">下一页</a></div>'
REFUSING = {"gat.tiaozhan.example", "gaj.jinzhi.example", "gaj.kongbai.example"}
PATIENCE = 30  # seconds that a test waits for a process before it gives up


class Held(dict):
    """Answers of which one is held back: `reached` tells that it was asked for, `release` lets it go."""

    def __init__(self, answers: dict, path: str) -> None:
        super().__init__(answers)
        self.path = path
        self.reached, self.release = threading.Event(), threading.Event()

    def get(self, path: str, default: object = None) -> object:
        if path == self.path:
            self.reached.set()
            self.release.wait(PATIENCE)
        return super().get(path, default)


def long_column(pages: int = 3, rows: int = 4) -> dict[str, str]:
    """Return a column of some list pages and its articles."""
    paths = [[f"/{page}{row}.html" for row in range(rows)] for page in range(1, pages + 1)]
    answers = {
        f"/index_{number}.html": listing(*names) + (PAGER.format(n=number + 1) if number < pages else "")
        for number, names in enumerate(paths, start=1)
    }
    answers["/index.html"] = answers.pop("/index_1.html")
    for number, path in enumerate((path for names in paths for path in names), start=1):
        answers[path] = article(number % 9 + 1, f"本周第{number}号通报：共接到刷单诈骗警情{number}起。")
    return answers


def articles(asked: list[str]) -> list[str]:
    return [path for path in asked if not path.startswith(("/index", "/robots"))]


def crawls(corpus: Path) -> list[tuple]:
    with closing(connect(corpus)) as db:
        return db.execute(
            "select crawls.status, crawl_sites.status, unasked from crawls join crawl_sites on crawl_id = id"
        ).fetchall()


def test_a_stopped_run_goes_on_with_what_is_missing_and_asks_nothing_twice(tmp_path):
    with Loopback(long_column()) as site:
        settings = site.settings(tmp_path)
        crawl(settings)
        undisturbed = dump_file(tmp_path / "corpus.db")
        site.asked.clear()
        settings["CORPUS_DB"] = str(tmp_path / "stopped.db")
        stopped = crawl(settings | {"CLOSESPIDER_ITEMCOUNT": 3})
        assert 3 <= len(articles(site.asked)) <= 5
        assert "1 unfinished sites" in stopped.problems[0]
        assert crawl(settings).problems == []
    assert sorted(articles(site.asked)) == sorted(articles(long_column()))
    assert dump_file(tmp_path / "stopped.db") == undisturbed
    (first, *_, unasked), second = crawls(tmp_path / "stopped.db")
    assert (first, unasked > 0) == ("partial", True)
    assert second == ("finished", "complete", 0)


def test_sigterm_is_a_clean_stop(tmp_path):
    with Loopback(long_column()) as site:
        site.answers = held = Held(site.answers, "/12.html")
        project = Project(tmp_path, site.settings(tmp_path))
        run = project.start()
        assert held.reached.wait(PATIENCE)
        run.send_signal(signal.SIGTERM)
        held.release.set()
        out, err = run.communicate(timeout=PATIENCE)
        assert run.returncode == 1
        assert "0 of 1 sites complete" in out
        assert err.startswith(
            "scrapy run: 运行提前结束: stopped by a signal (SIGTERM or Ctrl-C); 1 unfinished sites"
        )
        with closing(connect(project.corpus)) as db:
            assert db["pages"].count == len(articles(site.asked))
        assert crawls(project.corpus)[0][:2] == ("partial", "partial")


def test_a_second_run_waits_its_turn_and_a_second_signal_ends_at_once(tmp_path):
    with Loopback(long_column()) as site:
        site.answers = held = Held(site.answers, "/10.html")
        project = Project(tmp_path, site.settings(tmp_path))
        first = project.start()
        assert held.reached.wait(PATIENCE)
        second = project.start()
        out, err = second.communicate(timeout=PATIENCE)
        assert (second.returncode, out) == (75, "")
        assert re.fullmatch(
            rf"scrapy run: output/corpus\.db: another run is writing it \(process {first.pid}, since \S+Z\); "
            "try again when it has ended\n",
            err,
        )
        first.send_signal(signal.SIGINT)
        first.send_signal(signal.SIGTERM)
        out, err = first.communicate(timeout=PATIENCE)
        assert first.returncode == 1
        assert "cut off" in err
        held.release.set()
        third = project.start()
        out, err = third.communicate(timeout=PATIENCE)
        assert third.returncode == 0
        assert re.match(r"scrapy run: 上次运行 \S+ 未正常结束: the last `scrapy run` of \S+ was killed", err)
        assert [run[:2] for run in crawls(project.corpus)] == [("killed", "killed"), ("finished", "complete")]


def readme_lines(pattern: str) -> list[str]:
    return re.findall(pattern, (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)


def test_the_crontab_line_of_the_readme_works_in_crons_environment(tmp_path):
    ((line, comment),) = readme_lines(r"^ +17 3 \* \* \* +(.*?) +# (.*)$")
    registry = yaml.safe_load(REGISTRY.read_text("utf-8"))
    few = ["zfw.xzdw.example", "gaj.xlgl.example", *REFUSING]
    (tmp_path / "sites.yml").write_text(yaml.safe_dump({key: registry[key] for key in few}), "utf-8")
    with SampleSites() as sites:
        project = Project(tmp_path, demo_settings(sites) | {"SITES": "sites.yml"})
        done = project.shell(line.replace("/srv/fanzha", str(tmp_path)))
    assert line != line.replace("/srv/fanzha", "")
    assert "crontab" in comment
    assert done.returncode == 1
    problems = done.stderr.splitlines()
    assert {problem.split()[2] for problem in problems} == REFUSING
    assert all("栏目无文章 no_links: column" in problem for problem in problems)
    assert done.stdout.splitlines()[-1] == "5 个站点中 2 个完整 · 2 of 5 sites complete"
    assert "锡林郭勒盟公安局" in done.stdout


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_the_systemd_units_of_the_readme_are_valid(tmp_path):
    Project(tmp_path, {})
    (units,) = re.findall(r"```ini\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    found = dict(
        re.findall(r"^# /etc/systemd/system/(\S+)\n(.*?)(?=^# |\Z)", units, re.DOTALL | re.MULTILINE)
    )
    assert found.keys() == {"fanzha.service", "fanzha.timer"}
    for name, unit in found.items():
        (tmp_path / name).write_text(unit.replace("/srv/fanzha", str(tmp_path)))
    paths = [str(tmp_path / name) for name in found]
    done = subprocess.run(["systemd-analyze", "verify", *paths], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"SuccessExitStatus={os.EX_TEMPFAIL}\n" in found["fanzha.service"]


@pytest.mark.parametrize("hours", ["0", "-1", "nan", "inf", "x"])
def test_hours_that_are_none_are_refused(hours):
    with pytest.raises(ValueError, match=hours):
        positive(hours)


def test_a_time_limit_is_a_clean_stop(tmp_path):
    with Loopback(long_column()) as site:
        settings = site.settings(tmp_path) | {"DOWNLOAD_DELAY": 0.1, "CLOSESPIDER_TIMEOUT": 0.3}
        stopped = crawl(settings)
    assert stopped.problems[0].startswith(
        "运行提前结束: stopped at its time limit (--hours, CLOSESPIDER_TIMEOUT); 1 unf"
    )
    assert crawls(tmp_path / "corpus.db")[0][:2] == ("partial", "partial")


def test_news_of_every_column_first_what_is_known_last(tmp_path):
    with Loopback(long_column(pages=2)) as site:
        settings = site.settings(tmp_path)
        crawl(settings)
        site.answers |= {
            "/index.html": listing("/new.html", "/10.html"),
            "/new.html": article(9, "新一期通报：刷单警情7起。"),
        }
        site.asked.clear()
        crawl(settings | {"RECHECK_DAYS": 0, "DOWNLOAD_DELAY": 0.03})
    assert "/new.html" in site.asked[:5]  # robots.txt, the list, two that were already on their way
    assert sorted(articles(site.asked)) == sorted(["/new.html", *articles(long_column(pages=2))])


class MostUnderWay:
    """A downloader middleware that notes how many requests of a host have left the queue."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        hosts = [urlsplit(each.url).netloc for each in self.crawler.engine.downloader.active if each.callback]
        self.crawler.stats.max_value("most_under_way", max(map(hosts.count, hosts), default=0))
        self.crawler.stats.max_value("hosts_under_way", len(set(hosts)))


def test_every_host_has_its_share_and_no_more(tmp_path):
    keys = "gat.lanting.example,zfw.xzdw.example,gaj.xlgl.example"
    with SampleSites() as sites:
        probe = {"tests.test_run.MostUnderWay": 10}
        settings = {"DOWNLOADER_MIDDLEWARES": demo_settings(sites)["DOWNLOADER_MIDDLEWARES"] | probe}
        stats = crawl_samples(sites, tmp_path / "corpus.db", settings, site=keys).stats
    assert stats["most_under_way"] == AHEAD
    assert stats["hosts_under_way"] == 3
