"""Columns written into a registry file: its comments and order stay, and nothing else changes."""

import pytest

from crawler.registry_edit import add_columns, file_of, inserted
from crawler.sites import Column, RegistryError, load_registry

FOUND = [
    Column("警方提示", "http://b.example/jfts/", "warning", "candidate"),
    Column('他说"别转账": #1', "http://b.example/dxal/"),
]
ADDED = [
    '    - {label: "警方提示", url: "http://b.example/jfts/", kind: warning, state: candidate}',
    '    - {label: "他说\\"别转账\\": #1", url: "http://b.example/dxal/"}',
]
HEAD = "# 省厅 first\na.example:\n  name: 甲\n  level: city\n  kind: police\n\n# 市局 second\n"
SECOND = "b.example:  # 2024\n  name: 乙\n  level: city\n  kind: police\n"
COLUMNS = '  columns:\n    - {label: 通告, url: "http://b.example/tg/"}  # 老栏目\n'
NOTE = "  note: >\n    一行\n    两行\n"
TAIL = "# 派出所 third\nc.example: {name: 丙, level: county, kind: police}\n"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (SECOND + TAIL, [*SECOND.splitlines(), "  columns:", *ADDED, *TAIL.splitlines()]),
        (SECOND + COLUMNS + TAIL, [*(SECOND + COLUMNS).splitlines(), *ADDED, *TAIL.splitlines()]),
        (SECOND + COLUMNS + NOTE + TAIL, [*(SECOND + COLUMNS).splitlines(), *ADDED, *(NOTE + TAIL).splitlines()]),
        (SECOND.rstrip("\n"), [*SECOND.splitlines(), "  columns:", *ADDED]),
        (SECOND.replace("  ", "    "), [*SECOND.replace("  ", "    ").splitlines(), "    columns:", *("  " + line for line in ADDED)]),
    ],
)  # fmt: skip
def test_columns_stand_behind_those_of_their_site(tmp_path, second, expected):
    file = tmp_path / "sites.yml"
    file.write_text(HEAD + second, encoding="utf-8")
    before = load_registry([str(file)])
    add_columns(file, "b.example", FOUND)
    assert file.read_text("utf-8").splitlines() == [*HEAD.splitlines(), *expected]
    after = load_registry([str(file)])
    assert list(after["b.example"].columns[-2:]) == FOUND
    assert {key: after[key] for key in before if key != "b.example"} == {
        key: site for key, site in before.items() if key != "b.example"
    }
    assert [path.name for path in tmp_path.iterdir()] == ["sites.yml"]


@pytest.mark.parametrize(
    "second",
    [
        SECOND + '  columns: [{label: 通告, url: "http://b.example/tg/"}]\n',
        SECOND + "  columns: []\n",
        "b.example: {name: 乙, level: city, kind: police}\n",
        SECOND + NOTE + "  # 完",
    ],
)
def test_what_cannot_be_edited_safely_stays_as_it_is(tmp_path, second):
    file = tmp_path / "sites.yml"
    file.write_text(HEAD + second, encoding="utf-8")
    try:
        add_columns(file, "b.example", FOUND)
    except RegistryError as error:
        assert "b.example" in str(error)  # noqa: PT017 - either is right, half a file is not
        assert file.read_text("utf-8") == HEAD + second
    else:
        assert list(load_registry([str(file)])["b.example"].columns) == FOUND
    assert [path.name for path in tmp_path.iterdir()] == ["sites.yml"]


@pytest.mark.parametrize("name", ["national", "qinghai"])
def test_the_entries_of_the_shipped_registry_can_grow(tmp_path, name):
    source = file_of(["spiders/sites"], {"national": "www.mps.gov.cn", "qinghai": "gat.qinghai.gov.cn"}[name])
    text = source.read_text("utf-8")
    registry = load_registry([str(source)])
    file = tmp_path / source.name
    for key in (next(iter(registry)), next(reversed(registry))):
        file.write_text(inserted(text, key, [Column("反诈", f"http://{key}/fz/")]), encoding="utf-8")
        grown = load_registry([str(file)])
        assert grown[key].columns == (*registry[key].columns, Column("反诈", f"http://{key}/fz/"))
        assert len(grown) == len(registry)
