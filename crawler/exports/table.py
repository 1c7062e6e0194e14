"""What an exported table is: a name, a query and columns that explain themselves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["string", "integer", "number", "boolean", "date", "list"]
Row = tuple


@dataclass(frozen=True)
class Column:
    """One column: `zh` is its title, `about` explains it in Chinese, `en` in English."""

    name: str  # the same in every format
    kind: Kind
    zh: str
    about: str
    en: str
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """One table: `sql` selects its columns in their order, over the temporary tables of choice.py.

    Where `reshape` is given, it turns the rows of `sql` into the rows of the table, one pass, in order.
    """

    name: str
    zh: str
    en: str
    columns: tuple[Column, ...]
    sql: str
    key: tuple[str, ...]
    of_notice: bool = True  # the column notice_id refers to the table notices
    reshape: Callable[[Iterable[Row]], Iterator[Row]] | None = None

    @property
    def names(self) -> list[str]:
        """Return the names of the columns."""
        return [column.name for column in self.columns]


# Columns that several tables have.
NOTICE_ID = Column(
    "notice_id", "integer", "通告编号", "一则通告及其全部副本共用", "the notice, shared by all its copies"
)
TITLE = Column("title", "string", "标题", "代表页的标题", "headline of the page that speaks for the notice")
PUBLISHED = Column(
    "published", "string", "发布时间", "ISO 日期，页面写明时刻的精确到分；空：页面未写明", "ISO date, or date and time to the minute; empty: not stated"
)  # fmt: skip
SOURCE = Column("source", "string", "来源", "页面注明的来源", "source as the page names it")
URL = Column("url", "string", "网址", "代表页的网址", "page that speaks for the notice")
REGION_CODE = Column(
    "region_code",
    "string",
    "区划代码",
    "发布机关所在地，GB/T 2260 六位代码",
    "where the issuer is, GB/T 2260",
)
PROVINCE = Column("province", "string", "省级", "发布机关所在省级行政区", "province of the issuer")
CITY = Column("city", "string", "地级", "发布机关所在地级行政区", "prefecture of the issuer")
COUNTY = Column("county", "string", "县级", "发布机关所在县级行政区", "county of the issuer")
QUOTE = Column("quote", "string", "原文", "数值所据的原文", "the words that state it")
