"""Copies: who carries them, and what was done to the text."""

import json
from itertools import chain

from sqlite_utils import Database

from crawler.report.codes import NAMES
from crawler.report.exhibit import Column, Exhibit, Row, Section
from crawler.report.specs import bars


def hosts(_: Database, rows: list[tuple]) -> list[Row]:
    """Return a row a host that carries copies, with what it did to them in words."""
    return [
        {
            "host": host,
            "copies": copies,
            "originals": originals,
            "undated": undated,
            "transforms": "、".join(
                NAMES.get(code, code) for code in sorted(set(chain.from_iterable(json.loads(transforms))))
            ),
        }
        for host, copies, originals, undated, transforms in rows
    ]


MIRRORS = Section(
    "mirrors",
    "副本",
    "Mirrors",
    (
        Exhibit(
            "mirror_hosts",
            "哪些站点转载",
            "Who carries copies",
            "副本：与另一页是同一则通告，而由那一页代表。转载不等于过错；改动为程序所见。",
            "A copy is a page of a notice for which another page speaks. To copy is no fault; what was done to the text is "
            "what the program saw.",
            (
                Column("host", "主机", "host"),
                Column("copies", "副本", "copies", "number"),
                Column("originals", "转自主机数", "hosts copied", "number"),
                Column("undated", "无日期的副本", "undated copies", "number"),
                Column("transforms", "对文字的改动", "what was done to the text"),
            ),
            """select copy.host, count(*), count(distinct told.host), count(*) filter (where copy.published is null),
                json_group_array(json(copy.transforms))
            from pages as copy join told on told.notice_id = copy.notice_id where copy.id <> told.id
            group by copy.host order by 2 desc, 1""",
            hosts,
            lambda rows: bars(rows, "host", "copies"),
        ),
    ),
)
