"""By kind of fraud: what notices speak of, and what the told cases cost."""

from statistics import median

from sqlite_utils import Database

from crawler.report.exhibit import Column, Exhibit, Row, Section, Spec
from crawler.report.specs import bars, strip

UNSORTED = "未分类"  # a case whose kind the text does not tell


def losses(_: Database, rows: list[tuple]) -> list[Row]:
    """Return a row a kind of fraud: how many cases, the least, middle and greatest loss; the largest middle first."""
    by_type: dict[str, list[float]] = {}
    for name, loss in rows:
        by_type.setdefault(name, []).append(loss)
    told = [
        {
            "type": name,
            "cases": len(several),
            "least": min(several),
            "middle": median(several),
            "most": max(several),
            "points": several,
        }
        for name, several in by_type.items()
    ]
    return sorted(told, key=lambda row: (row["type"] == UNSORTED, -row["middle"], row["type"]))


def draw_losses(rows: list[Row]) -> Spec | None:
    """Return a dot a case, the middle marked."""
    points = [{"type": row["type"], "loss": loss} for row in rows for loss in row["points"]]
    return strip(points, rows, "type", "loss", "middle")


SCAMS = Section(
    "scams",
    "各类诈骗",
    "By kind of fraud",
    (
        Exhibit(
            "scam_types",
            "通告说到哪些诈骗",
            "Kinds of fraud that notices speak of",
            "一则通告可说到多种，故各行之和大于通告数。说到一种诈骗，不等于发生一起。",
            "A notice may speak of several kinds, so the rows add up to more than the notices. To speak of a fraud is "
            "not to count one.",
            (
                Column("type", "诈骗类型", "kind"),
                Column("en", "英文", "in English"),
                Column("notices", "通告", "notices", "number"),
                Column("cases", "所述案例", "cases told", "number"),
            ),
            """select zh, en, count(*), (select count(*) from cases join told on told.id = cases.page_id
                where cases.scam_type = code)
            from told join page_scam_types on page_id = told.id join scam_types on code = scam_type
            group by code order by 3 desc, code""",
            draw=lambda rows: bars(rows, "type", "notices"),
        ),
        Exhibit(
            "case_losses",
            "所述案例的损失",
            "Losses in the cases told",
            "每点为通告中所述的一起案例，竖线为中位数；只计损失以人民币写明的案例。通告挑选案例来讲，这不是全部案件的损失，故不求和。",
            "A dot is a case that a notice tells, the bar the median; only losses told in yuan. Notices choose which cases "
            "to tell: this is not what fraud cost, and is not added up.",
            (
                Column("type", "诈骗类型", "kind"),
                Column("cases", "案例", "cases", "number"),
                Column("least", "最小（元）", "least, CNY", "number"),
                Column("middle", "中位数（元）", "median, CNY", "number"),
                Column("most", "最大（元）", "greatest, CNY", "number"),
            ),
            f"""select coalesce(zh, '{UNSORTED}'), loss from cases join told on told.id = cases.page_id
            left join scam_types on code = cases.scam_type where loss > 0 and currency = 'CNY' order by cases.id""",  # noqa: S608
            losses,
            draw_losses,
        ),
    ),
)
