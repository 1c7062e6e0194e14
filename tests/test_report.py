"""`scrapy report`: what each exhibit counts, what may stand beside what, and a page that carries nothing hostile."""

import re
import sqlite3
from argparse import Namespace
from contextlib import closing
from pathlib import Path

import pytest
from scrapy.settings import Settings

from crawler.commands.report import Command
from crawler.db import connect
from crawler.exports.choice import ExportError
from crawler.fold import fold
from crawler.items import Case, Change, Page, Period, Statistic
from crawler.lookups import fill_lookups
from crawler.report import report as reporting
from crawler.report.drawing import has_glyphs, svg
from crawler.report.exhibits.contradictions import differing
from crawler.report.page import page, web_address
from crawler.report.report import Report, make_report, write_page, write_pngs
from crawler.report.said import Said
from crawler.report.scope import scope_of
from crawler.report.specs import bars
from crawler.report.words import exact, figure, period, plain, short
from pipelines.corpus import Corpus
from tests.test_commands import scrapy

HOSTILE = "<script>alert(1)</script>“&”{{ 7*7 }}"
GUANGXI = (
    "2023年，全区公安机关共破获电信网络诈骗案件383起，同比上升87.5%，为群众挽回损失560余万元<img src=x onerror=alert(1)>。\n"
    "民警走村入户宣传，提醒群众不轻信、不透露、不转账，联系人手机13912345678。"
)
OTHER = (
    "全区政法工作会议在邕召开。会议指出，过去一年反诈战线成绩明显：破获电信网络诈骗案件391起，比上年少得多，"
    "而2022年破获电信网络诈骗案件300起，2021年破获250起。与会代表围绕来年任务分组讨论，形成了十二条措施。"
)
YUNNAN = "昆明市民张女士在网上看到兼职广告，先后转账8400元；大学生小李购买游戏装备被骗2万元。全省全年立案同比下降9.1%。"


def figured(metric: str, value: float | None, quote: str, text: str, year: int, **known: object) -> Statistic:
    at = text.index(quote)
    known = {"unit": "case", "label": "破获电信网络诈骗案件", "place": "全区"} | known
    span = Period(f"{year}-01-01", f"{year}-12-31")
    return Statistic(metric, value, start=at, end=at + len(quote), quote=quote, period=span, **known)


def published(url: str, text: str, **known: object) -> Page:
    return Page(url, text=text, folded=fold(text), source_kind="official", **known)


