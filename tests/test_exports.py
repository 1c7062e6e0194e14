"""`scrapy export`: every format says the same, every filter holds, and nothing half or foreign is ever touched."""

import csv
import hashlib
import json
import shutil
import sqlite3
import zipfile
from argparse import Namespace
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import yaml
from pyarrow import parquet
from scrapy.settings import Settings

from crawler.commands.export import Command
from crawler.db import CorpusError, connect
from crawler.exports.choice import Choice, ExportError, choice_of, choose
from crawler.exports.coverage import coverage
from crawler.exports.export import FORMATS, write_export
from crawler.exports.folder import replaced
from crawler.exports.formats import xlsx
from crawler.exports.formats.csv_file import cell
from crawler.exports.manifests.about import Export
from crawler.exports.rows import batches
from crawler.exports.tables.all import EXPORTS
from crawler.fold import fold
from crawler.items import Case, Change, Contact, Page, Period, Statistic
from crawler.lock import only_writer
from crawler.lookups import fill_lookups
from pipelines.corpus import Corpus
from tests.test_commands import scrapy

YEAR = Period("2023-01-01", "2023-12-31")
REPORT = (
    "2023年，全区公安机关共破获电信网络诈骗案件383起，为群众挽回损失560万元。\n"
    "民警走村入户开展宣传，提醒群众不轻信、不透露、不转账，有疑问请拨打96110咨询。"
)
HOSTILE = '=HYPERLINK("http://evil.example","点这里")'
LONG = "凡是要求转账到安全账户的都是诈骗。" * 2500 + "\x0b尾\ud83d\ude00".encode(
    "utf-16", "surrogatepass"
).decode("utf-16")


def figure(
    metric: str, value: float, quote: str, text: str, unit: str = "case", **known: object
) -> Statistic:
    at = text.index(quote)
    return Statistic(metric, value, unit, quote, at, at + len(quote), label="破获", **known)


def page(host: str, text: str, **known: object) -> Page:
    return Page(f"http://{host}/1.html", text=text, folded=fold(text), **known)


