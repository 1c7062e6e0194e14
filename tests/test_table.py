"""Chinese cells are two wide."""

from crawler.table import render_table, width


def test_columns_line_up_whatever_the_script():
    lines = render_table([["站点", "新增"], ["云岭市公安局", 5], ["abc", 12]]).splitlines()
    assert lines == ["站点          新增", "────────────  ────", "云岭市公安局     5", "abc             12"]
    assert width("公安a，") == 7


def test_no_escape_sequence_reaches_the_terminal():
    assert render_table([["a"], ["\x1b[2J\x9b\u202e"]]).endswith("\\u001b[2J\\u009b\\u202e")