PAGES = (
    published(
        "http://gat.gxzf.gov.cn/1.html", GUANGXI, title=HOSTILE, published="2024-01-20T09:30", region_code="450000",
        source="广西壮族自治区公安厅", scam_types=["investment"],
        statistics=[
            figured("cases_solved", 383, "383起", GUANGXI, 2023, change=Change("yoy", "up", 87.5)),
            figured("losses_prevented", 5600000, "560余万元", GUANGXI, 2023, unit="CNY", qualifier="over"),
        ],
    ),
    published("http://mirror.example/1.html", GUANGXI, title="轉載", transforms=["pinyin"]),
    published(
        "http://zfw.gxzf.gov.cn/2.html", OTHER, title="会议", published="2024-02-10", region_code="450000",
        statistics=[
            figured("cases_solved", 391, "391起", OTHER, 2023),
            figured("cases_solved", 300, "300起", OTHER, 2022),
            figured("cases_solved", 250, "250起", OTHER, 2021),
        ],
    ),
    published(
        "http://gaj.km.gov.cn/3.html", YUNNAN, title="案例", published="2023-11-05", region_code="530100",
        scam_types=["click_farming", "gaming"],
        statistics=[
            figured("cases_filed", None, "同比下降9.1%", YUNNAN, 2023, unit=None, place="全省", change=Change("yoy", "down", 9.1)),
        ],
        cases=[
            Case("2023", "昆明", "click_farming", 8400, "CNY", quote="8400元", start=20, end=25),
            Case("2023", "昆明", "gaming", 20000, "CNY", quote="2万元", start=42, end=45),
        ],
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus_file(tmp_path_factory) -> Path:
    """Return a corpus of three notices on four pages, whose one crawl fell short."""
    path = tmp_path_factory.mktemp("report") / "corpus.db"
    with closing(connect(path)) as db:
        fill_lookups(db)
        corpus = Corpus(db)
        for each in PAGES:
            corpus.save(each)
        corpus.reject("http://gaj.km.gov.cn/9.html", None, "dropped", "recruitment", detail="招聘")
        run = {"command": "run", "started": "2024-03-03T03:17:00Z", "finished": "2024-03-03T04:00:00Z"}
        run |= {"status": "failed", "problems": '["gat.kong.example: <b>empty</b>"]', "code_version": "0.1.0"}
        db["crawls"].insert(run)
        site = {"key": "gat.kong.example", "name": "空厅", "level": "province", "kind": "police"}
        db["sites"].insert(site | {"region_code": "530000", "province": "云南省", "state": "empty"})
        column = {"site": "gat.kong.example", "label": "警方提示", "url": "http://gat.kong.example/"}
        db["columns"].insert(
            column | {"state": "blocked:jsl", "last_crawled": "2024-03-03T03:20:00Z", "detail": "HTTP 521"}
        )
        db.execute("update pages set first_seen = '2024-03-03T03:20:00Z', last_seen = '2024-03-03T03:20:00Z'")
        db.conn.commit()
    return path


def report_of(corpus: Path, year: str | None = None, *provinces: str) -> Report:
    with closing(connect(corpus, read_only=True)) as db:
        return make_report(db, scope_of(db, year, list(provinces)))


@pytest.fixture(scope="module")
def report(corpus_file) -> Report:
    return report_of(corpus_file)


@pytest.fixture(scope="module")
def html(report) -> str:
    return page(report)


def rows(report: Report, code: str, *names: str) -> list[tuple]:
    """Return the columns `names` of the exhibit `code`."""
    shown = next(s for chapter in report.chapters for s in chapter.shown if s.exhibit.code == code)
    return [tuple(row[name] for name in names) for row in shown.rows]


def tiles(report: Report) -> dict[str, int]:
    return {en: count for count, _, en in report.tiles}


def test_what_the_corpus_holds(report):
    assert tiles(report) == {
        "notices": 3, "pages": 4, "of them copies": 1, "sites": 4, "provinces": 2, "figures": 6, "cases told": 2,
    }  # fmt: skip
    assert (report.newest, report.version) == ("2024-02-10", "0.1.0+20240303")
    assert rows(report, "notices_by_year", "year", "notices") == [("2023", 1), ("2024", 2)]
    assert rows(report, "notices_by_month", "month", "notices") == [
        ("2023-11", 1), ("2023-12", 0), ("2024-01", 1), ("2024-02", 1),
    ]  # fmt: skip
    assert rows(report, "runs", "command", "status", "short") == [("run", "有未完成之处", 1)]


def test_figures_of_a_year_and_region_stand_alone_and_a_conflict_is_not_drawn(report):
    assert rows(report, "year_cases_solved", "year", "region", "told", "source", "quote", "url") == [
        ("2021", "广西壮族自治区", "250起", "机关网站", "250起", "http://zfw.gxzf.gov.cn/2.html"),
        ("2022", "广西壮族自治区", "300起", "机关网站", "300起", "http://zfw.gxzf.gov.cn/2.html"),
        ("2023", "广西壮族自治区", "说法不一：391起；383起", "机关网站", None, None),
    ]
    assert rows(report, "year_all", "metric", "told")[2:] == [
        ("破案数", "说法不一：391起；383起"),
        ("避免/挽回损失", "560万余元"),
    ]
    spec = next(shown.spec for shown in report.charts if shown.exhibit.code == "year_cases_solved")
    assert [value["text"] for value in spec["vconcat"][0]["data"]["values"]] == ["250起", "300起"]
    assert "year_losses_prevented" not in [shown.exhibit.code for shown in report.charts]


def test_places_scams_and_mirrors(report):
    told = rows(report, "notices_by_place", "region", "notices", "copies", "sites", "figures", "newest")
    assert told == [("广西壮族自治区", 2, 1, 2, 5, "2024-02-10"), ("云南省", 1, 0, 1, 1, "2023-11-05")]
    assert rows(report, "scam_types", "type", "notices", "cases") == [
        ("刷单返利", 1, 1), ("网游交易", 1, 1), ("虚假投资理财", 1, 0),
    ]  # fmt: skip
    assert rows(report, "case_losses", "type", "cases", "middle") == [
        ("网游交易", 1, 20000),
        ("刷单返利", 1, 8400),
    ]
    mirrors = rows(report, "mirror_hosts", "host", "copies", "originals", "undated", "transforms")
    assert mirrors == [("mirror.example", 1, 1, 1, "加注拼音")]


def test_changes_and_contradictions_show_their_sources(report):
    ((what, where, change, said),) = rows(report, "changes_up", "what", "where", "change", "said")
    assert (what, where, change) == ("破案数", "全区（广西壮族自治区）", "+87.5%")
    assert (said.number, said.quote, said.url) == ("383起", "383起", "http://gat.gxzf.gov.cn/1.html")
    assert rows(report, "changes_down", "what", "change") == [("立案/发案数", "−9.1%")]
    ((where, when, one, other),) = rows(report, "two_figures", "where", "period", "one", "other")
    assert (where, when) == ("广西壮族自治区", "2023年")
    assert {one.number, other.number} == {"383起", "391起"}
    assert {one.url, other.url} == {"http://gat.gxzf.gov.cn/1.html", "http://zfw.gxzf.gov.cn/2.html"}


def test_gaps(report):
    fields = dict(rows(report, "fields", "field", "percent"))
    assert (fields["标题"], fields["来源"], fields["统计数字"], fields["举报联系方式"]) == (100, 33, 100, 0)
    ((what, count, names),) = rows(report, "places_without", "sites", "count", "regions")
    assert (what, count) == ("没有登记站点", 32)
    assert "云南省" not in names
    assert rows(report, "months_without", "year", "months") == [("2023", "12 月")]
    assert rows(report, "columns_in_trouble", "name", "state", "detail") == [
        ("空厅", "被拦截 blocked:jsl", "HTTP 521")
    ]
    assert rows(report, "not_taken", "outcome", "reason", "pages") == [("不收", "招聘 recruitment", 1)]
    assert rows(report, "shortfalls", "problem") == [("gat.kong.example: <b>empty</b>",)]


def test_a_year_chooses_notices_by_publication_and_figures_by_period(corpus_file):
    report = report_of(corpus_file, "2023")
    assert (tiles(report)["notices"], tiles(report)["figures"]) == (1, 4)
    assert rows(report, "year_all", "year") == [("2023",), ("2023",)]
    assert len(rows(report, "two_figures", "what")) == 1
    assert "报告：2023年" in page(report)
    only_figures = report_of(corpus_file, "2021")
    assert (tiles(only_figures)["notices"], rows(only_figures, "year_all", "told")) == (0, [("250起",)])
    assert '<p class="none">无。' in page(only_figures)


def test_a_province_shows_its_cities(corpus_file):
    report = report_of(corpus_file, None, "云南")
    assert (tiles(report)["notices"], tiles(report)["figures"]) == (1, 1)
    assert rows(report, "notices_by_place", "region", "notices") == [("昆明市", 1)]
    assert rows(report, "two_figures", "what") == []
    ((_, count, names),) = rows(report, "places_without", "sites", "count", "regions")
    assert (count, "曲靖市" in names, "昆明市" in names) == (15, True, False)
    assert len(rows(report, "columns_in_trouble", "name")) == 1
    assert rows(report_of(corpus_file, None, "广西"), "columns_in_trouble", "name") == []


@pytest.mark.parametrize(
    ("year", "provinces", "said"),
    [
        ("24", [], "--year 24: not a year like 2024"),
        ("1999", [], "--year 1999: no notice of that year; publish years go from 2023 to 2024"),
        (None, ["青海"], "the corpus holds no notice of 青海省"),
        (None, ["昆明"], "--province 昆明: no province of that name"),
    ],
)
def test_what_cannot_be_told_is_refused(corpus_file, year, provinces, said):
    with pytest.raises(ExportError, match=said):
        report_of(corpus_file, year, *provinces)


def test_crawled_text_stays_text(html):
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "{{ 7*7 }}" in html
    assert "&lt;b&gt;empty&lt;/b&gt;" in html
    assert "default-src 'none'" in html
    assert [web_address(u) for u in ("javascript:alert(1)", "file:/x.html", "http://[", "https://a.cn/")] == [
        None, None, None, "https://a.cn/",
    ]  # fmt: skip


def test_the_page_asks_nothing_of_the_network(html):
    assert set(re.findall(r"https?://[^\"<\s]*", html)) == set(re.findall(r'<a href="(http[^"]*)"', html))
    assert not re.search(r"<[^>]*\s(?:src|srcset|xlink:href)=|@import|url\((?!#)", html)


def test_charts_have_names_text_and_tables(html, report):
    for shown in report.charts:
        code = shown.exhibit.code
        assert f'role="img" aria-labelledby="{code}-title {code}-desc"' in html
        assert f'<title id="{code}-title">{shown.exhibit.zh}</title>' in html
    assert html.count("<svg") == html.count("<details>") == len(report.charts) > 5
    assert re.search(r"<text[^>]*Noto Sans CJK SC[^>]*>云南省</text>", html)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_labels_of_a_chart_are_escaped():
    spec = bars([{"name": HOSTILE, "n": 1}, {"name": "</svg><b>", "n": 2}], "name", "n")
    drawn = svg(spec, "x", HOSTILE, HOSTILE)
    assert "<script" not in drawn
    assert "<b>" not in drawn


def test_private_numbers_are_starred(html):
    assert "13912345678" not in html


def test_the_same_corpus_gives_the_same_bytes(corpus_file, tmp_path, html):
    with closing(sqlite3.connect(corpus_file)) as db:
        db.execute("vacuum into ?", [str(tmp_path / "copy.db")])
    assert page(report_of(tmp_path / "copy.db")) == html


def test_a_page_of_somebody_else_is_left_alone(tmp_path, html):
    (tmp_path / "index.html").write_text("我的主页", encoding="utf-8")
    with pytest.raises(ExportError, match="no report of ours"):
        write_page(html, tmp_path)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "我的主页"
    written = write_page(html, tmp_path / "x")
    assert write_page(html, tmp_path / "x") == written
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["index.html"]


def test_the_single_charts(tmp_path, report):
    if not has_glyphs("诈", "骗"):
        pytest.skip("no Chinese font on this machine")
    written = write_pngs(report, tmp_path / "png")
    assert [path.stem for path in written] == [shown.exhibit.code for shown in report.charts]
    assert written[0].read_bytes().startswith(b"\x89PNG")


def test_without_a_chinese_font_no_boxes_are_drawn(tmp_path, report, monkeypatch):
    assert not has_glyphs("\u0378", "\u0379")  # characters that no font has
    monkeypatch.setattr(reporting, "has_chinese_font", lambda: has_glyphs("\u0378", "\u0379"))
    with pytest.raises(ExportError, match="fonts-noto-cjk"):
        write_pngs(report, tmp_path / "png")
    assert not (tmp_path / "png").exists()


def said(
    number: int, notice: int, value: float, qualifier: str = "exact", label: str = "破获诈骗案件"
) -> Said:
    about = ("破案数", "cases solved", "2023-01-01", "2023-12-31", None)
    found = ("起", "", None, f"http://{notice}.example/", "公安局", None, 0, label, "全区", "450000")
    return Said(number, notice, value, "case", qualifier, *found, *about)


@pytest.mark.parametrize(
    ("figures", "pairs"),
    [
        ([said(1, 1, 383), said(2, 2, 391)], [(1, 2)]),
        ([said(1, 1, 383), said(2, 1, 391)], []),  # one notice: of different things
        ([said(1, 1, 380, "over"), said(2, 2, 383)], []),
        ([said(1, 1, 400, "nearly"), said(2, 2, 383)], []),
        ([said(1, 1, 380, "over"), said(2, 2, 375)], [(1, 2)]),
        ([said(1, 1, 383), said(2, 2, 5000, label="破获各类案件")], []),
        ([said(1, 1, 383), said(2, 1, 40, label="侦破诈骗案件"), said(3, 2, 391, label="破获电诈案件")], []),
        ([said(1, 1, 383), said(2, 1, 40, label="侦破诈骗案件"), said(3, 2, 391)], [(1, 3)]),
    ],
)  # fmt: skip
def test_what_contradicts_what(figures, pairs):
    assert [(one.id, other.id) for one, other in differing(figures)] == pairs


def test_numbers_and_periods_in_print():
    assert [plain(n) for n in (383, 12345.0, 87.5, 0)] == ["383", "12,345", "87.5", "0"]
    assert [exact(n) for n in (383, 13367, 29000000, 825000000, 467120000)] == [
        "383", "13,367", "2,900万", "8.25亿", "46,712万",
    ]  # fmt: skip
    assert [short(n) for n in (9999, 13367, 467120000)] == ["9,999", "1.34万", "4.67亿"]
    assert figure(29000000, "CNY", "over") == "2,900万余元"
    assert figure(600, "person", "nearly") == "近600人"
    assert [
        period("2023-01-01", "2023-12-31"), period("2023-01-01", "2023-06-30"), period("2024-02-01", "2024-02-29"),
        period("2023-01-03", "2023-02-01"), period(None, "2023-05-31"), period(None, None, "近日"), period(None, None),
    ] == ["2023年", "2023年1–6月", "2024年2月", "2023-01-03 至 2023-02-01", "截至 2023-05-31", "近日", "未写明"]  # fmt: skip


def test_the_command(corpus_file, tmp_path):
    options = ["--dest", str(tmp_path / "x"), "-s", f"CORPUS_DB={corpus_file}"]
    done = scrapy("report", "--year", "2023", *options)
    assert done.returncode == 0
    assert "index.html" in done.stdout
    assert "fell short" in done.stderr
    assert (tmp_path / "x" / "index.html").exists()


@pytest.mark.parametrize(
    ("written", "said"),
    [(None, "no corpus there yet"), ("no database", "cannot be read as a corpus"), ("", "no such table")],
)
def test_without_a_corpus_there_is_one_sentence(tmp_path, capsys, written, said):
    if written is not None:
        (tmp_path / "corpus.db").write_text(written, encoding="utf-8")
    run(tmp_path, tmp_path / "corpus.db")
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


def test_a_killed_run_is_called_so(corpus_file, tmp_path):
    with closing(sqlite3.connect(corpus_file)) as db:
        db.execute("vacuum into ?", [str(tmp_path / "copy.db")])
    with closing(sqlite3.connect(tmp_path / "copy.db")) as db:
        db.execute("update crawls set status = 'killed'")
        db.commit()
    assert rows(report_of(tmp_path / "copy.db"), "runs", "status") == [("被中断",)]


def test_an_empty_corpus_is_told_in_one_sentence(db, corpus_path, tmp_path, capsys):
    run(tmp_path, corpus_path)
    (line,) = capsys.readouterr().err.splitlines()
    assert "the corpus holds no notice; `scrapy run` or `scrapy demo` fills it" in line


def run(tmp_path: Path, corpus: Path) -> None:
    """Run the command in this process; it must fail and write nothing."""
    command = Command()
    command.settings = Settings({"CORPUS_DB": str(corpus)})
    command.run([], Namespace(year=None, province=[], png=None, dest=tmp_path / "x"))
    assert command.exitcode == 1
    assert not (tmp_path / "x").exists()