PAGES = (
    page(
        "gat.guilin.gov.cn", REPORT, title=HOSTILE, published="2024-03-01T09:30", region_code="450300",
        scam_types=["romance", "click_farming"], campaigns=["断卡"], source_kind="official",
        statistics=[
            figure("cases_solved", 383, "383起", REPORT, place="全区", period=YEAR, change=Change("yoy", "up", 87.5)),
            figure("losses_prevented", 5600000, "560万元", REPORT, "CNY", place="桂林", period=YEAR),
        ],
        contacts=[Contact("反诈中心", ["+86 771 2000110", "96110"], quote="96110", start=75, end=80)],
        cases=[Case("2023-11", "桂林", "romance", 8400, "CNY", quote="560万元", start=33, end=38)],
    ),
    page("mirror.example", REPORT, title="推荐", published="2024-03-02", transforms=["spam"], region_code="450300"),
    page("gaj.kunming.gov.cn", LONG, title="防范提示", region_code="530100"),
    page("zfw.nanning.gov.cn", "邕江边的宣传活动吸引了八十名居民参加。", title="活动", published="2023-05-06", region_code="450100"),
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus_file(tmp_path_factory) -> Path:
    """Return a corpus of three notices on four pages, whose one crawl fell short."""
    path = tmp_path_factory.mktemp("exports") / "corpus.db"
    with closing(connect(path)) as db:
        fill_lookups(db)
        corpus = Corpus(db)
        for each in PAGES:
            corpus.save(each)
        run = {"command": "run", "started": "2024-03-03T03:17:00Z", "finished": "2024-03-03T04:00:00Z"}
        run |= {"status": "failed", "problems": '["gat.kong.example: empty `x`"]', "code_version": "0.1.0"}
        db["crawls"].insert(run)
        db.execute("update pages set first_seen = '2024-03-03T03:20:00Z', last_seen = '2024-03-03T03:20:00Z'")
        db.conn.commit()
    return path


def export(corpus: Path, folder: Path, formats: tuple[str, ...] = ("jsonl",), **filters: object) -> Export:
    asked = {"since": None, "provinces": [], "metrics": []} | filters
    with closing(connect(corpus, read_only=True)) as db:
        return write_export(db, choice_of(db, **asked), formats, folder, lambda table, rows: None)


@pytest.fixture(scope="module")
def exported(corpus_file, tmp_path_factory) -> Path:
    """Return an export in all formats."""
    folder = tmp_path_factory.mktemp("exported") / "all"
    export(corpus_file, folder, tuple(FORMATS))
    return folder


def lines(folder: Path, table: str) -> list[dict]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def cells(folder: Path, table: str) -> list[dict]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def workbook(folder: Path, table: str) -> dict[str, str]:
    with zipfile.ZipFile(folder / f"{table}.xlsx") as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def contents(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_every_table_in_every_format(exported):
    for table in EXPORTS:
        rows = lines(exported, table.name)
        assert rows, table.name
        assert list(rows[0]) == table.names == list(cells(exported, table.name)[0])
        typed = parquet.read_table(exported / f"{table.name}.parquet")
        assert typed.column_names == table.names
        assert len(rows) == len(cells(exported, table.name)) == typed.num_rows
        assert set(table.key) <= set(table.names)
        assert table.names == list(dict.fromkeys(table.names))


def test_values_keep_their_type(exported):
    row = lines(exported, "statistics")[0]
    assert (row["value"], row["change_percent"], row["is_case"], row["place_code"]) == (
        383,
        87.5,
        False,
        "450000",
    )
    assert row["period_start"] == "2023-01-01"
    typed = parquet.read_table(exported / "statistics.parquet").to_pylist()[0]
    assert (typed["value"], typed["period_start"], typed["is_case"]) == (383.0, date(2023, 1, 1), False)
    notice = parquet.read_table(exported / "notices.parquet").to_pylist()[0]
    assert (notice["scam_types"], notice["published_date"]) == (
        ["click_farming", "romance"],
        date(2024, 3, 1),
    )
    assert notice["scam_types_zh"] == ["刷单返利", "婚恋交友"]


def test_a_copy_is_a_mirror_and_no_second_notice(exported):
    assert [row["copies"] for row in lines(exported, "notices")] == [2, 1, 1]
    (mirror,) = lines(exported, "mirrors")
    assert (mirror["host"], mirror["original_host"], mirror["transforms"]) == ("mirror.example", "gat.guilin.gov.cn", ["spam"])  # fmt: skip
    assert len(lines(exported, "statistics")) == 2


def test_csv_opens_in_excel_and_runs_nothing(exported):
    assert (exported / "notices.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert cells(exported, "notices")[0]["title"] == "'" + HOSTILE
    assert lines(exported, "notices")[0]["title"] == HOSTILE
    assert cells(exported, "contacts")[0]["phones"] == "'+86 771 2000110;96110"
    assert cells(exported, "notices")[0]["scam_types"] == "click_farming;romance"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "＝1"])
def test_no_text_is_a_formula_and_numbers_stay(text):
    assert cell(text) == "'" + text
    assert (cell(-5), cell(-0.5), cell(None), cell("a=1")) == (-5, -0.5, None, "a=1")


def test_xlsx_has_two_frozen_header_rows_and_explains_every_column(exported):
    sheets = workbook(exported, "statistics_wide")
    data, explanation = sheets["xl/worksheets/sheet1.xml"], sheets["xl/worksheets/sheet2.xml"]
    assert 'name="数据"' in sheets["xl/workbook.xml"]
    assert 'name="说明"' in sheets["xl/workbook.xml"]
    assert '<pane ySplit="2" topLeftCell="A3"' in data
    assert "<t>破案数（起）</t>" in data.partition('<row r="2"')[0]
    assert "<t>cases_solved</t>" in data.partition('<row r="2"')[2]
    for column in next(table for table in EXPORTS if table.name == "statistics_wide").columns:
        assert f"<t>{column.name}</t>" in explanation
        assert column.zh in explanation


def test_xlsx_holds_no_formula_no_link_and_says_where_it_cut(exported):
    sheet = workbook(exported, "notices")["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert "HYPERLINK" in sheet
    assert xlsx.CUT in sheet
    assert lines(exported, "notices")[1]["text"] == LONG


def test_a_cell_is_cut_by_what_excel_counts():
    assert xlsx.cell_text("a" * xlsx.CELL) == "a" * xlsx.CELL
    cut = xlsx.cell_text("\U0001f600" * 17_000)
    assert cut.endswith(xlsx.CUT)
    assert len(cut.encode("utf-16-le")) // 2 <= xlsx.CELL
    assert xlsx.cell_text("a\x00\x0bb\ufffe") == "ab"


def test_a_full_sheet_is_followed_by_another(corpus_file, tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "SHEET_ROWS", 4)
    export(corpus_file, tmp_path / "x", ("xlsx",))
    sheets = workbook(tmp_path / "x", "notices")
    assert [f'name="{name}"' in sheets["xl/workbook.xml"] for name in ("数据", "说明", "数据 2")] == [
        True
    ] * 3
    assert '<row r="4"' in sheets["xl/worksheets/sheet1.xml"]
    assert '<row r="3"' in sheets["xl/worksheets/sheet3.xml"]


def test_the_same_corpus_gives_the_same_bytes(corpus_file, exported, tmp_path):
    with closing(sqlite3.connect(corpus_file)) as db:
        db.execute("vacuum into ?", [str(tmp_path / "copy.db")])
    export(tmp_path / "copy.db", tmp_path / "again", tuple(FORMATS))
    assert contents(tmp_path / "again") == contents(exported)


def test_the_datapackage_tells_the_truth(exported):
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    found = contents(exported)
    assert len(package["resources"]) == len(EXPORTS) * len(FORMATS)
    for resource in package["resources"]:
        assert resource["hash"] == f"sha256:{found[resource['path']]}"
        assert resource["bytes"] == (exported / resource["path"]).stat().st_size
        assert all(field["title"] and field["description"] for field in resource["schema"]["fields"])
    assert package["version"] == "0.1.0+20240303"
    assert package["complete"] is False
    assert "run (2024-03-03T03:17:00Z) 有未完成之处" in package["incomplete_because"]
    assert package["coverage"]["runs"][0]["problems"] == ["gat.kong.example: empty `x`"]


def test_the_other_manifests(exported):
    readme = (exported / "README.md").read_text(encoding="utf-8")
    assert "fell short" in readme
    assert "`gat.kong.example: empty 'x'`" in readme
    assert f"{contents(exported)['notices.csv']}  notices.csv" in readme
    citation = yaml.safe_load((exported / "CITATION.cff").read_text(encoding="utf-8"))
    assert (citation["cff-version"], citation["date-released"]) == ("1.2.0", "2024-03-03")
    described = json.loads((exported / "croissant.json").read_text(encoding="utf-8"))
    assert [records["@id"] for records in described["recordSet"]] == [table.name for table in EXPORTS]
    ids = {thing["@id"] for thing in described["distribution"]}
    assert {f["source"]["fileObject"]["@id"] for r in described["recordSet"] for f in r["field"]} <= ids


def test_frictionless_finds_nothing_wrong(exported, monkeypatch):
    frictionless = pytest.importorskip("frictionless", reason="pip install -r tests/requirements.txt")
    monkeypatch.chdir(exported)
    report = frictionless.Package("datapackage.json").validate()
    assert report.flatten(["name", "type", "message"]) == []


@pytest.mark.parametrize(
    ("filters", "hosts"),
    [
        ({"since": "2024-01-01"}, ["gat.guilin.gov.cn", "gaj.kunming.gov.cn"]),  # undated: first seen in March
        ({"since": "2024-03-02"}, ["gaj.kunming.gov.cn"]),
        ({"provinces": ["广西"]}, ["gat.guilin.gov.cn", "zfw.nanning.gov.cn"]),
        ({"provinces": ["云南省"]}, ["gaj.kunming.gov.cn"]),
        ({"provinces": ["广西壮族自治区", "云南"], "since": "2024-03-01"}, ["gat.guilin.gov.cn", "gaj.kunming.gov.cn"]),
        ({"metrics": ["cases_solved"]}, ["gat.guilin.gov.cn"]),
    ],
)  # fmt: skip
def test_filters(corpus_file, tmp_path, filters, hosts):
    export(corpus_file, tmp_path / "x", **filters)
    assert [row["host"] for row in lines(tmp_path / "x", "notices")] == hosts
    notices = {row["notice_id"] for row in lines(tmp_path / "x", "notices")}
    for table in EXPORTS:
        if table.of_notice:
            assert {row["notice_id"] for row in lines(tmp_path / "x", table.name)} <= notices
    sites = [row["site"] for row in lines(tmp_path / "x", "sources")]
    assert sites == sorted({*hosts, *(["mirror.example"] if "gat.guilin.gov.cn" in hosts else [])})
    assert "A selection" in (tmp_path / "x" / "README.md").read_text(encoding="utf-8")


def test_a_metric_leaves_the_other_figures_out(corpus_file, tmp_path):
    export(corpus_file, tmp_path / "x", metrics=["cases_solved"])
    assert [row["metric"] for row in lines(tmp_path / "x", "statistics")] == ["cases_solved"]
    assert [row["metric"] for row in lines(tmp_path / "x", "statistics_cells")] == ["cases_solved"]


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"since": "March"}, "--since March: not a date like 2024-01-31"),
        ({"provinces": ["桂林"]}, "--province 桂林: no province of that name"),
        ({"metrics": ["solved"]}, "--metric solved: no such metric; the codes are accounts_queried "),
        ({"since": "2030-01-01"}, "no notice is left to export"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_an_older_export_stays(corpus_file, tmp_path, filters, said):
    folder = tmp_path / "x"
    export(corpus_file, folder)
    before = contents(folder)
    with pytest.raises(ExportError, match=said):
        export(corpus_file, folder, **filters)
    assert contents(folder) == before


def test_an_export_takes_the_place_of_an_older_one(corpus_file, tmp_path):
    folder = tmp_path / "x"
    export(corpus_file, folder, ("csv",))
    export(corpus_file, folder, ("jsonl",))
    assert not list(folder.glob("*.csv"))
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["x"]


def test_a_folder_of_something_else_is_left_alone(corpus_file, tmp_path):
    (tmp_path / "thesis.txt").write_text("三年的心血", encoding="utf-8")
    with pytest.raises(ExportError, match="not empty and no export of ours"):
        export(corpus_file, tmp_path)
    (tmp_path / "datapackage.json").write_text('{"name": "thesis"}', encoding="utf-8")
    with pytest.raises(ExportError, match="not empty and no export of ours"):
        export(corpus_file, tmp_path)
    with pytest.raises(ExportError, match="a file; name a folder"):
        export(corpus_file, tmp_path / "thesis.txt")
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "三年的心血"


def test_an_export_that_fails_leaves_the_older_one(corpus_file, tmp_path):
    folder, broken = tmp_path / "x", tmp_path / "broken.db"
    export(corpus_file, folder)
    before = contents(folder)
    shutil.copy(corpus_file, broken)
    with closing(connect(broken)) as db:
        db.execute("update statistics set period_end = '2023-02-30' where id = 2")
        db.conn.commit()
    with pytest.raises(ExportError, match="statistics: period_end of the row 2 is no date: '2023-02-30'"):
        export(broken, folder)
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["x"]


def test_what_a_killed_export_left_is_put_right(corpus_file, tmp_path):
    folder = tmp_path / "x"
    export(corpus_file, folder)
    before = contents(folder)
    folder.rename(tmp_path / ".x.old")
    (tmp_path / ".x.new").mkdir()
    with pytest.raises(RuntimeError), replaced(folder):
        raise RuntimeError
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["x"]


def test_two_exports_do_not_write_one_folder(corpus_file, tmp_path):
    with only_writer(tmp_path / ".x"), pytest.raises(CorpusError, match="another run is writing it"):
        export(corpus_file, tmp_path / "x")


def test_a_writer_of_the_corpus_is_not_waited_for_nor_seen(corpus_file, tmp_path):
    shutil.copy(corpus_file, tmp_path / "corpus.db")
    with closing(connect(tmp_path / "corpus.db")) as db:
        db.execute("begin immediate")
        db.execute("update pages set title = '改了一半'")
        export(tmp_path / "corpus.db", tmp_path / "x")
        db.conn.rollback()
    assert lines(tmp_path / "x", "notices")[0]["title"] == HOSTILE


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ({"run": "finished"}, None),
        ({"run": "partial"}, "只抓了一部分"),
        ({"run": "running"}, "未结束"),
        ({"run": "failed", "load": "finished"}, "run (2024-01-01T00:00:00Z) 有未完成之处"),
        ({}, "没有抓取记录"),
    ],
)
def test_a_corpus_says_whether_it_is_whole(db, statuses, said):
    for command, status in statuses.items():
        run = {"command": command, "started": "2024-01-01T00:00:00Z", "code_version": "0.1.0"}
        db["crawls"].insert(run | {"status": "failed"})  # made good by the newer run of the same command
        db["crawls"].insert(run | {"status": status})
    partial = coverage(db).partial
    assert (said in partial) if said else partial is None


