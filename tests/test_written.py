"""What scripts write with document.write: sums of strings and string variables, nothing else."""

import pytest

from spiders.listing.written import unquote, written

WRITES = [
    ("document.write('<a href=\"x.html\">' + \"提示\" + '</a>');", '<a href="x.html">提示</a>'),
    (
        "var a = 'x.html', t = '提示';\nvar u = '提示';document.write('<a href='+a+'>'+u+'</a>')",
        "<a href=x.html>提示</a>",
    ),
    ("var d = '2023-04-15 10:00';\ndocument.writeln(d.substring(0, 10));", "2023-04-15"),
    ("if (long) { document.write('a'); } else { document.write('b'); }", "ab"),
    ("document.write('a' + unknown + 'b');", ""),
    ("document.write(make('a'));", ""),
    ("document.write('a' + (n + 1));", ""),
    ("document.write('a' * 2);", ""),
    ("document.write('a", ""),
    ("x = 'a'.length; document.write(x);", ""),
]


@pytest.mark.parametrize(("script", "expected"), WRITES)
def test_written(script, expected):
    assert written(script, {}) == expected


def test_variables_reach_later_scripts():
    known = {}
    assert written("var str_1 = '云岭';", known) == ""
    assert written("document.write(str_1)", known) == "云岭"


@pytest.mark.parametrize(("literal", "expected"), [
    (r"'a\'b\\c'", r"a'b\c"), (r'"\u4e91\x41\n"', "云A\n"), (r'"\ud83d\ude00"', "😀"), (r'"\ud83d"', "\ufffd"), (r'"\x00"', ""), (r'"<\/a>"', "</a>"),
])  # fmt: skip
def test_unquote(literal, expected):
    assert unquote(literal) == expected
