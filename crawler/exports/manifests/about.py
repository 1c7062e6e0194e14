"""What every manifest of an export says: name, version, files, coverage, rights."""

from dataclasses import dataclass
from typing import Literal

from crawler import __version__
from crawler.exports.choice import Choice
from crawler.exports.coverage import Coverage
from crawler.exports.table import Table

NAME = "fanzha"
TITLE = "fanzha 反诈：中国机关反电信网络诈骗通告语料库"
DESCRIPTION = (
    "中国公安、检察、政法等机关发布的反电信网络诈骗通告与战报：发布时间、来源、统计数字、联系方式、案例与副本，每个数值附原文。 "
    "Notices and campaign reports of Chinese authorities on telecom and online fraud: dates, sources, statistics, "
    "contacts, cases and copies, each value with the words that state it."
)
KEYWORDS = ("反诈", "电信网络诈骗", "统计", "anti-fraud", "telecom fraud", "China", "police statistics")
RIGHTS = (
    "结构、代码与说明由 fanzha 项目按 MIT 许可提供；通告文字的权利归其发布者。 "
    "Structure, codes and descriptions are by the fanzha project under the MIT licence; rights in the texts of the "
    "notices stay with those who published them."
)
MIT = "https://opensource.org/license/mit"


@dataclass(frozen=True)
class DataFile:
    """One written file."""

    table: Table
    format: Literal["csv", "jsonl", "parquet", "xlsx"]
    rows: int
    size: int  # bytes
    sha256: str

    @property
    def path(self) -> str:
        """Return the name of the file in its folder."""
        return f"{self.table.name}.{self.format}"


@dataclass(frozen=True)
class Export:
    """One export, as its manifests describe it."""

    files: list[DataFile]
    coverage: Coverage
    choice: Choice

    @property
    def day(self) -> str | None:
        """Return the day on which the corpus last saw a page: the date of the data, whatever the clock says."""
        return (self.coverage.last_seen or "")[:10] or None

    @property
    def version(self) -> str:
        """Return a semantic version: that of the software, then the day of the data."""
        return f"{__version__}+{(self.day or 'undated').replace('-', '')}"
