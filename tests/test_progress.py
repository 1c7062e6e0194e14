"""The progress line: one on a terminal, none under cron."""

import io
import sys

from tests.crawling import crawl
from tests.loopback import Loopback, article, listing


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_one_line_that_is_rewritten_and_taken_away(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    with Loopback({"/index.html": listing("/1.html"), "/1.html": article(1, "刷单警情3起。")}) as site:
        crawl(site.settings(tmp_path))
    lines = sys.stderr.getvalue().split("\r\x1b[K")
    assert lines[-2] == "抓取中 crawling: 3 次应答 answers, 1 页 pages, 0 剔除 dropped"  # robots.txt too
    assert lines[-1] == ""


def test_nothing_without_a_terminal(tmp_path, capsys):
    with Loopback({"/index.html": listing("/1.html"), "/1.html": article(1, "刷单警情3起。")}) as site:
        crawl(site.settings(tmp_path))
    assert capsys.readouterr().err == ""
