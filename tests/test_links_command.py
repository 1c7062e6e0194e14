"""`scrapy links`: one object a line, errors on their line, the exit status."""

import json
from pathlib import Path

import pytest
from scrapy.settings import Settings

from crawler.commands.links import Command

LIST = """<ul><li><a href="t20230415_1.html">云岭市公安局提醒您警惕刷单陷阱</a><span>2023-04-15</span></li>
<li><a href="t20230412_2.html">云岭市公安局公布本月典型案例</a><span>2023-04-12</span></li></ul>"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("list.html").write_text(
        LIST + "<script>createPageHTML(3,0,'index','html')</script>", encoding="utf-8"
    )
    Path("list.json").write_text(
        '[{"title": "云岭市反诈提示", "url": "/a.html", "date": "2023-04-15"}]', encoding="utf-8"
    )
    Path("list.doc").write_bytes(b"")
    Path("all.jsonl").write_text(
        '{"path": "list.html", "url": "http://a.example/x/"}\n{"path": "gone.html"}\n[]\n{"path": 3}\n'
        '{"path": "list.json", "url": "http://a.example/api"}\n{"path": "list.html", "url": "http://[broken"}\n',
        encoding="utf-8",
    )
    return tmp_path


def run(capsys, *paths):
    command = Command()
    command.settings = Settings()
    command.run(list(paths), None)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()], command.exitcode


def test_links_of_a_file_without_an_address(folder, capsys):
    lines, status = run(capsys, "list.html")
    assert status == 0
    assert lines == [{
        "path": "list.html", "url": None,
        "articles": [
            {"url": "t20230415_1.html", "title": "云岭市公安局提醒您警惕刷单陷阱", "date": "2023-04-15"},
            {"url": "t20230412_2.html", "title": "云岭市公安局公布本月典型案例", "date": "2023-04-12"},
        ],
        "next": ["index_1.html"],
    }]  # fmt: skip


def test_a_manifest_goes_on_behind_an_error(folder, capsys):
    lines, status = run(capsys, "all.jsonl", "list.doc")
    assert status == 1
    assert [("error" in line, line["path"]) for line in lines] == [
        (False, "list.html"), (True, "gone.html"), (True, "all.jsonl"), (True, "all.jsonl"), (False, "list.json"),
        (True, "list.html"), (True, "list.doc"),
    ]  # fmt: skip
    assert lines[0]["articles"][0]["url"] == "http://a.example/x/t20230415_1.html"
    assert lines[0]["next"] == ["http://a.example/x/index_1.html"]
    assert lines[4]["articles"] == [
        {"url": "http://a.example/a.html", "title": "云岭市反诈提示", "date": "2023-04-15"}
    ]


def test_posted_pages_are_told_apart(tmp_path, capsys):
    path = tmp_path / "list.html"
    path.write_text(
        f"<form method=post>{LIST}<a href=\"javascript:__doPostBack('p','2')\">下一页</a></form>",
        encoding="utf-8",
    )
    (line,), _ = run(capsys, str(path))
    assert line["next"] == []
    assert line["next_post"] == [{"url": "", "body": "__EVENTTARGET=p&__EVENTARGUMENT=2"}]
