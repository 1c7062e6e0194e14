"""README.md of an export, for people: Chinese first."""

from collections.abc import Iterator
from itertools import groupby

from crawler.exports.formats.csv_file import SEPARATOR
from crawler.exports.manifests.about import DESCRIPTION, TITLE, Export

FILE_NAME = "README.md"
NAMED = 20  # problems of the last run
READING = f"""## 读法 How to read it

- 一则通告在不同网址的副本只算一次；`statistics` 中的数字取自代表页。 A notice counts once, however many copies it has.
- 求和前去掉 `is_subset`、`is_case`、`is_baseline`、`in_title` 为真和 `excerpt_of` 非空的行。 Leave such rows out of sums.
- `statistics_wide` 只收整年、整个地区的总数；各处数字不一时取最可靠来源的数，最可靠的来源也不一致则留空。每一格的依据见
  `statistics_cells`。 The wide table holds totals of whole years and regions; where the best sources differ the cell
  stays empty, and `statistics_cells` tells what each cell rests on.
- 空格表示页面没有写明或无法可靠读出。 Empty means not stated, or not legibly.
- 每列的中文名称与解释见 XLSX 的“说明”表和 datapackage.json。 Every column is explained there.
- CSV：UTF-8（带 BOM），列表以 `{SEPARATOR}` 分隔；以 = + - @ 或制表符、换行开头的文字前加 `'`，以免被当作公式，数字不变。
  CSV is UTF-8 with a byte order mark; lists are joined by `{SEPARATOR}`; text that a spreadsheet could take for a formula
  has a leading `'`. JSON Lines and Parquet hold the text as it is.
- XLSX：前两行为表头；超过 32,767 字的单元格被截断并注明。 Two header rows; longer texts are cut and marked.
"""
RIGHTS = """## 权利 Rights

数据的结构、代码与说明按 MIT 许可提供。统计数字等属于事实。通告文字的权利归其发布者；《中华人民共和国著作权法》第五条规定，
该法不适用于国家机关的决议、决定、命令和其他具有立法、行政、司法性质的文件，以及单纯事实消息，部分通告可能属于此类，媒体报道等未必。
使用时请注明发布机关和网址。以上不是法律意见。

Structure, codes and descriptions are under the MIT licence. Figures are facts. Rights in the texts stay with those who
published them: by its Article 5 the Copyright Law of the PRC does not apply to documents of state organs of a
legislative, administrative or judicial nature, nor to mere information on facts; some notices may be such, a newspaper's
report may not. Name the issuer and the URL of what you quote. This is not legal advice.
"""


def listed(counts: dict[str, int]) -> str:
    """Return counts as "name 3, name 1"."""
    return ", ".join(f"{name} {count:,}" for name, count in counts.items()) or "—"


def gaps(export: Export) -> Iterator[str]:
    """Yield a line for each thing that is known to be missing."""
    coverage = export.coverage
    if coverage.partial:
        yield f"- **{coverage.partial}**"
    named = coverage.problems[:NAMED]
    yield from (
        "  - `{}`".format(problem.replace("`", "'")) for problem in named
    )  # may quote what a server said
    if (more := len(coverage.problems) - NAMED) > 0:
        yield f"  - 另有 {more} 处，见 and {more} more, in datapackage.json"
    yield f"- 无发布时间的通告 notices without a date: {coverage.undated:,}"
    yield f"- 发布机关所在地不明的通告 notices of unknown region: {coverage.unplaced:,}"
    yield f"- 站点状态 sites by state: {listed(coverage.sites)}"
    yield f"- 未收录的网页 pages not taken: {listed(coverage.rejections)}"


def dates(export: Export) -> Iterator[str]:
    """Yield a line for each span of time that the corpus covers."""
    coverage = export.coverage
    yield f"- 抓取 crawled: {coverage.first_seen or '—'} … {coverage.last_seen or '—'}"
    yield f"- 发布 published: {coverage.published_from or '—'} … {coverage.published_to or '—'}"
    for run in coverage.runs:
        told = (run["command"], run["started"], run["finished"] or "—", run["status"])
        yield "- 上一次运行 last run: {}, {} … {}, {}".format(*told)


def choice_line(export: Export) -> str:
    """Return the sentence on what was left out on purpose."""
    if export.choice.everything:
        return "全部通告，未加筛选。 All notices, no filter."
    given = export.choice.described()
    named = {
        "发布（无发布时间的按首次抓取）不早于 published, or first seen where undated, since": given["since"],
        "省份 province": "、".join(given["provinces"]),
        "指标 metric": ", ".join(given["metrics"]),
    }
    return "**只含部分通告 A selection:** " + "; ".join(
        f"{what} {value}" for what, value in named.items() if value
    )


def tables(export: Export) -> Iterator[str]:
    """Yield the lines of the table of tables."""
    yield "| 表 table | 内容 content | 行 rows | 格式 formats |\n|---|---|--:|---|"
    for table, several in groupby(export.files, key=lambda file: file.table):
        files = list(several)
        formats = ", ".join(f"[{file.format}]({file.path})" for file in files)
        yield f"| {table.name} | {table.zh} {table.en} | {files[0].rows:,} | {formats} |"


def sums(export: Export) -> Iterator[str]:
    """Yield the checksums, as a block of code in the form of sha256sum."""
    yield from (f"    {file.sha256}  {file.path}" for file in export.files)


def readme(export: Export) -> str:
    """Return the file."""
    lines = [
        f"# {TITLE}",
        DESCRIPTION,
        f"版本 version {export.version}。{choice_line(export)}",
        "## 范围 Coverage",
        "\n".join(dates(export)),
        "## 已知缺漏 Known gaps",
        "\n".join(gaps(export)),
        "## 文件 Files",
        "\n".join(tables(export)),
        "校验 Check them with `sha256sum -c`:\n\n" + "\n".join(sums(export)),
        READING.strip(),
        RIGHTS.strip(),
    ]
    return "\n\n".join(lines) + "\n"
