"""Chinese cells are two wide."""

from crawler.table import render_table, width


def test_columns_line_up_whatever_the_script():
    lines = render_table([["站点", "新增"], ["云岭市公安局", 5], ["abc", 12]]).splitlines()
    assert lines == ["站点          新增", "────────────  ────", "云岭市公安局     5", "abc             12"]
    assert width("公安a，") == 7