def test_batches_lose_no_row(corpus_file, tmp_path, monkeypatch):
    monkeypatch.setattr("crawler.exports.rows.BATCH", 1)
    assert export(corpus_file, tmp_path / "x", ("jsonl", "parquet")).files[0].rows == 3
    assert parquet.ParquetFile(tmp_path / "x" / "notices.parquet").num_row_groups == 3


def test_the_command(corpus_file, tmp_path):
    options = ["--dest", str(tmp_path / "x"), "-s", f"CORPUS_DB={corpus_file}"]
    done = scrapy("export", "--format", "csv", "--province", "广西", *options)
    assert done.returncode == 0
    assert "run (2024-03-03T03:17:00Z) 有未完成之处 fell short" in done.stderr
    assert "0.1.0+20240303" in done.stdout
    assert (tmp_path / "x" / "notices.csv").exists()


@pytest.mark.parametrize(
    ("written", "said"), [(None, "no corpus there yet"), ("no database", "cannot be read as a corpus"), ("", "no such table")]
)  # fmt: skip
def test_without_a_corpus_there_is_one_sentence(tmp_path, capsys, written, said):
    if written is not None:
        (tmp_path / "corpus.db").write_text(written, encoding="utf-8")
    command = Command()
    command.settings = Settings({"CORPUS_DB": str(tmp_path / "corpus.db")})
    options = {"format": "csv", "since": None, "province": [], "metric": [], "dest": tmp_path / "x"}
    command.run([], Namespace(**options))
    assert command.exitcode == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    assert not (tmp_path / "x").exists()


def test_every_value_is_what_its_column_says(corpus_file):
    types = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "date": date,
        "list": list,
    }
    with closing(connect(corpus_file, read_only=True)) as db:
        choose(db, Choice())
        for table in EXPORTS:
            for batch in batches(db, table):
                for row in batch:
                    for column, value in zip(table.columns, row, strict=True):
                        assert value is None or isinstance(value, types[column.kind]), column
