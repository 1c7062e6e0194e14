from crawler.taxonomy import SOURCE_KINDS
from pipelines.attribution.source_kind import KINDS


def test_every_region_has_its_parent(db):
    rows = {row["code"]: row for row in db["regions"].rows}
    assert rows["450205"] == {"code": "450205", "name": "柳北区", "level": "county", "parent": "450200"}
    assert rows["450200"]["parent"] == "450000"
    assert rows["110105"]["parent"] == "110000"
    assert rows["810000"] | {"level": "province", "parent": None} == rows["810000"]
    assert {row["parent"] for row in rows.values()} - {None} <= set(rows)


def test_every_kind_of_source_has_a_name():
    assert {kind.code for kind in KINDS} | {"unknown"} == {kind.code for kind in SOURCE_KINDS}
