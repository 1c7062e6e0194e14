"""Make a report: read every exhibit from one snapshot of the corpus, draw it, write the page in place of an older one."""

import os
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from crawler.exports.choice import ExportError
from crawler.exports.coverage import Coverage, coverage
from crawler.exports.manifests.about import Export
from crawler.report.drawing import has_chinese_font, png
from crawler.report.exhibit import Exhibit, Row, Section, Spec, read
from crawler.report.exhibits.all import SECTIONS
from crawler.report.exhibits.holdings import TILES
from crawler.report.scope import Scope, look

FONTS = (
    "--png: this machine has no Chinese font, every character would be an empty box; install one, such as Debian's "
    "fonts-noto-cjk (apt install fonts-noto-cjk)"
)
MARK = '<meta name="generator" content="fanzha'


@dataclass(frozen=True)
class Shown:
    """An exhibit with its rows and chart."""

    exhibit: Exhibit
    rows: list[Row]
    spec: Spec | None


@dataclass(frozen=True)
class Chapter:
    """A section with what it shows."""

    section: Section
    shown: list[Shown]


@dataclass(frozen=True)
class Report:
    """All that the page tells."""

    scope: Scope
    coverage: Coverage
    tiles: list[tuple[int, str, str]]  # count, 中文, English
    newest: str | None  # publish date of the newest notice looked at
    chapters: list[Chapter]

    @property
    def version(self) -> str:
        """Return the version of the software and the day of the data, as an export of the corpus bears it."""
        return Export([], self.coverage, self.scope.choice).version

    @property
    def charts(self) -> list[Shown]:
        """Return what is drawn, in order."""
        return [shown for chapter in self.chapters for shown in chapter.shown if shown.spec]


def make_report(db: Database, scope: Scope) -> Report:
    """Return the report of a corpus, from one snapshot of it; raises ExportError where there is nothing to tell."""
    db.execute("begin")
    try:
        look(db, scope)
        found: dict[str, list[tuple]] = {}  # several exhibits have one query
        chapters = []
        for section in SECTIONS:
            shown = []
            for exhibit in section.exhibits:
                if exhibit.sql not in found:
                    found[exhibit.sql] = db.execute(exhibit.sql, scope.parameters).fetchall()
                rows = of_year(read(db, exhibit, found[exhibit.sql]), scope, section)
                spec = exhibit.draw(rows) if exhibit.draw and rows else None
                if spec or not exhibit.only_drawn:
                    shown.append(Shown(exhibit, rows, spec))
            chapters.append(Chapter(section, shown))
        tiles = [(db.execute(sql, scope.parameters).fetchone()[0], zh, en) for sql, zh, en in TILES]
        (newest,) = db.execute("select max(substr(published, 1, 10)) from told").fetchone()
        return Report(scope, coverage(db), tiles, newest, chapters)
    finally:
        db.conn.rollback()


def of_year(rows: list[Row], scope: Scope, section: Section) -> list[Row]:
    """Return the rows of the chosen year, where the section is one of whole years."""
    if section.code != "years" or not scope.year:
        return rows
    return [row for row in rows if row["year"] == scope.year]


def write_page(text: str, folder: Path) -> Path:
    """Put index.html into `folder`, whole or not at all; raises ExportError where a page of somebody else stands."""
    page = folder / "index.html"
    if page.exists() and MARK not in page.read_text(encoding="utf-8", errors="replace")[:1000]:
        raise ExportError(f"{page}: no report of ours; name another folder with --dest")
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / ".index.html.new"
    try:
        fresh.write_text(text, encoding="utf-8", newline="\n")
        os.replace(fresh, page)  # noqa: PTH105 - the atomic one
    finally:
        fresh.unlink(missing_ok=True)
    return page


def write_pngs(report: Report, folder: Path) -> list[Path]:
    """Write every chart as a PNG named by its code; raises ExportError where no font can draw them."""
    if not has_chinese_font():
        raise ExportError(FONTS)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for chapter in report.chapters:
        for shown in chapter.shown:
            if shown.spec:
                path = folder / f"{shown.exhibit.code}.png"
                rule = shown.exhibit.rule_zh or chapter.section.rule_zh
                title = f"{shown.exhibit.zh} {report.scope.named}".strip()
                path.write_bytes(png(shown.spec, title, [rule, f"fanzha {report.version}"]))
                written.append(path)
    return written
